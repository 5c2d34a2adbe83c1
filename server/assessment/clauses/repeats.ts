import { z } from 'zod';
import { ratio, times } from '../../kernel/quantity.ts';
import { type Same, sameOf, sames } from '../selection.ts';
import { keysOf, noneEmpty, ratioText } from '../shapes.ts';
import { byWorth } from './article.ts';
import type { Price, Priced } from './prices.ts';

const Repeat = z.strictObject({
  by: z
    .enum(keysOf(sames))
    .describe('同一个什么：article 稿件、carrier 载体、outletGroup 媒体集团、issue 期号、project、campaign、day 日子'),
  full: z.int().min(1).default(1).describe('前几条计全分，先计分高的，分数相同先计早的'),
  times: ratioText.describe('其余的乘以几："0.5" 减半、"0" 不计'),
});
/** From how many of the same on, the rest count for less. */
export const Repeats = noneEmpty(Repeat)
  .max(4)
  .describe('同一期、同一载体、同一天的几条，超过几条以后打折或不计；没写这一项的各算各的');
type Repeat = z.infer<typeof Repeat>;

export function repeatsOf(rules: readonly Repeat[] | undefined) {
  const all = (rules ?? []).map((rule, at) => ({ ...rule, cheaper: cheaperBy(rule, at) }));
  return (facts: Priced[]): Priced[] => all.reduce((list, rule) => less(list, rule), facts);
}

function less(facts: Priced[], { by, full, cheaper }: Repeat & { cheaper: (price: Price) => Price | undefined }): Priced[] {
  const groups = Map.groupBy(facts, ({ fact }) => sameOf(fact, by) ?? fact);
  return [...groups.values()].flatMap((group) => {
    if (group.length <= full) return group;
    const best = group.toSorted(byWorth);
    const rest = best.slice(full).flatMap((each) => {
      const price = cheaper(each.price);
      return price === undefined ? [] : [{ ...each, price }];
    });
    return [...best.slice(0, full), ...rest];
  });
}

/** Equal prices stay equal, so that they can still be counted together. */
function cheaperBy({ by, full, times: lesser }: Repeat, at: number) {
  const known = new Map<Price, Price>();
  return (price: Price): Price | undefined => {
    if (ratio(lesser).over === 0n) return undefined;
    const made = known.get(price) ?? {
      order: price.order + 2 ** (32 + at),
      under: price.under,
      value: times(price.value, ratio(lesser)),
      words: (count: string) => `${price.words(count)} × ${lesser}（${nameOf(by)}第 ${full + 1} 条起）`,
    };
    known.set(price, made);
    return made;
  };
}

const nameOf = (by: Same) => `同一${sames[by]}`;
