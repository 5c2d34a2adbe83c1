import { z } from 'zod';
import { formatPoints, type Hundredths, points, rounded } from '../../kernel/quantity.ts';
import type { Month } from '../months.ts';
import { type Judge, selector } from '../selection.ts';
import { noneEmpty, pointsText, positivePoints } from '../shapes.ts';
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
export type About = Common & { of: Of; per: z.infer<typeof per> };
type Given = { lines: readonly Entry[]; sum: Hundredths; months: readonly Month[] };

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
    atMost: positivePoints.optional().describe('合计最多几分：封顶'),
    atLeast: pointsText.optional().describe('合计最少几分：保底；扣完为止写 "0.00"'),
  })
  .refine(({ atMost, atLeast }) => (atMost ?? atLeast) !== undefined, '要写 atMost 或 atLeast')
  .refine(({ atMost, atLeast }) => !atMost || !atLeast || points(atLeast) <= points(atMost), 'atLeast 不能大于 atMost');

export function limitRule(clause: z.infer<typeof LimitClause>): Rule {
  const most = clause.atMost === undefined ? Infinity : points(clause.atMost);
  const least = clause.atLeast === undefined ? -Infinity : points(clause.atLeast);
  return (view) => {
    const given = givenIn(clause, view);
    if (given === undefined || !(view.present || given.lines.length > 0)) return [];
    const { lines, sum } = given;
    if (sum >= least && sum <= most) return [];
    const [effect, limit] = sum > most ? (['cap', most as Hundredths] as const) : (['floor', least as Hundredths] as const);
    const words = `${effect === 'cap' ? '封顶' : '保底'} ${formatPoints(limit)} - ${formatPoints(sum)}`;
    return [{ effect, value: (limit - sum) as Hundredths, words, facts: factsOf(lines) }];
  };
}

export const ZeroClause = z.strictObject({
  ...about,
  kind: z.literal('zero'),
  when: noneEmpty(z.strictObject({ ...selector, atLeast: z.int().min(1).default(1).describe('出现几条才记零') })).describe(
    '什么事实引起记零，几项里有一项就记',
  ),
});

/** What is below zero already is left alone. */
export function zeroRule(clause: z.infer<typeof ZeroClause>, judge: Judge): Rule {
  const causes = clause.when.map((cause) => ({ ...cause, pick: pickerOf(cause, judge) }));
  return (view) => {
    const given = givenIn(clause, view);
    if (given === undefined || given.sum <= 0) return [];
    const found = causes.map(({ pick }) => pick(view, given.months).filter((fact) => fact.unit === view.unit));
    const enough = found.filter((facts, at) => facts.length >= (causes[at]?.atLeast ?? 1));
    if (enough.length === 0) return [];
    const words = `出现 ${enough.flat().length} 条，记零：0.00 - ${formatPoints(given.sum)}`;
    const facts = factsOf([...given.lines, ...enough.map((facts) => ({ facts }))]);
    return [{ effect: 'zero', value: (0 - given.sum) as Hundredths, words, facts }];
  };
}

export const RescaleClause = z.strictObject({
  ...about,
  kind: z.literal('rescale'),
  full: positivePoints.refine((text) => points(text) !== 0, '满分不能是 0').describe('原来的满分，如 "100.00"'),
  worth: positivePoints.describe('折成几分，如 "6.00"'),
});

export function rescaleRule(clause: z.infer<typeof RescaleClause>): Rule {
  const [full, worth] = [BigInt(points(clause.full)), BigInt(points(clause.worth))];
  return (view) => {
    const given = givenIn(clause, view);
    if (given === undefined || given.lines.length === 0) return [];
    const value = rounded({ over: BigInt(given.sum) * (worth - full), under: full });
    const sum = formatPoints(given.sum);
    return [
      { effect: 'rescale', value, words: `${sum} × ${clause.worth} ÷ ${clause.full} - ${sum}`, facts: factsOf(given.lines) },
    ];
  };
}
