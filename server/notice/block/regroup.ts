import { headOf, headsOf } from '../table/columns.ts';
import { looksDated, serialOf } from '../table/kinds.ts';
import type { Cell, Row } from './block.ts';

/** A list of cells → rows: the width is known by the serial numbers, else by the heads, else by the dates. */
export function regroup(cells: readonly Cell[]): Row[] {
  const { heads, width, body } = layout(cells);
  const numbered = serialOf(body[0]?.text ?? '') !== null;
  const rows = numbered ? bySerial(body, width) : byWidth(body, width);
  return (heads.length > 0 ? [heads, ...rows] : rows).map((row) => ({ line: row[0]?.line ?? 0, cells: row }));
}

/** Is the last row one cell short? */
export function cellMissing(cells: readonly Cell[]): boolean {
  const { width } = layout(cells);
  const last = regroup(cells).at(-1)?.cells.length ?? 0;
  return width > 1 && last === width - 1;
}

function layout(cells: readonly Cell[]): { heads: Cell[]; width: number; body: Cell[] } {
  const count = headCount(cells);
  const body = cells.slice(count);
  const width = widthBySerials(body) ?? (count > 0 ? count : (widthByDates(body) ?? body.length));
  return { heads: flattened(cells.slice(0, count), width), width, body };
}

function headCount(cells: readonly Cell[]): number {
  const first = cells.findIndex(({ text }) => serialOf(text) === 1);
  const texts = cells.slice(0, first).map(({ text }) => text);
  if (first >= 2 && headsOf(texts)) return 1 + texts.findLastIndex((text) => headOf(text));
  const strange = cells.findIndex(({ text }) => !headOf(text));
  const leading = strange === -1 ? cells.length : strange;
  return headsOf(cells.slice(0, leading).map(({ text }) => text)) ? leading : 0;
}

/** Serial numbers that count up stand a row apart; the commonest distance wins over a faulty row. */
function widthBySerials(body: readonly Cell[]): number | null {
  const distances = new Map<number, number>();
  let [expected, place] = [serialOf(body[0]?.text ?? ''), 0];
  if (expected === null) return null;
  for (const [index, { text }] of body.entries()) {
    if (index < place + 2 || serialOf(text) !== expected + 1) continue;
    distances.set(index - place, (distances.get(index - place) ?? 0) + 1);
    [expected, place] = [expected + 1, index];
  }
  const [commonest] = [...distances].sort(([, a], [, b]) => b - a);
  return commonest?.[0] ?? null;
}

function widthByDates(body: readonly Cell[]): number | null {
  const places = body.flatMap(({ text }, index) => (looksDated(text) ? [index] : []));
  const [first = 0, second] = places;
  return second === undefined ? null : second - first;
}

/** A wide head over two others comes before all that follow: 责任单位, 时间, 牵头, 配合 → 牵头, 配合, 时间. */
function flattened(heads: Cell[], width: number): Cell[] {
  const columns = heads.map(({ text }) => headOf(text)?.column);
  const [wide, below] = [
    columns.indexOf('responsible'),
    columns.findIndex((column) => column === 'lead' || column === 'support'),
  ];
  if (heads.length !== width + 1 || wide === -1 || below < wide) return heads;
  return [...heads.slice(0, wide), ...heads.slice(below), ...heads.slice(wide + 1, below)];
}

function bySerial(body: readonly Cell[], width: number): Cell[][] {
  const rows: Cell[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const cell of body) {
    const [serial, row] = [serialOf(cell.text), rows.at(-1)];
    const next = serial !== null && (serial === last + 1 || (serial >= last && (row?.length ?? 0) >= width));
    if (row && !next) row.push(cell);
    else rows.push([cell]);
    if (next || !row) last = serial ?? last;
  }
  return rows.flatMap((row) => withSecondWindow(row, width));
}

/** More cells than columns, with a date after the first row's own: a second row under the same number. */
function withSecondWindow(row: Cell[], width: number): Cell[][] {
  const [first, rest] = [row.slice(0, width), row.slice(width)];
  const own = rest.length >= 2 || (rest.length === 1 && row.length === width + 1 && looksDated(rest[0]?.text ?? ''));
  const dated = rest.some(({ text }) => looksDated(text)) && first.some(({ text }) => looksDated(text));
  return own && dated ? [first, ...withSecondWindow(rest, width)] : [row];
}

function byWidth(body: readonly Cell[], width: number): Cell[][] {
  const even = Array.from({ length: Math.ceil(body.length / width) }, (_, index) =>
    body.slice(index * width, (index + 1) * width),
  );
  const dates = even.map((row) => row.findIndex(({ text }) => looksDated(text)));
  const regular = dates.every((place) => place === dates[0]) && body.length % width === 0;
  return regular || dates[0] !== width - 1 ? even : afterDates(body);
}

/** Where the date is the last cell, a row ends with it, however many cells it has. */
function afterDates(body: readonly Cell[]): Cell[][] {
  const rows: Cell[][] = [[]];
  for (const [index, cell] of body.entries()) {
    rows.at(-1)?.push(cell);
    if (looksDated(cell.text) && index < body.length - 1) rows.push([]);
  }
  return rows;
}
