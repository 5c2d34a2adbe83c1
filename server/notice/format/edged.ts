import type { GridCell } from './grid.ts';

/** Where a cell begins and ends on the paper, in twips, and whether it goes on with the one above. */
export type EdgedCell = { left: number; right: number; continues: boolean };
export type EdgedRow = { texts: string[]; cells: readonly EdgedCell[] };

const NEAR = 30; // twips: edges that close are one line on the paper

/** Cells of different widths below each other → columns, by where they stand on the paper. */
export function gridOf(rows: readonly EdgedRow[]): GridCell[][] {
  const edges = [...new Set(rows.flatMap(({ cells }) => cells.map(({ left }) => left)))].sort((a, b) => a - b);
  const columns = edges.filter((edge, at) => at === 0 || edge - (edges[at - 1] ?? 0) > NEAR);
  return rows.map(({ texts, cells }) =>
    texts.map((text, at) => {
      const { left = 0, right = 0, continues = false } = cells[at] ?? {};
      return { text, span: Math.max(1, columns.filter((edge) => edge > left - NEAR && edge < right - NEAR).length), continues };
    }),
  );
}
