import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { mediaTiers } from '../../../server/channel/channel.ts';
import { projectRanks } from '../../../server/plan/plan.ts';
import { type Gap, gaps, tierKeys } from '../../../server/project/yearly.ts';
import { Export } from '../Export.tsx';
import { type Column, ListTable } from '../ListTable.tsx';
import { Said, Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { StateTabs } from '../StateTabs.tsx';
import './project.css';
import { projectYear, type YearAsked, type YearShown } from './projects.ts';

export const projectYearRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/project-year',
  validateSearch: z.object({
    state: z
      .enum(Object.keys(gaps) as [Gap, ...Gap[]])
      .optional()
      .catch(undefined),
  }),
  component: YearPage,
});

function YearPage() {
  const { state } = projectYearRoute.useSearch();
  const asked: YearAsked = state ? { gap: state } : {};
  const { data, error } = useQuery(projectYear(asked));
  if (!data) return <Waiting error={error} />;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{headOf(data)}</h1>
          <p>全年有宣传：每个项目今年都有人讲过。重点有报道：省级项目上过中央、省、市媒体。数出自事实台账，核验了的才算。</p>
        </div>
      </div>
      <section className="card">
        <header>
          <h2 className="sr">各项目</h2>
          <StateTabs words={gaps} counts={data.counts} />
          <Export to={`/api/project-year.xlsx?${new URLSearchParams(asked as Record<string, string>)}`} />
        </header>
        <Said error={error} />
        {data.lines.length > 0 ? (
          <ListTable
            label="全年核对"
            className="listed projects"
            columns={columnsFor(data.may.order)}
            rows={data.lines}
            keyOf={({ id }) => id}
          />
        ) : (
          <p className="empty">{data.plan ? '没有这样的项目，换个条件看看。' : '还没有方案，项目从方案里来。'}</p>
        )}
      </section>
    </main>
  );
}

function headOf({ plan, counts }: YearShown): string {
  if (!plan) return '全年核对：还没有方案';
  const countOf = (wanted: Gap) => counts.find(({ state }) => state === wanted)?.count ?? 0;
  const [unreported, untold] = [countOf('unreported'), countOf('untold')];
  if (unreported + untold === 0) return `${plan.year} 年核对：每个项目都有宣传，重点都有报道`;
  return `${plan.year} 年核对：${unreported} 个重点没有报道，另有 ${untold} 个没有宣传`;
}

type Line = YearShown['lines'][number];
const columnsFor = (orders: boolean): readonly (Column<Line> | false)[] => [
  {
    head: '项目',
    names: true,
    cell: ({ id, name }) => (
      <Link to="/projects/$projectId" params={{ projectId: id }}>
        {name}
      </Link>
    ),
  },
  { head: '级别', cell: ({ rank }) => (rank ? projectRanks[rank] : '待定') },
  { head: '见报', cell: (line) => <Told line={line} /> },
  {
    head: '核对',
    cell: ({ gap, words }) => (
      <>
        <span className={`tag ${gap === 'none' ? 'good' : 'bad'}`}>
          {gap === 'none' ? '✓' : '!'} {gaps[gap]}
        </span>{' '}
        {words}
      </>
    ),
  },
  orders && {
    head: '补上',
    className: 'act',
    cell: ({ id, lead, gap, name }) =>
      gap === 'none' ? (
        '—'
      ) : (
        <Link
          to="/commissions"
          search={{ order: { project: id, words: 800, ...(lead ? { unit: lead.id } : {}) } }}
          aria-label={`为${name}约稿`}
        >
          约稿
        </Link>
      ),
  },
];

/** How many by tier, and beneath the figure what it stands on. */
function Told({ line: { adopted, submitted, tiers, rows } }: { line: Line }) {
  const parts = tierKeys.filter((tier) => tiers[tier] > 0).map((tier) => `${mediaTiers[tier]} ${tiers[tier]}`);
  const told = [...parts, ...(tiers.undecided > 0 ? [`待认定 ${tiers.undecided}`] : [])].join('，');
  if (adopted === 0) return <>0 条，报送 {submitted} 篇</>;
  return (
    <details className="rows">
      <summary>
        {adopted} 条：{told}；报送 {submitted} 篇
      </summary>
      <ul>
        {rows.map(({ id, day, title, carrier, tier, open }) => (
          <li key={id}>
            {day} {carrier}（{tier}）
            {open ? (
              <Link to="/receipts/$factId" params={{ factId: id }}>
                {title}
              </Link>
            ) : (
              title
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
