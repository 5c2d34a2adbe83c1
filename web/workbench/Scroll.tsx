import type { ReactNode } from 'react';

/** A table wider than a phone scrolls in its own frame, by keyboard too. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard could not scroll it
  <section className="scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
