import type { Part } from '../../../server/assessment/parts.ts';
import { formatPoints } from '../../../server/kernel/quantity.ts';
import { barOf, type Scale, type Series } from './bars.ts';
import { minus } from './places.ts';

const [wide, high] = [212, 14];

/** The tints differ in pattern too; what was taken away hangs hatched to the left of zero. */
export function Bar({ parts, series, scale }: { parts: readonly Part[]; series: readonly Series[]; scale: Scale }) {
  const room = wide - 2;
  const pieces = barOf(parts, series, scale, room);
  const zero = 1 + (-scale.low / Math.max(1, scale.high - scale.low)) * room;
  const words = pieces.map((piece) => `${labelOf(piece.series, series)} ${minus(formatPoints(piece.points))}`);
  return (
    <svg
      className="bar"
      width={wide}
      height={high}
      viewBox={`${-zero} 0 ${wide} ${high}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.join('，') || '还没有得分和扣分'}
    >
      <title>{words.join('，')}</title>
      <path className="z" d={`M0 0V${high}`} />
      {pieces.map((piece) => (
        <rect
          key={piece.series ?? 'lost'}
          className={tintOf(piece.series)}
          x={piece.x + (piece.series === null ? 0 : 0.5)}
          y="2"
          width={Math.max(1, piece.width - 0.5)}
          height="10"
        />
      ))}
    </svg>
  );
}

const tintOf = (series: number | null) => (series === null ? 'sn' : `s${series}`);
const labelOf = (place: number | null, series: readonly Series[]) => (place === null ? '扣分' : (series[place]?.label ?? ''));

export const Legend = ({ series }: { series: readonly Series[] }) => (
  <ul className="keys" aria-label="图例">
    {[...series.keys(), null].map((place) => (
      <li key={place ?? 'lost'}>
        <svg width="12" height="12" aria-hidden="true">
          <rect className={tintOf(place)} x=".5" y=".5" width="11" height="11" />
        </svg>
        {labelOf(place, series)}
      </li>
    ))}
  </ul>
);

/** What the tints of a page are filled with; once a page. */
export const Patterns = () => (
  <svg className="patterns" width="0" height="0" aria-hidden="true">
    <defs>
      <pattern id="neg" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="neg-ground" width="5" height="5" />
        <path className="neg-stroke" d="M0 0V5" />
      </pattern>
      <pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect className="dots-ground" width="4" height="4" />
        <circle className="dots-mark" cx="2" cy="2" r=".8" />
      </pattern>
      <pattern id="stripes" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect className="stripes-ground" width="4" height="4" />
        <path className="stripes-mark" d="M2 0V4" />
      </pattern>
      <pattern id="rules" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect className="rules-ground" width="4" height="4" />
        <path className="rules-mark" d="M0 2H4" />
      </pattern>
    </defs>
  </svg>
);
