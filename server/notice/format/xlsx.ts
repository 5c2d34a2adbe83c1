import { type Archive, hasMacros, partOf } from './archive.ts';
import { type FileDoubt, macros } from './doubt.ts';
import { type GridCell, linesOfGrid, paragraphsOf } from './grid.ts';
import { type Book, type Cell, cellOf, datedStyles, placeOf, wordsIn } from './xlsx-cell.ts';
import { notRead } from './xlsx-doubts.ts';
import { childOf, childrenOf, type Element } from './xml.ts';

export type SheetRow = { row: number; hidden: boolean; cells: Cell[] };
type Said = { lines: string[]; doubts: FileDoubt[] };

/** Every sheet of a workbook in its order → a line for each row; rows of one cell above and below a table are paragraphs. */
export function xlsxLines(archive: Archive): Said {
  const shared = childrenOf(partOf(archive, 'xl/sharedStrings.xml'), 'si').map(wordsIn);
  const workbook = partOf(archive, 'xl/workbook.xml');
  const since1904 = ['1', 'true'].includes(childOf(workbook, 'workbookPr')?.attributes.date1904 ?? '');
  const book = { shared, dated: datedStyles(partOf(archive, 'xl/styles.xml')), since1904 };
  const targets = new Map(
    childrenOf(partOf(archive, 'xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id,
      attributes.Target ?? '',
    ]),
  );
  const all: Said = { lines: [], doubts: hasMacros(archive) ? [macros] : [] };
  for (const { attributes } of childrenOf(childOf(workbook, 'sheets'), 'sheet')) {
    const target = targets.get(attributes.id) ?? '';
    const part = partOf(archive, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    const hidden = /hidden/i.test(attributes.state ?? '');
    if (part) addSheet(all, part, book, hidden ? `工作表“${attributes.name ?? ''}”` : null);
  }
  return all;
}

/** What is hidden is not read: nobody sees it on paper. But it is told, and so is what could not be read. */
function addSheet(all: Said, part: Element, book: Book, hidden: string | null): void {
  const rows: SheetRow[] = childrenOf(childOf(part, 'sheetData'), 'row').map((row, at) => ({
    row: Number(row.attributes.r ?? at + 1),
    hidden: hidden !== null || row.attributes.hidden === '1' || row.attributes.hidden === 'true',
    cells: cellsOf(row, book),
  }));
  const columns = hiddenColumns(part);
  all.doubts.push(...notRead(rows, { sheet: hidden, columns, line: all.lines.length + 1 }));
  all.lines.push(
    ...linesOfRows(
      rows.filter((row) => !row.hidden),
      columns,
      mergesOf(part),
    ),
  );
}

function linesOfRows(sheet: readonly SheetRow[], hidden: ReadonlySet<number>, merged: ReadonlySet<string>): string[] {
  const rows = sheet.map((row) => gridRow(row, hidden, merged)).filter((row) => row.some(({ text }) => text !== ''));
  const wide = (row: readonly GridCell[]) => row.filter(({ text, continues }) => text !== '' || continues).length > 1;
  const [first, last] = [rows.findIndex(wide), rows.findLastIndex(wide)];
  const alone = (some: typeof rows) => some.flat().flatMap(({ text }) => paragraphsOf(text));
  if (first === -1) return alone(rows);
  return [...alone(rows.slice(0, first)), ...linesOfGrid(rows.slice(first, last + 1)), ...alone(rows.slice(last + 1))];
}

function cellsOf(row: Element, book: Book): Cell[] {
  const cells: Cell[] = [];
  for (const [at, cell] of childrenOf(row, 'c').entries()) {
    const found = cellOf(cell, book);
    cells[placeOf(cell.attributes.r)?.column ?? at] = found;
  }
  return Array.from(cells, (cell) => cell ?? { text: '', place: '', odd: null });
}

const WIDEST = 500;
function hiddenColumns(part: Element): Set<number> {
  const hidden = childrenOf(childOf(part, 'cols'), 'col').filter(({ attributes }) => attributes.hidden === '1');
  return new Set(
    hidden.flatMap(({ attributes: { min, max } }) => {
      const count = Math.min(Number(max) - Number(min) + 1, WIDEST);
      return Array.from({ length: count }, (_, at) => Number(min) - 1 + at);
    }),
  );
}

/** Cells below the first of a merged range go on with it. */
function mergesOf(part: Element): Set<string> {
  const continued = childrenOf(childOf(part, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) => {
    const [from, to] = (attributes.ref ?? '').split(':').map(placeOf);
    if (!from || !to) return [];
    return Array.from({ length: to.row - from.row }, (_, at) => `${from.row + at + 1} ${from.column}`);
  });
  return new Set(continued);
}

const gridRow = ({ row, cells }: SheetRow, hidden: ReadonlySet<number>, merged: ReadonlySet<string>): GridCell[] =>
  cells.flatMap(({ text }, column) => (hidden.has(column) ? [] : [{ text, continues: merged.has(`${row} ${column}`) }]));
