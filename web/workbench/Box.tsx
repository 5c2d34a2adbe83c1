import { type ReactNode, useEffect, useRef } from 'react';

/** A sheet laid over the page; Escape or a click beside it puts it away, unless it has to stay. */
export function Box({ label, close, children }: { label: string; close: (() => void) | null; children: ReactNode }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!box.current?.open) box.current?.showModal();
  }, []);
  return (
    <dialog
      ref={box}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        close?.();
      }}
    >
      {children}
    </dialog>
  );
}
