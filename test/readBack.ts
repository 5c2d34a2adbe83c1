import exceljs from 'exceljs';
import { getDocumentProxy } from 'unpdf';
import { unzip } from './unzip.ts';

export const withoutSpaces = (text: string) => text.replace(/\s/g, '');

type Piece = { text: string; x: number; y: number; font: string };
export type ReadPage = { width: number; pieces: Piece[]; text: string };

/** The pages of a PDF: pieces of text with their place in points from the lower left, and the font embedded for them. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPage[]> {
  const proxy = await getDocumentProxy(Uint8Array.from(pdf));
  const numbers = Array.from({ length: proxy.numPages }, (_, place) => place + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await proxy.getPage(number);
      await page.getOperatorList(); // fonts are loaded with the drawing
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) => {
        if (!('str' in item) || item.str === '') return [];
        return [{ text: item.str, x: item.transform[4], y: item.transform[5], font: page.commonObjs.get(item.fontName).name }];
      });
      return { width: page.view[2] ?? 0, pieces, text: withoutSpaces(pieces.map(({ text }) => text).join('')) };
    }),
  );
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };
export const textOfXml = (xml: string) =>
  withoutSpaces(xml.replace(/<[^>]*>/g, '')).replace(/&([a-z0-9#]+);/g, (whole, name) => entities[name] ?? whole);

export const readDocx = (docx: Uint8Array) => unzip(docx);

/** Cells of every sheet by its name, row by row. */
export async function readXlsx(xlsx: Uint8Array) {
  const book = new exceljs.Workbook();
  await book.xlsx.load(Uint8Array.from(xlsx).buffer);
  return Object.fromEntries(
    book.worksheets.map((sheet) => {
      const rows: exceljs.Cell[][] = [];
      sheet.eachRow((row) => {
        const cells: exceljs.Cell[] = [];
        row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell));
        rows.push(cells);
      });
      return [sheet.name, { rows, sheet }];
    }),
  );
}
