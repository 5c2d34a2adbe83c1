/** A cell as files have it: how many columns it takes, and whether it only continues the one above. */
export type GridCell = { text: string; span?: number; continues?: boolean };

const inLine = (text: string) =>
  text
    .replaceAll(/\s*\n\s*/g, '')
    .replaceAll('|', '/')
    .trim();

/**
 * Rows of a table → lines that say it with bars. What is merged downwards holds for each of its rows; what is merged
 * sideways stands once. A table of one column or one row only sets text in a frame: its cells are paragraphs.
 */
export function linesOfGrid(rows: readonly (readonly GridCell[])[]): string[] {
  const above: string[] = [];
  const grid = rows.map((row) => {
    let column = 0;
    return row.flatMap(({ text, span = 1, continues = false }) => {
      const said = continues ? (above[column] ?? '') : inLine(text);
      const cells = [said, ...Array.from({ length: span - 1 }, () => '')];
      for (const cell of cells) above[column++] = cell;
      return cells;
    });
  });
  const filled = grid.filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (width < 2 || filled.length < 2) return rows.flat().flatMap(({ text }) => paragraphsOf(text));
  return filled.map((row) => `| ${[...row, ...Array.from({ length: width - row.length }, () => '')].join(' | ')} |`);
}

/** Text with breaks in it → a line for each. */
export const paragraphsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter((line) => line !== '');
