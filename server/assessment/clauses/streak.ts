import { z } from 'zod';
import { points } from '../../kernel/quantity.ts';
import type { Standing } from '../ledger.ts';
import { addMonths, type Month, periodPaidIn } from '../months.ts';
import { type Judge, selector } from '../selection.ts';
import { pointsText } from '../shapes.ts';
import { common, inOrder, monthsSettled, pickerOf, type Rule } from './rule.ts';
import { partIn } from './sharing.ts';

export const StreakClause = z
  .strictObject({
    ...common,
    kind: z.literal('streak'),
    ...selector,
    per: z.enum(['month', 'quarter']).optional().describe('一个一个月数（不写等于 month），还是一个一个季度数（只在季末结算）'),
    months: z.int().min(2).max(12).describe('连续几个月；per 为 quarter 时是连续几个季度'),
    fewerThan: z.int().min(1).optional().describe('每个月（季度）都少于几条；零报送写 1'),
    atLeast: z.int().min(1).optional().describe('每个月（季度）都不少于几条；与 fewerThan 只写一样'),
    points: pointsText.describe('每满一轮计几分，一般是负分'),
  })
  .refine(
    ({ fewerThan, atLeast }) => (fewerThan === undefined) !== (atLeast === undefined),
    'fewerThan、atLeast 要写一样，只写一样',
  );

const spanTo = (month: Month, per: 'month' | 'quarter') => periodPaidIn(month, per) ?? [];

/** Only whole quarters from the start on are in a streak of quarters. */
export function streakRule(clause: z.infer<typeof StreakClause>, judge: Judge): Rule {
  const pick = pickerOf(clause, judge);
  const inStreak = (count: number) =>
    clause.fewerThan === undefined ? count >= (clause.atLeast ?? 1) : count < clause.fewerThan;
  const told = clause.fewerThan === undefined ? `不少于 ${clause.atLeast}` : `少于 ${clause.fewerThan}`;
  return (view) => {
    const { present, unit, month, since } = view;
    const { per = 'month' } = clause;
    if (!present || monthsSettled(clause, per, month).length === 0) return [];
    const start = clause.from !== undefined && clause.from > since ? clause.from : since;
    const few: Standing[][] = [];
    for (let months = spanTo(month, per); (months[0] ?? '') >= start; months = spanTo(addMonths(months[0] ?? '', -1), per)) {
      const facts = pick(view, months).filter((fact) => partIn(fact, unit, 'owner'));
      if (!inStreak(facts.length)) break;
      few.push(facts);
    }
    if (few.length === 0 || few.length % clause.months !== 0) return [];
    const span = per === 'month' ? '个月每月' : '个季度每季度';
    const words = `连续 ${few.length} ${span}${told} 条，计 ${clause.points}`;
    return [{ effect: 'points', value: points(clause.points), words, facts: inOrder(few.slice(0, clause.months).flat()) }];
  };
}
