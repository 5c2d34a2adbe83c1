import { Scroll } from '../../Scroll.tsx';
import { minus, signed } from '../places.ts';
import type { Moved } from './trial.ts';

const [row, left, wide, right] = [26, 148, 130, 176];

/** Places before and after, one line a unit: who changes place is drawn strong, who goes down in dashes. The table below says the same. */
export function Slopes({ rows, nameOf }: { rows: readonly Moved[]; nameOf: (unit: string) => string }) {
  const placed = rows.filter(({ was, now }) => was?.rank != null && now?.rank != null);
  if (placed.length < 2) return null;
  const order = (side: 'was' | 'now') => placed.toSorted((a, b) => (a[side]?.rank ?? 0) - (b[side]?.rank ?? 0));
  const [before, after] = [order('was'), order('now')];
  const y = (list: readonly Moved[], each: Moved) => list.indexOf(each) * row + 36;
  const label = placed
    .filter(({ places }) => places !== 0)
    .map(({ unit, was, now }) => `${nameOf(unit)}由第 ${was?.rank} 名到第 ${now?.rank} 名`)
    .join('，');
  return (
    <Scroll label="名次变化图">
      <svg
        className="slopes"
        viewBox={`0 0 ${left + wide + right} ${placed.length * row + 30}`}
        role="img"
        aria-label={label || '名次都不变'}
      >
        <text x={left - 8} y="16" className="to">
          原名次
        </text>
        <text x={left + wide + 8} y="16">
          新名次
        </text>
        {placed.map((each) => {
          const [from, to] = [y(before, each), y(after, each)];
          const way = each.places === 0 || each.places === null ? 'stays' : each.places > 0 ? 'rises' : 'falls';
          const name = nameOf(each.unit);
          return (
            <g key={each.unit} className={way}>
              <text x={left - 8} y={from + 4} className="to">
                {short(name)} {each.was?.rank}
              </text>
              <path d={`M${left} ${from}L${left + wide} ${to}`} />
              <text x={left + wide + 8} y={to + 4}>
                {each.now?.rank} {short(name)} {each.difference === '0.00' ? '' : minus(signed(each.difference))}
              </text>
            </g>
          );
        })}
      </svg>
    </Scroll>
  );
}

const short = (name: string) => (name.length > 8 ? `${name.slice(0, 7)}…` : name);
