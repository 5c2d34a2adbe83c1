import { type ButtonHTMLAttributes, useId } from 'react';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { label: string; whyNot: string | null; main?: boolean; busy?: boolean };

/** Refused, it keeps its place and its focus: `disabled` would hide the reason from keyboard and reader. */
export function ActionButton({ label, whyNot, main = false, busy = false, onClick, className = '', ...props }: Props) {
  const reason = useId();
  const refused = whyNot !== null || busy;
  return (
    <>
      {whyNot && (
        <span className="why" id={reason}>
          {whyNot}
        </span>
      )}
      <button
        type="button"
        {...props}
        className={`btn ${main ? 'main' : ''} ${className}`}
        aria-disabled={refused}
        aria-describedby={whyNot ? reason : undefined}
        onClick={refused ? undefined : onClick}
      >
        {busy ? '正在办理……' : label}
      </button>
    </>
  );
}
