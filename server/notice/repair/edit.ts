import type { Repair } from '../reading.ts';

/** A change within one source line: `from`, found at column `at`, becomes `to`. */
export type Edit = Pick<Repair, 'kind' | 'at' | 'from' | 'to'>;

export const repairId = (kind: Repair['kind'], line: number, at: number) => `${kind}:${line}:${at}`;

export function applyEdits(source: string, edits: readonly Edit[]): string {
  let [text, done] = ['', 0];
  for (const { at, from, to } of edits) {
    text += source.slice(done, at) + to;
    done = at + from.length;
  }
  return text + source.slice(done);
}

/** Where a column of the repaired line stands in the source line; inside an edit, where that edit begins. */
export function sourceColumn(edits: readonly Edit[], column: number): number {
  let shift = 0;
  for (const { at, from, to } of edits) {
    if (at + shift + to.length > column) return Math.min(column - shift, at);
    shift += to.length - from.length;
  }
  return column - shift;
}
