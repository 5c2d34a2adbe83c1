import { Link } from '@tanstack/react-router';
import { draftStates } from '../../../../server/assessment/draft.ts';
import { Export } from '../../Export.tsx';
import { type Column, ListTable } from '../../ListTable.tsx';
import { type Listed, markOf, tagOf } from './drafts.ts';

const columns: Column<Listed>[] = [
  {
    head: '草案',
    cell: ({ id, name, code }) => (
      <Link to="/scheme/drafts/$id" params={{ id }}>
        {name || '没有名称'}（{code || '没有编号'}）
      </Link>
    ),
  },
  {
    head: '状态',
    cell: ({ state }) => (
      <span className={tagOf[state]}>
        {markOf[state]} {draftStates[state]}
      </span>
    ),
  },
  { head: '施行', cell: ({ from }) => from, className: 'day' },
  { head: '条款', cell: ({ clauses }) => clauses, className: 'n' },
  {
    head: '经手',
    cell: ({ madeBy, proposedBy, decidedBy }) =>
      [`${madeBy}起草`, proposedBy && `${proposedBy}提请`, decidedBy && `${decidedBy}办理`].filter(Boolean).join('，'),
  },
];

/** Versions on their way, and what became of the others. */
export const Drafts = ({ drafts }: { drafts: readonly Listed[] }) => (
  <section className="card">
    <header>
      <h2>草案：{drafts.filter(({ state }) => state === 'proposed').length} 份等批准</h2>
      <span className="more">
        <Export to="/api/scheme-drafts.xlsx" />
      </span>
    </header>
    <ListTable label="细则草案" columns={columns} rows={drafts} keyOf={({ id }) => id} />
  </section>
);
