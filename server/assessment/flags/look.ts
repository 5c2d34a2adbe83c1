import type { LedgerFact } from '../ledger.ts';
import { addMonths, type Month } from '../months.ts';
import { type FlagFact, type Seen, standingAt, thresholds } from './flags.ts';
import { mutualReposts, onlyOutlets, sameProofs } from './outlets.ts';
import { floods, monthsBefore, rises, splitPairs, splits } from './pieces.ts';

/** The first month that is looked back on. */
export const firstLookedAt = (month: Month) => addMonths(month, -thresholds.rise.months);

/** The articles whose texts are wanted: short ones on the same thing, few days apart. */
export const textsWanted = (facts: readonly FlagFact[], month: Month): string[] => [
  ...new Set(splitPairs(facts, month).flatMap((pair) => pair.flatMap(({ attributes: { article } }) => article ?? []))),
];

/** All that is worth a look in a month, rule by rule; `facts` from `firstLookedAt` on, `texts` by article. */
export function flagsIn(facts: readonly LedgerFact[], month: Month, texts: ReadonlyMap<string, string>): Seen[] {
  const standing = standingAt(facts, month);
  const earlier = monthsBefore(standing, firstLookedAt(month), addMonths(month, -1));
  return [
    ...splits(standing, month, texts),
    ...floods(standing, month),
    ...onlyOutlets(standing, month),
    ...mutualReposts(standing, month),
    ...rises(standing, month, earlier),
    ...sameProofs(standing, month),
  ];
}
