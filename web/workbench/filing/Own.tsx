import { Link } from '@tanstack/react-router';
import { filingKinds } from '../../../server/filing/filing.ts';
import { type Cell, dueWords, type FilingsNow } from './filings.ts';
import { Stands } from './Stands.tsx';

/** The unit's five, each with what it handed in and the one tap to hand it in. */
export const Own = ({ data: { rows, terms } }: { data: FilingsNow }) => (
  <ul className="own-filings">
    {rows.flatMap(({ id, cells }) =>
      cells.map((cell) => (
        <li key={cell.kind} className="card">
          <header>
            <h2>{filingKinds[cell.kind]}</h2>
            <span className="more">
              <Stands standing={cell.standing} />
            </span>
          </header>
          <p>{saidIn(cell)}</p>
          <footer>
            <span>{terms.filter(({ kind }) => kind === cell.kind).map(dueWords)}</span>
            <Link
              className={`btn small ${cell.standing === 'overdue' || cell.standing === 'returned' ? 'main' : ''}`}
              from="/filings"
              to="."
              search={{ unit: id, open: cell.kind }}
              resetScroll={false}
              aria-label={`${filingKinds[cell.kind]}：${cell.filing === null ? '报来' : '看看、再报'}`}
            >
              {cell.filing === null ? '报来' : '看看、再报'}
            </Link>
          </footer>
        </li>
      )),
    )}
  </ul>
);

function saidIn({ filing }: Cell): string {
  if (filing === null) return '还没有报。';
  if (filing.state === 'returned') return `专班退回：${filing.reason}`;
  if (filing.kind === 'contacts')
    return `负责领导 ${filing.leader}${filing.leaderPost && `（${filing.leaderPost}）`}，信息员 ${filing.officerName}`;
  const words = filing.words.length > 80 ? `${filing.words.slice(0, 80)}……` : filing.words;
  return [filing.happenedOn, words || '盖章件见附件'].filter(Boolean).join('　');
}
