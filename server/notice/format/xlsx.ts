import { type Archive, partOf } from './archive.ts';
import { type GridCell, linesOfGrid, paragraphsOf } from './grid.ts';
import { allOf, childOf, childrenOf, type Element, textOf } from './xml.ts';

type Sheet = { row: number; cells: string[] }[];
type Book = { shared: readonly string[]; dated: ReadonlySet<number> };

/** Every sheet of a workbook in its order → a line for each row; rows of one cell above and below a table are paragraphs. */
export function xlsxLines(archive: Archive): string[] {
  const shared = childrenOf(partOf(archive, 'xl/sharedStrings.xml'), 'si').map(wordsIn);
  const book = { shared, dated: datedStyles(partOf(archive, 'xl/styles.xml')) };
  const targets = new Map(
    childrenOf(partOf(archive, 'xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id,
      attributes.Target ?? '',
    ]),
  );
  const sheets = childrenOf(childOf(partOf(archive, 'xl/workbook.xml'), 'sheets'), 'sheet');
  return sheets.flatMap(({ attributes }) => {
    const target = targets.get(attributes.id) ?? '';
    const part = partOf(archive, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    return part ? sheetLines(part, book) : [];
  });
}

/** Without the reading aid that Excel keeps beside a word. */
const wordsIn = (element: Element): string =>
  allOf({ ...element, children: element.children.filter((child) => typeof child !== 'string' && child.name !== 'rPh') }, 't')
    .map(textOf)
    .join('');

const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
function datedStyles(part: Element | undefined): Set<number> {
  const own = new Map(
    childrenOf(childOf(part, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  );
  const isDate = (format: number) =>
    builtInDates.has(format) || /[ymd年月日]/i.test((own.get(format) ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]/g, ''));
  const formats = childrenOf(childOf(part, 'cellXfs'), 'xf').map(({ attributes }) => Number(attributes.numFmtId));
  return new Set(formats.flatMap((format, style) => (isDate(format) ? [style] : [])));
}

function sheetLines(part: Element, book: Book): string[] {
  const sheet: Sheet = childrenOf(childOf(part, 'sheetData'), 'row').map((row, at) => ({
    row: Number(row.attributes.r ?? at + 1),
    cells: cellsOf(row, book),
  }));
  const merged = mergesOf(part);
  const rows = sheet.map(({ row, cells }) => gridRow(row, cells, merged)).filter((row) => row.some(({ text }) => text !== ''));
  const wide = (row: readonly GridCell[]) => row.filter(({ text, continues }) => text !== '' || continues).length > 1;
  const [first, last] = [rows.findIndex(wide), rows.findLastIndex(wide)];
  const alone = (some: typeof rows) => some.flat().flatMap(({ text }) => paragraphsOf(text));
  if (first === -1) return alone(rows);
  return [...alone(rows.slice(0, first)), ...linesOfGrid(rows.slice(first, last + 1)), ...alone(rows.slice(last + 1))];
}

function cellsOf(row: Element, book: Book): string[] {
  const cells: string[] = [];
  for (const [at, cell] of childrenOf(row, 'c').entries()) cells[placeOf(cell.attributes.r)?.column ?? at] = sayingOf(cell, book);
  return Array.from(cells, (cell) => cell ?? '');
}

function sayingOf(cell: Element, { shared, dated }: Book): string {
  const { t: type, s: style } = cell.attributes;
  const value = textOf(childOf(cell, 'v') ?? { name: '', attributes: {}, children: [] });
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'inlineStr') return wordsIn(childOf(cell, 'is') ?? cell);
  return value !== '' && (type ?? 'n') === 'n' && dated.has(Number(style)) ? dayOfSerial(Number(value)) : value;
}

/** Excel's days count from 1899-12-30. */
function dayOfSerial(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

/** 'C7' → column 2, row 7. */
function placeOf(reference: string | undefined): { column: number; row: number } | null {
  const [, letters = '', row] = /^([A-Z]{1,3})(\d+)$/.exec(reference ?? '') ?? [];
  if (row === undefined) return null;
  return { column: Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, row: Number(row) };
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

const gridRow = (row: number, cells: readonly string[], merged: ReadonlySet<string>): GridCell[] =>
  cells.map((text, column) => ({ text, continues: merged.has(`${row} ${column}`) }));
