import { type MediaTier, mediaTiers } from '../channel/channel.ts';
import type { MonthExport } from './export.ts';
import { ledgerOf, type Standing, standingAt } from './ledger.ts';
import { readingsOf } from './readings.ts';
import { keysOf } from './shapes.ts';

/** Of what was submitted, how many articles a tier or one of its carriers took for the first time this month; `carrier` null: the tier. */
export type Rate = { tier: MediaTier; carrier: string | null; adopted: number; submitted: number; adoptions: number };
type Given = Pick<MonthExport, 'facts' | 'month'>;

/**
 * Of these units together, by tier from the highest and by carrier within it, each by the same rule as the whole 采用率; what
 * took nothing is left out. An article that several took counts in each, so that the rates do not add up.
 */
export function adoptionRates({ facts, month }: Given, units: readonly string[]): Rate[] {
  const wanted = new Set(units);
  const own = standingAt(ledgerOf(facts), month).filter(({ unit }) => wanted.has(unit));
  const rates = new Map<string, Rate>();
  const add = (tier: MediaTier, carrier: string | null, found: Pick<Rate, 'adopted' | 'adoptions'>) => {
    const key = JSON.stringify([tier, carrier]);
    const before = rates.get(key) ?? { tier, carrier, adopted: 0, submitted, adoptions: 0 };
    rates.set(key, { ...before, adopted: before.adopted + found.adopted, adoptions: before.adoptions + found.adoptions });
  };
  const submitted = own.filter((fact) => fact.kind === 'submission' && fact.month === month).length;
  for (const [unit, of] of Map.groupBy(own, ({ unit }) => unit)) {
    const taken = of.filter(({ kind, attributes }) => kind === 'adoption' && attributes.tier != null);
    const sent = of.filter(({ kind }) => kind === 'submission');
    const count = (some: readonly Standing[]) => readingsOf([...sent, ...some]).tallyOf(unit, month);
    for (const [tier, some] of Map.groupBy(taken, ({ attributes }) => attributes.tier as MediaTier)) {
      add(tier, null, count(some));
      for (const [carrier, few] of Map.groupBy(some, ({ attributes }) => attributes.carrier ?? '没有写名称的')) {
        add(tier, carrier, count(few));
      }
    }
  }
  return [...rates.values()].filter(({ adoptions }) => adoptions > 0).sort(byRank);
}

const tiers = keysOf(mediaTiers);
/** The tier itself before its carriers, those that took most first. */
const byRank = (a: Rate, b: Rate) =>
  tiers.indexOf(a.tier) - tiers.indexOf(b.tier) ||
  Number(a.carrier !== null) - Number(b.carrier !== null) ||
  b.adoptions - a.adoptions;
