import { Link } from '@tanstack/react-router';
import { draftStates } from '../../../../server/assessment/draft.ts';
import { Export } from '../../Export.tsx';
import { Scroll } from '../../Scroll.tsx';
import { type Listed, markOf, tagOf } from './drafts.ts';

/** Versions on their way, and what became of the others. */
export const Drafts = ({ drafts }: { drafts: readonly Listed[] }) => (
  <section className="card">
    <header>
      <h2>草案：{drafts.filter(({ state }) => state === 'proposed').length} 份等批准</h2>
      <span className="more">
        <Export to="/api/scheme-drafts.xlsx" />
      </span>
    </header>
    <Scroll label="细则草案">
      <table>
        <thead>
          <tr>
            <th scope="col">草案</th>
            <th scope="col">状态</th>
            <th scope="col">施行</th>
            <th scope="col" className="n">
              条款
            </th>
            <th scope="col">经手</th>
          </tr>
        </thead>
        <tbody data-queue>
          {drafts.map(({ id, name, code, state, from, clauses, madeBy, proposedBy, decidedBy }) => (
            <tr key={id}>
              <td>
                <Link to="/scheme/drafts/$id" params={{ id }}>
                  {name || '没有名称'}（{code || '没有编号'}）
                </Link>
              </td>
              <td>
                <span className={tagOf[state]}>
                  {markOf[state]} {draftStates[state]}
                </span>
              </td>
              <td className="day">{from}</td>
              <td className="n">{clauses}</td>
              <td>
                {[`${madeBy}起草`, proposedBy && `${proposedBy}提请`, decidedBy && `${decidedBy}办理`].filter(Boolean).join('，')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  </section>
);
