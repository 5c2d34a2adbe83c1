import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Decision, decisions } from '../../../server/submission/may.ts';
import { genres, states, wordsOf } from '../../../server/submission/submission.ts';
import { Said, Waiting } from '../Said.tsx';
import { type Article, articleOf } from './articles.ts';
import { Deciding } from './Deciding.tsx';
import { History } from './History.tsx';
import { incoming, nextAfter } from './incoming.ts';
import { MonthStrip } from './MonthStrip.tsx';
import { Ordered } from './Ordered.tsx';
import { Pile } from './Pile.tsx';
import { Reading } from './Reading.tsx';
import { Signatures } from './Signatures.tsx';
import './incoming.css';

type Done = Pick<Article, 'id' | 'title'> & { decision: Decision };

/** 来稿: the office reads what was handed in and says what becomes of it; the next one opens by itself. */
export function IncomingPage({ at, counted }: { at: string | undefined; counted: string | undefined }) {
  const navigate = useNavigate({ from: '/articles' });
  const [done, setDone] = useState<Done | null>(null);
  const { data, error } = useQuery(incoming);
  const open = at ?? data?.articles[0]?.id;
  const next = data && open ? nextAfter(data.articles, open)?.id : undefined;
  const { data: article, error: missing } = useQuery({ ...articleOf(open ?? ''), enabled: open !== undefined });
  useQuery({ ...articleOf(next ?? ''), enabled: next !== undefined }); // so that it is there when its turn comes
  if (!data) return <Waiting error={error} />;
  const decided = ({ id, title }: Article, decision: Decision) => {
    setDone({ id, title, decision });
    void navigate({ to: '.', search: (before) => ({ ...before, at: next }), replace: true, resetScroll: false });
    scrollTo({ top: 0 });
  };
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{data.total > 0 ? `来稿：还有 ${data.total} 篇要您定` : '来稿：✓ 都定完了'}</h1>
          <p>{article ? <About article={article} /> : '各单位三审三校签完报送来的，在这里留用、不用或退回。'}</p>
        </div>
        <div className="acts">
          <Link className="btn" to="/articles" search={{ view: 'all' }}>
            全部稿件
          </Link>
        </div>
      </div>
      <p role="status" className={done ? 'said ok' : 'sr'}>
        {done && <DoneWords done={done} />}
      </p>
      <Said error={missing ?? error} />
      {open === undefined ? (
        <p className="card empty">✓ 眼下没有等您定的来稿。单位签完六个字，稿件自动到这里。</p>
      ) : (
        <div className="desk reviewing incoming">
          <Pile {...data} open={open} />
          {article?.id === open ? <Open article={article} decided={decided} /> : <p role="status">正在读取……</p>}
        </div>
      )}
      <MonthStrip month={counted} />
    </main>
  );
}

const About = ({ article: { unitName, authorName, genre, body, projectName, theme } }: { article: Article }) =>
  [unitName, authorName, genres[genre], `${wordsOf(body)} 字`, projectName, theme].filter(Boolean).join('　');

const DoneWords = ({ done: { id, title, decision } }: { done: Done }) => (
  <>
    ✓ {states[decisions[decision]]}《{title}》。
    <Link from="/articles" to="." search={(before) => ({ ...before, at: id })}>
      {decision === 'return' ? '再看' : '定错了，再看'}
    </Link>
  </>
);

const Open = ({ article, decided }: { article: Article; decided: (article: Article, decision: Decision) => void }) => (
  <>
    <Reading key={article.id} article={article} />
    <div>
      <section className="card signing deciding" aria-label="定这一篇">
        <p className="choices">
          <Deciding article={article} decided={decided} />
        </p>
        <p className="cap hands">
          <kbd>1</kbd> 留用　<kbd>2</kbd> 不用　<kbd>3</kbd> 退回修改
        </p>
      </section>
      {article.commissionId && <Ordered commission={article.commissionId} />}
      <Signatures article={article} />
      <History article={article} />
    </div>
  </>
);
