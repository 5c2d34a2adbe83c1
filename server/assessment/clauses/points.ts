import { z } from 'zod';
import { factKinds } from '../../fact/fact.ts';
import { formatPoints, points, rounded } from '../../kernel/quantity.ts';
import type { Standing } from '../ledger.ts';
import { type Month, monthsBetween } from '../months.ts';
import { type Judge, matcherOf, type Selector, selector, Where } from '../selection.ts';
import { keysOf, noneEmpty, pointsText, positivePoints, ratioText } from '../shapes.ts';
import { keepDearest, keepPerArticle, keepPerOutletGroup, SameArticle } from './article.ts';
import { Multiply } from './multiply.ts';
import { type Priced, pricesOf } from './prices.ts';
import { Repeats, repeatsOf } from './repeats.ts';
import { common, inOrder, monthsSettled, per, pickerOf, type Rule, type View, type Yield } from './rule.ts';
import { amountOf, partIn, Sharing } from './sharing.ts';

const condition = { where: Where.optional(), not: Where.optional().describe('符合这个条件的除外') };
const Rate = z.strictObject({
  ...condition,
  points: pointsText.describe('每条几分，可以是负分'),
  title: z.string().min(1).optional(),
});
const Factor = z.strictObject({
  ...condition,
  times: ratioText.describe('乘以几，如 "0.5" 减半、"2" 加倍'),
  title: z.string().min(1).optional(),
});

export const PointsClause = z.strictObject({
  ...common,
  kind: z.literal('points'),
  ...selector,
  per,
  rates: noneEmpty(Rate).describe('分值表：从上往下，第一个符合的算数；一个也不符合的不计'),
  factors: z.array(Factor).max(8).default([]).describe('系数：符合的全都乘上'),
  sameArticle: SameArticle.optional(),
  sameOutletGroup: z
    .enum(['each', 'once'])
    .default('each')
    .describe('同稿在同一媒体集团的几个端刊发：each 都计、once 只计最高的一次'),
  firstReporterOnly: z.boolean().default(false).describe('几个单位报同一篇，只认最先报送的单位'),
  alsoCounts: noneEmpty(z.enum(keysOf(factKinds)))
    .optional()
    .describe('一并数的其他种类，如采用与批示同一件就高：用 where 的 kind 分开定价，再写 sameArticle'),
  multiply: Multiply.optional(),
  repeats: Repeats.optional(),
  voidedBy: z.strictObject(selector).optional().describe('被这种事实（如失实差错）点到的稿件，一分不计'),
  sharing: Sharing.default('shares'),
  countAtMost: z.int().min(1).optional().describe('一个周期最多计几条，先计分高的'),
  cap: positivePoints.optional().describe('封顶分'),
  floor: pointsText.optional().describe('最低到几分，如最多扣 5 分写 "-5.00"'),
});
type PointsClause = z.infer<typeof PointsClause>;

export function pointsRule(clause: PointsClause, judge: Judge): Rule {
  const [pick, prices, lessen] = [pickerOf(clause, judge), pricesOf(clause, judge), repeatsOf(clause.repeats, judge)];
  const voids = voidingOf(clause.voidedBy, judge);
  const candidates = (view: View, months: readonly Month[]) => {
    const isVoid = voids(view, months);
    const mine = pick(view, months).filter(
      (fact) => partIn(fact, view.unit, clause.sharing) && reportedFirst(clause, view, fact),
    );
    return {
      of: prices.priced(
        mine.filter((fact) => !isVoid(fact)),
        view.month,
      ),
      voided: mine.filter(isVoid).length,
    };
  };
  return (view) => {
    const months = monthsSettled(clause, clause.per, view.month);
    const [first] = months;
    if (first === undefined) return [];
    const { of: found, voided } = candidates(view, months);
    const less = (facts: Priced[]) => lessen(facts, view.month);
    const { kept, taken } = withoutRepeats(clause, less, found, first, (earlier) => candidates(view, earlier).of);
    if (kept.length + taken.length === 0) return [];
    const notes = [
      voided && `差错 ${voided} 条不计`,
      found.length - kept.length && `另 ${found.length - kept.length} 条不重复计`,
    ];
    return withBounds(clause, entryOf(kept, taken, view.unit, clause, notes.filter(Boolean).join('，')));
  };
}

/** What of the period counts, and what earlier months were already given for the same articles and must be taken off. */
function withoutRepeats(
  clause: PointsClause,
  lessen: (facts: Priced[]) => Priced[],
  found: Priced[],
  first: Month,
  earlier: (months: Month[]) => Priced[],
) {
  const choose = (facts: Priced[]) =>
    keepPerArticle(clause.sameOutletGroup === 'once' ? keepPerOutletGroup(facts) : facts, clause.sameArticle);
  const most = (facts: Priced[]) => keepDearest(lessen(facts), clause.countAtMost);
  if (clause.sameArticle?.within !== 'year') return { kept: most(choose(found)), taken: [] };
  const past = earlier(
    monthsBetween(`${first.slice(0, 4)}-01`, first)
      .slice(0, -1)
      .filter((month) => month >= (clause.from ?? '')),
  );
  const [before, now] = [choose(past), choose([...past, ...found])];
  const [paid, stays] = [new Set(before.map(({ fact }) => fact)), new Set(now.map(({ fact }) => fact))];
  return { kept: most(now.filter(({ fact }) => !paid.has(fact))), taken: before.filter(({ fact }) => !stays.has(fact)) };
}

function entryOf(kept: Priced[], taken: Priced[], unit: string, { sharing }: PointsClause, note: string): Yield {
  const [gain, loss] = [amountOf(kept, unit, sharing), amountOf(taken, unit, sharing)];
  const value = rounded({
    over: gain.amount.over * loss.amount.under - loss.amount.over * gain.amount.under,
    under: gain.amount.under * loss.amount.under,
  });
  const off = taken.length > 0 ? ` - 同稿前已计的（${loss.words}）` : '';
  const words = `${gain.words || '0'}${off}${note && `（${note}）`}`;
  return { effect: 'points', value, words, facts: inOrder([...kept, ...taken].map(({ fact }) => fact)) };
}

export function withBounds({ cap, floor }: { cap?: string | undefined; floor?: string | undefined }, entry: Yield): Yield[] {
  const { value, facts } = entry;
  const bound = (effect: 'cap' | 'floor', limit: string): Yield => {
    const words = `${effect === 'cap' ? '封顶' : '保底'} ${formatPoints(points(limit))} - ${formatPoints(value)}`;
    return { effect, value: (points(limit) - value) as Yield['value'], words, facts };
  };
  if (cap !== undefined && value > points(cap)) return [entry, bound('cap', cap)];
  return floor !== undefined && value < points(floor) ? [entry, bound('floor', floor)] : [entry];
}

function voidingOf(voidedBy: Selector | undefined, judge: Judge) {
  if (voidedBy === undefined) return () => () => false;
  const matches = matcherOf(voidedBy, judge);
  return (view: View, months: readonly Month[]) => {
    const errors = view.facts(voidedBy.counts, months).filter((error) => matches(error, view.month));
    const articles = new Set(errors.map(({ attributes }) => attributes.article));
    return ({ attributes }: Standing) => attributes.article !== undefined && articles.has(attributes.article);
  };
}

function reportedFirst({ firstReporterOnly }: PointsClause, view: View, { attributes, unit }: Standing): boolean {
  if (!firstReporterOnly || attributes.article === undefined) return true;
  return (view.firstReporter(attributes.article) ?? unit) === unit;
}
