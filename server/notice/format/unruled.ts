import { headsOf } from '../table/columns.ts';
import { serialOf } from '../table/kinds.ts';
import type { GridCell } from './grid.ts';
import { type Glyphs, printedLines } from './page.ts';

/** Where a column stands on the paper. */
export type Strip = { left: number; right: number };
/** A table that no line is drawn round: printed lines `from`–`to` (not included), as cells under each other. */
export type Unruled = { from: number; to: number; rows: GridCell[][]; strips: readonly Strip[] };

type Line = readonly Glyphs[];
type Segment = Strip & { glyphs: Glyphs[] };

const GAPS = [0.35, 1.2, 2.5]; // of a character: what parts two columns at least; heads may be spaced out
const FEWEST = 3; // columns, and lines
const FARTHEST = 4; // of a character: between two lines of one table

/**
 * Columns by where the words stand: a table begins where heads that we know stand beside each other, and ends before the
 * first line that runs across two columns. `carried`: the columns of a table that the last page ended with.
 */
export function unruledTables(lines: readonly Line[], carried: readonly Strip[] | null): Unruled[] {
  const found: Unruled[] = [];
  for (let at = 0; at < lines.length; at++) {
    const table = (at === 0 && carried && goneOn(lines, carried)) || begun(lines, at);
    if (!table) continue;
    found.push(table);
    at = table.to - 1;
  }
  return found;
}

function begun(lines: readonly Line[], from: number): Unruled | null {
  for (const gap of GAPS) {
    const { to, strips } = reach(lines, from, [], gap);
    if (to - from < FEWEST || strips.length < FEWEST) continue;
    const rows = bestRows(lines.slice(from, to), strips);
    if (rows) return { from, to, rows, strips };
  }
  return null;
}

function goneOn(lines: readonly Line[], carried: readonly Strip[]): Unruled | null {
  const { to, strips } = reach(lines, 0, carried, GAPS[0] ?? 0);
  const some = lines.slice(0, to);
  if (to === 0 || strips.length !== carried.length || !some.some((line) => filled(cellsOf([line], strips)) >= FEWEST))
    return null;
  const rows = groupings(some, strips).map((groups) => groups.map((group) => cellsOf(group, strips)));
  return { from: 0, to, rows: rows.toSorted((a, b) => fullness(b) - fullness(a))[0] ?? [], strips };
}

/** How far down no line runs across two columns, and the columns as they then are, from left to right. */
function reach(lines: readonly Line[], from: number, carried: readonly Strip[], gap: number) {
  let [to, strips]: [number, Strip[]] = [from, [...carried]];
  for (; to < lines.length; to++) {
    const line = lines[to] ?? [];
    const before = lines[to - 1];
    const far = to > from && before && (line[0]?.y ?? 0) - (before[0]?.y ?? 0) > FARTHEST * sizeOf(before);
    const wider = far ? null : widened(strips, segmentsOf(line, gap));
    if (!wider) break;
    strips = wider;
  }
  return { to, strips: strips.toSorted((a, b) => a.left - b.left) };
}

/** The columns with another line in them; null where one of its pieces lies in two. */
function widened(strips: readonly Strip[], segments: readonly Segment[]): Strip[] | null {
  const all = strips.map((strip) => ({ ...strip }));
  for (const { left, right } of segments) {
    const met = all.filter((strip) => strip.left < right && left < strip.right);
    const [strip] = met;
    if (met.length > 1) return null;
    if (strip) Object.assign(strip, { left: Math.min(strip.left, left), right: Math.max(strip.right, right) });
    else all.push({ left, right });
  }
  return all.every((strip, at) =>
    all.every((other, place) => at === place || strip.right <= other.left || other.right <= strip.left),
  )
    ? all
    : null;
}

const sizeOf = (line: Line) => Math.max(...line.map(({ size }) => size));

