import { Link } from '@tanstack/react-router';
import { minus, monthName } from './places.ts';
import type { YearNow, YearRow } from './yearNow.ts';

/** How a unit's year adds up; each month and each correction leads to where its lines are. */
export function YearAccount({ year, row }: { year: YearNow; row: YearRow }) {
  const months = year.months.flatMap((month, at) => {
    const points = row.months[at];
    return points == null ? [] : [{ ...month, points }];
  });
  const counted = months.filter((month) => month.counted);
  const open = months.filter((month) => !month.counted);
  return (
    <aside className="card account" aria-labelledby="account">
      <header>
        <h2 id="account" aria-live="polite">
          {row.name}：{row.rank === null ? '不排名' : `${year.final ? '' : '暂列'}第 ${row.rank} 名`}
        </h2>
        <Link
          className="more"
          from="/assessment/year"
          to="."
          search={(before) => ({ ...before, unit: undefined })}
          resetScroll={false}
        >
          关闭
        </Link>
      </header>
      {year.scored ? (
        <>
          <div className="sum">
            <strong>{year.begun ? minus(row.total) : '—'}</strong>
            <p>{year.begun ? `分＝${counted.length} 个已锁定的月份＋更正` : '还没有锁定的月份，没有年度合计'}</p>
          </div>
          <ol className="lines">
            {counted.map(({ month, points }) => (
              <MonthLine key={month} month={month} unit={row.unit} points={points} />
            ))}
          </ol>
          {(year.begun || row.corrections.length > 0) && <Corrections row={row} />}
          <Rescaled row={row} />
          {open.length > 0 && (
            <section className="pend" aria-label="还没有锁定">
              <h3>◔ 还没有锁定，不在年度合计里</h3>
              <ol className="lines">
                {open.map(({ month, points }) => (
                  <MonthLine key={month} month={month} unit={row.unit} points={points} />
                ))}
              </ol>
            </section>
          )}
        </>
      ) : (
        <p className="empty">
          全年报送 {row.submitted} 篇，采用 {row.adoptions} 条次。
        </p>
      )}
    </aside>
  );
}

const MonthLine = ({ month, unit, points }: { month: string; unit: string; points: string }) => (
  <li>
    <div className="l1">
      <b>·</b>
      <span>
        <Link to="/assessment" search={{ month, unit }}>
          {monthName(month)}的得分单
        </Link>
      </span>
      <strong>{minus(points)}</strong>
    </div>
  </li>
);

/** Printed apart: the month that it corrects, and in which month's table it came out. */
function Corrections({ row: { corrections, corrected, unit } }: { row: YearRow }) {
  if (corrections.length === 0) return <p className="apart">更正 {minus(corrected)}</p>;
  return (
    <section aria-label="更正">
      <h3 className="apart">更正 {minus(corrected)}：另列，不改各月定格的得分</h3>
      <ol className="lines">
        {corrections.map(({ clause, points, arithmetic, corrects, made, counted }) => (
          <li key={`${clause} ${corrects} ${made} ${arithmetic}`}>
            <div className="l1">
              <b>·</b>
              <span>{clause}</span>
              <span className="tag info">更正 {corrects}</span>
              {!counted && <span className="tag wait">◔ 未锁定，还不计</span>}
              <strong>{counted ? minus(points) : `（${minus(points)}）`}</strong>
            </div>
            <p>
              <code>{minus(arithmetic)}</code>
            </p>
            <p className="cap">
              列在
              <Link to="/assessment" search={{ month: made, unit }}>
                {monthName(made)}的得分单
              </Link>
              {made.slice(0, 4) > corrects.slice(0, 4) && `，更正的是上一年的月份，算在 ${corrects.slice(0, 4)} 年`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const Rescaled = ({ row: { rescaled } }: { row: YearRow }) =>
  rescaled && (
    <section aria-label="折算">
      <h3 className="apart">
        {rescaled.title}：{rescaled.points} 分
      </h3>
      <p className="arith">
        <code>{minus(rescaled.arithmetic)}</code>
      </p>
    </section>
  );
