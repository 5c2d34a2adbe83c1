import { countingOf, type Level, type List, type Numbering } from './numbering.ts';

const [LIST, OVERRIDE, LEVEL, LEVELS] = [28, 16, 28, 9]; // bytes of each record; levels of a list that is not simple
const [LISTS_AT, OVERRIDES_AT] = [0x2e2, 0x2ea]; // where the head tells of both tables

/** How Word 97 keeps 一、（二） 3. out of the text (MS-DOC 2.9.131, 2.9.147): what stands before a paragraph of a list. */
export function numberingOfDoc(main: Uint8Array, table: Uint8Array): Numbering {
  const fib = viewOf(main);
  if (main.length < OVERRIDES_AT + 8) return countingOf(new Map());
  const lists = listsIn(table, fib.getUint32(LISTS_AT, true), fib.getUint32(LISTS_AT + 4, true));
  const names = overridesIn(table, fib.getUint32(OVERRIDES_AT, true), fib.getUint32(OVERRIDES_AT + 4, true));
  const found = names.map((name, at): [string, List] => [`${at + 1}`, { levels: lists.get(name) ?? [], counter: `${name}` }]);
  return countingOf(new Map(found));
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Paragraphs name a list by its place among these. */
function overridesIn(table: Uint8Array, start: number, length: number): number[] {
  if (length < 4 || start + length > table.length) return [];
  const view = viewOf(table);
  const count = Math.min(view.getUint32(start, true), Math.floor((length - 4) / OVERRIDE));
  return Array.from({ length: count }, (_, at) => view.getInt32(start + 4 + at * OVERRIDE, true));
}

function listsIn(table: Uint8Array, start: number, length: number): Map<number, (Level | undefined)[]> {
  const lists = new Map<number, (Level | undefined)[]>();
  if (length < 2 || start + length > table.length) return lists;
  const view = viewOf(table);
  const count = view.getInt16(start, true);
  let at = start + 2 + count * LIST; // the levels of all lists come after them
  for (let list = 0; list < count; list++) {
    const own = start + 2 + list * LIST;
    const levels: Level[] = [];
    for (let level = 0; level < ((table[own + 26] ?? 0) & 1 ? 1 : LEVELS); level++) {
      if (at + LEVEL + 2 > table.length) return lists;
      const textAt = at + LEVEL + (table[at + 24] ?? 0) + (table[at + 25] ?? 0);
      if (textAt + 2 > table.length) return lists;
      const size = view.getUint16(textAt, true) * 2;
      const text = new TextDecoder('utf-16le').decode(table.subarray(textAt + 2, textAt + 2 + size));
      levels.push(levelOf(view.getInt32(at, true), table[at + 4] ?? 0, text));
      at = textAt + 2 + size;
    }
    lists.set(view.getInt32(own, true), levels);
  }
  return lists;
}

/** Numbers of the formats (MS-OSHARED 2.2.1.3) that notices use; others count in figures. */
const formats: Readonly<Record<number, string>> = {
  ...{ 3: 'upperLetter', 4: 'lowerLetter', 10: 'ideographDigital', 11: 'japaneseCounting', 18: 'decimalEnclosedCircle' },
  ...{
    33: 'taiwaneseCounting',
    35: 'taiwaneseCountingThousand',
    36: 'taiwaneseDigital',
    37: 'chineseCounting',
    39: 'chineseCountingThousand',
  },
};
const silent = new Set([23, 255]);

/** A level's text has the number of a level where its count stands. */
function levelOf(start: number, format: number, text: string): Level {
  const said = Array.from(text, (each) => (each < '\u0009' ? `%${each.charCodeAt(0) + 1}` : each)).join('');
  return { start, format: formats[format] ?? 'decimal', text: silent.has(format) ? '' : said };
}
