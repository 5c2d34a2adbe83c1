import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { lateWords } from '../../../server/submission/lateness.ts';
import { type ArticleState, genres, states, stateWords } from '../../../server/submission/submission.ts';
import { Export } from '../Export.tsx';
import { allUnits } from '../identity/lists.ts';
import { Said, Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';
import { Wanted } from '../Wanted.tsx';
import { whoIAm } from '../whoIAm.ts';
import { articleList, articleQueue, articleStates, type Filters, type Listed } from './articles.ts';
import { IncomingPage } from './IncomingPage.tsx';
import { MonthCounts } from './MonthCounts.tsx';
import { monthWords } from './monthWords.ts';
import './submission.css';

const words = z.string().optional().catch(undefined);
const chosen = z.object({
  state: z
    .enum(Object.keys(states) as [ArticleState, ...ArticleState[]])
    .optional()
    .catch(undefined),
  ...{
    view: z.literal('all').optional().catch(undefined),
    late: z.literal('only').optional().catch(undefined),
    at: words,
    counted: words,
  },
  ...{ unit: words, month: words, before: words, q: z.coerce.string().optional().catch(undefined) },
});
export const articlesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/articles',
  validateSearch: chosen,
  component: ArticlesPage,
});

/** Nothing chosen, the office meets what waits for its word. */
function ArticlesPage() {
  const { at, counted, ...chosen } = articlesRoute.useSearch();
  const { data: me, error } = useQuery(whoIAm);
  if (!me) return <Waiting error={error} />;
  const desk = me.person.roles.includes('officeStaff') && !Object.values(chosen).some(Boolean);
  return desk ? <IncomingPage at={at} counted={counted} /> : <ArticleList />;
}

function ArticleList() {
  const { at: _at, counted: _counted, view: _view, ...search } = articlesRoute.useSearch();
  const filters = Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as Filters;
  const { data, error } = useQuery(articleList(filters));
  const { data: queue } = useQuery(articleQueue);
  const { data: like } = useQuery(articleStates(filters));
  if (!data || !queue || !like) return <Waiting error={error} />;
  const office = queue.submitted === null;
  const total = like.counts.reduce((sum, { count }) => sum + count, 0);
  const toDecide = queue.counts.find(({ state }) => state === 'submitted')?.count ?? 0; // by the office, whoever of it is reading
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            {office ? `稿件：${toDecide > 0 ? `${toDecide} 篇等专班定` : '没有等专班定的'}` : `我的稿件：${monthWords(queue)}`}
          </h1>
          <p>
            {office ? '各单位送审过的都在这里；还没送审的草稿只有本单位看得到。' : '写好、三审三校签完，自动报送到专班办公室。'}
          </p>
        </div>
        <div className="acts">
          {data.may.write === null && (
            <Link className="btn main" to="/articles/$id" params={{ id: 'new' }}>
              写一篇
            </Link>
          )}
        </div>
      </div>
      <div className="stack">
        <section className="card">
          <header>
            <h2 className="sr">名单</h2>
            <States counts={like.counts} total={total} />
          </header>
          <header>
            <Wanted label="按标题、审签单编码找" />
            <Narrow office={office} />
            <Export to={`/api/articles.xlsx?${new URLSearchParams(sheetOf(filters))}`} />
          </header>
          <Said error={error} />
          <ArticleTable articles={data.articles} office={office} />
          {data.articles.length === 0 && (
            <p className="empty">
              {queue.counts.length === 0 && !office
                ? '还没有稿件。写下第一句就自动保存，签完六个字就报送。'
                : '没有这样的稿件，换个条件看看。'}
            </p>
          )}
          <Pages more={data.more} last={data.articles.at(-1)?.id} />
        </section>
        {office && <MonthCounts month={search.month} />}
      </div>
    </main>
  );
}

const sheetOf = ({ before: _, ...rest }: Filters) => rest as Record<string, string>;

const order = Object.keys(states) as ArticleState[];
const States = ({ counts, total }: { counts: readonly { state: ArticleState; count: number }[]; total: number }) => (
  <nav className="tabs" aria-label="按状态看">
    <Tab state={undefined} words={`全部 ${total}`} />
    {order.flatMap((wanted) =>
      counts
        .filter(({ state }) => state === wanted)
        .map(({ state, count }) => <Tab key={state} state={state} words={`${states[state]} ${count}`} />),
    )}
  </nav>
);

