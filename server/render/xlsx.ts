import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import type { stream } from 'exceljs';
import { refusal, refuse } from '../kernel/refusal.ts';
import { type Cell, Column, type ColumnInput, type Document } from './document.ts';
import { sheetNames, textLines, titledTables } from './outline.ts';
import { writeBelow, writeHead, writeNotice, writeRow, writeWords } from './sheet.ts';
import { headRows } from './table.ts';

type Book = stream.xlsx.WorkbookWriter;
type Cells = readonly Cell[];
type Rows = Iterable<Cells> | AsyncIterable<Cells>;
type Sheet = {
  name: string;
  above: readonly string[];
  below?: readonly string[];
  columns: readonly Column[];
  totals: readonly Cells[];
  empty: string;
};

const mostRows = 1_048_000; // Excel holds 1,048,576; the rest is for head and totals
const tooManyRows = refusal('render.tooManyRows', 422, '行数超过电子表格的上限（1048000 行），请先筛选，再分几次导出。');

/** A list of any length as one sheet, written while it is read. The stream is destroyed with a refusal when a sheet cannot hold the rows. */
export function streamXlsx(list: { name: string; columns: readonly ColumnInput[]; empty?: string }, rows: Rows): Readable {
  const { name: title, columns: given, empty = '没有符合条件的内容。' } = list;
  const columns = given.map((column) => Column.parse(column));
  const [name = ''] = sheetNames([title]);
  return streamBook((book, out) => writeSheet(book, { name, above: [], columns, totals: [], empty }, rows, out));
}

export type Form = {
  name: string;
  above: readonly string[];
  columns: readonly ColumnInput[];
  rows: readonly Cells[];
  totals: readonly Cells[];
  below: readonly string[];
};

/** One sheet as another office wants it on paper: title lines above the table, notes and the line for signatures below. */
export function renderForm({ name, columns, rows, ...form }: Form): Promise<Uint8Array> {
  const parsed = columns.map((column) => Column.parse(column));
  const [sheet = ''] = sheetNames([name]);
  const content = streamBook((book, out) =>
    writeSheet(book, { ...form, name: sheet, columns: parsed, empty: '没有单位。' }, rows, out),
  );
  return buffer(content);
}

/** A paper as a workbook: its words on the sheet 正文, then a sheet for each table. */
export function renderXlsx(document: Document): Promise<Uint8Array> {
  const tables = titledTables(document);
  const [words = '', ...names] = sheetNames(['正文', ...tables.map(({ title }) => title)]);
  const marking = document.marking === null ? [] : [document.marking];
  const content = streamBook(async (book, out) => {
    writeWords(book.addWorksheet(words), textLines(document));
    for (const [place, { title, table }] of tables.entries()) {
      await writeSheet(book, { ...table, name: names[place] ?? '', above: [title, ...marking] }, table.rows, out);
    }
  });
  return buffer(content);
}

function streamBook(write: (book: Book, out: PassThrough) => Promise<void>): Readable {
  const out = new PassThrough();
  const work = async () => {
    const { default: exceljs } = await import('exceljs'); // slow to load, and few requests want it
    const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
    await write(book, out);
    await book.commit();
  };
  work().catch((error) => out.destroy(error));
  return out;
}

async function writeSheet(book: Book, { name, above, below = [], columns, totals, empty }: Sheet, rows: Rows, out: PassThrough) {
  const head = above.length + headRows(columns).length;
  const views = [{ state: 'frozen' as const, xSplit: 1, ySplit: head }];
  const sheet = book.addWorksheet(name, {
    views,
    pageSetup: { paperSize: 9, fitToPage: true, fitToHeight: 0, orientation: 'landscape' },
  });
  writeHead(sheet, above, columns);
  let count = 0;
  for await (const cells of rows) {
    if (++count > mostRows) refuse(tooManyRows);
    writeRow(sheet, columns, cells);
    if (count % 500 === 0) await breath(out);
  }
  if (count === 0) writeNotice(sheet, columns, empty);
  for (const cells of totals) writeRow(sheet, columns, cells, true);
  for (const text of below) writeBelow(sheet, columns, text);
  const end = { row: head + Math.max(count, 1), column: columns.length };
  sheet.autoFilter = { from: { row: head, column: 1 }, to: end };
  sheet.commit();
}

/** Lets others work, and waits for a slow reader instead of filling the memory. */
async function breath(out: PassThrough): Promise<void> {
  await setImmediate();
  if (out.destroyed) throw new Error('the reader has gone');
  if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
}
