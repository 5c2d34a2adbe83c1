import { z } from 'zod';
import { formatPoints, type Hundredths, points, rounded } from '../../kernel/quantity.ts';
import type { Judge } from '../selection.ts';
import { pointsText } from '../shapes.ts';
import { factsOf, type Rule } from './rule.ts';
import { about, Causes, causesOf, givenIn } from './totals.ts';

export const PercentClause = z.strictObject({
  ...about,
  kind: z.literal('percent'),
  percent: pointsText
    .refine((text) => points(text) !== 0, '不能是 0')
    .describe('合计的百分之几，如扣减两成写 "-20"、上浮一成写 "10"'),
  when: Causes.optional().describe('什么事实引起，几项里有一项就算；不写总是算'),
  each: z.boolean().optional().describe('true 每出现一条算一次；不写只算一次'),
});

/** A total that is not above zero is left alone, and never more is taken off than there is. */
export function percentRule(clause: z.infer<typeof PercentClause>, judge: Judge): Rule {
  const causes = clause.when && causesOf(clause.when, judge);
  return (view) => {
    const given = givenIn(clause, view);
    if (given === undefined || given.sum <= 0) return [];
    const found = causes ? causes(view, given.months) : [];
    if (found === undefined) return [];
    const count = clause.each ? found.length : 1;
    const size = rounded({ over: BigInt(given.sum) * BigInt(points(clause.percent)) * BigInt(count), under: 10_000n });
    const value = Math.max(size, 0 - given.sum) as Hundredths;
    if (value === 0) return [];
    const words = `${formatPoints(given.sum)} × ${clause.percent}%${clause.each ? ` × ${count}` : ''}`;
    return [{ effect: 'percent', value, words, facts: factsOf([...given.lines, { facts: found }]) }];
  };
}