function segmentsOf(line: Line, gap: number): Segment[] {
  const segments: Segment[] = [];
  for (const glyphs of line.toSorted((a, b) => a.x - b.x)) {
    const last = segments.at(-1);
    const right = glyphs.x + glyphs.width;
    if (last && glyphs.x - last.right < gap * glyphs.size) {
      last.glyphs.push(glyphs);
      last.right = Math.max(last.right, right);
    } else segments.push({ left: glyphs.x, right, glyphs: [glyphs] });
  }
  return segments;
}

/** Of the ways to part lines into rows the one with the most whole rows under known heads; null where none has heads. */
function bestRows(lines: readonly Line[], strips: readonly Strip[]): GridCell[][] | null {
  const all = groupings(lines, strips).map((groups) => groups.map((group) => cellsOf(group, strips)));
  const headed = all.filter((rows) => rows.length >= 2 && headsOf(inOne(rows[0] ?? [])) !== null);
  return headed.toSorted((a, b) => fullness(b) - fullness(a))[0] ?? null;
}

const inOne = (row: readonly GridCell[]) => row.map(({ text }) => text.replaceAll('\n', ''));
const filled = (row: readonly GridCell[]) => row.filter(({ text }) => text !== '').length;
const fullness = (rows: readonly (readonly GridCell[])[]) =>
  rows.reduce((sum, row) => sum + (filled(row) === row.length ? 1 : -(row.length - filled(row)) / row.length), 0);

function cellsOf(lines: readonly Line[], strips: readonly Strip[]): GridCell[] {
  const glyphs = lines.flat();
  return strips.map(({ left, right }) => {
    const own = glyphs.filter(({ x, width }) => x + width / 2 >= left && x + width / 2 <= right);
    return {
      text: printedLines(own)
        .map(({ text }) => text)
        .join('\n'),
    };
  });
}

/** Ways to part the lines of a table into rows: by blank space, by numbers at the top or in the middle of a row, or each for itself. */
function groupings(lines: readonly Line[], strips: readonly Strip[]): Line[][][] {
  const serials = lines.flatMap((line, at) => (serialOf(cellsOf([line], strips)[0]?.text ?? '') === null ? [] : [at]));
  const height = (at: number) => lines[at]?.[0]?.y ?? 0;
  const middles = serials.slice(1).map((at, index) => (height(at) + height(serials[index] ?? 0)) / 2);
  const heads = headLines(lines, strips);
  const begins: ((at: number) => boolean)[] = [
    bySpace(lines, serials.length),
    (at) => serials.includes(at),
    (at) => at === heads || (at > 0 && middles.some((middle) => height(at - 1) < middle && height(at) >= middle)),
    (at) => filled(cellsOf([lines[at] ?? []], strips)) > strips.length / 2,
    () => true,
  ];
  return begins.map((begin) => {
    const groups: Line[][] = [];
    for (const [at, line] of lines.entries()) {
      const last = groups.at(-1);
      if (last && !begin(at)) last.push(line);
      else groups.push([line]);
    }
    return groups;
  });
}

/** How many lines at the top make up the heads. */
function headLines(lines: readonly Line[], strips: readonly Strip[]): number {
  for (let count = 4; count > 0; count--) if (headsOf(inOne(cellsOf(lines.slice(0, count), strips)))) return count;
  return 0;
}

/** The widest blank spaces, one above each number, if they are clearly wider than all others; without numbers, wide ones. */
function bySpace(lines: readonly Line[], numbers: number): (at: number) => boolean {
  const spaces = lines.map((line, at) => (at === 0 ? 0 : (line[0]?.y ?? 0) - (lines[at - 1]?.[0]?.y ?? 0)));
  const sorted = spaces.slice(1).toSorted((a, b) => b - a);
  const [narrowest = 0, next = 0] = [sorted[numbers - 1], sorted[numbers]];
  if (numbers > 0) return (at) => narrowest > next * 1.1 && (spaces[at] ?? 0) >= narrowest;
  const usual = sorted[sorted.length >> 1] ?? 0;
  return (at) => (spaces[at] ?? 0) > usual * 1.25;
}
