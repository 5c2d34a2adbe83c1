import { z } from 'zod';
import { type Hundredths, points } from '../../kernel/quantity.ts';
import { counted, type Judge } from '../selection.ts';
import { noneEmpty, pointsText, positivePoints } from '../shapes.ts';
import { countedOnce, sizesOf } from './counting.ts';
import { periodsOf, weekOr } from './periods.ts';
import { withBounds } from './points.ts';
import { common, inOrder, pickerOf, type Rule } from './rule.ts';
import { partIn } from './sharing.ts';

const count = z.int().min(0).max(1_000_000_000);
const Step = z
  .strictObject({
    above: count.default(0).describe('超过几条以后才计；不写从第 1 条起'),
    upTo: count.optional().describe('计到第几条为止；不写不限'),
    every: count.min(1).default(1).describe('每满几条计一次，零头不计'),
    points: pointsText.describe('每一次几分，可以是负分'),
  })
  .refine(({ above, upTo = Infinity }) => above < upTo, 'upTo 要大于 above');
type Step = z.infer<typeof Step>;

export const StepsClause = z.strictObject({
  ...common,
  kind: z.literal('steps'),
  per: weekOr,
  ...counted,
  steps: noneEmpty(Step).describe('各段各算各的，加在一起：超过 above 之后，每满 every 条计 points'),
  cap: positivePoints.optional().describe('封顶分'),
  floor: pointsText.optional().describe('最低到几分，如最多扣 5 分写 "-5.00"'),
});
type StepsClause = z.infer<typeof StepsClause>;

const countIn = ({ above, upTo = Infinity, every }: Step, size: number) =>
  Math.floor(Math.max(0, Math.min(size, upTo) - above) / every);

/** What so many come to, in hundredths, before cap and floor. */
export const stepsAt = ({ steps }: Pick<StepsClause, 'steps'>, size: number): number =>
  steps.reduce((sum, step) => sum + countIn(step, size) * points(step.points), 0);

/** 每满 n 条计 m 分, in as many stretches as the paper has. */
export function stepsRule(clause: StepsClause, judge: Judge): Rule {
  const pick = pickerOf(clause, judge);
  return (view) => {
    if (!view.present) return [];
    const settled = periodsOf(clause, view).flatMap(({ label, of }) => {
      const mine = of(pick).filter((fact) => partIn(fact, view.unit, 'owner'));
      const facts = countedOnce(mine, clause);
      const size = sizesOf(facts, clause);
      const hits = clause.steps.map((step) => ({ step, times: countIn(step, size) })).filter(({ times }) => times > 0);
      const words = `${label}${size} 条，计 ${hits.map(({ step, times }) => `${times} × ${step.points}`).join(' + ')}`;
      return hits.length === 0
        ? []
        : [{ facts, value: hits.reduce((sum, { step, times }) => sum + times * points(step.points), 0), words }];
    });
    if (settled.length === 0) return [];
    const value = settled.reduce((sum, each) => sum + each.value, 0) as Hundredths;
    const facts = inOrder(settled.flatMap((each) => each.facts));
    return withBounds(clause, { effect: 'points', value, words: settled.map(({ words }) => words).join('；'), facts });
  };
}
