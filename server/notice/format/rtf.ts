import type { FileDoubt } from './doubt.ts';
import { type EdgedCell, type EdgedRow, gridOf } from './edged.ts';
import { linesOfGrid, paragraphsOf } from './grid.ts';
import { revisionDoubts } from './revisions.ts';
import { type Fonts, textIn } from './rtf-text.ts';
import { eachToken, type Token } from './rtf-tokens.ts';

/** What holds within a group: the font, how many characters stand in for a `\u`, whether anything of it is read. */
type Group = {
  font: number | null;
  stand: number;
  silent: boolean;
  fonts: boolean;
  hidden: boolean;
  deleted: boolean;
  inTable: boolean;
};
type Reader = {
  groups: Group[];
  fonts: Fonts;
  bytes: number[];
  said: string; // of the paragraph or cell under way
  skip: number; // characters still standing in for a `\u`
  fresh: boolean; // the group has just been opened: its first word tells what it is
  row: { texts: string[]; cells: EdgedCell[]; continues: boolean };
  rows: EdgedRow[];
  lines: string[];
  marks: { deleted: number; inserted: number; hidden: number };
};

const first: Group = { font: null, stand: 1, silent: false, fonts: false, hidden: false, deleted: false, inTable: false };
const emptyRow = () => ({ texts: [], cells: [], continues: false });

/** Rich text of Word and WPS (rtf) → a line for each paragraph and each row; numbers that Word counts stand in it as text. */
export function rtfLines(bytes: Uint8Array): { lines: string[]; doubts: FileDoubt[] } {
  const reader: Reader = {
    ...{ groups: [{ ...first }], fonts: { charsets: new Map(), ansi: 0 }, bytes: [], said: '', skip: 0, fresh: false },
    ...{ row: emptyRow(), rows: [], lines: [], marks: { deleted: 0, inserted: 0, hidden: 0 } },
  };
  eachToken(bytes, (token) => take(reader, token));
  endParagraph(reader, false);
  return { lines: reader.lines, doubts: revisionDoubts(reader.marks, 0) };
}

const groupOf = ({ groups }: Reader): Group => groups.at(-1) ?? first;

function take(reader: Reader, token: Token): void {
  if (token.kind === 'byte') takeByte(reader, token.byte);
  else takeControl(reader, token);
}

function takeControl(reader: Reader, token: Exclude<Token, { kind: 'byte' }>): void {
  flush(reader);
  const fresh = reader.fresh;
  reader.fresh = token.kind === 'open';
  if (token.kind === 'open') reader.groups.push({ ...groupOf(reader) });
  else if (token.kind === 'close') {
    if (reader.groups.length > 1) reader.groups.pop();
    reader.skip = 0;
  } else if (token.kind === 'star') groupOf(reader).silent = true;
  else if (!(fresh && opens(reader, token.word))) obey(reader, token.word, token.value);
}

function takeByte(reader: Reader, byte: number): void {
  reader.fresh = false;
  if (reader.skip > 0) reader.skip--;
  else if (isHeard(groupOf(reader))) reader.bytes.push(byte);
}
const isHeard = ({ silent, fonts, hidden, deleted }: Group) => !(silent || fonts || hidden || deleted);

function flush(reader: Reader): void {
  if (reader.bytes.length > 0) reader.said += textIn(reader.bytes.splice(0), groupOf(reader).font, reader.fonts);
}

/** Groups that are none of the text: looks, pictures, heads of pages, what a field is computed from. */
const silent =
  /^(?:colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|footnote|annotation|fldinst|listtable|listoverridetable|themedata|generator|nonesttables|xe|tc|bkmkstart|bkmkend|shpinst|sp|rsidtbl|latentstyles|datastore|filetbl|revtbl|mmathPr)$/;
function opens(reader: Reader, word: string): boolean {
  const group = groupOf(reader);
  if (word === 'fonttbl') group.fonts = true;
  else if (word === 'shptxt')
    group.silent = reader.groups.at(-2)?.deleted ?? false; // text in a box is read
  else if (silent.test(word)) group.silent = true;
  else return false;
  return true;
}

const characters: Readonly<Record<string, string>> = {
  ...{ line: '\n', tab: ' ', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
  ...{ bullet: '•', emspace: '\u3000', enspace: ' ', qmspace: ' ', page: '\n', column: '\n', sect: '\n' },
};

function obey(reader: Reader, word: string, value: number | null): void {
  const group = groupOf(reader);
  const on = value !== 0;
  if (word === 'ansicpg') reader.fonts.ansi = value ?? 0;
  else if (word === 'f' || word === 'af') setFont(group, word, value);
  else if (word === 'fcharset') reader.fonts.charsets.set(group.font ?? -1, value ?? 0);
  else if (word === 'uc') group.stand = value ?? 1;
  else if (word === 'u') sayCharacter(reader, group, value ?? 0);
  else if (word === 'plain') Object.assign(group, { hidden: false, deleted: false });
  else if (word === 'v') mark(reader, 'hidden', () => (group.hidden = on), on);
  else if (word === 'deleted') mark(reader, 'deleted', () => (group.deleted = on), on);
  else if (word === 'revised') mark(reader, 'inserted', () => undefined, on);
  else if (!group.silent) lay(reader, group, word, value);
}

/** An associated font counts only where there is none of its own. */
function setFont(group: Group, word: string, value: number | null): void {
  if (word === 'f') group.font = value;
  else group.font ??= value;
}

function mark({ marks }: Reader, kind: keyof Reader['marks'], set: () => unknown, on: boolean): void {
  set();
  if (on) marks[kind]++;
}

function sayCharacter(reader: Reader, group: Group, value: number): void {
  if (isHeard(group)) reader.said += String.fromCharCode(value < 0 ? value + 65_536 : value);
  reader.skip = group.stand;
}

/** Words that lay out the text: paragraphs, rows and their cells. */
function lay(reader: Reader, group: Group, word: string, value: number | null): void {
  if (word === 'par') endParagraph(reader, group.inTable);
  else if (word === 'pard') group.inTable = false;
  else if (word === 'intbl') group.inTable = true;
  else if (word === 'trowd') reader.row = { ...emptyRow(), texts: reader.row.texts };
  else if (word === 'clvmrg') reader.row.continues = true;
  else if (word === 'cellx') addEdge(reader.row, value ?? 0);
  else if (word === 'cell' || word === 'nestcell') endCell(reader, word === 'cell');
  else if (word === 'row') endRow(reader);
  else if (isHeard(group)) reader.said += characters[word] ?? '';
}

function addEdge(row: Reader['row'], right: number): void {
  row.cells.push({ left: row.cells.at(-1)?.right ?? 0, right, continues: row.continues });
  row.continues = false;
}

function endCell(reader: Reader, own: boolean): void {
  if (own) reader.row.texts.push(reader.said.trim());
  reader.said = own ? '' : `${reader.said}\n`;
}

function endRow(reader: Reader): void {
  const { texts, cells } = reader.row;
  reader.rows.push({ texts, cells });
  reader.row = { ...emptyRow(), cells: [...cells] }; // the next row may have the same edges without saying so
}

function endParagraph(reader: Reader, inTable: boolean): void {
  flush(reader);
  if (inTable) {
    reader.said += '\n';
    return;
  }
  reader.lines.push(...linesOfGrid(gridOf(reader.rows.splice(0))), ...paragraphsOf(reader.said));
  reader.said = '';
}
