import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { tieSentence } from '../../../server/assessment/ranking.ts';
import { whoIAm } from '../whoIAm.ts';
import { Account } from './Account.tsx';
import { Legend, Patterns } from './Bar.tsx';
import { scaleOf, seriesOf } from './bars.ts';
import { LeagueTable } from './LeagueTable.tsx';
import { type MonthNow, type Scheme, useRunning } from './monthNow.ts';
import { type Group, groupsOf, headline } from './places.ts';

type Props = { data: MonthNow; scheme: Scheme; children: ReactNode };

/** The table of one group, and beside it the account that lies open. */
export function League({ data, scheme, children }: Props) {
  const { groups, row, chosen } = useChoice(data, scheme);
  const running = useRunning(data.month);
  if (!chosen) return <p className="card empty">这个月的名单里没有单位，请先在单位名录里补上。</p>;
  const accounts = chosen.rows.flatMap(({ lines }) => (lines ? [lines] : []));
  const series = seriesOf(scheme.clauses, accounts);
  const scored = scheme.mode === 'score';
  return (
    <div className={row ? 'two' : ''}>
      <Patterns />
      <div className="stack">
        <section className="card">
          <header>
            <h2>{headline(chosen, { scored, running })}</h2>
            <Groups groups={groups} chosen={chosen.name} />
          </header>
          {scored && <Legend series={series} />}
          <LeagueTable data={data} group={chosen} series={series} scale={scaleOf(accounts, series)} chosen={row?.unit} />
          <footer>
            {running && scored && '没有报满的先按欠额扣着，补上就回来；月底以后才定。'}
            {chosen.ranked && `${tiesOf(scheme)}`}
            采用率＝首次采用稿件数÷报送未撤回稿件数，没有报送写“—”。点一行，或在行上按上下键，打开那个单位的
            {scored ? '得分单。分数精确到 0.01 分。' : '记录。'}
            {accounts.length < chosen.rows.length && '得分构成和得分单只看得到本单位的。'}
          </footer>
        </section>
        {children}
      </div>
      {row && <Account data={data} row={row} rows={chosen.rows} />}
    </div>
  );
}

/** Who sees only his own unit's lines lands on its account; an empty `unit` in the address is one that was put away. */
function useChoice({ table, units }: MonthNow, scheme: Scheme) {
  const { group, unit } = useSearch({ from: '/shell/assessment' });
  const own = useQuery(whoIAm).data?.person.unitId;
  const limited = table.some(({ lines }) => lines === null);
  const open = table.find((each) => each.unit === (unit ?? (limited ? own : undefined)));
  const groups = groupsOf(table, units, scheme.groups);
  const chosen = groups.find(({ name }) => name === (group ?? open?.group)) ?? groups[0];
  return { groups, chosen, row: open?.group === chosen?.name ? open : undefined };
}

const tiesOf = (scheme: Scheme) => `同分先后${scheme.ties.map(tieSentence).join('，再')}，仍相同就并列，按 1、2、2、4 排。`;

const Groups = ({ groups, chosen }: { groups: readonly Group[]; chosen: string }) => (
  <nav className="tabs more" aria-label="分组">
    {groups.map(({ name, rows, ranked }) => (
      <Link
        key={name}
        from="/assessment"
        to="."
        search={(before) => ({ ...before, group: name })}
        aria-current={name === chosen ? 'true' : undefined}
        resetScroll={false}
      >
        {name} {rows.length}
        {!ranked && '（不排名）'}
      </Link>
    ))}
  </nav>
);
