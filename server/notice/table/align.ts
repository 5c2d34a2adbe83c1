import type { Cell } from '../block/block.ts';
import type { Head } from './columns.ts';
import { fitness } from './kinds.ts';

/** A row's cells under the heads they belong to; `extra` cells fit none, `missing` heads got none. */
export type Aligned = { cells: (Cell | null)[]; extra: Cell[]; missing: Head[] };

const isTime = ({ column }: Head) => column === 'window' || column === 'end';

/** As many cells as heads stand one under the other; otherwise each goes, in order, where its content fits best. */
export function align(cells: readonly Cell[], heads: readonly Head[]): Aligned {
  const even = cells.length === heads.length;
  if (even && !isShifted(cells, heads)) return { cells: [...cells], extra: [], missing: [] };
  return bestFit(even ? cells.filter(({ text }) => text !== '') : cells, heads);
}

/** A blank under the time while the time stands elsewhere: a cell is missing and the row was filled up at its end. */
function isShifted(cells: readonly Cell[], heads: readonly Head[]): boolean {
  const time = heads.findIndex(isTime);
  const elsewhere = cells.some(
    ({ text }, index) =>
      heads[index]?.column !== 'note' && heads[index] && !isTime(heads[index]) && fitness(text, 'window') === 3,
  );
  return time !== -1 && cells[time]?.text === '' && cells.at(-1)?.text === '' && elsewhere;
}

/** The classic alignment of two sequences; rows have a handful of cells. */
function bestFit(cells: readonly Cell[], heads: readonly Head[]): Aligned {
  const value = scores(cells, heads);
  const result: Aligned = { cells: heads.map(() => null), extra: [], missing: [] };
  let [row, column] = [0, 0];
  while (row < cells.length || column < heads.length) {
    const [cell, head] = [cells[row], heads[column]];
    const best = value(row, column);
    if (cell && head && best === value(row + 1, column + 1) + fitness(cell.text, head.column)) {
      result.cells[column++] = cell;
      row++;
    } else if (head && (!cell || best === value(row, column + 1))) {
      result.missing.push(head);
      column++;
    } else if (cell) {
      if (cell.text !== '') result.extra.push(cell);
      row++;
    }
  }
  return result;
}

function scores(cells: readonly Cell[], heads: readonly Head[]): (row: number, column: number) => number {
  const table = Array.from({ length: cells.length + 1 }, () => new Float64Array(heads.length + 1));
  const value = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = cells.length - 1; row >= 0; row--) {
    for (let column = heads.length - 1; column >= 0; column--) {
      const here = fitness(cells[row]?.text ?? '', heads[column]?.column ?? 'note');
      const best = Math.max(value(row + 1, column), value(row, column + 1), here > 0 ? value(row + 1, column + 1) + here : 0);
      table[row]?.fill(best, column, column + 1);
    }
  }
  return value;
}
