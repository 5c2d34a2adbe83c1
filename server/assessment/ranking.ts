import { byCodePoint } from '../kernel/order.ts';
import type { Hundredths } from '../kernel/quantity.ts';
import type { Tally } from './readings.ts';
import type { Scheme } from './scheme.ts';

export type Standing = { unit: string; group: string; ranked: boolean; total: Hundredths; tally: Tally };
type Lead = (a: Standing, b: Standing) => number;

/** Positive when `a` is ahead. 采用率 by cross-multiplication; who submitted nothing has none and comes last. */
const ties: Record<Scheme['ties'][number], Lead> = {
  tierCounts: ({ tally: a }, { tally: b }) =>
    a.byTier.map((count, at) => count - (b.byTier[at] ?? 0)).find((each) => each !== 0) ?? 0,
  adoptionRate: ({ tally: a }, { tally: b }) =>
    Number(a.submitted > 0) - Number(b.submitted > 0) || a.adopted * b.submitted - b.adopted * a.submitted,
};

function leadBy(order: Scheme['ties']): Lead {
  return (a, b) => a.total - b.total || order.map((tie) => ties[tie](a, b)).find((each) => each !== 0) || 0;
}

/** Ranks 1, 2, 2, 4 within each group, in the table's order: group, rank (null last), unit id. */
export function rank<T extends Standing>(units: readonly T[], order: Scheme['ties']): (T & { rank: number | null })[] {
  const lead = leadBy(order);
  const sorted = units.toSorted((a, b) => byCodePoint(a.group, b.group) || Number(b.ranked) - Number(a.ranked) || compare(a, b));
  let [group, place, held] = ['', 0, 0];
  let before: T | undefined;
  return sorted.map((unit) => {
    if (before === undefined || unit.group !== group) [group, place, before] = [unit.group, 0, undefined];
    place += 1;
    if (before === undefined || lead(before, unit) !== 0) held = place;
    before = unit;
    return { ...unit, rank: unit.ranked ? held : null };
  });

  function compare(a: T, b: T): number {
    return (a.ranked && b.ranked ? lead(b, a) : 0) || byCodePoint(a.unit, b.unit);
  }
}
