import { type Refusal, refusal, refuse } from '../../kernel/refusal.ts';
import type { Sheet } from '../sheet.ts';

const longest = 32_767; // characters in a cell; Excel calls a file with more of them damaged
const tooLong: Refusal = refusal('draft.cellTooLong', 422, '有一格超过电子表格一格的上限（32767 字），请改用 JSON 下载。');
const notXlsx: Refusal = refusal('draft.notXlsx', 422, '这个文件打不开，请选从这里下载、用 WPS 或 Excel 改过的 .xlsx 文件。');

const tooLarge: Refusal = refusal('draft.sheetTooLarge', 422, '这个表格太大（最多 5000 行、100 列），请检查是不是拿错了文件。');
const most = { rows: 5000, columns: 100, unpacked: 50_000_000 };

/** Every cell as text: no date from a number of a clause, no formula from a sentence. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs'); // slow to load, and few requests want it
  const book = new exceljs.Workbook();
  for (const { name, rows } of sheets) {
    if (rows.some((row) => row.some((cell) => cell.length > longest))) refuse(tooLong);
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
    sheet.addRows(rows.map((row) => [...row]));
    sheet.columns.forEach((column) => {
      Object.assign(column, { width: 18 });
      column.eachCell?.((cell) => {
        cell.numFmt = '@';
        cell.alignment = { vertical: 'top', wrapText: true };
      });
    });
    sheet.getRow(1).font = { bold: true };
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Cells as somebody reads them: the result of a formula, the words of a link. Throws `Refused`. */
export async function readWorkbook(content: Buffer): Promise<Sheet[]> {
  if (unpackedSize(content) > most.unpacked) refuse(tooLarge);
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  await book.xlsx.load(content as never).catch(() => refuse(notXlsx));
  return book.worksheets.map((sheet) => {
    if (sheet.rowCount > most.rows || sheet.columnCount > most.columns) refuse(tooLarge);
    const rows: string[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row, number) => {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell, place) => {
        cells[place - 1] = wordsOf(cell.value, cell.text);
      });
      rows[number - 1] = Array.from(cells, (cell) => cell ?? '');
    });
    return { name: sheet.name, rows: Array.from(rows, (row) => row ?? []) };
  });
}

const wordsOf = (value: unknown, text: string) => (value instanceof Date ? value.toISOString().slice(0, 10) : (text ?? ''));

/** What the parts of a zip say they come to, in bytes: a small file can unpack to more than the memory holds. */
function unpackedSize(content: Buffer): number {
  let sum = 0;
  for (let at = content.indexOf(partSign); at >= 0 && at + 28 <= content.length; at = content.indexOf(partSign, at + 4)) {
    sum += content.readUInt32LE(at + 24);
  }
  return sum;
}
const partSign = Buffer.from('PK\x01\x02', 'latin1');
