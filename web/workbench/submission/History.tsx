import { Link } from '@tanstack/react-router';
import { lateWords } from '../../../server/submission/lateness.ts';
import { type Level, levels } from '../../../server/submission/submission.ts';
import type { Article } from './articles.ts';

const outcomes = { taken: '✓ 留用', left: '— 未用', returned: '! 退回修改', withdrawn: '— 撤回' } as const;

/** What happened to it so far: handed in, sent back, decided; the newest first. */
export function History({ article: { submissions, returns } }: { article: Article }) {
  if (submissions.length + returns.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>经过</h2>
      </header>
      <ol className="past">
        {submissions
          .toReversed()
          .map(({ id, factId, versionNo, submittedOn, outcome, reason, decidedByName, decidedOn, ...came }) => (
            <li key={id}>
              <b>
                {submittedOn.slice(5)} 报送第 {versionNo} 版
              </b>
              {lateWords(came) && `　! ${lateWords(came)}（时限 ${came.dueOn?.slice(5)}）`}
              {outcome ? `　${outcomes[outcome]}（${decidedByName} ${decidedOn?.slice(5)}）` : '　◔ 等专班办公室定'}
              {reason && `：${reason}`}　
              <Link to="/receipts/$factId" params={{ factId }}>
                回执
              </Link>
            </li>
          ))}
        {returns.toReversed().map(({ returnedAt, returnedOn, level, versionNo, byName, reason }) => (
          <li key={returnedAt}>
            <b>
              {returnedOn.slice(5)} {fromWords(level)}
            </b>
            {`　第 ${versionNo} 版，${byName}：${reason}`}
          </li>
        ))}
      </ol>
    </section>
  );
}

const fromWords = (level: number | null) =>
  level === null ? '本单位撤回' : level === 0 ? '专班退回' : `${levels[level as Level]}退回`;
