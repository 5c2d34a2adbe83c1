import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { Bar } from './Bar.tsx';
import type { Scale, Series } from './bars.ts';
import { type MonthNow, type Row, useRunning } from './monthNow.ts';
import { type Group, isShared, isShort, minus } from './places.ts';

type Props = { data: MonthNow; group: Group; series: readonly Series[]; scale: Scale; row: Row; on: boolean };

/** 采用率 keeps its two numbers; who submitted nothing has none. */
export const rate = ({ adopted, submitted }: Pick<Row, 'adopted' | 'submitted'>) =>
  submitted === 0 ? '—' : `${adopted}/${submitted}`;

export function UnitRow({ data, group: { ranked, rows }, series, scale, row, on }: Props) {
  const { name = row.unit, exempt = null } = data.units.find(({ id }) => id === row.unit) ?? {};
  const scored = data.scheme?.mode === 'score';
  const running = useRunning(data.month);
  return (
    <tr className={on ? 'on' : undefined} aria-selected={on}>
      {ranked && (
        <td className={`n rk ${(row.rank ?? 9) <= 3 ? 'lead' : ''}`}>
          {isShared(row, rows) && <small>并列</small>}
          {row.rank ?? <small>{exempt === null ? '不排名' : '豁免'}</small>}
        </td>
      )}
      <th scope="row">
        <Link
          from="/assessment"
          to="."
          search={(before) => ({ ...before, unit: row.unit })}
          resetScroll={false}
          aria-current={on || undefined}
          onKeyDown={walk}
        >
          {name}
        </Link>{' '}
        {exempt !== null && <small>豁免：{exempt}</small>}
        <Tags row={row} waits={data.pending.find(({ unit }) => unit === row.unit)?.facts.length ?? 0} running={running} />
      </th>
      <td className="n">{row.submitted}</td>
      <td className="n">{row.adoptions}</td>
      <td className="n rate">{rate(row)}</td>
      {scored && <td className="bc">{row.lines && <Bar lines={row.lines} series={series} scale={scale} />}</td>}
      {scored && <td className="n sc">{minus(row.total)}</td>}
    </tr>
  );
}

const Tags = ({ row, waits, running }: { row: Row; waits: number; running: boolean }) => (
  <>
    {waits > 0 && <span className="tag wait">◔ {waits} 条待核</span>}
    {!running && row.rank !== null && row.submitted === 0 && <span className="tag bad">! 零报送</span>}
    {!running && row.rank !== null && row.submitted > 0 && isShort(row) && <span className="tag bad">! 有欠额</span>}
  </>
);

/** Up and down open the neighbour's account at once. */
function walk(event: KeyboardEvent<HTMLAnchorElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = event.currentTarget.closest('tr');
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const link = next?.querySelector('a');
  event.preventDefault();
  link?.focus();
  link?.click();
}