function Tab({ state, words }: { state: ArticleState | undefined; words: string }) {
  const now = articlesRoute.useSearch().state;
  return (
    <Link
      from="/articles"
      to="."
      search={(before) => ({ ...before, state, view: state ? before.view : 'all', before: undefined })}
      activeOptions={{ explicitUndefined: true }}
      aria-current={now === state ? 'true' : undefined}
    >
      {words}
    </Link>
  );
}

function Narrow({ office }: { office: boolean }) {
  const { unit, month, late } = articlesRoute.useSearch();
  const navigate = articlesRoute.useNavigate();
  const { data } = useQuery({ ...allUnits, enabled: office });
  const { data: me } = useQuery(whoIAm);
  const set = (part: { unit?: string | undefined; month?: string | undefined; late?: 'only' | undefined }) =>
    navigate({ to: '.', search: (before) => ({ ...before, ...part, before: undefined }), replace: true, resetScroll: false });
  return (
    <>
      <select
        aria-label="按报送的月份看"
        value={month ?? ''}
        onChange={({ target }) => set({ month: target.value || undefined })}
      >
        <option value="">全部月份</option>
        {me &&
          monthsTo(me.day).map((each) => (
            <option key={each} value={each}>{`${each.slice(0, 4)}年${Number(each.slice(5))}月`}</option>
          ))}
      </select>
      <select
        aria-label="按时限看"
        value={late ?? ''}
        onChange={({ target }) => set({ late: target.value === 'only' ? 'only' : undefined })}
      >
        <option value="">按时、迟报都看</option>
        <option value="only">只看迟报</option>
      </select>
      {office && (
        <select aria-label="按单位看" value={unit ?? ''} onChange={({ target }) => set({ unit: target.value || undefined })}>
          <option value="">全部单位</option>
          {data?.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

/** The last twelve months, this one first. */
const monthsTo = (day: string) =>
  Array.from({ length: 12 }, (_, back) => {
    const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - back;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  });

const marks: Partial<Record<ArticleState, string>> = {
  returned: 'tag bad',
  inReview: 'tag wait',
  submitted: 'tag info',
  taken: 'tag good',
};

/** What a phone leaves out is read on the article's own page. */
const headClass: Record<string, string> = { 种类: 'roomy', 字数: 'n roomy', 项目: 'roomy', 作者: 'roomy' };

const ArticleTable = ({ articles, office }: { articles: readonly Listed[]; office: boolean }) => (
  <Scroll label="稿件">
    <table className="articles">
      <thead>
        <tr>
          {['标题', ...(office ? ['单位'] : []), '状态', '报送', '种类', '字数', '项目', '作者'].map((head) => (
            <th key={head} scope="col" className={headClass[head]}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-queue>
        {articles.map((article) => (
          <tr key={article.id}>
            <td>
              <Link to="/articles/$id" params={{ id: article.id }}>
                {article.title || '（还没有标题）'}
              </Link>
            </td>
            {office && <td>{article.unitName}</td>}
            <td>
              <span className={marks[article.state] ?? 'tag'}>{stateWords(article)}</span>
            </td>
            <td>
              {article.submittedOn?.slice(5) ?? '—'}
              {lateWords(article) && <span className="tag bad late">! {lateWords(article)}</span>}
            </td>
            <td className="roomy">{genres[article.genre]}</td>
            <td className="n roomy">{article.words ?? '—'}</td>
            <td className="roomy">{article.projectName ?? '—'}</td>
            <td className="roomy">{article.authorName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

function Pages({ more, last }: { more: boolean; last: string | undefined }) {
  const { before } = articlesRoute.useSearch();
  if (!more && !before) return null;
  return (
    <footer className="choices">
      {before && (
        <Link from="/articles" to="." search={(now) => ({ ...now, before: undefined })}>
          回到最新的
        </Link>
      )}
      {more && (
        <Link from="/articles" to="." search={(now) => ({ ...now, before: last })}>
          更早的 50 篇
        </Link>
      )}
    </footer>
  );
}
