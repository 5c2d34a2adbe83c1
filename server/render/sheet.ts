import type { Style, Worksheet } from 'exceljs';
import type { Cell, Column } from './document.ts';
import { type HeadCell, headRows } from './table.ts';
import { printable, widthInCharacters } from './text.ts';

const longest = 32_767; // characters in a cell; Excel calls a file with more of them damaged
const cutMark = '…（超出单元格上限，未全部导出）';

/** Lines above the table, then its head of one or two rows, spans merged. */
export function writeHead(sheet: Worksheet, above: readonly string[], columns: readonly Column[]): void {
  sheet.columns = columns.map(({ head, width }) => ({
    width: Math.min(60, Math.max(widthInCharacters(head) * 2 + 3, width * 10)),
  }));
  above.forEach((text, place) => {
    put(sheet, { text, column: 0, across: columns.length, down: 1 }, place + 1, styles.above);
  });
  headRows(columns).forEach((cells, place) => {
    for (const cell of cells) put(sheet, cell, above.length + place + 1, styles.head);
  });
}

function put(sheet: Worksheet, { text, column, across, down }: HeadCell, row: number, style: Partial<Style>): void {
  const cell = sheet.getCell(row, column + 1);
  cell.value = printable(text);
  cell.style = style;
  if (across * down > 1) sheet.mergeCells(row, column + 1, row + down - 1, column + across);
}

/** Ids and all other text as text, figures as numbers with their decimals. */
export function writeRow(sheet: Worksheet, columns: readonly Column[], cells: readonly Cell[], total = false): void {
  const row = sheet.addRow(cells.map(contentOf));
  cells.forEach((cell, place) => {
    row.getCell(place + 1).style = styleOf(cell, columns[place]?.align ?? 'left', total);
  });
  row.commit();
}

/** One line across all columns. */
export function writeNotice(sheet: Worksheet, columns: readonly Column[], text: string): void {
  const row = sheet.addRow([text]);
  if (columns.length > 1) sheet.mergeCells(row.number, 1, row.number, columns.length);
  row.getCell(1).style = styleOf(text, 'center', false);
  row.commit();
}

/** What stands below a table: notes, and the line for signatures. */
export function writeBelow(sheet: Worksheet, columns: readonly Column[], text: string): void {
  const row = sheet.addRow([printable(text)]);
  if (columns.length > 1) sheet.mergeCells(row.number, 1, row.number, columns.length);
  row.getCell(1).style = styles.words;
  row.commit();
}

/** Lines of text below each other. */
export function writeWords(sheet: Worksheet, lines: readonly string[]): void {
  sheet.columns = [{ width: 100 }];
  for (const line of lines) {
    const row = sheet.addRow([contentOf(line)]);
    row.getCell(1).style = styles.words;
    row.commit();
  }
}

/** A string stays a string, whatever it begins with: exceljs makes a formula only of an object. */
function contentOf(cell: Cell): string | number {
  if (typeof cell === 'object') return Number(cell.decimal);
  if (typeof cell === 'number') return cell;
  const text = printable(cell);
  return text.length > longest ? text.slice(0, longest - cutMark.length) + cutMark : text;
}

const thin = { style: 'thin' } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };
const bold = { bold: true };
const centred = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
const asText = '@'; // also when somebody edits the cell: no date from an id, no formula from a sentence
const styles: Record<'above' | 'head' | 'words', Partial<Style>> = {
  above: { font: bold, alignment: { ...centred, wrapText: false }, numFmt: asText },
  head: { font: bold, alignment: centred, border, numFmt: asText },
  words: { alignment: { vertical: 'top', wrapText: true }, numFmt: asText },
};

const made = new Map<string, Partial<Style>>(); // exceljs knows a style again by the object

function styleOf(cell: Cell, align: Column['align'], total: boolean): Partial<Style> {
  const decimals = typeof cell === 'object' ? (cell.decimal.split('.')[1]?.length ?? 0) : 0;
  const numFmt = typeof cell === 'string' ? asText : decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0';
  const key = `${numFmt} ${align} ${total}`;
  const known = made.get(key);
  if (known) return known;
  const alignment = { horizontal: align, vertical: 'middle', wrapText: true } as const;
  const style = { numFmt, border, alignment, ...(total ? { font: bold } : {}) };
  made.set(key, style);
  return style;
}
