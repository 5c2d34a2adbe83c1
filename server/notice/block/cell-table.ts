import type { Line } from '../reading.ts';
import { headOf, headsOf } from '../table/columns.ts';
import { looksDated } from '../table/kinds.ts';
import type { Cell, MayJoin, Table, Taken } from './block.ts';
import { loneCell } from './cells.ts';
import { cellMissing, regroup } from './regroup.ts';
import { opensSomething } from './structure.ts';

const FARTHEST_BAR = 4;
const LONGEST_CELL = 120;
const HEADS_IN_A_ROW = 3;

/** One cell a line, each closed by a bar; a cell may be broken over lines, and the very last bar may be cut off. */
export function cellTable(lines: readonly Line[], at: number, mayJoin: MayJoin): Taken<Table> | null {
  if (loneCell(lines[at]?.text ?? '') === null) return null;
  const [cells, joins]: [Cell[], number[]] = [[], []];
  let [next, begun] = [at, null as Cell | null];
  for (let index = at; index < lines.length; index++) {
    const line = lines[index];
    const closed = loneCell(line?.text ?? '');
    if (!line || (closed === null && !goesOn(lines, index, mayJoin))) break;
    if (begun && line.text.trim() !== '') joins.push(index - 1);
    const text = (begun?.text ?? '') + (closed ?? line.text.trim());
    const cell: Cell = { text, line: begun?.line ?? line.line, lastLine: line.line };
    begun = closed === null && text !== '' ? cell : null;
    if (closed === null) continue;
    cells.push(cell);
    next = index + 1;
  }
  if (cells.length < HEADS_IN_A_ROW) return null;
  const last = lastWithoutBar(cells, lines, next);
  return tableOf(last ? [...cells, last] : cells, lines, at, last ? last.line : next, joins);
}

/** A line without a bar belongs to the cell that a bar closes within the next few lines. */
function goesOn(lines: readonly Line[], at: number, mayJoin: MayJoin): boolean {
  const line = lines[at];
  if (!line || opensSomething(line.text)) return false;
  if (line.text.trim() !== '' && !mayJoin(line)) return false;
  for (const { text } of lines.slice(at + 1, at + 1 + FARTHEST_BAR)) {
    if (loneCell(text) !== null) return true;
    if (opensSomething(text)) return false;
  }
  return false;
}

function lastWithoutBar(cells: readonly Cell[], lines: readonly Line[], next: number): Cell | null {
  const line = lines[next];
  if (!line || line.text.trim() === '' || opensSomething(line.text) || !cellMissing(cells)) return null;
  const text = line.text.trim();
  return text.length <= LONGEST_CELL ? { text, line: line.line, lastLine: line.line } : null;
}

function tableOf(cells: Cell[], lines: readonly Line[], at: number, next: number, joins: number[]): Taken<Table> {
  const line = lines[at]?.line ?? 0;
  return { block: { kind: 'table', line, lastLine: lines[next - 1]?.line ?? line, rows: regroup(cells) }, next, joins };
}

/** One cell a line and nothing between them, as copied from a web page: known by its heads, one under the other. */
export function plainCellTable(lines: readonly Line[], at: number): Taken<Table> | null {
  if (!headOf(lines[at]?.text ?? '')) return null;
  const opening = lines.slice(at, at + HEADS_IN_A_ROW).map(({ text }) => text);
  if (opening.some((text) => loneCell(text) !== null)) return null; // with bars, which tell where each cell ends
  if (opening.length < HEADS_IN_A_ROW || !opening.every((text) => headOf(text)) || !headsOf(opening)) return null;
  const cells: Cell[] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const [text, line] = [lines[next]?.text.trim() ?? '', lines[next]?.line ?? 0];
    if (opensSomething(text) || text.length > LONGEST_CELL || text.endsWith('。')) break;
    if (text !== '') cells.push({ text, line, lastLine: line });
  }
  return cells.some(({ text }) => looksDated(text)) ? tableOf(cells, lines, at, next, []) : null;
}
