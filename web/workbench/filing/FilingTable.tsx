import { Link } from '@tanstack/react-router';
import type { FilingRow } from '../../../server/filing/board.ts';
import { type FilingKind, filingKinds } from '../../../server/filing/filing.ts';
import { ListTable } from '../ListTable.tsx';
import { dueWords, type Term } from './filings.ts';
import { Stands } from './Stands.tsx';

type Props = { rows: readonly FilingRow[]; terms: readonly Term[]; kinds: readonly FilingKind[] };

/** Unit × what it owes; a cell opens what was handed in. */
export const FilingTable = ({ rows, terms, kinds }: Props) => (
  <>
    <p className="terms cap">
      期限：
      {terms
        .filter(({ kind }) => kinds.includes(kind))
        .map((term) => `${filingKinds[term.kind]} ${dueWords(term)}`)
        .join('；')}
    </p>
    <ListTable
      label="各单位报备"
      className="listed filings"
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { head: '单位', cell: ({ name }) => name, names: true },
        ...kinds.map((kind) => ({
          head: filingKinds[kind],
          cell: ({ id, name, cells }: FilingRow) => {
            const standing = cells.find((cell) => cell.kind === kind)?.standing ?? 'missing';
            return (
              <Link from="/filings" to="." search={(before) => ({ ...before, unit: id, open: kind })} resetScroll={false}>
                <span className="sr">{name}：</span>
                <span className="what">{filingKinds[kind]}</span>
                <Stands standing={standing} />
              </Link>
            );
          },
        })),
      ]}
    />
  </>
);
