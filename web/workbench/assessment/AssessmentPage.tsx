import { useQuery } from '@tanstack/react-query';
import { createRoute, Link, Navigate } from '@tanstack/react-router';
import { z } from 'zod';
import { Export } from '../Export.tsx';
import { useDays } from '../objection/useDays.ts';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { useLast } from '../useLast.ts';
import './assessment.css';
import { Checks } from './Checks.tsx';
import { shortly } from './Evidence.tsx';
import { Frozen } from './Frozen.tsx';
import { League } from './League.tsx';
import { Months } from './Months.tsx';
import { type MonthNow, monthAtHand, monthNow, months, type Scheme } from './monthNow.ts';
import { monthName } from './places.ts';

const words = z.coerce.string().optional().catch(undefined);

export const assessmentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assessment',
  validateSearch: z.object({ month: words, group: words, unit: words, q: words, only: words, all: words, more: words }),
  component: AssessmentPage,
});

function AssessmentPage() {
  const { month } = assessmentRoute.useSearch();
  const { data, error } = useQuery(months);
  if (month !== undefined) return <Month key={month} month={month} />;
  if (!data) return <Waiting error={error} />;
  const first = monthAtHand(data);
  return <Navigate from="/assessment" to="." search={(before) => ({ ...before, month: first })} replace />;
}

function Month({ month }: { month: string }) {
  const { data: found, error } = useQuery(monthNow(month));
  const data = useLast(found);
  const days = useDays(month);
  if (!data) return <Waiting error={error} />;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{titleOf(data, days)}</h1>
          {data.scheme && <Rules scheme={data.scheme} />}
        </div>
        <div className="acts">
          <Months month={month} />
          {data.scheme && <Export to={`/api/months/${month}/table.xlsx`} />}
        </div>
      </div>
      {data.scheme ? (
        <League data={data} scheme={data.scheme}>
          {data.state === 'locked' ? <Frozen data={data} /> : data.checks.length > 0 && <Checks data={data} />}
        </League>
      ) : (
        <None month={month} />
      )}
    </main>
  );
}

const Rules = ({ scheme: { id, name, mode, from } }: { scheme: Scheme }) => (
  <p>
    规则：{name}（{id}，{from} 起施行）　<Link to="/scheme">看条文</Link>
    {mode === 'countOnly' && <span className="tag info">只统计：不计分，不排名，按单位名称排列</span>}
  </p>
);

const None = ({ month }: { month: string }) => (
  <section className="card empty">
    <p>{monthName(month)}没有在施行的考核细则。先定一版细则，这里就列出各单位的报送、采用和得分单。</p>
    <Link className="btn main" to="/scheme">
      去定考核细则
    </Link>
  </section>
);

function titleOf({ month, state, running, limited, head, pending, scheme }: MonthNow, days: string): string {
  const whose = limited ? '本单位' : '';
  const waits = pending.reduce((sum, { count }) => sum + count, 0);
  if (state === 'locked') return `${monthName(month)}考评：已锁定，摘要 ${shortly(head ?? '')}${days}`;
  if (!scheme) return `${monthName(month)}考评：还没有细则`;
  return `${monthName(month)}考评：${running ? '还没过完，现在' : `预览中${days}，`}${whose}${waits > 0 ? `还有 ${waits} 条待核` : '没有待核的'}`;
}
