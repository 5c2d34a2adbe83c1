import { z } from 'zod';
import { byCodePoint } from '../../kernel/order.ts';
import { compareRatios, ratioOf, times } from '../../kernel/quantity.ts';
import type { Priced } from './prices.ts';

export const SameArticle = z
  .strictObject({
    keep: z
      .enum(['each', 'highest', 'topTiers'])
      .describe('each 累计、highest 只计最高的一次、topTiers 取最高几级累计、同级只计一次'),
    top: z.int().min(1).max(10).default(2).describe('topTiers 时取几级'),
    within: z
      .enum(['period', 'year'])
      .default('period')
      .describe('在多长时间里不重复计：period 本条的周期、year 全年（后来更高的补差）'),
  })
  .describe('同一稿件（article 相同）被多家采用怎么计；没写 article 的各算各的');
export type SameArticle = z.infer<typeof SameArticle>;

/** Prices of one clause have one denominator below the price itself, so that sizes multiply alike. */
function compareWorth(a: Priced, b: Priced): number {
  if (a.price === b.price) return (a.size - b.size) * Math.sign(Number(a.price.value.over));
  return compareRatios(times(a.price.value, ratioOf(a.size)), times(b.price.value, ratioOf(b.size)));
}

/** Dearer first; of equals the earlier, then the smaller id. */
export const byWorth = (a: Priced, b: Priced) =>
  compareWorth(b, a) || byCodePoint(a.fact.day, b.fact.day) || a.fact.at - b.fact.at;

export function keepPerArticle(facts: Priced[], rule: SameArticle | undefined): Priced[] {
  if (rule === undefined || rule.keep === 'each') return facts;
  const groups = Map.groupBy(facts, ({ fact }) => fact.attributes.article ?? fact);
  return [...groups.values()].flatMap((group) => {
    const best = group.toSorted(byWorth);
    return rule.keep === 'highest' ? best.slice(0, 1) : distinctTiers(best).slice(0, rule.top);
  });
}

function distinctTiers(best: Priced[]): Priced[] {
  const seen = new Set<string>();
  return best.filter(({ fact: { attributes } }) => {
    const tier = attributes.tier ?? '';
    return !seen.has(tier) && seen.add(tier);
  });
}

export function keepPerOutletGroup(facts: Priced[]): Priced[] {
  const groups = Map.groupBy(facts, ({ fact }) => {
    const { article, outletGroup } = fact.attributes;
    return article === undefined || outletGroup === undefined ? fact : JSON.stringify([article, outletGroup]);
  });
  return [...groups.values()].flatMap((group) => group.toSorted(byWorth).slice(0, 1));
}

export const keepDearest = (facts: Priced[], count: number | undefined): Priced[] =>
  count === undefined || facts.length <= count ? facts : facts.toSorted(byWorth).slice(0, count);
