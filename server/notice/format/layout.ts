import { opensSomething } from '../block/structure.ts';
import { type GridCell, linesOfGrid } from './grid.ts';
import { type Glyphs, printed as lineOf, type Page, type PrintedLine, rowsOf } from './page.ts';
import { cellsOf, isInside, type Ruled, tablesOf } from './ruled.ts';
import { type Strip, type Unruled, unruledTables } from './unruled.ts';

type Printed = { kind: 'line'; line: PrintedLine } | { kind: 'table'; rows: GridCell[][]; strips?: readonly Strip[] };

const pageNumber = /^[-—－–·\s]*(?:第\s*)?\d{1,3}\s*(?:页)?(?:\s*[/／,，]?\s*共?\s*\d{1,3}\s*页?)?[-—－–·\s]*$/;
const EDGE = 0.12; // of a page: where its number stands

/** Printed pages → a line for each paragraph and each row: wrapped lines are joined, tables go on over the page. */
export function linesOfPages(pages: readonly Page[]): string[] {
  const printed: Printed[] = [];
  for (const page of pages) printed.push(...printedOn(page, stripsOf(printed.at(-1))));
  const paper = marginsOf(printed.flatMap((each) => (each.kind === 'line' ? each.line : [])));
  const lines: string[] = [];
  let [paragraph, last, table]: [string, PrintedLine | null, GridCell[][]] = ['', null, []];
  const close = () => {
    if (paragraph !== '') lines.push(paragraph);
    [paragraph, last] = ['', null];
  };
  const closeTable = () => lines.push(...linesOfGrid(table.splice(0)));
  for (const each of printed) {
    if (each.kind === 'table') {
      close();
      addRows(table, each.rows);
      continue;
    }
    closeTable();
    if (last && !goesOn(last, each.line, paper)) close();
    paragraph += each.line.text;
    last = each.line;
  }
  close();
  closeTable();
  return lines;
}

const stripsOf = (last: Printed | undefined) => (last?.kind === 'table' ? (last.strips ?? null) : null);

/** `carried`: the columns of a table without lines that the page before ended with. */
function printedOn({ glyphs, rules, height }: Page, carried: readonly Strip[] | null): Printed[] {
  const tables = tablesOf(rules);
  const inTable = new Map(tables.map((table) => [table, glyphs.filter((each) => isInside(table, each))]));
  const held = new Set([...inTable.values()].flat());
  const atEdge = ({ text, y }: PrintedLine) => pageNumber.test(text) && (y < height * EDGE || y > height * (1 - EDGE));
  const free = rowsOf(glyphs.filter((each) => !held.has(each))).filter((row) => !atEdge(lineOf(row)));
  const placed = [
    ...freely(free, unruledTables(free, tables.length > 0 ? null : carried)),
    ...tables.map((table) => ({ y: table.top, printed: tableOn(table, inTable.get(table) ?? []) })),
  ];
  return placed.sort((a, b) => a.y - b.y).map((each) => each.printed);
}
type Placed = { y: number; printed: Printed };
/** Lines of text, and tables of lines that stand in columns. */
function freely(rows: readonly (readonly Glyphs[])[], tables: readonly Unruled[]): Placed[] {
  return rows.flatMap((row, at): Placed[] => {
    const table = tables.find(({ from, to }) => at >= from && at < to);
    const line = lineOf(row);
    if (!table) return [{ y: line.y, printed: { kind: 'line', line } }];
    return table.from === at ? [{ y: line.y, printed: { kind: 'table', rows: table.rows, strips: table.strips } }] : [];
  });
}

const tableOn = (table: Ruled, glyphs: Page['glyphs']): Printed => ({ kind: 'table', rows: cellsOf(table, glyphs) });

/** A row that the end of a page cut: it begins the next without its first cell. */
function addRows(table: GridCell[][], rows: GridCell[][]) {
  const [first, ...others] = rows;
  const last = table.at(-1);
  const cut = first && last && first.length === last.length && first[0]?.text === '' && first.some(({ text }) => text !== '');
  if (!cut || !first || !last) return table.push(...rows);
  table[table.length - 1] = last.map((cell, at) => ({ ...cell, text: `${cell.text}\n${first[at]?.text ?? ''}` }));
  return table.push(...others);
}

type Paper = { left: number; right: number; pitch: number };
/** Where running text begins and ends, and how far its lines lie apart. */
function marginsOf(lines: readonly PrintedLine[]): Paper {
  const right = Math.max(0, ...lines.map((line) => line.right));
  const full = lines.filter((line) => line.right > right - 2 * line.size);
  const pitches = lines.flatMap((line, at) => {
    const pitch = line.y - (lines[at - 1]?.y ?? line.y);
    return pitch > 0 ? [pitch] : [];
  });
  const sorted = pitches.sort((a, b) => a - b);
  return {
    left: Math.min(...(full.length > 0 ? full : lines).map(({ left }) => left)),
    right,
    pitch: sorted[sorted.length >> 1] ?? 0,
  };
}

/** What no program parts at the end of a line: （chuán）, 2023年, a mark after its character. */
const word = /^[（(“《〔]*(?:[\p{Script=Latin}\d.%-]+(?:[（(]\p{Script=Latin}+[）)])?|.)[）)”》〕，。、；：]*/u;
const widthOf = (text: string) => Array.from(text).reduce((sum, each) => sum + (/[\u2e80-\uffef]/.test(each) ? 1 : 0.55), 0);

/** The line before reached the edge, and this one begins at the other without an indent or a number of its own. */
function goesOn(before: PrintedLine, line: PrintedLine, { left, right, pitch }: Paper): boolean {
  const wrapped =
    before.right > right - (widthOf(word.exec(line.text)?.[0] ?? '') + 1) * before.size && line.left < left + 0.6 * line.size;
  const gap = line.y - before.y;
  return wrapped && gap < pitch * 1.35 && !opensSomething(line.text);
}
