import { useQuery } from '@tanstack/react-query';
import { createRoute, Link, Navigate, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { Export } from '../Export.tsx';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { useLast } from '../useLast.ts';
import { whoIAm } from '../whoIAm.ts';
import { Account } from './Account.tsx';
import './assessment.css';
import { Legend, Patterns } from './Bar.tsx';
import { scaleOf, seriesOf } from './bars.ts';
import { Checks } from './Checks.tsx';
import { shortly } from './Evidence.tsx';
import { Frozen } from './Frozen.tsx';
import { LeagueTable } from './LeagueTable.tsx';
import { type MonthNow, monthNow, months } from './monthNow.ts';
import { type Group, groupsOf, headline, monthName } from './places.ts';

const words = z.coerce.string().optional().catch(undefined);

export const assessmentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assessment',
  validateSearch: z.object({ month: words, group: words, unit: words }),
  component: AssessmentPage,
});

function AssessmentPage() {
  const { month } = assessmentRoute.useSearch();
  const { data, error } = useQuery(months);
  if (!data) return <Waiting error={error} />;
  const newest = data.months[0]?.month;
  if (month !== undefined) return <Month month={month} />;
  return newest === undefined ? <None /> : <Navigate from="/assessment" to="." search={(before) => ({ ...before, month: newest })} replace />;
}

const None = () => (
  <main className="page">
    <section className="card empty">
      <p>还没有可以考评的月份：先定一版考核细则，单位报送以后这里逐月列出名次和得分单。</p>
      <Link className="btn main" to="/scheme">
        去定考核细则
      </Link>
    </section>
  </main>
);

function Month({ month }: { month: string }) {
  const { data: found, error } = useQuery(monthNow(month));
  const data = useLast(found);
  if (!data) return <Waiting error={error} />;
  return (
    <main className="page">
      <Patterns />
      <div className="head">
        <div>
          <h1>{titleOf(data)}</h1>
          <p>
            规则：{data.scheme.name}（{data.scheme.id}）{data.scheme.mode === 'countOnly' && '　只统计，不计分、不排名'}　
            <Link to="/scheme">看条文</Link>
          </p>
        </div>
        <div className="acts">
          <Months month={month} />
          <Export to={`/api/months/${month}.xlsx`} />
        </div>
      </div>
      <Body data={data} />
    </main>
  );
}

function titleOf({ month, state, head, pending }: MonthNow): string {
  const waits = pending.reduce((sum, { count }) => sum + count, 0);
  if (state === 'locked') return `${monthName(month)}考评：已锁定，摘要 ${shortly(head ?? '')}`;
  return `${monthName(month)}考评：预览中，${waits > 0 ? `还有 ${waits} 条待核` : '没有待核的'}`;
}

function Months({ month }: { month: string }) {
  const { data } = useQuery(months);
  const navigate = useNavigate({ from: '/assessment' });
  return (
    <select className="wanted" aria-label="看哪个月" value={month} onChange={({ target }) => navigate({ search: (before) => ({ ...before, month: target.value }) })}>
      {data?.months.map((each) => (
        <option key={each.month} value={each.month}>
          {monthName(each.month)} {each.state === 'locked' ? '已锁定' : '预览'}
        </option>
      ))}
    </select>
  );
}

/** Who belongs to a unit lands on its account; an empty `unit` in the address is one that was put away. */
function useChoice({ table, units }: MonthNow) {
  const { group, unit } = assessmentRoute.useSearch();
  const own = useQuery(whoIAm).data?.person.unitId ?? undefined;
  const row = table.find((each) => each.unit === (unit ?? own));
  const groups = groupsOf(table, units);
  return { groups, row, chosen: groups.find(({ name }) => name === (group ?? row?.group)) ?? groups[0] };
}

function Body({ data }: { data: MonthNow }) {
  const { groups, row, chosen } = useChoice(data);
  if (!chosen) return <p className="card empty">这个月名单里没有单位，请先在单位名录里补上。</p>;
  const accounts = chosen.rows.map(({ lines }) => lines);
  const series = seriesOf(data.scheme.clauses, accounts);
  return (
    <div className={row ? 'two' : ''}>
      <div className="stack">
        <section className="card">
          <header>
            <h2>{headline(chosen)}</h2>
            <Groups groups={groups} chosen={chosen.name} />
          </header>
          {data.scheme.mode === 'score' && <Legend series={series} />}
          <LeagueTable data={data} group={chosen} series={series} scale={scaleOf(accounts, series)} chosen={row?.unit} />
          <footer>
            并列按 1、2、2、4 排。采用率＝首次采用稿件数÷报送未撤回稿件数，没有报送写“—”。分数精确到 0.01 分。点一行，或用上下键，打开那个单位的得分单。
          </footer>
        </section>
        {data.state === 'locked' ? <Frozen data={data} /> : <Checks data={data} />}
      </div>
      {row && <Account data={data} row={row} rows={chosen.rows} />}
    </div>
  );
}

const Groups = ({ groups, chosen }: { groups: readonly Group[]; chosen: string }) => (
  <nav className="tabs more" aria-label="分组">
    {groups.map(({ name, rows, ranked }) => (
      <Link key={name} from="/assessment" to="." search={(before) => ({ ...before, group: name })} aria-current={name === chosen || undefined} resetScroll={false}>
        {name} {rows.length}
        {!ranked && '（不排名）'}
      </Link>
    ))}
  </nav>
);
