import type { Line } from '../reading.ts';
import { headsOf } from '../table/columns.ts';
import { serialOf } from '../table/kinds.ts';
import type { Cell, MayJoin, Row, Table, Taken } from './block.ts';
import { isRuleLine, type Separator, separators } from './cells.ts';
import { opensSomething } from './structure.ts';

type Open = { rows: Row[]; width: number; joins: number[]; next: number };

/** One row a line, its cells parted by bars or tabs, or under a known head by wide gaps or commas. */
export function rowTable(lines: readonly Line[], at: number, mayJoin: MayJoin): Taken<Table> | null {
  for (const separator of separators) {
    const start = isRuleLine(lines[at]?.text ?? '') ? at + 1 : at;
    const text = lines[start]?.text ?? '';
    const first = separator.begins(text) ? separator.split(text) : null;
    if (!first || !begins(separator, first, lines, start)) continue;
    const { rows, joins, next } = collect(separator, lines, start, mayJoin);
    const line = lines[at]?.line ?? 0;
    return { block: { kind: 'table', line, lastLine: line + next - at - 1, rows }, next, joins };
  }
  return null;
}

function begins(separator: Separator, first: readonly string[], lines: readonly Line[], at: number): boolean {
  const heads = headsOf(first);
  if (!separator.trusted) return heads !== null && first.length >= 3;
  const following = lines.slice(at + 1, at + 4).find(({ text }) => text.trim() !== '' && !isRuleLine(text));
  return first.length >= 2 && (heads !== null || (following !== undefined && separator.split(following.text) !== null));
}

function collect(separator: Separator, lines: readonly Line[], start: number, mayJoin: MayJoin): Open {
  const open: Open = { rows: [], width: 0, joins: [], next: start };
  for (let at = start; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === '' || isRuleLine(text)) continue;
    if (!take(open, separator, lines, at, mayJoin)) break;
    open.next = at + 1;
  }
  while (isRuleLine(lines[open.next]?.text ?? '')) open.next++;
  return open;
}

/** False where the table is over. */
function take(open: Open, separator: Separator, lines: readonly Line[], at: number, mayJoin: MayJoin): boolean {
  const line = lines[at];
  const texts = separator.split(line?.text ?? '');
  if (!line || !fits(open, separator, texts, line.text, lines[at + 1]?.text ?? '')) return false;
  const cells = (texts ?? [line.text.trim()]).map((text) => ({ text, line: line.line, lastLine: line.line }));
  const last = open.rows.at(-1);
  const broken =
    last && !isAcross(last.cells) && at === open.next && mayJoin(lines[at - 1] ?? line) && isRest(last.cells, cells, open.width);
  if (last && broken) {
    last.cells.splice(-1, 1, ...joined(last.cells, cells));
    open.joins.push(at - 1);
  } else open.rows.push({ line: line.line, cells });
  open.width ||= cells.length;
  return true;
}

function fits(open: Open, { split, trusted }: Separator, texts: string[] | null, text: string, following: string): boolean {
  const enough = (open.rows.at(-1)?.cells.length ?? 0) >= open.width;
  if (!texts)
    return open.rows.length > 0 && (section.test(text) || !enough) && !opensSomething(text) && split(following) !== null;
  return trusted || open.width === 0 || Math.abs(texts.length - open.width) <= 1;
}

/** 专题一：……: a line across the table, between its rows. */
const section = /^\s*(?:专题|主题|板块|系列|篇章|类别)[一二三四五六七八九十\d]{0,3}\s*[:：、][^。；]{2,30}$/;
const isAcross = (cells: readonly Cell[]) => cells.length === 1 && section.test(cells[0]?.text ?? '');

/** The rest of a row whose last cell was broken in two: together they have as many cells as the head. */
const isRest = (before: readonly Cell[], cells: readonly Cell[], width: number) =>
  before.length < width && before.length + cells.length - 1 <= width && serialOf(cells[0]?.text ?? '') === null;

function joined(before: readonly Cell[], [first, ...rest]: readonly Cell[]): Cell[] {
  const last = before.at(-1);
  return last && first ? [{ text: last.text + first.text, line: last.line, lastLine: first.line }, ...rest] : [...rest];
}
