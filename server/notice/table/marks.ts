import type { Block, Cell, Row } from '../block/block.ts';
import { isOffice } from '../part/units.ts';
import { headOf, headsOf } from './columns.ts';
import { looksLikeUnits } from './kinds.ts';

/** ★为牵头单位，○为配合单位: the word that a mark stands for, as the notice itself says; `lines` are where it says so. */
export type Legend = { words: ReadonlyMap<string, string>; lines: ReadonlySet<number> };
export const noLegend: Legend = { words: new Map(), lines: new Set() };

const signs = '★☆●○◎◉■□▲△◆◇※√✓';
const explained = new RegExp(
  `([${signs}])[”"]?\\s*(?:号|的)?\\s*(?:为|是|表示|代表|指|[:：])\\s*(?:共同)?(牵头|主办|主责|责任|配合|协办|参与|协同)(?:单位|部门)`,
  'g',
);
const LONGEST_NOTE = 120;

export function legendOf(blocks: readonly Block[]): Legend {
  const [words, lines] = [new Map<string, string>(), new Set<number>()];
  for (const { text, line } of blocks.flatMap(notesIn)) {
    for (const [, sign = '', word = ''] of text.matchAll(explained)) {
      words.set(sign, words.has(sign) && words.get(sign) !== word ? '' : word);
      if (text.length <= LONGEST_NOTE) lines.add(line);
    }
  }
  return { words: new Map([...words].filter(([, word]) => word !== '')), lines };
}

const notesIn = (block: Block): { text: string; line: number }[] =>
  block.kind === 'paragraph' ? [block] : block.rows.flatMap(({ cells }) => cells);

/** Marks under the names of offices, and marks beside them, become what they stand for: 甲局（牵头）、乙局（配合）. */
export function withoutMarks(rows: readonly Row[], legend: Legend): Row[] {
  const spoken = gathered(rows, legend) ?? rows;
  if (legend.words.size === 0) return [...spoken];
  return spoken.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: beside(cell.text, legend) })) }));
}

function beside(text: string, { words }: Legend): string {
  let said = text;
  for (const [sign, word] of words) {
    if (!said.includes(sign)) continue;
    const after = said.replaceAll(new RegExp(`(?<=[^、，；${sign}\\s])\\s*${sign}+`, 'gu'), `（${word}）`);
    said = after.replaceAll(new RegExp(`${sign}+\\s*([^、，；\\s]+)`, 'gu'), `$1（${word}）`);
  }
  return said !== text && looksLikeUnits(said) ? said : text;
}

const LATEST_HEADS = 4;
const mark = new RegExp(`^(?:[${signs}]|牵头|主办|配合|协办|参与)$`);
/** A column for each office, with a mark where it takes part, → one column of units. Null: no such table. */
function gathered(rows: readonly Row[], legend: Legend): Row[] | null {
  const at = rows.slice(0, LATEST_HEADS).findIndex(({ cells }) => cells.filter(({ text }) => isNamed(text)).length >= 2);
  const heads = rows[at];
  if (!heads) return null;
  const body = rows.slice(at + 1);
  const columns = heads.cells.flatMap(({ text }, index) => (isNamed(text) && marked(body, index) ? [index] : []));
  const [first] = columns;
  const fits = body.every(({ cells }) => cells.length === heads.cells.length || cells.filter(isFilled).length < 2);
  if (first === undefined || columns.length < 2 || !fits) return null;
  const above = rows.slice(0, at).filter(({ cells }) => !headsOf(cells.map(({ text }) => text)));
  const put = ({ line, cells }: Row, text: string): Row => ({
    line,
    cells: cells.flatMap((cell, index): Cell[] =>
      index === first ? [{ ...cell, text }] : columns.includes(index) ? [] : [cell],
    ),
  });
  const units = ({ cells }: Row) => columns.flatMap((index) => unit(heads.cells[index], cells[index], legend)).join('、');
  return [
    ...above,
    put(heads, '责任单位'),
    ...body.map((row) => (row.cells.filter(isFilled).length < 2 ? row : put(row, units(row)))),
  ];
}

const isFilled = ({ text }: Cell) => text.trim() !== '';
const isNamed = (text: string) => isOffice(text) && !headOf(text);
function marked(body: readonly Row[], index: number): boolean {
  const said = body.flatMap(({ cells }) => cells[index]?.text.trim() || []);
  return said.length > 0 && said.every((text) => mark.test(text));
}

/** A mark that nobody explained stays beside the name, so that a person is asked; a tick only says who takes part. */
function unit(head: Cell | undefined, cell: Cell | undefined, { words }: Legend): string[] {
  const sign = cell?.text.trim() ?? '';
  if (sign === '' || !head) return [];
  const word = words.get(sign) ?? (/\p{Script=Han}/u.test(sign) ? sign : undefined);
  return [word ? `${head.text}（${word}）` : /[√✓]/.test(sign) ? head.text : `${head.text}${sign}`];
}
