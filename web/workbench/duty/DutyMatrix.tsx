import { Link } from '@tanstack/react-router';
import { type Cover, covers } from '../../../server/bulletin/covers.ts';
import { type Board, owedBy } from '../../../server/duty/board.ts';
import type { DutyCell, DutyColumn, DutyRow } from '../../../server/duty/duty.ts';
import { Scroll } from '../Scroll.tsx';

const tones: Record<Cover, string> = {
  done: 'good',
  short: 'bad',
  notDue: 'wait',
  counted: 'info',
  unrecorded: '',
  none: 'nothing',
};

/** Unit × duty: a mark and a word in each cell, one tap from what it rests on. */
export const DutyMatrix = ({ board: { columns, rows }, state }: { board: Board; state: Cover | undefined }) => (
  <Scroll label="单位和职责">
    <table className="listed duties">
      <thead>
        <tr>
          <th scope="col">责任单位</th>
          <th scope="col" className="n">
            欠
          </th>
          {columns.map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody data-queue>
        {rows.map((row) => (
          <Unit key={row.id} row={row} columns={columns} state={state} />
        ))}
      </tbody>
    </table>
  </Scroll>
);

const Head = ({ column: { group, key, title, often } }: { column: DutyColumn }) => (
  <th scope="col">
    {group === '措施' && `${key}. `}
    {title}
    <small>{often || group}</small>
  </th>
);

type UnitProps = { row: DutyRow; columns: readonly DutyColumn[]; state: Cover | undefined };
const Unit = ({ row, columns, state }: UnitProps) => (
  <tr>
    <th scope="row">{row.name}</th>
    <td className="n">{owedBy(row) > 0 ? <b className="owes">! {owedBy(row)}</b> : '0'}</td>
    {row.cells.map((cell, at) => (
      <td key={columns[at]?.key} className={state !== undefined && cell.state !== state ? 'aside' : undefined}>
        <span className="what">{columns[at]?.title}</span>
        <Figure cell={cell} about={`${row.name}，${columns[at]?.title}：`} />
      </td>
    ))}
  </tr>
);

function Figure({ cell: { state, words, place }, about }: { cell: DutyCell; about: string }) {
  const { mark, word } = covers[state];
  const shown = (
    <span className={`tag ${tones[state]}`}>
      <span aria-hidden="true">{words.startsWith(mark) ? '' : `${mark} `}</span>
      {state === 'none' ? <span aria-hidden="true">{words}</span> : words}
      <span className="sr">{word}</span>
    </span>
  );
  if (place === null) return shown;
  return (
    <Link to={place.to} search={place.search}>
      <span className="sr">{about}</span>
      {shown}
    </Link>
  );
}
