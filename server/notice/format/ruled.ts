import type { GridCell } from './grid.ts';
import { type Glyphs, printedLines, type Rule } from './page.ts';

/** A table as ruled on paper: where its lines are, and which of them are really drawn between two cells. */
export type Ruled = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  rows: readonly number[];
  columns: readonly number[];
  rules: readonly Rule[];
};

const NEAR = 3;
const across = ({ left, right, top, bottom }: Rule) => right - left > bottom - top;
const touch = (a: Rule, b: Rule) =>
  a.left <= b.right + NEAR && b.left <= a.right + NEAR && a.top <= b.bottom + NEAR && b.top <= a.bottom + NEAR;

/** Rules that touch are one table, if they part at least two rows or columns. */
export function tablesOf(rules: readonly Rule[]): Ruled[] {
  return connected(rules).flatMap((some) => {
    const rows = places(some.filter(across).map(({ top, bottom }) => (top + bottom) / 2));
    const columns = places(some.filter((rule) => !across(rule)).map(({ left, right }) => (left + right) / 2));
    const [left, right, top, bottom] = [columns[0], columns.at(-1), rows[0], rows.at(-1)];
    if (left === undefined || right === undefined || top === undefined || bottom === undefined) return [];
    return rows.length >= 2 && columns.length >= 3 ? [{ left, right, top, bottom, rows, columns, rules: some }] : [];
  });
}

function connected(rules: readonly Rule[]): Rule[][] {
  let groups: Rule[][] = [];
  for (const rule of rules) {
    const [joined, apart] = [[rule], [] as Rule[][]];
    for (const group of groups) {
      if (group.some((other) => touch(rule, other))) joined.push(...group);
      else apart.push(group);
    }
    groups = [...apart, joined];
  }
  return groups;
}

function places(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.filter((value, at) => at === 0 || value - (sorted[at - 1] ?? 0) > NEAR);
}

export const isInside = ({ left, right, top, bottom }: Ruled, { x, y, width }: Glyphs) =>
  x + width / 2 > left && x + width / 2 < right && y > top && y < bottom + NEAR;

/** Cells with what stands in them; without a line between them, two are one. */
export function cellsOf(table: Ruled, glyphs: readonly Glyphs[]): GridCell[][] {
  const { rows, columns } = table;
  const middle = (lines: readonly number[], at: number) => ((lines[at] ?? 0) + (lines[at + 1] ?? 0)) / 2;
  const goesDown = (row: number, column: number) => row > 0 && !drawn(table, 'across', rows[row] ?? 0, middle(columns, column));
  const goesOn = (row: number, column: number) => column > 0 && !drawn(table, 'down', columns[column] ?? 0, middle(rows, row));
  const held = new Map<string, Glyphs[]>();
  for (const each of glyphs.flatMap((some) => partedAt(some, columns))) {
    let row = rows.findLastIndex((top) => top <= each.y - each.size * 0.3);
    let column = columns.findLastIndex((left) => left <= each.x + each.width / 2);
    while (goesOn(row, column)) column--;
    while (goesDown(row, column)) row--;
    const key = `${row} ${column}`;
    held.set(key, [...(held.get(key) ?? []), each]);
  }
  return Array.from({ length: rows.length - 1 }, (_, row) => {
    const starts = Array.from({ length: columns.length - 1 }, (_, column) => column).filter((column) => !goesOn(row, column));
    return starts.map((column, at) => ({
      text: printedLines(held.get(`${row} ${column}`) ?? [])
        .map(({ text }) => text)
        .join('\n'),
      span: (starts[at + 1] ?? columns.length - 1) - column,
      continues: goesDown(row, column),
    }));
  });
}

/** Some programs write words of several cells in one piece: parted where a line of the table runs between two characters. */
function partedAt(piece: Glyphs, columns: readonly number[]): Glyphs[] {
  if (!columns.some((column) => column > piece.x + NEAR && column < piece.x + piece.width - NEAR)) return [piece];
  const characters = Array.from(piece.text);
  const wide = (character: string) =>
    /\s/.test(character) ? 0 : /[\u2e80-\uffef]/.test(character) ? piece.size : piece.size / 2;
  const spaces = characters.filter((each) => /\s/.test(each)).length;
  const left = piece.width - characters.reduce((sum, each) => sum + wide(each), 0);
  const parts: Glyphs[] = [];
  let x = piece.x;
  for (const text of characters) {
    const width = /\s/.test(text) ? left / spaces : wide(text);
    const last = parts.at(-1);
    if (last && cellAt(columns, x + width / 2) === cellAt(columns, last.x)) last.text += text;
    else parts.push({ ...piece, text, x, width });
    x += width;
    const part = parts.at(-1);
    if (part) part.width = x - part.x;
  }
  return parts.map((part) => ({ ...part, x: part.x + 0.01 }));
}
const cellAt = (columns: readonly number[], x: number) => columns.findLastIndex((left) => left <= x);

function drawn({ rules }: Ruled, direction: 'across' | 'down', line: number, at: number): boolean {
  return rules.some((rule) => {
    const [from, to, start, end] =
      direction === 'across' ? [rule.top, rule.bottom, rule.left, rule.right] : [rule.left, rule.right, rule.top, rule.bottom];
    return (
      (direction === 'across') === across(rule) && line > from - NEAR && line < to + NEAR && at > start - NEAR && at < end + NEAR
    );
  });
}
