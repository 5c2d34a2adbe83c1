import { z } from 'zod';
import { byCodePoint } from '../../kernel/order.ts';
import { ratio, times } from '../../kernel/quantity.ts';
import type { Month } from '../months.ts';
import { type Judge, type Matcher, matcherOf, type Same, sameOf, sames, Where } from '../selection.ts';
import { keysOf, noneEmpty, ratioText } from '../shapes.ts';
import { byWorth } from './article.ts';
import type { Price, Priced } from './prices.ts';

const Repeat = z.strictObject({
  by: z
    .enum(keysOf(sames))
    .describe('同一个什么：article 稿件、carrier 载体、outletGroup 媒体集团、issue 期号、project、campaign、day 日子'),
  where: Where.optional().describe('只管符合这个条件的，如只管一种专报；不符合的照计'),
  full: z.int().min(1).default(1).describe('前几条计全分'),
  first: z
    .enum(['dearest', 'earliest'])
    .optional()
    .describe('哪几条算前几条：dearest 先计分高的，分数相同先计早的（不写等于它）；earliest 先计日子早的，如系列报道的第一篇'),
  times: ratioText.describe('其余的乘以几："0.5" 减半、"0" 不计'),
});
/** From how many of the same on, the rest count for less. */
export const Repeats = noneEmpty(Repeat)
  .max(4)
  .describe('同一期、同一载体、同一天的几条，超过几条以后打折或不计；没写这一项的各算各的');
type Repeat = z.infer<typeof Repeat>;

type Ready = Repeat & { cheaper: (price: Price) => Price | undefined; concerns: Matcher };
export function repeatsOf(rules: readonly Repeat[] | undefined, judge: Judge) {
  const all = (rules ?? []).map(
    (rule, at): Ready => ({ ...rule, cheaper: cheaperBy(rule, at), concerns: matcherOf(rule, judge) }),
  );
  return (facts: Priced[], month: Month): Priced[] => all.reduce((list, rule) => less(list, rule, month), facts);
}

const byDay = (a: Priced, b: Priced) => byCodePoint(a.fact.day, b.fact.day) || a.fact.at - b.fact.at;

function less(facts: Priced[], { by, full, first, cheaper, concerns }: Ready, month: Month): Priced[] {
  const groups = Map.groupBy(facts, ({ fact }) => (concerns(fact, month) ? sameOf(fact, by) : undefined) ?? fact);
  return [...groups.values()].flatMap((group) => {
    if (group.length <= full) return group;
    const best = group.toSorted(first === 'earliest' ? byDay : byWorth);
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
