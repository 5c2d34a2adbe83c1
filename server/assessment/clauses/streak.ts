import { z } from 'zod';
import { points } from '../../kernel/quantity.ts';
import type { Standing } from '../ledger.ts';
import { addMonths } from '../months.ts';
import { type Judge, selector } from '../selection.ts';
import { pointsText } from '../shapes.ts';
import { common, inOrder, monthsSettled, pickerOf, type Rule } from './rule.ts';
import { partIn } from './sharing.ts';

export const StreakClause = z
  .strictObject({
    ...common,
    kind: z.literal('streak'),
    ...selector,
    months: z.int().min(2).max(12).describe('连续几个月'),
    fewerThan: z.int().min(1).optional().describe('每个月都少于几条；零报送写 1'),
    atLeast: z.int().min(1).optional().describe('每个月都不少于几条；与 fewerThan 只写一样'),
    points: pointsText.describe('每满一轮计几分，一般是负分'),
  })
  .refine(
    ({ fewerThan, atLeast }) => (fewerThan === undefined) !== (atLeast === undefined),
    'fewerThan、atLeast 要写一样，只写一样',
  );

export function streakRule(clause: z.infer<typeof StreakClause>, judge: Judge): Rule {
  const pick = pickerOf(clause, judge);
  const inStreak = (count: number) =>
    clause.fewerThan === undefined ? count >= (clause.atLeast ?? 1) : count < clause.fewerThan;
  const told = clause.fewerThan === undefined ? `不少于 ${clause.atLeast}` : `少于 ${clause.fewerThan}`;
  return (view) => {
    const { present, unit, month, since } = view;
    if (!present || monthsSettled(clause, 'month', month).length === 0) return [];
    const start = clause.from !== undefined && clause.from > since ? clause.from : since;
    const few: Standing[][] = [];
    for (let at = month; at >= start; at = addMonths(at, -1)) {
      const facts = pick(view, [at]).filter((fact) => partIn(fact, unit, 'owner'));
      if (!inStreak(facts.length)) break;
      few.push(facts);
    }
    if (few.length === 0 || few.length % clause.months !== 0) return [];
    const words = `连续 ${few.length} 个月每月${told} 条，计 ${clause.points}`;
    return [{ effect: 'points', value: points(clause.points), words, facts: inOrder(few.slice(0, clause.months).flat()) }];
  };
}
