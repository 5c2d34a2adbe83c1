import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { placesWords, tieSentence } from '../../../server/assessment/ranking.ts';
import { whoIAm } from '../whoIAm.ts';
import { Account } from './Account.tsx';
import { Legend, Patterns } from './Bar.tsx';
import { scaleOf, seriesOf } from './bars.ts';
import { CoverKeys } from './Cover.tsx';
import { Filters } from './Filters.tsx';
import { filtered } from './filtering.ts';
import { LeagueTable } from './LeagueTable.tsx';
import { type MonthNow, ratesIn, type Scheme } from './monthNow.ts';
import { type Group, groupsOf, headline } from './places.ts';
import { RateTable } from './Rates.tsx';

type Props = { data: MonthNow; scheme: Scheme; children: ReactNode };

/** The table of one group, and beside it the account that lies open. */
export function League({ data, scheme, children }: Props) {
  const { groups, row, chosen, own } = useChoice(data, scheme);
  const { q, only, all } = useSearch({ from: '/shell/assessment' });
  if (!chosen) return <p className="card empty">这个月的名单里没有单位，请先在单位名录里补上。</p>;
  const parts = chosen.rows.flatMap(({ parts }) => (parts ? [parts] : []));
  const series = seriesOf(scheme.clauses, parts);
  const scored = scheme.mode === 'score';
  const shown = filtered(chosen.rows, data, { q, only });
  const scale = scaleOf(parts, series);
  return (
    <div className={row ? 'two' : ''}>
      <Patterns />
      <div className="stack">
        <section className="card">
          <header>
            <h2>{headline(chosen, { scored, running: data.running })}</h2>
            <Groups groups={groups} chosen={chosen.name} />
          </header>
          <Filters data={data} rows={chosen.rows} />
          {scored && series.length > 0 && <Legend series={series} />}
          <LeagueTable
            {...{ data, shown, series, scale, group: chosen }}
            chosen={row?.unit ?? own}
            all={Boolean(all ?? q ?? only)}
          />
          <GroupRates month={data.month} group={chosen.name} />
          <Notes data={data} scheme={scheme} group={chosen} />
        </section>
        {children}
      </div>
      {row && <Account data={data} row={row} rows={chosen.rows} />}
    </div>
  );
}

/** Asked for when it is opened. */
function GroupRates({ month, group }: { month: string; group: string }) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...ratesIn(month, group), enabled: open });
  return (
    <details className="part" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{group}的采用率：按层级和载体</summary>
      {data && <RateTable rates={data.rates} />}
      {data?.rates.length === 0 && <p className="cap">本月还没有采用。</p>}
    </details>
  );
}

const Notes = ({ data: { running, limited }, scheme, group }: { data: MonthNow; scheme: Scheme; group: Group }) => {
  const scored = scheme.mode === 'score';
  return (
    <footer>
      {running &&
        scored &&
        '本月还没过完：“已得”不含月底前还补得上的，那些标“◔ 未到期”另计，补上就不扣；名次连它一起暂列，月底以后才定。'}
      {group.ranked && tiesOf(scheme)}
      采用率＝首次采用稿件数÷报送未撤回稿件数，没有报送写“—”。点一行，或在行上按上下键，打开那个单位的
      {scored ? '得分单。分数精确到 0.01 分。' : '记录。'}
      {limited && '得分构成和得分单只看得到本单位的。'}
      <CoverKeys />
    </footer>
  );
};

/** Who sees only his own unit's lines lands on its account; an empty `unit` in the address is one that was put away. */
function useChoice({ table, units, limited }: MonthNow, scheme: Scheme) {
  const { group, unit } = useSearch({ from: '/shell/assessment' });
  const own = useQuery(whoIAm).data?.person.unitId ?? undefined;
  const open = table.find((each) => each.unit === (unit ?? (limited ? own : undefined)));
  const groups = groupsOf(table, units, scheme.groups);
  const chosen = groups.find(({ name }) => name === (group ?? open?.group)) ?? groups[0];
  return { groups, chosen, own, row: open?.group === chosen?.name ? open : undefined };
}

const tiesOf = (scheme: Scheme) =>
  `同分先后${scheme.ties.map(tieSentence).join('，再')}，仍相同就并列，按${placesWords(scheme)}排。`;

const Groups = ({ groups, chosen }: { groups: readonly Group[]; chosen: string }) => (
  <nav className="tabs more" aria-label="分组">
    {groups.map(({ name, rows, ranked }) => (
      <Link
        key={name}
        from="/assessment"
        to="."
        search={(before) => ({ ...before, group: name, all: undefined })}
        activeOptions={{ explicitUndefined: true }}
        aria-current={name === chosen ? 'true' : undefined}
        resetScroll={false}
      >
        {name} {rows.length}
        {!ranked && '（不排名）'}
      </Link>
    ))}
  </nav>
);
