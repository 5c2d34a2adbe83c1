import type { Cell, Column, Table } from './document.ts';

export type HeadCell = { text: string; column: number; across: number; down: number };

/** The rows of a table's head, one or two: a group stands above its neighbours, a column without a group takes both rows. */
export function headRows(columns: readonly Column[]): HeadCell[][] {
  const single = columns.map(({ head }, column) => ({ text: head, column, across: 1, down: 1 }));
  if (columns.every(({ group }) => group === null)) return [single];
  const upper: HeadCell[] = [];
  columns.forEach(({ head, group }, column) => {
    const last = upper.at(-1);
    if (group === null) upper.push({ text: head, column, across: 1, down: 2 });
    else if (last?.down === 1 && last.text === group) last.across += 1;
    else upper.push({ text: group, column, across: 1, down: 1 });
  });
  return [upper, single.filter(({ column }) => columns[column]?.group !== null)];
}

export const textOf = (cell: Cell) => (typeof cell === 'object' ? cell.decimal : String(cell));

/** What the sheet shows line by line: rows, then totals; where there are no rows, one cell across says so. */
export function bodyRows({ rows, totals, columns, empty }: Table) {
  const cells = (row: readonly Cell[], total: boolean) => ({ total, across: 1, texts: row.map(textOf) });
  const none = { total: false, across: columns.length, texts: [empty] };
  return [...(rows.length > 0 ? rows.map((row) => cells(row, false)) : [none]), ...totals.map((row) => cells(row, true))];
}
