import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { Scroll } from '../Scroll.tsx';
import type { Scale, Series } from './bars.ts';
import { type MonthNow, measuresIn, type Row, trendTo } from './monthNow.ts';
import { type Group, minus, settledOf, sumOf, waitingOf } from './places.ts';
import { movedBy } from './trends.ts';
import { Later, rate, UnitRow } from './UnitRow.tsx';
import { windowed } from './windowed.ts';

type Props = {
  data: MonthNow;
  group: Group;
  shown: readonly Row[]; // of the group, what the filters let through
  series: readonly Series[];
  scale: Scale;
  chosen: string | undefined;
  all: boolean;
};

export function LeagueTable({ data, group, shown, series, scale, chosen, all }: Props) {
  const trend = useQuery(trendTo(data.month)).data;
  const measures = useQuery(measuresIn(data.month)).data;
  const covered = measures && shown.some(({ unit }) => measures.units[unit]) ? measures : undefined;
  const units = new Map(data.units.map((unit) => [unit.id, unit]));
  const { stretches, left } = windowed(shown, ({ unit }) => unit === chosen, all);
  const scored = data.scheme?.mode === 'score';
  const across = 4 + Number(group.ranked) + Number(covered !== undefined) + (scored ? 2 : 0) + Number(group.ranked && scored);
  return (
    <Scroll label={`${group.name}：${group.ranked ? '名次' : '不排名，按名称'}`}>
      <table className="lt">
        <Heads data={data} ranked={group.ranked} scored={scored} covered={covered !== undefined} />
        <tbody data-queue>
          {stretches.map(({ hidden, from, rows }) => (
            <Fragment key={from}>
              {hidden > 0 && <Gap count={hidden} of={shown.length} across={across} />}
              {rows.map((row) => (
                <UnitRow
                  key={row.unit}
                  {...{ data, group, series, scale, row, measures: covered }}
                  on={row.unit === chosen}
                  about={units.get(row.unit)}
                  moved={data.running ? null : movedBy(trend, row.unit)}
                />
              ))}
            </Fragment>
          ))}
          {left > 0 && <Gap count={left} of={shown.length} across={across} />}
          {shown.length === 0 && (
            <tr>
              <td colSpan={across} className="empty">
                没有符合条件的单位，请换一个条件。
              </td>
            </tr>
          )}
        </tbody>
        <Totals rows={shown} ranked={group.ranked} scored={scored} covered={covered !== undefined} />
      </table>
    </Scroll>
  );
}

type Shape = { ranked: boolean; scored: boolean; covered: boolean };

const Heads = ({ data: { running }, ranked, scored, covered }: Shape & { data: MonthNow }) => (
  <thead>
    <tr>
      {ranked && <Head label={running ? '暂列' : '名次'} />}
      <th scope="col">责任单位</th>
      <Head label="报送" small="篇" />
      <Head label="采用" small="条次" />
      <Head label="采用率" small="稿件" kind="rate" />
      {covered && (
        <th scope="col" className="cv">
          措施<small>逐项</small>
        </th>
      )}
      {scored && (
        <th scope="col" className="bc">
          得分构成
        </th>
      )}
      {scored && <Head label={running ? '已得' : '得分'} small={running ? '未到期另计' : undefined} down={ranked} />}
      {ranked && scored && (
        <th scope="col" className="nx">
          到上一名
        </th>
      )}
    </tr>
  </thead>
);

function Totals({ rows, ranked, scored, covered }: Shape & { rows: readonly Row[] }) {
  const [adopted, submitted] = [total(rows, ({ adopted }) => adopted), total(rows, ({ submitted }) => submitted)];
  return (
    <tfoot>
      <tr>
        {ranked && <td />}
        <td>{rows.length} 个单位合计</td>
        <td className="n">{submitted}</td>
        <td className="n">{total(rows, ({ adoptions }) => adoptions)}</td>
        <td className="n rate">{rate({ adopted, submitted })}</td>
        {covered && <td className="cv" />}
        {scored && <td className="bc" />}
        {scored && (
          <td className="n">
            <Later points={sumOf(rows.map(waitingOf))} />
            {minus(sumOf(rows.map(settledOf)))}
          </td>
        )}
        {ranked && scored && <td className="nx" />}
      </tr>
    </tfoot>
  );
}

const Gap = ({ count, of, across }: { count: number; of: number; across: number }) => (
  <tr className="gap">
    <td colSpan={across}>
      … 中间 {count} 个单位没有列出　
      <Link from="/assessment" to="." search={(before) => ({ ...before, all: '1' })} resetScroll={false}>
        全部列出 {of} 个
      </Link>
    </td>
  </tr>
);

type HeadProps = { label: string; small?: string | undefined; down?: boolean; kind?: string };
const Head = ({ label, small, down = false, kind = '' }: HeadProps) => (
  <th className={`n ${kind}`} scope="col" aria-sort={down ? 'descending' : undefined}>
    {label}
    {down && <span aria-hidden="true"> ▾</span>}
    {small && <small>{small}</small>}
  </th>
);

const total = (rows: readonly Row[], of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0);
