import { Refused, refuse } from '../../kernel/refusal.ts';
import type { Told } from '../progress.ts';
import { unpack } from './archive.ts';
import { docLines } from './doc.ts';
import { docxLines } from './docx.ts';
import type { FileDoubt } from './doubt.ts';
import { htmlLines, looksLikeHtml } from './html.ts';
import { isMht, mhtLines } from './mht.ts';
import { ofdLines } from './ofd.ts';
import { refusals } from './refusals.ts';
import { rtfLines } from './rtf.ts';
import { xlsxLines } from './xlsx.ts';

export type Format = 'docx' | 'xlsx' | 'doc' | 'rtf' | 'html' | 'mht' | 'pdf' | 'ofd';
/** A line for each paragraph and each row of a table, as the file has them; `doubts` are of the file itself. */
export type Lines = { format: Format; lines: string[]; doubts?: readonly FileDoubt[] };

const begins = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);

/** An office file → its lines; null for what is none. Throws `Refused` where a file can be named but not read. */
export function officeLines(bytes: Uint8Array, told?: Told): Lines | null {
  try {
    return linesOfOffice(bytes, told);
  } catch (error) {
    if (error instanceof Refused) throw error;
    return refuse(refusals.broken); // cut or made by hand: whatever a part of it does not hold to
  }
}

function linesOfOffice(bytes: Uint8Array, told?: Told): Lines | null {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { format: 'doc', ...docLines(bytes) };
  if (begins(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return { format: 'rtf', ...rtfLines(bytes) };
  const archived = isMht(bytes) ? mhtLines(bytes) : null;
  if (archived) return { format: 'mht', lines: archived };
  if (!begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return null;
  const archive = unpack(bytes);
  if (archive['word/document.xml']) return { format: 'docx', ...docxLines(archive, told) };
  if (archive['xl/workbook.xml']) return { format: 'xlsx', ...xlsxLines(archive) };
  if (archive['OFD.xml']) return { format: 'ofd', lines: ofdLines(archive) };
  return refuse(refusals.strange('压缩包，但不是 docx、xlsx、ofd'));
}

/** A text that is a page → its lines; null for plain text. */
export const pageLines = (text: string): Lines | null =>
  looksLikeHtml(text) ? { format: 'html', lines: htmlLines(text) } : null;
