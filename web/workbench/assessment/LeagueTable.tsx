import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { Scroll } from '../Scroll.tsx';
import { Bar } from './Bar.tsx';
import type { Scale, Series } from './bars.ts';
import type { MonthNow, Row } from './monthNow.ts';
import { type Group, isShared, minus, sumOf } from './places.ts';

type Props = { data: MonthNow; group: Group; series: readonly Series[]; scale: Scale; chosen: string | undefined };

export function LeagueTable({ data, group, series, scale, chosen }: Props) {
  const { ranked, rows } = group;
  const counts = data.scheme.mode === 'countOnly';
  return (
    <Scroll label={`${group.name}：${ranked ? '名次' : '不排名，按名称'}`}>
      <table className="lt">
        <thead>
          <tr>
            {ranked && <Head label="名次" />}
            <th scope="col">责任单位</th>
            <Head label="报送" small="篇" />
            <Head label="采用" small="条次" />
            <Head label="采用率" small="稿件" />
            {!counts && <th scope="col">得分构成</th>}
            {!counts && <Head label="得分" down={ranked} />}
          </tr>
        </thead>
        <tbody data-queue>
          {rows.map((row) => (
            <UnitRow key={row.unit} row={row} on={row.unit === chosen} {...{ data, group, series, scale }} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            {ranked && <td />}
            <td>{rows.length} 个单位合计</td>
            <td className="n">{total(rows, ({ submitted }) => submitted)}</td>
            <td className="n">{total(rows, ({ adoptions }) => adoptions)}</td>
            <td className="n">{rate(total(rows, ({ adopted }) => adopted), total(rows, ({ submitted }) => submitted))}</td>
            {!counts && <td />}
            {!counts && <td className="n">{minus(sumOf(rows.map((row) => row.total)))}</td>}
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}

const Head = ({ label, small, down = false }: { label: string; small?: string; down?: boolean }) => (
  <th className="n" scope="col" aria-sort={down ? 'descending' : undefined}>
    {label}
    {down && <span aria-hidden="true"> ▾</span>}
    {small && <small>{small}</small>}
  </th>
);

const total = (rows: readonly Row[], of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0);
const rate = (adopted: number, submitted: number) => (submitted === 0 ? '—' : `${adopted}/${submitted}`);

type RowProps = Omit<Props, 'chosen'> & { row: Row; on: boolean };

function UnitRow({ data, group: { ranked, rows }, series, scale, row, on }: RowProps) {
  const name = data.units.find(({ id }) => id === row.unit)?.name ?? row.unit;
  const waits = data.pending.find(({ unit }) => unit === row.unit)?.count ?? 0;
  const short = row.lines.some(({ effect, corrects }) => effect === 'shortfall' && corrects === null);
  const counts = data.scheme.mode === 'countOnly';
  return (
    <tr className={on ? 'on' : undefined} aria-selected={on}>
      {ranked && (
        <td className={`n rk ${(row.rank ?? 9) <= 3 ? 'lead' : ''}`}>
          {row.rank === null ? '不排名' : <>{isShared(row, rows) && <small>并列</small>}{row.rank}</>}
        </td>
      )}
      <th scope="row">
        <Link from="/assessment" to="." search={(before) => ({ ...before, unit: row.unit })} resetScroll={false} aria-current={on || undefined} onKeyDown={walk}>
          {name}
        </Link>{' '}
        {waits > 0 && <span className="tag wait">◔ {waits} 条待核</span>}
        {row.submitted === 0 && <span className="tag bad">! 零报送</span>}
        {row.submitted > 0 && short && <span className="tag bad">! 有欠额</span>}
      </th>
      <td className="n">{row.submitted}</td>
      <td className="n">{row.adoptions}</td>
      <td className="n">{rate(row.adopted, row.submitted)}</td>
      {!counts && <td className="bc">{row.lines.length > 0 && <Bar lines={row.lines} series={series} scale={scale} />}</td>}
      {!counts && <td className="n sc">{minus(row.total)}</td>}
    </tr>
  );
}

/** Up and down open the neighbour's account at once. */
function walk(event: KeyboardEvent<HTMLAnchorElement>) {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key] as 'nextElementSibling' | undefined;
  const link = step && event.currentTarget.closest('tr')?.[step]?.querySelector('a');
  if (!link) return;
  event.preventDefault();
  link.focus();
  link.click();
}
