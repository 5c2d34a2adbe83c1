import { useQuery } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { Export } from '../Export.tsx';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { useLast } from '../useLast.ts';
import { whoIAm } from '../whoIAm.ts';
import './assessment.css';
import { YearAccount } from './YearAccount.tsx';
import { YearTable } from './YearTable.tsx';
import { formOf, type YearNow, yearNow } from './yearNow.ts';

const words = z.coerce.string().optional().catch(undefined);

export const yearRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assessment/year',
  validateSearch: z.object({ year: words, group: words, unit: words }),
  component: YearPage,
});

function YearPage() {
  const day = useQuery(whoIAm).data?.day;
  const { year = day?.slice(0, 4) } = yearRoute.useSearch();
  return year === undefined ? <Waiting error={null} /> : <OneYear key={year} year={year} />;
}

function OneYear({ year }: { year: string }) {
  const { data: found, error } = useQuery(yearNow(year));
  const data = useLast(found);
  const { group, unit } = yearRoute.useSearch();
  if (!data) return <Waiting error={error} />;
  const row = data.rows.find((each) => each.unit === unit);
  const groups = [...new Set(data.rows.map((each) => each.group))];
  const chosen = groups.find((name) => name === (group ?? row?.group)) ?? groups[0];
  const rows = data.rows.filter((each) => each.group === chosen);
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{titleOf(data)}</h1>
          <p>
            年度合计＝已锁定各月的得分＋对这些月份的更正；更正记在被更正的月份所在的年度，十二月的更正一月才出来，也算在这一年。
          </p>
        </div>
        <div className="acts">
          <Years year={year} years={data.years} />
          <Export to={formOf(year)} />
        </div>
      </div>
      {rows.length === 0 ? (
        <p className="card empty">{year}年还没有在施行的考核细则，有了细则、锁定了月份，这里就加得出全年。</p>
      ) : (
        <div className={row ? 'two' : ''}>
          <section className="card">
            <header>
              <h2>{headline(data, rows.length)}</h2>
              <Groups groups={groups} data={data} chosen={chosen ?? ''} />
            </header>
            <YearTable year={data} rows={rows} chosen={row?.unit} />
            <footer>
              {data.scored
                ? '点月份的分数打开那个月的得分单，点单位看全年怎样加起来。“—”表示那个月不在名单。同分的并列，按 1、2、2、4 排。'
                : '本年度只统计，不计分、不排名。'}
            </footer>
          </section>
          {row && <YearAccount year={data} row={row} />}
        </div>
      )}
    </main>
  );
}

const inWords = (months: YearNow['months']) => months.map(({ month }) => `${Number(month.slice(5))}月`).join('、');

function titleOf({ year, months, final, scored }: YearNow): string {
  if (!scored) return `${year}年考评：只统计`;
  const locked = months.filter(({ state }) => state === 'locked').length;
  return `${year}年考评：${final ? '各月都已锁定' : locked > 0 ? `已锁定 ${locked} 个月` : '还没有锁定的月份'}`;
}

function headline({ months, scored }: YearNow, count: number): string {
  const open = months.filter(({ state }) => state === 'open' || state === 'running');
  if (!scored) return `${count} 个单位的报送和采用`;
  return open.length === 0 ? `${count} 个单位` : `◔ ${inWords(open)}还没有锁定，不进年度合计，名次是暂列的`;
}

function Years({ year, years }: { year: string; years: readonly number[] }) {
  const navigate = useNavigate({ from: '/assessment/year' });
  return (
    <select
      className="wanted"
      aria-label="看哪一年"
      value={year}
      onChange={({ target }) => navigate({ search: (before) => ({ ...before, year: target.value }) })}
    >
      {[...new Set([Number(year), ...years])].map((each) => (
        <option key={each} value={each}>
          {each}年
        </option>
      ))}
    </select>
  );
}

const Groups = ({ groups, data, chosen }: { groups: readonly string[]; data: YearNow; chosen: string }) => (
  <nav className="tabs more" aria-label="分组">
    {groups.map((name) => (
      <Link
        key={name}
        from="/assessment/year"
        to="."
        search={(before) => ({ ...before, group: name })}
        activeOptions={{ explicitUndefined: true }}
        aria-current={name === chosen ? 'true' : undefined}
        resetScroll={false}
      >
        {name} {data.rows.filter(({ group }) => group === name).length}
      </Link>
    ))}
  </nav>
);
