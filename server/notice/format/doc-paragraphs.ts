import type { EdgedCell } from './edged.ts';

/** What Word 97 keeps of a paragraph that matters here; `cells` stands with the mark that ends a row. */
export type ParagraphProperties = { inTable: boolean; rowEnd: boolean; cells: readonly EdgedCell[]; list: number; level: number };

type Run = { from: number; to: number; properties: ParagraphProperties };

const PAGE = 512;
const [IN_TABLE, ROW_END, ROW_CELLS, TABS, LEVEL, LIST] = [0x2416, 0x2417, 0xd608, 0xc615, 0x260a, 0x460b];
const plain: ParagraphProperties = { inTable: false, rowEnd: false, cells: [], list: 0, level: 0 };

/** The properties of the paragraph whose mark stands at a place in the file (MS-DOC 2.4.6.1). */
export function paragraphsOfDoc(main: Uint8Array, table: Uint8Array, data: Uint8Array): (place: number) => ParagraphProperties {
  const runs = pagesOf(main, table, 0x102).flatMap((page) => runsIn(page, data));
  const at = placedIn(runs);
  return (place) => at(place)?.properties ?? plain;
}

/** The pages of 512 bytes that a table at this place of the head tells of; empty where the file is cut. */
export function pagesOf(main: Uint8Array, table: Uint8Array, head: number): Uint8Array[] {
  const fib = viewOf(main);
  const [start, length] = [fib.getUint32(head, true), fib.getUint32(head + 4, true)];
  if (start + length > table.length) return [];
  const view = viewOf(table);
  const count = Math.max(0, Math.floor((length - 4) / 8));
  const pages = Array.from({ length: count }, (_, at) => view.getUint32(start + (count + 1 + at) * 4, true) & 0x3fffff);
  return pages.map((page) => main.subarray(page * PAGE, (page + 1) * PAGE)).filter((page) => page.length === PAGE);
}

/** Stretches that do not overlap → which of them holds a place; a book of 900 pages has tens of thousands. */
export function placedIn<Stretch extends { from: number; to: number }>(stretches: readonly Stretch[]) {
  const sorted = stretches.toSorted((a, b) => a.from - b.from);
  return (place: number): Stretch | undefined => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.from ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    const found = sorted[low - 1];
    return found && place < found.to ? found : undefined;
  };
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function runsIn(page: Uint8Array, data: Uint8Array): Run[] {
  const [view, count] = [viewOf(page), page[PAGE - 1] ?? 0];
  return Array.from({ length: Math.min(count, 29) }, (_, at) => {
    const [from, to] = [view.getUint32(at * 4, true), view.getUint32(at * 4 + 4, true)];
    return { from, to, properties: propertiesIn(page, 2 * (page[(count + 1) * 4 + at * 13] ?? 0), data) };
  });
}

function propertiesIn(page: Uint8Array, offset: number, data: Uint8Array): ParagraphProperties {
  if (offset === 0) return plain;
  const short = page[offset] ?? 0;
  const [start, length] = short === 0 ? [offset + 2, 2 * (page[offset + 1] ?? 0)] : [offset + 1, 2 * short - 1];
  const changes = page.subarray(start + 2, Math.min(start + length, PAGE - 1));
  return changesIn(elsewhere(changes, data) ?? changes);
}

const huge = [0x6646, 0x6645];
/** What is too long for a page stands in the stream of data: its length, then the changes (sprmPHugePapx). */
function elsewhere(changes: Uint8Array, data: Uint8Array): Uint8Array | null {
  if (changes.length < 6 || !huge.includes(viewOf(changes).getUint16(0, true))) return null;
  const at = viewOf(changes).getUint32(2, true);
  return at + 2 <= data.length ? data.subarray(at + 2, at + 2 + viewOf(data).getUint16(at, true)) : null;
}

/** Each change is a code and its operand, whose size the code tells. */
function changesIn(changes: Uint8Array): ParagraphProperties {
  const view = viewOf(changes);
  let found = plain;
  for (let at = 0; at + 2 < changes.length; ) {
    const code = view.getUint16(at, true);
    const operand = at + 2;
    if (code === IN_TABLE) found = { ...found, inTable: changes[operand] === 1 };
    if (code === ROW_END) found = { ...found, rowEnd: changes[operand] === 1 };
    if (code === LEVEL) found = { ...found, level: changes[operand] ?? 0 };
    if (code === LIST && operand + 2 <= changes.length) found = { ...found, list: view.getInt16(operand, true) };
    if (code === ROW_CELLS) found = { ...found, cells: cellsIn(changes.subarray(operand + 2)) };
    at = operand + sizeOf(code, view, operand);
  }
  return found;
}

export function sizeOf(code: number, view: DataView, at: number): number {
  if (code === ROW_CELLS) return at + 2 <= view.byteLength ? view.getUint16(at, true) + 1 : 2;
  const [byte, sizes] = [view.getUint8(at), [1, 1, 2, 4, 2, 2, 0, 3]];
  if (code === TABS && byte === 255) return view.byteLength - at;
  return (code >> 13 === 6 ? byte + 1 : sizes[code >> 13]) ?? 1;
}

const CONTINUES = 1;
function cellsIn(definition: Uint8Array): EdgedCell[] {
  const count = definition[0] ?? 0;
  const view = viewOf(definition);
  const [edges, cells] = [1, 1 + (count + 1) * 2];
  if (definition.length < cells) return [];
  return Array.from({ length: count }, (_, at) => {
    const flags = cells + at * 20 + 2 <= definition.length ? view.getUint16(cells + at * 20, true) : 0;
    const [left, right] = [view.getInt16(edges + at * 2, true), view.getInt16(edges + at * 2 + 2, true)];
    return { left, right, continues: ((flags >> 5) & 3) === CONTINUES };
  });
}
