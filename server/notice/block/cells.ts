/** How one line can hold the cells of a row. Bars and tabs are trusted alone, wide gaps and commas only under a known head. */
export type Separator = { begins: (line: string) => boolean; split: (line: string) => string[] | null; trusted: boolean };

const [bar, bars] = ['[|│┃]', /[|│┃]/];
const [leading, closing] = [new RegExp(`^\\s*${bar}`), new RegExp(`${bar}\\s*$`)];

/** The first line shows the frame: | a | b |, a | b | or a | b. Without a frame, a bar at the edge shuts in an empty cell. */
const framed = (opens: boolean, closes: boolean): Separator => ({
  trusted: true,
  begins: (line) => leading.test(line) === opens && closing.test(line) === closes,
  split: (line) => {
    const inner = line.replace(opens ? leading : '', '').replace(closes ? closing : '', '');
    return bars.test(inner) ? trimmed(inner.split(bars)) : null;
  },
});
const always = () => true;

export const separators: readonly Separator[] = [
  framed(true, true),
  framed(true, false),
  framed(false, true),
  framed(false, false),
  { trusted: true, begins: always, split: (line) => (line.trim().includes('\t') ? trimmed(line.split('\t')) : null) },
  { trusted: false, begins: always, split: (line) => several(line.trim().split(/ *\u3000[ \u3000]*| {2,}/)) },
  { trusted: false, begins: always, split: (line) => several(line.trim().split(/[,，]/)) },
];

const trimmed = (cells: readonly string[]) => cells.map((each) => each.trim());
const several = (cells: readonly string[]) => (cells.length >= 3 ? trimmed(cells) : null);

/** A line of dashes and corners between rows. */
export const isRuleLine = (text: string) => /^[\s|+:\-─━═=_│┃┄┼├┤┌┐└┘┬┴╔╗╚╝╠╣╦╩╬]+$/.test(text) && /[-─━═=_]/.test(text);

/** `内容 |`: one cell on a line of its own; null for anything else. */
export function loneCell(text: string): string | null {
  const match = /^([^|│┃]*)[|│┃]\s*$/.exec(text);
  return match ? (match[1] ?? '').trim() : null;
}
