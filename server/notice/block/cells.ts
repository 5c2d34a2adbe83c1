/** How one line can hold the cells of a row. Bars and tabs are trusted alone, wide gaps and commas only under a known head. */
export type Separator = { split: (text: string) => string[] | null; trusted: boolean };

const bars = /[|│┃]/;
const outer = /^\s*[|│┃]|[|│┃]\s*$/g;

export const separators: readonly Separator[] = [
  { trusted: true, split: (text) => (bars.test(text.replaceAll(outer, '')) ? trimmed(text.replaceAll(outer, '').split(bars)) : null) },
  { trusted: true, split: (text) => (text.trim().includes('\t') ? trimmed(text.replace(/\r?$/, '').split('\t')) : null) },
  { trusted: false, split: (text) => several(text.trim().split(/[ \u3000]*\u3000[ \u3000]*| {2,}/)) },
  { trusted: false, split: (text) => several(text.trim().split(/[,，]/)) },
];

const trimmed = (cells: readonly string[]) => cells.map((each) => each.trim());
const several = (cells: readonly string[]) => (cells.length >= 3 ? trimmed(cells) : null);

/** A line of dashes and corners between rows. */
export const isRuleLine = (text: string) => /[-─━═=_]/.test(text) && /^[\s|+:\-─━═=_│┃┄┼├┤┌┐└┘┬┴╔╗╚╝╠╣╦╩╬]+$/.test(text);

/** `内容 |`: one cell on a line of its own; null for anything else. */
export function loneCell(text: string): string | null {
  const match = /^([^|│┃]*)[|│┃]\s*$/.exec(text);
  return match ? (match[1] ?? '').trim() : null;
}
