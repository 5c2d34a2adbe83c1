import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { type Standing, standings } from '../../../../server/project/report.ts';
import { percent } from '../../../../server/project/words.ts';
import { Export } from '../../Export.tsx';
import { type Column, ListTable } from '../../ListTable.tsx';
import { Said, Waiting } from '../../Said.tsx';
import { shellRoute } from '../../Shell.tsx';
import { StateTabs } from '../../StateTabs.tsx';
import '../project.css';
import { PaceTag } from './PaceTag.tsx';
import { paceCounts } from './paces.ts';
import { type Asked, type Line, monthWords, type Paces, reportList } from './reports.ts';
import { StandingTag } from './StandingTag.tsx';

export const reportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/project-reports',
  validateSearch: z.object({
    month: z
      .string()
      .regex(/^\d{4}-\d\d$/)
      .optional()
      .catch(undefined),
    state: z
      .enum(Object.keys(standings) as [Standing, ...Standing[]])
      .optional()
      .catch(undefined),
  }),
  component: ReportsPage,
});

function ReportsPage() {
  const search = reportsRoute.useSearch();
  const navigate = reportsRoute.useNavigate();
  const filters = Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as Asked;
  const { data, error } = useQuery(reportList(filters));
  if (!data) return <Waiting error={error} />;
  const { month, due, total, lines, pace } = data;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{headOf(month, data.counts, total)}</h1>
          <p>
            牵头单位 {due} 前报（次月 5 日，逢休息日顺延），专班核了就上事实卡。
            {monthWords(month)}底时序 {percent(Number(month.slice(5)), 12)}。
          </p>
        </div>
      </div>
      <PaceLine pace={pace} total={total} />
      <section className="card">
        <header>
          <h2 className="sr">各项目</h2>
          <StateTabs words={standings} counts={data.counts} />
          <label className="asof">
            月份
            <input
              type="month"
              value={month}
              onChange={({ target }) => navigate({ search: (before) => ({ ...before, month: target.value || undefined }) })}
            />
          </label>
          <Export to={`/api/project-reports.xlsx?${new URLSearchParams({ ...filters, month } as Record<string, string>)}`} />
        </header>
        <Said error={error} />
        {lines.length > 0 ? (
          <ListTable label="月报" className="listed projects" columns={columns} rows={lines} keyOf={(line) => line.projectId} />
        ) : (
          <p className="empty">{total > 0 ? '没有这样的月报，换个条件看看。' : '还没有方案，项目从方案里来。'}</p>
        )}
      </section>
    </main>
  );
}

function headOf(month: string, counts: readonly { state: Standing; count: number }[], total: number): string {
  const countOf = (wanted: Standing) => counts.find(({ state }) => state === wanted)?.count ?? 0;
  const [accepted, sent, overdue] = [countOf('accepted'), countOf('sent'), countOf('overdue')];
  const told = [`收 ${accepted}/${total}`, sent > 0 && `${sent} 份待核`, overdue > 0 && `${overdue} 个逾期未报`];
  return `${monthWords(month)}月报：${told.filter(Boolean).join('，')}`;
}

const PaceLine = ({ pace, total }: { pace: Paces; total: number }) => (
  <ul className="paces" aria-label="进度">
    {paceCounts(pace, total).map(({ pace, label, count, share }) => (
      <li key={pace}>
        <span className="cap">{label}</span> <b>{count}</b> 项 <span className="cap">{share}</span>
      </li>
    ))}
  </ul>
);

const columns: readonly Column<Line>[] = [
  {
    head: '项目',
    names: true,
    cell: ({ projectId, name }) => (
      <Link to="/projects/$projectId" params={{ projectId }} hash="reports">
        {name}
      </Link>
    ),
  },
  { head: '牵头', cell: ({ lead }) => lead ?? '! 还没有定' },
  { head: '月报', cell: ({ standing, late }) => <StandingTag standing={standing} late={late} /> },
  { head: '进度', cell: ({ pace }) => (pace ? <PaceTag pace={pace} /> : '—') },
  {
    head: '已办／全年',
    className: 'n',
    cell: ({ report }) =>
      report ? `${report.done}/${report.planned} ${report.measure}，${percent(report.done, report.planned)}` : '—',
  },
  { head: '报来', cell: ({ report }) => report?.sentOn ?? '—' },
];
