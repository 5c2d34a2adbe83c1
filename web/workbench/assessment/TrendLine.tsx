import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatPoints } from '../../../server/kernel/quantity.ts';
import { type Trend, trendTo } from './monthNow.ts';
import { minus, monthName, signed } from './places.ts';
import { changeOf, type Dot, dotsOf } from './trends.ts';

const [wide, high, left, above] = [300, 56, 56, 20];

/** The last months of one unit as a line, and the same as a table. */
export function TrendLine({ month, unit }: { month: string; unit: string }) {
  const { data } = useQuery(trendTo(month));
  const dots = data ? dotsOf(data, unit, wide, high) : [];
  if (!data || dots.length < 2) return null;
  const change = changeOf(dots);
  const running = data.months.at(-1)?.running;
  return (
    <section className="part" aria-label="近几个月">
      <h3>
        近 {dots.length} 个月：{change === null || running ? '本月还没过完' : `比上月 ${signed(formatPoints(change))} 分`}
      </h3>
      <svg
        className="trend"
        viewBox={`0 0 ${wide + left * 2} ${high + above + 40}`}
        role="img"
        aria-label={dots.map(words).join('，')}
      >
        <path d={lineOf(running ? dots.slice(0, -1) : dots)} />
        {running && <path className="soon" d={lineOf(dots.slice(-2))} />}
        {dots.map(({ month, rank, settled, x, y }, at) => (
          <g
            key={month}
            className={running && at === dots.length - 1 ? 'soon' : undefined}
            transform={`translate(${x + left} ${y + above})`}
          >
            <circle r="4" />
            <text y="-9">{minus(settled)}</text>
            <text y={high - y + 18}>{Number(month.slice(5))}月</text>
            <text y={high - y + 34} className="pl">
              {rank === null ? '不排名' : `第 ${rank} 名`}
            </text>
          </g>
        ))}
      </svg>
      <Table dots={dots} trend={data} />
    </section>
  );
}

const lineOf = (dots: readonly Dot[]) => dots.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x + left} ${y + above}`).join('');
const words = ({ month, rank, settled }: Dot) =>
  `${monthName(month)} ${minus(settled)} 分${rank === null ? '' : `第 ${rank} 名`}`;

const states = { locked: '✓ 已锁定', open: '◔ 没有锁定' } as const;
const Table = ({ dots, trend }: { dots: readonly Dot[]; trend: Trend }) => (
  <details>
    <summary>看这几个月的数</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">月份</th>
          <th scope="col" className="n">
            得分
          </th>
          <th scope="col" className="n">
            名次
          </th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {dots.map(({ month, rank, settled }) => {
          const about = trend.months.find((each) => each.month === month);
          return (
            <tr key={month}>
              <th scope="row">
                <Link from="/assessment" to="." search={(before) => ({ ...before, month })}>
                  {monthName(month)}
                </Link>
              </th>
              <td className="n">{minus(settled)}</td>
              <td className="n">{rank ?? '—'}</td>
              <td>{about?.running ? '◔ 没有过完' : states[about?.state ?? 'open']}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </details>
);
