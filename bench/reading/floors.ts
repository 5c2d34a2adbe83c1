import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { extractText, getDocumentProxy } from 'unpdf';

/** Bytes of a file → the characters that its bare library finds in it, without paragraphs, tables, numbers or doubts. */
export type Floor = (bytes: Uint8Array) => string | Promise<string>;

/** The library that each kind of file is opened with, used as its own guide says. For Word 97 none is installed: see decision 18. */
export const floors: Readonly<Record<string, Floor>> = {
  html: (bytes) => textIn(parse(new TextDecoder().decode(bytes))),
  docx: (bytes) => textOfParts(bytes, /^word\/(?:document|styles|numbering)\.xml$/),
  ofd: (bytes) => textOfParts(bytes, /\.xml$/),
  async xlsx(bytes) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    let text = '';
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => (text += cell.text))));
    return text;
  },
  pdf: async (bytes) => (await extractText(await getDocumentProxy(Uint8Array.from(bytes)))).text.join(''),
};

type Node = { nodeName: string; value?: string; childNodes?: Node[] };
const textIn = ({ value, childNodes }: Node): string => value ?? (childNodes ?? []).map(textIn).join('');

function textOfParts(bytes: Uint8Array, wanted: RegExp): string {
  let text = '';
  for (const part of Object.values(unzipSync(bytes, { filter: ({ name }) => wanted.test(name) }))) {
    const parser = new SaxesParser();
    parser.on('text', (said) => {
      text += said;
    });
    parser.write(new TextDecoder().decode(part)).close();
  }
  return text;
}
