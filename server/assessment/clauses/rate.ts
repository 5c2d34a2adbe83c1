import { z } from 'zod';
import { compareRatios, formatPoints, plus, points, type Ratio, ratio, ratioOf, rounded, times } from '../../kernel/quantity.ts';
import type { Standing } from '../ledger.ts';
import type { Month } from '../months.ts';
import { counted, type Judge } from '../selection.ts';
import { positivePoints, ratioText } from '../shapes.ts';
import { countedOnce, sizesOf } from './counting.ts';
import { perOrToDate } from './periods.ts';
import { RatioBand, withinBand } from './ratios.ts';
import { common, inOrder, monthsSettled, pickerOf, type Rule, type View } from './rule.ts';
import { partIn } from './sharing.ts';

export const RateClause = z.strictObject({
  ...common,
  kind: z.literal('rate'),
  per: perOrToDate,
  rate: z
    .union([z.literal('adoptionRate'), z.strictObject({ part: z.strictObject(counted), whole: z.strictObject(counted) })])
    .describe('比率："adoptionRate" 采用率（采用稿件 ÷ 报送稿件），或 {part, whole} 两种事实的条数之比'),
  minimum: z.int().min(1).default(1).describe('分母少于几条时不计这一条'),
  bands: z
    .array(RatioBand)
    .default([])
    .describe(
      '按比率分档，从上往下第一个符合的算数，from、upTo 含，above、below 不含，如低于三成扣 1 分写 {"below":"0.3","points":"-1.00"}',
    ),
  proportion: positivePoints.optional().describe('按比率给分：比率 × 这个分数，比率超过 1 按 1 计'),
  every: ratioText
    .refine((text) => ratio(text).over > 0n, '不能是 0')
    .optional()
    .describe('按比率给分时比率只取到整的几步，如每满一个百分点写 "0.01"；不写按实际比率'),
});
type RateClause = z.infer<typeof RateClause>;

export function rateRule(clause: RateClause, judge: Judge): Rule {
  const measure = measureOf(clause.rate, judge);
  return (view) => {
    const months = monthsSettled(clause, clause.per, view.month);
    const { part, whole, facts } = measure(view, months);
    if (months.length === 0 || whole < clause.minimum) return [];
    const value = worthOf(clause, { over: BigInt(part), under: BigInt(whole) });
    if (value === undefined) return [];
    const words = `比率 ${part}/${whole}，计 ${formatPoints(rounded(value))}`;
    return [{ effect: 'points', value: rounded(value), words, facts: inOrder(facts) }];
  };
}

/** What a rate comes to, exact and in hundredths; undefined where the clause says nothing of it. */
export function worthOf({ bands, proportion, every }: RateClause, rate: Ratio): Ratio | undefined {
  const band = bands.find((each) => withinBand(each, rate));
  const most = compareRatios(rate, ratioOf(1)) > 0 ? ratioOf(1) : rate;
  const full = every === undefined ? most : wholeSteps(most, ratio(every));
  const parts = [band && ratioOf(points(band.points)), proportion && times(full, ratioOf(points(proportion)))];
  const given = parts.filter((part): part is Ratio => typeof part === 'object');
  return given.length === 0 ? undefined : given.reduce(plus);
}

/** The largest multiple of the step that is not above the rate. */
function wholeSteps(rate: Ratio, step: Ratio): Ratio {
  const count = (rate.over * step.under) / (rate.under * step.over);
  return { over: count * step.over, under: step.under };
}

/** How many of how many, with the facts. */
export function measureOf(rate: RateClause['rate'], judge: Judge) {
  if (rate === 'adoptionRate') return (view: View, months: readonly Month[]) => view.adoptionRate(months);
  const [part, whole] = [rate.part, rate.whole].map((each) => {
    const pick = pickerOf(each, judge);
    return (view: View, months: readonly Month[]) =>
      countedOnce(
        pick(view, months).filter((fact) => partIn(fact, view.unit, 'owner')),
        each,
      );
  }) as [Count, Count];
  return (view: View, months: readonly Month[]) => {
    const [some, all] = [part(view, months), whole(view, months)];
    return { part: sizesOf(some, rate.part), whole: sizesOf(all, rate.whole), facts: [...new Set([...some, ...all])] };
  };
}
type Count = (view: View, months: readonly Month[]) => readonly Standing[];
