import type { ReactNode } from 'react';
import { Scroll } from './Scroll.tsx';
import { SortHead } from './SortHead.tsx';

/** What stands in a column, head and cell together; `sort`: its name in the address, where the list sorts by it. */
export type Column<Row> = {
  head: string;
  cell: (row: Row) => ReactNode;
  sort?: string;
  className?: string;
  names?: boolean; // it says which row it is, to who hears the table
};

type Props<Row> = {
  label: string;
  columns: readonly (Column<Row> | false)[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  className?: string;
};

/** A list to be walked by J and K; a column that this viewer has no use for is false. */
export function ListTable<Row>({ label, columns: given, rows, keyOf, className }: Props<Row>) {
  const columns = given.filter((column) => column !== false);
  return (
    <Scroll label={label}>
      <table className={className}>
        <thead>
          <tr>{columns.map(headOf)}</tr>
        </thead>
        <tbody data-queue>
          {rows.map((row) => (
            <tr key={keyOf(row)}>{columns.map((column) => cellOf(column, row))}</tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const headOf = <Row,>({ head, sort, className }: Column<Row>) =>
  sort === undefined ? (
    <th key={head} scope="col" className={className}>
      {head}
    </th>
  ) : (
    <SortHead key={head} column={sort} label={head} />
  );

const cellOf = <Row,>({ head, cell, className, names }: Column<Row>, row: Row) =>
  names ? (
    <th key={head} scope="row" className={className}>
      {cell(row)}
    </th>
  ) : (
    <td key={head} className={className}>
      {cell(row)}
    </td>
  );
