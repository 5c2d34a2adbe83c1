import { Link } from '@tanstack/react-router';
import { Scroll } from '../Scroll.tsx';
import { minus, sumOf } from './places.ts';
import type { YearMonth, YearNow, YearRow } from './yearNow.ts';

type Props = { year: YearNow; rows: readonly YearRow[]; chosen: string | undefined };
type Of = { year: YearNow; months: readonly (YearMonth & { at: number })[]; ranked: boolean };

/** Units by months; a month without a scheme or still ahead has no column. */
export function YearTable({ year, rows, chosen }: Props) {
  const months = year.months.map((month, at) => ({ ...month, at })).filter(({ state }) => state !== 'none' && state !== 'ahead');
  const of = { year, months, ranked: rows.some(({ rank }) => rank !== null) };
  return (
    <Scroll label={`${year.year}年各单位`}>
      <table className="lt year">
        <Heads {...of} />
        <tbody data-queue>
          {rows.map((row) => (
            <Row key={row.unit} {...of} row={row} on={row.unit === chosen} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            {of.ranked && <td />}
            <td>{rows.length} 个单位合计</td>
            {year.scored ? <Sums {...of} rows={rows} /> : <Counts rows={rows} />}
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}

const marks = { locked: '✓ 已锁定', open: '◔ 未锁定', running: '◔ 未过完', none: '', ahead: '' } as const;

const Heads = ({ year, months, ranked }: Of) => (
  <thead>
    <tr>
      {ranked && <Head label={year.final ? '名次' : '暂列'} />}
      <th scope="col">责任单位</th>
      {year.scored ? (
        <>
          {months.map(({ month, state, mode }) => (
            <Head key={month} label={`${Number(month.slice(5))}月`} small={mode === 'countOnly' ? '只统计' : marks[state]} />
          ))}
          <Head label="更正" />
          <Head label="年度合计" />
          {!year.final && <Head label="眼下" small="含未锁定" />}
          <Head label={titleOf(year)} />
          <th scope="col">备注</th>
        </>
      ) : (
        <>
          <Head label="报送" small="篇" />
          <Head label="采用" small="条次" />
          <Head label="采用率" small="稿件" />
        </>
      )}
    </tr>
  </thead>
);

const titleOf = ({ rows }: YearNow) => rows.find(({ rescaled }) => rescaled !== null)?.rescaled?.title ?? '折算';

function Row({ year, months, ranked, row, on }: Of & { row: YearRow; on: boolean }) {
  return (
    <tr className={on ? 'on' : undefined} aria-selected={on}>
      {ranked && <td className="n rk">{row.rank ?? <small>不排名</small>}</td>}
      <th scope="row">
        <Link
          from="/assessment/year"
          to="."
          search={(before) => ({ ...before, unit: row.unit })}
          resetScroll={false}
          aria-current={on || undefined}
        >
          {row.name}
        </Link>
      </th>
      {year.scored ? <Points year={year} months={months} row={row} /> : <Counts rows={[row]} />}
    </tr>
  );
}

const Points = ({ year, months, row }: Pick<Of, 'year' | 'months'> & { row: YearRow }) => (
  <>
    {months.map(({ month, at, state }) => (
      <td key={month} className={`n ${state === 'locked' ? '' : 'soft'}`}>
        <Cell month={month} unit={row.unit} points={row.months[at] ?? null} />
      </td>
    ))}
    <td className="n">{year.begun ? minus(row.corrected) : '—'}</td>
    <td className="n sc">{year.begun ? minus(row.total) : '—'}</td>
    {!year.final && <td className="n soft">{minus(row.soFar)}</td>}
    <td className="n">{row.rescaled?.points ?? '—'}</td>
    <td>{row.remarks.join('；')}</td>
  </>
);

/** The figure leads to the lines of that month. */
const Cell = ({ month, unit, points }: { month: string; unit: string; points: string | null }) =>
  points === null ? (
    '—'
  ) : (
    <Link to="/assessment" search={{ month, unit }}>
      {minus(points)}
    </Link>
  );

const Sums = ({ year, months, rows }: Pick<Of, 'year' | 'months'> & { rows: readonly YearRow[] }) => (
  <>
    {months.map(({ month, at }) => (
      <td key={month} className="n">
        {minus(sumOf(rows.map((row) => row.months[at] ?? '0.00')))}
      </td>
    ))}
    <td className="n">{year.begun ? minus(sumOf(rows.map(({ corrected }) => corrected))) : '—'}</td>
    <td className="n">{year.begun ? minus(sumOf(rows.map(({ total }) => total))) : '—'}</td>
    {!year.final && <td className="n">{minus(sumOf(rows.map(({ soFar }) => soFar)))}</td>}
    <td />
    <td />
  </>
);

function Counts({ rows }: { rows: readonly YearRow[] }) {
  const add = (of: 'submitted' | 'adopted' | 'adoptions') => rows.reduce((sum, row) => sum + row[of], 0);
  const submitted = add('submitted');
  return (
    <>
      <td className="n">{submitted}</td>
      <td className="n">{add('adoptions')}</td>
      <td className="n">{submitted === 0 ? '—' : `${add('adopted')}/${submitted}`}</td>
    </>
  );
}

const Head = ({ label, small }: { label: string; small?: string }) => (
  <th className="n" scope="col">
    {label}
    {small && <small>{small}</small>}
  </th>
);
