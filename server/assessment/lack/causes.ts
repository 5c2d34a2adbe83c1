import type { Clause } from '../clauses/clauses.ts';
import { ruleOf } from '../clauses/clauses.ts';
import { conditionOf } from '../clauses/counting.ts';
import { monthsSettled, sumOf, type View, type Yield } from '../clauses/rule.ts';
import type { Judge } from '../selection.ts';
import { canBeMore, type Kind, type Left } from './shape.ts';

/** Caused by there being too few of something: that can still come. What was caused by something that happened stays. */
export function leftOfCauses(clause: Kind<'zero'> | Kind<'percent'>, lines: Yield[], view: View, judge: Judge): Left {
  const { when } = clause;
  const firm = when?.filter(({ atMost, counts }) => atMost === undefined || !canBeMore(counts));
  if (when === undefined || firm === undefined || firm.length === when.length || sumOf(lines) >= 0) return { lines };
  const kept = firm.length === 0 ? [] : ruleOf({ ...clause, when: firm }, judge)(view);
  return sumOf(kept) === sumOf(lines) ? { lines } : { lines: kept, words: '月底前有了就不扣' };
}

/** Behind a premise of having few of something: more of it, and the clause takes nothing off. */
export function premiseCanFail(clause: Clause, view: View, judge: Judge): boolean {
  const few = (clause.onlyIf ?? []).filter(({ atMost, counts }) => atMost !== undefined && canBeMore(counts));
  const per = 'per' in clause ? (clause.per ?? 'month') : 'month';
  const months = monthsSettled(clause, per === 'week' ? 'month' : per, view.month);
  return few.length > 0 && months.length > 0 && conditionOf(few, judge)(view, months);
}
