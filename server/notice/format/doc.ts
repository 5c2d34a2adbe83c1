import { refuse } from '../../kernel/refusal.ts';
import { type Compound, compound } from './compound.ts';
import { numberingOfDoc } from './doc-lists.ts';
import { paragraphsOfDoc, placedIn } from './doc-paragraphs.ts';
import { type Runs, runsOfDoc } from './doc-runs.ts';
import { type FileDoubt, macros } from './doubt.ts';
import { type EdgedRow, gridOf } from './edged.ts';
import { linesOfGrid, paragraphsOf } from './grid.ts';
import { refusals } from './refusals.ts';
import { revisionDoubts } from './revisions.ts';

type Piece = { from: number; to: number; at: number; narrow: boolean };
/** The text as Word 97 keeps it, in pieces; `at` gives the place in the file of each character. */
type DocText = { text: string; placeOf: (character: number) => number; main: Uint8Array; table: Uint8Array; data: Uint8Array };

/** Word 97's and WPS's doc and wps (MS-DOC) → a line for each paragraph and each row. Numbers that Word counts itself come with it. */
export function docLines(bytes: Uint8Array): { lines: string[]; doubts: FileDoubt[] } {
  const streams = compound(bytes);
  if (streams('EncryptedPackage')) refuse(refusals.locked);
  if (streams('Workbook') ?? streams('Book')) refuse(refusals.strange('旧版 Excel 文件（xls）'));
  const text = textOf(streams);
  const runs = runsOfDoc(text.main, text.table);
  return { lines: linesOf(text, runs), doubts: [...(streams('_VBA_PROJECT') ? [macros] : []), ...revisionDoubts(runs, 0)] };
}

function textOf(streams: Compound): DocText {
  const main = streams('WordDocument') ?? refuse(refusals.strange('旧版办公文件，但不是 Word 或 WPS 文档'));
  if (main.length < 0x200) refuse(refusals.broken);
  const view = viewOf(main);
  const flags = view.getUint16(0x0a, true);
  if (flags & 0x0100) refuse(refusals.locked);
  const table = streams(flags & 0x0200 ? '1Table' : '0Table') ?? refuse(refusals.broken);
  const pieces = piecesOf(table, view.getUint32(0x1a2, true), view.getUint32(0x1a6, true));
  const length = view.getUint32(0x4c, true); // of the body: footnotes and heads come after it
  const text = pieces
    .map((piece) => decoded(main, piece))
    .join('')
    .slice(0, length);
  const pieceAt = placedIn(pieces);
  const placeOf = (character: number) => {
    const piece = pieceAt(character);
    return piece ? piece.at + (character - piece.from) * (piece.narrow ? 1 : 2) : -1;
  };
  return { text, placeOf, main, table, data: streams('Data') ?? new Uint8Array() };
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function piecesOf(table: Uint8Array, start: number, length: number): Piece[] {
  const view = viewOf(table);
  let at = start;
  while (at < start + length && table[at] === 1) at += 3 + view.getUint16(at + 1, true);
  if (table[at] !== 2 || start + length > table.length) refuse(refusals.broken);
  const count = (view.getUint32(at + 1, true) - 4) / 12;
  const [bounds, pieces] = [at + 5, at + 5 + (count + 1) * 4];
  return Array.from({ length: Math.floor(count) }, (_, index) => {
    const place = view.getUint32(pieces + index * 8 + 2, true);
    const narrow = (place & 0x40000000) !== 0;
    const [from, to] = [view.getUint32(bounds + index * 4, true), view.getUint32(bounds + index * 4 + 4, true)];
    return { from, to, at: narrow ? (place & 0x3fffffff) / 2 : place, narrow };
  });
}

const decoded = (main: Uint8Array, { from, to, at, narrow }: Piece) =>
  new TextDecoder(narrow ? 'windows-1252' : 'utf-16le').decode(main.subarray(at, at + (to - from) * (narrow ? 1 : 2)));

const [PARAGRAPH, CELL] = ['\r', '\x07'];

/** Cells end with a mark, rows with another of the same: only the paragraph's properties tell which is which. */
function linesOf({ text, placeOf, main, table, data }: DocText, { unseenAt, ...marked }: Runs): string[] {
  const propertiesAt = paragraphsOfDoc(main, table, data);
  const numbering = numberingOfDoc(main, table);
  const numbered = (text: string, list: number, level: number) =>
    text === '' || list <= 0 ? text : numbering.labelOf(`${list}`, level) + text;
  const isUnseen = (at: number) => marked.deleted + marked.hidden > 0 && unseenAt(placeOf(at)) !== null;
  const lines: string[] = [];
  let [said, texts, rows]: [string, string[], EdgedRow[]] = ['', [], []];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character !== CELL && isUnseen(at)) continue; // the mark of a cell parts cells all the same
    if (character !== CELL && character !== PARAGRAPH) {
      said += character;
      continue;
    }
    const { inTable, rowEnd, cells, list, level } = propertiesAt(placeOf(at));
    if (character === CELL && rowEnd) rows.push({ texts: texts.splice(0), cells });
    else if (character === CELL) texts.push(spoken(said));
    else if (!inTable) lines.push(...linesOfGrid(gridOf(rows.splice(0))), ...paragraphsOf(numbered(spoken(said), list, level)));
    said = character === PARAGRAPH && inTable ? `${said}\n` : '';
  }
  return [...lines, ...linesOfGrid(gridOf(rows)), ...paragraphsOf(spoken(said))];
}

const [BEGIN, SHOWN, END] = ['\x13', '\x14', '\x15'];
const computed = new RegExp(`${BEGIN}[^${BEGIN}${SHOWN}${END}]*(?:${SHOWN}|(?=${END}))`, 'g');

/** Without pictures, anchors and what a field is computed from. */
const spoken = (text: string) =>
  text
    .replaceAll(computed, '')
    .replaceAll(/[\v\f]/g, '\n')
    .replaceAll('\x1e', '-')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
    .trim();
