import type { CountyDate } from '../../../server/kernel/dates.ts';
import { span, stateOf } from '../../../server/portal/words.ts';
import type { PlanNow } from './planNow.ts';

const [row, left, width] = [28, 130, 1160];
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** The campaigns over the days, today as a line; the same is told by the table below it. */
export function Gantt({ campaigns, today }: { campaigns: PlanNow['campaigns']; today: CountyDate }) {
  const dated = campaigns.filter(({ fromOn, toOn }) => fromOn !== null && toOn !== null);
  if (dated.length === 0) return <p className="empty">各场都还没有确定的日期，定了以后这里画出日程。</p>;
  const first = Math.min(...dated.map(({ fromOn }) => dayNumber(fromOn ?? '')), dayNumber(today));
  const last = Math.max(...dated.map(({ toOn }) => dayNumber(toOn ?? '')), dayNumber(today)) + 1;
  const x = (day: number) => left + ((day - first) / (last - first)) * (width - left - 130);
  const height = dated.length * row + 30;
  return (
    <svg className="gantt" viewBox={`0 0 ${width} ${height}`} role="img" aria-label="宣传日程，各场起止见下表">
      {dated.map(({ id, no, theme, precision, ...window }, place) => {
        const [from, to] = [dayNumber(window.fromOn ?? ''), dayNumber(window.toOn ?? '') + 1];
        const y = place * row + 24;
        return (
          <g key={id} className={window.cancelledOn ? 'cancelled' : undefined}>
            <text x={0} y={y + 14}>{`${no}　${theme}`}</text>
            <rect
              className={`bar ${precision === 'fuzzy' ? 'fuzzy' : stateOf(window, today)}`}
              x={x(from)}
              y={y + 2}
              width={x(to) - x(from)}
              height={16}
              rx={2}
            />
            <text className="cap" x={x(to) + 6} y={y + 14}>
              {span(window)}
            </text>
          </g>
        );
      })}
      <line className="today" x1={x(dayNumber(today))} x2={x(dayNumber(today))} y1={16} y2={height} />
      <text x={x(dayNumber(today))} y={12} textAnchor="middle">
        今天
      </text>
    </svg>
  );
}
