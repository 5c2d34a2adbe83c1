import { byCodePoint } from '../kernel/order.ts';
import type { Hundredths } from '../kernel/quantity.ts';
import type { Tally } from './readings.ts';
import type { Scheme } from './scheme.ts';

export type Standing = {
  unit: string;
  group: string;
  ranked: boolean;
  total: Hundredths;
  tally: Tally;
  entries: readonly { clause: string; value: Hundredths }[];
};
const tieWords = {
  tierCounts: '从中央级起逐级比采用条次',
  adoptionRate: '比采用率',
  submitted: '比报送篇数',
  adoptions: '比采用条次',
} as const;
/** '比采用率', '比五（一）的得分'. */
export const tieSentence = (tie: Scheme['ties'][number]): string =>
  typeof tie === 'string' ? tieWords[tie] : `比${tie.of.join('、')}的得分`;
/** How places go on after a tie. */
export const placesWords = ({ afterTies }: { afterTies?: Scheme['afterTies'] }) =>
  afterTies === 'dense' ? '1、2、2、3' : '1、2、2、4';

type Lead = (a: Standing, b: Standing) => number;

/** Positive when `a` is ahead. 采用率 by cross-multiplication; who submitted nothing has none and comes last. */
const ties: Record<Extract<Scheme['ties'][number], string>, Lead> = {
  tierCounts: ({ tally: a }, { tally: b }) =>
    a.byTier.map((count, at) => count - (b.byTier[at] ?? 0)).find((each) => each !== 0) ?? 0,
  adoptionRate: ({ tally: a }, { tally: b }) =>
    Number(a.submitted > 0) - Number(b.submitted > 0) || a.adopted * b.submitted - b.adopted * a.submitted,
  submitted: ({ tally: a }, { tally: b }) => a.submitted - b.submitted,
  adoptions: ({ tally: a }, { tally: b }) => a.adoptions - b.adoptions,
};

function leadOf(tie: Scheme['ties'][number]): Lead {
  if (typeof tie === 'string') return ties[tie];
  const sum = ({ entries }: Standing) =>
    entries.reduce((all, { clause, value }) => (tie.of.includes(clause) ? all + value : all), 0);
  return (a, b) => sum(a) - sum(b);
}

function leadBy(order: Scheme['ties']): Lead {
  const leads = order.map(leadOf);
  return (a, b) => {
    if (a.total !== b.total) return a.total - b.total;
    for (const lead of leads) {
      const ahead = lead(a, b);
      if (ahead !== 0) return ahead;
    }
    return 0;
  };
}

/** Ranks 1, 2, 2, 4 (or 1, 2, 2, 3) within each group, in the table's order: group, rank (null last), unit id. */
export function rank<T extends Standing>(
  units: readonly T[],
  { ties: order, afterTies }: Pick<Scheme, 'ties' | 'afterTies'>,
): (T & { rank: number | null })[] {
  const lead = leadBy(order);
  const sorted = units.toSorted((a, b) => byCodePoint(a.group, b.group) || Number(b.ranked) - Number(a.ranked) || compare(a, b));
  let [group, place, held] = ['', 0, 0];
  let before: T | undefined;
  return sorted.map((unit) => {
    if (before === undefined || unit.group !== group) [group, place, held, before] = [unit.group, 0, 0, undefined];
    place += 1;
    if (before === undefined || lead(before, unit) !== 0) held = afterTies === 'dense' ? held + 1 : place;
    before = unit;
    return { ...unit, rank: unit.ranked ? held : null };
  });

  function compare(a: T, b: T): number {
    return (a.ranked && b.ranked ? lead(b, a) : 0) || byCodePoint(a.unit, b.unit);
  }
}
