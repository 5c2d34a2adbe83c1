/** What stands on a page of paper, in one unit, measured from its top left corner. */
export type Glyphs = { text: string; x: number; y: number; width: number; size: number }; // y: where the line stands
export type Rule = { left: number; right: number; top: number; bottom: number }; // drawn, thin in one direction
export type Page = { glyphs: readonly Glyphs[]; rules: readonly Rule[]; height: number };

/** Written beside each other, left to right; a wide gap is a space. */
export type PrintedLine = { text: string; left: number; right: number; y: number; size: number };

const FAR = 0.9; // of a character: justified text has smaller gaps
export const printedLines = (glyphs: readonly Glyphs[]): PrintedLine[] => rowsOf(glyphs).map(printed);

/** Pieces of text that stand on one line, from the top down. */
export function rowsOf(glyphs: readonly Glyphs[]): Glyphs[][] {
  const rows: Glyphs[][] = [];
  for (const each of glyphs.filter(({ text }) => text.trim() !== '').toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && Math.abs(each.y - first.y) < 0.5 * Math.max(each.size, first.size)) row.push(each);
    else rows.push([each]);
  }
  return rows;
}

export function printed(pieces: readonly Glyphs[]): PrintedLine {
  const row = pieces.toSorted((a, b) => a.x - b.x);
  let text = '';
  let right = row[0]?.x ?? 0;
  for (const each of row) {
    if (text !== '' && each.x - right > FAR * each.size) text += ' ';
    text += each.text.trim();
    right = Math.max(right, each.x + each.width);
  }
  const size = Math.max(...row.map((each) => each.size));
  return { text, left: row[0]?.x ?? 0, right, y: row[0]?.y ?? 0, size };
}
