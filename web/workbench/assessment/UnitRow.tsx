import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { Bar } from './Bar.tsx';
import type { Scale, Series } from './bars.ts';
import { CoverStrip } from './Cover.tsx';
import type { Measures, MonthNow, Row } from './monthNow.ts';
import { type Group, isShared, minus, nextWords, settledOf, toNext, waitingOf } from './places.ts';

type Props = {
  data: MonthNow;
  group: Group;
  series: readonly Series[];
  scale: Scale;
  row: Row;
  on: boolean;
  about: MonthNow['units'][number] | undefined;
  moved: number | null;
  measures: Measures | undefined;
};

/** 采用率 keeps its two numbers; who submitted nothing has none. */
export const rate = ({ adopted, submitted }: Pick<Row, 'adopted' | 'submitted'>) =>
  submitted === 0 ? '—' : `${adopted}/${submitted}`;

export function UnitRow({ data, group: { ranked, rows }, series, scale, row, on, about, moved, measures }: Props) {
  const { name = row.unit, exempt = null, partly = null } = about ?? {};
  const scored = data.scheme?.mode === 'score';
  const next = ranked && scored ? toNext(row, rows) : null;
  return (
    <tr className={on ? 'on' : undefined} aria-selected={on}>
      {ranked && (
        <td className={`n rk ${(row.rank ?? 9) <= 3 ? 'lead' : ''}`}>
          {isShared(row, rows) && <small>并列</small>}
          {row.rank ?? <small>{exempt === null ? '不排名' : '豁免'}</small>}
          <Moved by={moved} />
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
        {partly !== null && <small>{partly}</small>}
        <Tags row={row} waits={data.pending.find(({ unit }) => unit === row.unit)?.count ?? 0} running={data.running} />
      </th>
      <td className="n">{row.submitted}</td>
      <td className="n">{row.adoptions}</td>
      <td className="n rate">{rate(row)}</td>
      {measures && (
        <td className="cv">{measures.units[row.unit] && <CoverStrip cells={measures.units[row.unit] ?? []} of={measures} />}</td>
      )}
      {scored && <td className="bc">{row.parts && <Bar parts={row.parts} series={series} scale={scale} />}</td>}
      {scored && <Score row={row} />}
      {ranked && scored && <td className="nx">{next && nextWords(next)}</td>}
    </tr>
  );
}

/** What stands, and beside it what is not due yet and may still be made good. */
const Score = ({ row }: { row: Row }) => (
  <td className="n sc">
    <Later points={waitingOf(row)} />
    {minus(settledOf(row))}
  </td>
);

export const Later = ({ points }: { points: string }) =>
  points !== '0.00' && (
    <small className="still">
      <span className="sr">未到期另计</span>◔ {minus(points)}
    </small>
  );

/** Places won or lost since the month before. */
const Moved = ({ by }: { by: number | null }) =>
  by !== null &&
  by !== 0 && (
    <small className="moved">
      <span aria-hidden="true">
        {by > 0 ? '▴' : '▾'}
        {Math.abs(by)}
      </span>
      <span className="sr">
        比上月{by > 0 ? '升' : '降'} {Math.abs(by)} 名
      </span>
    </small>
  );

const Tags = ({ row, waits, running }: { row: Row; waits: number; running: boolean }) => (
  <>
    {waits > 0 && <span className="tag wait">◔ {waits} 条待核</span>}
    {row.due?.words && <span className="tag wait">◔ {row.due.words.replace(/，.*得 .* 分$/, '')}</span>}
    {!running && row.rank !== null && row.submitted === 0 && <span className="tag bad">! 零报送</span>}
    {row.rank !== null && row.short && (running || row.submitted > 0) && <span className="tag bad">! 有欠额</span>}
  </>
);

/** Up and down open the neighbour's account at once. */
function walk(event: KeyboardEvent<HTMLAnchorElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...(event.currentTarget.closest('tbody')?.querySelectorAll('a') ?? [])];
  const link = links[links.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  link?.focus();
  link?.click();
}
