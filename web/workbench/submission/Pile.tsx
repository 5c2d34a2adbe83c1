import { Link } from '@tanstack/react-router';
import { lateWords } from '../../../server/submission/lateness.ts';
import { genres } from '../../../server/submission/submission.ts';
import type { Incoming } from './incoming.ts';

/** What waits, the longest wait on top. */
export const Pile = ({ articles, total, open }: { articles: readonly Incoming[]; total: number; open: string | undefined }) => (
  <section className="card waiting">
    <header>
      <h2>等我定 {total}</h2>
      <span className="more hands">
        <kbd>J</kbd> <kbd>K</kbd> <kbd>Enter</kbd>
      </span>
    </header>
    <ol className="pile" data-queue>
      {articles.map(({ id, title, unitName, genre, words, submittedOn, times, ordered, ...came }) => (
        <li key={id}>
          <Link
            from="/articles"
            to="."
            search={(before) => ({ ...before, at: id })}
            resetScroll={false}
            aria-current={id === open ? 'true' : undefined}
          >
            <small>
              {submittedOn.slice(5)} 报送{times > 1 && `，第 ${times} 次`}
              {ordered && <span className="due">　约稿{came.dueOn && `，${came.dueOn.slice(5)} 到期`}</span>}
              {lateWords(came) && <span className="tag bad late">! {lateWords(came)}</span>}
            </small>
            <span className="ti">{title}</span>
            <small>
              {unitName}　{genres[genre]}　{words} 字
            </small>
          </Link>
        </li>
      ))}
    </ol>
    {articles.length < total && <footer>先列等得最久的 {articles.length} 篇。</footer>}
  </section>
);
