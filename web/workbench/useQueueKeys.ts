import { useEffect } from 'react';

export const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** J and K walk through what stands under `data-queue`; Enter then is the browser's own. */
export function useQueueKeys() {
  useEffect(() => {
    const walk = ({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[key.toLowerCase()];
      if (!step || ctrlKey || altKey || metaKey || typing(target)) return;
      const stops = document.querySelectorAll<HTMLElement>('[data-queue] :is(a, button):not([tabindex="-1"])');
      const queue = [...stops].filter((each) => each.checkVisibility());
      const at = queue.indexOf(document.activeElement as HTMLElement);
      queue[Math.max(0, Math.min(queue.length - 1, at + step))]?.focus();
    };
    addEventListener('keydown', walk);
    return () => removeEventListener('keydown', walk);
  }, []);
}
