import { formatPoints } from '../../../server/kernel/quantity.ts';
import { stepsOf } from './bars.ts';
import type { AccountNow, Line } from './monthNow.ts';
import { signed } from './places.ts';

type Props = { lines: readonly Line[]; waiting: AccountNow['waiting']; titleOf: (clause: string) => string };
const [left, room, tall] = [104, 244, 17];

/** How the total came about, clause by clause; lines of the list below, not a second reckoning. */
export function Stairs({ lines, waiting, titleOf }: Props) {
  const steps = stepsOf(lines, waiting);
  if (steps.length === 0) return null;
  const ends = [0, ...steps.map(({ to }) => to)];
  const low = Math.min(...ends);
  const unit = room / Math.max(1, Math.max(...ends) - low);
  const at = (value: number) => left + (value - low) * unit;
  const named = steps.map(({ clause, points }) => `${titleOf(clause)} ${signed(formatPoints(points))}`);
  return (
    <svg className="fall" viewBox={`0 0 418 ${steps.length * tall + 6}`} role="img" aria-label={named.join('，')}>
      {steps.map(({ clause, points, from, to }, row) => (
        <g key={clause} transform={`translate(0 ${row * tall})`}>
          <text x="0" y="14">
            {titleOf(clause).slice(0, 7)}
          </text>
          <rect
            className={points < 0 ? 'dn' : 'up'}
            x={at(Math.min(from, to))}
            y="4"
            width={Math.max(1, Math.abs(to - from) * unit)}
            height="12"
          />
          {row + 1 < steps.length && <path className="ln" d={`M${at(to)} 4V33`} />}
          <text className="v" x={at(Math.max(from, to)) + 5} y="14">
            {signed(formatPoints(points))}
          </text>
        </g>
      ))}
    </svg>
  );
}
