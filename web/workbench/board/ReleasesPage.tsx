import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { familyWords, publicFamilies } from '../../../server/board/board.ts';
import { type ReleaseState, releaseStates } from '../../../server/board/releases.ts';
import { Export } from '../Export.tsx';
import { type Column, ListTable } from '../ListTable.tsx';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { releaseCalendar, type Series } from './coverage.ts';
import './coverage.css';

export const releasesRoute = createRoute({ getParentRoute: () => shellRoute, path: '/releases', component: ReleasesPage });

type Release = Series['releases'][number];
const marks: Record<ReleaseState, readonly [mark: string, tag: string]> = {
  done: ['✓', 'tag good'],
  next: ['◔', 'tag wait'],
  later: ['—', 'tag'],
  missed: ['!', 'tag bad'],
  none: ['!', 'tag wait'],
};

/** 定期向社会发布: what is next, what came out, what did not. */
function ReleasesPage() {
  const { data, error } = useQuery(releaseCalendar);
  if (!data) return <Waiting error={error} />;
  const all = data.series.flatMap(({ releases }) => releases);
  const next = all.find(({ state }) => state === 'next');
  const lacking = all.filter(({ state }) => state === 'missed' || state === 'none').length;
  const done = all.filter(({ state }) => state === 'done').length;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            {data.year === null
              ? '发布日历：还没有方案'
              : `发布日历：${done} 期发布过${lacking > 0 ? `，${lacking} 期没有` : ''}${next ? `；下一次最迟 ${next.to.slice(5)}` : ''}`}
          </h1>
          <p>
            定期向社会发布民生实事的进展。“县里公开的”是公开了的通报；“刊播”是核验过的、登在
            {publicFamilies.map((each) => familyWords[each]).join('、')}上的采用，内部刊物不算。
          </p>
        </div>
        <div className="acts">
          <Export to="/api/releases.xlsx" />
        </div>
      </div>
      <div className="stack">
        {data.year === null && <p className="card empty">建好方案，这里按期列出发布过什么。</p>}
        {data.series.map(({ duty, what, clause, releases }) => (
          <section className="card" key={duty ?? 'months'}>
            <header>
              <h2>{duty ? `${clause ?? ''} ${what}` : '按月看（方案没有写多久发布一次）'}</h2>
            </header>
            <ListTable label="各期" className="releases" columns={columns} rows={releases} keyOf={({ from }) => from} />
          </section>
        ))}
      </div>
    </main>
  );
}

const columns: readonly Column<Release>[] = [
  { head: '哪一期', names: true, cell: ({ period }) => period },
  {
    head: '状态',
    cell: ({ state }) => (
      <span className={marks[state][1]}>
        {marks[state][0]} {releaseStates[state]}
      </span>
    ),
  },
  { head: '最迟', className: 'day', cell: ({ to }) => to.slice(5) },
  {
    head: '县里公开的',
    cell: ({ published }) =>
      published.length === 0
        ? '—'
        : published.map(({ what, on, link }) => (
            <a key={link} href={link}>
              {what}（{on.slice(5)}）
            </a>
          )),
  },
  {
    head: '刊播',
    className: 'n',
    cell: ({ period, from, to, appearances }) =>
      appearances === 0 ? (
        0
      ) : (
        <Link
          to="/coverage"
          search={{ axis: 'family', rows: { what: `${period}刊播，内部刊物除外`, from, to, family: 'public' } }}
        >
          {appearances}
        </Link>
      ),
  },
];
