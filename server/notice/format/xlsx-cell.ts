import { allOf, childOf, childrenOf, type Element, textOf } from './xml.ts';

export type Book = { shared: readonly string[]; dated: ReadonlySet<number>; since1904: boolean };
/** `odd`: a formula without its value, a fault instead of one, or a bare number that a column of days would have as a day. */
export type Cell = { text: string; place: string; odd: 'formula' | 'fault' | 'number' | null };

/** Without the reading aid that Excel keeps beside a word. */
export const wordsIn = (element: Element): string =>
  allOf({ ...element, children: element.children.filter((child) => typeof child !== 'string' && child.name !== 'rPh') }, 't')
    .map(textOf)
    .join('');

const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
export function datedStyles(part: Element | undefined): Set<number> {
  const own = new Map(
    childrenOf(childOf(part, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  );
  const isDate = (format: number) =>
    builtInDates.has(format) || /[ymd年月日]/i.test((own.get(format) ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]/g, ''));
  const formats = childrenOf(childOf(part, 'cellXfs'), 'xf').map(({ attributes }) => Number(attributes.numFmtId));
  return new Set(formats.flatMap((format, style) => (isDate(format) ? [style] : [])));
}

export function cellOf(cell: Element, { shared, dated, since1904 }: Book): Cell {
  const { t: type, s: style, r: place = '' } = cell.attributes;
  const found = childOf(cell, 'v');
  const value = found ? textOf(found) : '';
  if (type === 's') return { text: shared[Number(value)] ?? '', place, odd: null };
  if (type === 'inlineStr') return { text: wordsIn(childOf(cell, 'is') ?? cell), place, odd: null };
  if (type === 'e') return { text: value, place, odd: 'fault' };
  if (value === '') return { text: '', place, odd: childOf(cell, 'f') ? 'formula' : null };
  if ((type ?? 'n') !== 'n') return { text: value, place, odd: null };
  if (dated.has(Number(style))) return { text: dayOfSerial(Number(value), since1904), place, odd: null };
  return { text: value, place, odd: /^[3-6]\d{4}$/.test(value) ? 'number' : null };
}

/** Excel's days count from 1899-12-30, on old Macintosh computers from 1904-01-01. */
export function dayOfSerial(serial: number, since1904 = false): string {
  const first = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(first + Math.floor(serial) * 86_400_000);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

/** 'C7' → column 2, row 7. */
export function placeOf(reference: string | undefined): { column: number; row: number } | null {
  const [, letters = '', row] = /^([A-Z]{1,3})(\d+)$/.exec(reference ?? '') ?? [];
  if (row === undefined) return null;
  return { column: Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, row: Number(row) };
}
