import { mediaTiers } from '../channel/channel.ts';
import type { MonthExport } from './export.ts';
import { ledgerOf, type Standing, standingAt } from './ledger.ts';
import { readingsOf } from './readings.ts';
import { keysOf } from './shapes.ts';

/** Of what the unit submitted, how many articles a tier or one of its carriers took for the first time this month. */
export type Rate = { tier: string; carrier: string | null; adopted: number; submitted: number; adoptions: number };

/** By tier from the highest and by carrier within it, each by the same rule as the whole 采用率; what nobody took is left out. */
export function adoptionRates({ facts, month }: Pick<MonthExport, 'facts' | 'month'>, unit: string): Rate[] {
  const own = standingAt(ledgerOf(facts), month).filter((fact) => fact.unit === unit);
  const taken = own.filter(({ kind, attributes }) => kind === 'adoption' && attributes.tier !== null);
  const sent = own.filter(({ kind }) => kind === 'submission');
  const rateOf = (tier: string, carrier: string | null, some: readonly Standing[]): Rate[] => {
    const { adopted, submitted, adoptions } = readingsOf([...sent, ...some]).tallyOf(unit, month);
    return adoptions === 0 ? [] : [{ tier, carrier, adopted, submitted, adoptions }];
  };
  return keysOf(mediaTiers).flatMap((tier) => {
    const inTier = taken.filter(({ attributes }) => attributes.tier === tier);
    const carriers = Map.groupBy(inTier, ({ attributes }) => attributes.carrier ?? '没有写名称的');
    const single = [...carriers].flatMap(([carrier, some]) => rateOf(tier, carrier, some));
    return [...rateOf(tier, null, inTier), ...single.sort((a, b) => b.adoptions - a.adoptions)];
  });
}
