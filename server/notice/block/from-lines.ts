import type { Line, Repair } from '../reading.ts';
import { repairId } from '../repair/edit.ts';
import type { Block, MayJoin, Paragraph, Taken } from './block.ts';
import { cellTable, plainCellTable } from './cell-table.ts';
import { rowTable } from './row-table.ts';
import { isDateLine, isFinished, opensSomething } from './structure.ts';

/** Each takes a block from the lines at `at`, or leaves them to the next. */
const takers: readonly ((lines: readonly Line[], at: number, mayJoin: MayJoin) => Taken | null)[] = [
  rowTable,
  cellTable,
  plainCellTable,
  paragraph,
];

/** Repaired lines → paragraphs and tables; each line break taken out on the way is a repair. */
export function blocksOf(
  lines: readonly Line[],
  keep: ReadonlySet<string>,
  whole: boolean,
): { blocks: Block[]; repairs: Repair[] } {
  const [blocks, joins]: [Block[], number[]] = [[], []];
  const mayJoin: MayJoin = (line) => !whole && !keep.has(breakId(line));
  for (let at = 0; at < lines.length; ) {
    if (lines[at]?.text.trim() === '') {
      at++;
      continue;
    }
    const taken = firstTaken(lines, at, mayJoin);
    if (taken) blocks.push(taken.block);
    if (taken) joins.push(...taken.joins);
    at = taken?.next ?? at + 1;
  }
  return { blocks, repairs: joins.flatMap((index) => breakRepair(lines[index])) };
}

function firstTaken(lines: readonly Line[], at: number, mayJoin: MayJoin): Taken | null {
  for (const take of takers) {
    const taken = take(lines, at, mayJoin);
    if (taken) return taken;
  }
  return null;
}

const breakId = ({ line, source }: Line) => repairId('break', line, source.length);
function breakRepair(line: Line | undefined): Repair[] {
  return line ? [{ id: breakId(line), kind: 'break', line: line.line, at: line.source.length, from: '\n', to: '' }] : [];
}

function paragraph(lines: readonly Line[], at: number, mayJoin: MayJoin): Taken<Paragraph> {
  const joins: number[] = [];
  let [text, next] = [lines[at]?.text.trim() ?? '', at + 1];
  while (isBroken(text, lines, next, mayJoin)) {
    text += lines[next]?.text.trim() ?? '';
    joins.push(next - 1);
    next++;
  }
  const line = lines[at]?.line ?? 0;
  return { block: { kind: 'paragraph', line, lastLine: line + next - at - 1, text }, next, joins };
}

const SHORTEST_BROKEN_LINE = 20;
/** Running text that stops without a stop and goes on in the next line: the width of somebody's window, not a paragraph. */
function isBroken(text: string, lines: readonly Line[], next: number, mayJoin: MayJoin): boolean {
  const [before, line, after] = [lines[next - 1], lines[next], lines[next + 1]];
  if (!before || !line || line.text.trim() === '' || !mayJoin(before)) return false;
  const running = before.text.trim().length >= SHORTEST_BROKEN_LINE && /[，,。；]/.test(text) && !isFinished(before.text);
  const own =
    opensSomething(line.text) || isDateLine(line.text) || isDateLine(after?.text ?? '') || /[|│\t]/.test(line.text.trim());
  return running && !own;
}
