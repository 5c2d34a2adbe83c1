import { z } from 'zod';
import { formatPoints, type Hundredths, points } from '../../kernel/quantity.ts';
import type { Standing } from '../ledger.ts';
import type { Month, Per } from '../months.ts';
import { type Judge, selector } from '../selection.ts';
import { noneEmpty, pointsText, positivePoints } from '../shapes.ts';
import { perOrToDate } from './periods.ts';
import {
  type Common,
  common,
  type Entry,
  factsOf,
  monthsSettled,
  Of,
  per,
  pickerOf,
  type Rule,
  sumOf,
  type View,
} from './rule.ts';

/** Clauses about what other clauses gave. */
export const about = { ...common, of: Of, per };
export type About = Common & { of: Of; per: Per };
export type Given = { lines: readonly Entry[]; sum: Hundredths; months: readonly Month[] };

/** The lines that a clause is about and their sum; undefined while the period still runs. */
export function givenIn(clause: About, view: View): Given | undefined {
  const months = monthsSettled(clause, clause.per, view.month);
  if (months.length === 0) return undefined;
  const lines = view.lines(clause.of, months);
  return { lines, sum: sumOf(lines), months };
}

export const LimitClause = z
  .strictObject({
    ...about,
    kind: z.literal('limit'),
    per: perOrToDate,
    atMost: positivePoints.optional().describe('合计最多几分：封顶'),
    atLeast: pointsText.optional().describe('合计最少几分：保底；扣完为止写 "0.00"'),
  })
  .refine(({ atMost, atLeast }) => (atMost ?? atLeast) !== undefined, '要写 atMost 或 atLeast')
  .refine(({ atMost, atLeast }) => !atMost || !atLeast || points(atLeast) <= points(atMost), 'atLeast 不能大于 atMost');

/** A running limit also sees what it took off or added in earlier months of the year, and gives back what is no longer due. */
export function limitRule(clause: z.infer<typeof LimitClause>): Rule {
  const most = clause.atMost === undefined ? Infinity : points(clause.atMost);
  const least = clause.atLeast === undefined ? -Infinity : points(clause.atLeast);
  return (view) => {
    const given = givenIn(clause, view);
    if (given === undefined || !(view.present || given.lines.length > 0)) return [];
    const { lines, sum, months } = given;
    const before = clause.per === 'toDate' ? sumOf(view.own(months.slice(0, -1))) : 0;
    const due = Math.min(most, Math.max(least, sum)) - sum;
    const value = (due - before) as Hundredths;
    if (value === 0) return [];
    const effect = due < 0 || (due === 0 && before < 0) ? 'cap' : 'floor';
    const past = before === 0 ? '' : `，前面已计 ${formatPoints(before as Hundredths)}`;
    const words = `${effect === 'cap' ? '封顶' : '保底'} ${formatPoints((sum + due) as Hundredths)} - ${formatPoints(sum)}${past}`;
    return [{ effect, value, words, facts: factsOf(lines) }];
  };
}

const Cause = z.strictObject({
  ...selector,
  atLeast: z.int().min(1).default(1).describe('出现几条才算'),
  atMost: z.int().min(0).optional().describe('不多于几条就算，如全年没有一条采用写 0；写了它就不看 atLeast'),
});
export const Causes = noneEmpty(Cause);

/** The unit's own facts under each cause that has occurred; undefined where none has. */
export function causesOf(when: z.infer<typeof Causes>, judge: Judge) {
  const causes = when.map((cause) => ({ ...cause, pick: pickerOf(cause, judge) }));
  return (view: View, months: readonly Month[]): Standing[] | undefined => {
    const occurred = causes.flatMap(({ pick, atLeast, atMost }) => {
      const mine = pick(view, months).filter((fact) => fact.unit === view.unit);
      return (atMost === undefined ? mine.length >= atLeast : mine.length <= atMost) ? [mine] : [];
    });
    return occurred.length === 0 ? undefined : occurred.flat();
  };
}

export const ZeroClause = z.strictObject({
  ...about,
  kind: z.literal('zero'),
  when: Causes.describe('什么事实引起记零，几项里有一项就记'),
});

/** What is below zero already is left alone. */
export function zeroRule(clause: z.infer<typeof ZeroClause>, judge: Judge): Rule {
  const causes = causesOf(clause.when, judge);
  return (view) => {
    const given = givenIn(clause, view);
    if (given === undefined || given.sum <= 0) return [];
    const found = causes(view, given.months);
    if (found === undefined) return [];
    const words = `出现 ${found.length} 条，记零：0.00 - ${formatPoints(given.sum)}`;
    return [{ effect: 'zero', value: (0 - given.sum) as Hundredths, words, facts: factsOf([...given.lines, { facts: found }]) }];
  };
}
