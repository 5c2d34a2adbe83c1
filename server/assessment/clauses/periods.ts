import { z } from 'zod';
import type { Standing } from '../ledger.ts';
import { addDays, addMonths, firstDay, lastDay, type Month, monthOf, type Per, weekEnd } from '../months.ts';
import { type Common, monthsSettled, per, type View } from './rule.ts';

export const weekOr = z
  .enum(['week', 'toDate', ...per.unwrap().options])
  .default('month')
  .describe(
    '周期：week 周（周一至周日，算在周日所在的月）、month 月、quarter 季、half 半年、year 年；季、半年、年在末月结算；toDate 每月都按年初至今的累计数结算',
  );

/** For clauses that make sense of a running total, too. */
export const perOrToDate = z
  .enum(['toDate', ...per.unwrap().options])
  .default('month')
  .describe('周期：month 月、quarter 季、half 半年、year 年；季、半年、年在末月结算；toDate 每月都按年初至今的累计结算');

type Pick = (view: View, months: readonly Month[]) => readonly Standing[];
export type Period = { label: string; of: (pick: Pick) => Standing[] };

/** The periods that a clause settles in the view's month: one, none, or four or five weeks. */
export function periodsOf(clause: Common & { per: Per | 'week' }, view: View): Period[] {
  if (clause.per === 'week') return weeksOf(clause, view);
  const months = monthsSettled(clause, clause.per, view.month);
  return months.length === 0 ? [] : [{ label: '', of: (pick) => [...pick(view, months)] }];
}

function weeksOf(clause: Common, view: View): Period[] {
  const { month } = view;
  const months = monthsSettled(clause, 'month', month);
  if (months.length === 0) return [];
  const first = weekEnd(firstDay(month));
  const sundays = [0, 7, 14, 21, 28].map((days) => addDays(first, days)).filter((day) => day <= lastDay(month));
  return sundays.map((sunday) => ({
    label: `${addDays(sunday, -6).slice(5)} 至 ${sunday.slice(5)} `,
    of: (pick) => pick(view, [addMonths(month, -1), month]).filter((fact) => weekOf(fact) === sunday),
  }));
}

/**
 * A week that was settled before the fact's month began leaves late evidence to the first week of that month; what was put
 * in an earlier month's place after its end counts for that month's last day.
 */
function weekOf({ day, month }: Standing): string {
  const sunday = weekEnd(monthOf(day) > month ? lastDay(month) : day);
  return monthOf(sunday) < month ? weekEnd(firstDay(month)) : sunday;
}
