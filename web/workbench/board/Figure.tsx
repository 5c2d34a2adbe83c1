import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RowsAsked } from './rowsAsked.ts';

/** A figure that opens the rows it counts; without any it is only said. */
export function Figure({ asked, label, children }: { asked: RowsAsked; label?: string; children: ReactNode }) {
  return (
    <Link
      from="/coverage"
      to="."
      search={(all) => ({ ...all, rows: asked })}
      resetScroll={false}
      activeProps={{}}
      activeOptions={{ explicitUndefined: true }}
      aria-label={label}
    >
      {children}
    </Link>
  );
}
