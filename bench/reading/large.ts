import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const [PAGES, CHARACTERS] = [200, 22 * 28]; // 22 lines of 28 characters: a page of an official paper

/** A docx repeated until its text fills 200 pages; `pages` tells how many there are. */
export function large(docx: Uint8Array): { bytes: Uint8Array; pages: number } {
  const parts = unzipSync(docx);
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const start = document.indexOf('<w:body>') + '<w:body>'.length;
  const end = document.lastIndexOf('<w:sectPr');
  const body = document.slice(start, end);
  const characters = [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].reduce((sum, [, said = '']) => sum + said.length, 0);
  const times = Math.ceil((PAGES * CHARACTERS) / characters);
  const repeated = document.slice(0, start) + body.repeat(times) + document.slice(end);
  const bytes = zipSync({ ...parts, 'word/document.xml': strToU8(repeated) });
  return { bytes, pages: Math.floor((times * characters) / CHARACTERS) };
}
