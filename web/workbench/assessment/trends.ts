import { type Hundredths, points } from '../../../server/kernel/quantity.ts';

type Point = { rank: number | null; total: string; settled: string };
type Trend = {
  months: readonly { month: string; mode: 'score' | 'countOnly' }[];
  units: Readonly<Record<string, readonly (Point | null)[]>>;
};
/** A month of a unit's line; `x` and `y` in the drawing's own pixels. */
export type Dot = { month: string; rank: number | null; settled: string; x: number; y: number };

/** Places won (above 0) or lost since the month before; null where one of the two months gave none. */
export function movedBy(trend: Trend | undefined, unit: string): number | null {
  const [before, now] = trend?.units[unit]?.slice(-2) ?? [];
  return before?.rank == null || now?.rank == null ? null : before.rank - now.rank;
}

/** The months in which points were given and the unit was on the roster, from left to right. */
export function dotsOf({ months, units }: Trend, unit: string, width: number, height: number): Dot[] {
  const found = months.flatMap(({ month, mode }, at) => {
    const point = units[unit]?.[at];
    return point && mode === 'score' ? [{ month, ...point, at }] : [];
  });
  const values = found.map(({ settled }) => points(settled));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = width / Math.max(1, found.length - 1);
  return found.map(({ month, rank, settled }, place) => {
    const y = height - ((points(settled) - low) / Math.max(1, high - low)) * height;
    return { month, rank, settled, x: Math.round(place * step), y: Math.round(y) };
  });
}

/** '比上月少 3.00 分'; where two months are there to compare. */
export function changeOf(dots: readonly Dot[]): Hundredths | null {
  const [before, now] = dots.slice(-2);
  return before && now ? ((points(now.settled) - points(before.settled)) as Hundredths) : null;
}
