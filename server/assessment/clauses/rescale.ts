import { z } from 'zod';
import { formatPoints, type Hundredths, plus, points, type Ratio, rounded } from '../../kernel/quantity.ts';
import { noneEmpty, positivePoints } from '../shapes.ts';
import { common, factsOf, monthsSettled, Of, type Rule, sumOf, type View, type Yield } from './rule.ts';
import { about, type Given, givenIn } from './totals.ts';

const relative = { best: '组内最高分', average: '组内平均分' } as const;

export const RescaleClause = z.strictObject({
  ...about,
  kind: z.literal('rescale'),
  full: z
    .union([z.literal('best'), z.literal('average'), positivePoints.refine((text) => points(text) !== 0, '满分不能是 0')])
    .describe('原来的满分，如 "100.00"；best 以组内最高分为满分、average 以组内平均分为满分（豁免、只列出的不参与比较）'),
  worth: positivePoints.describe('折成几分，如 "6.00"'),
  by: z
    .enum(['ratio', 'difference'])
    .optional()
    .describe('ratio 按比例折，不写等于它；difference 按差额折，等于 full 的得 worth 分，每高（低）1 分加（减）1 分'),
});
type RescaleClause = z.infer<typeof RescaleClause>;

/** Where nobody in the group has anything above zero, a relative scale says nothing and there is no line. */
export function rescaleRule(clause: RescaleClause): Rule {
  const worth = BigInt(points(clause.worth));
  return (view) => {
    const given = givenIn(clause, view);
    if (given === undefined || given.lines.length === 0) return [];
    const { over, under, told } = fullOf(clause, view);
    if (clause.by === 'difference') return shifted({ over: worth * under - over, under }, `${clause.worth} - ${told}`, given);
    if (over <= 0n) return [];
    const value = upTo({ over: BigInt(given.sum) * worth * under, under: over }, given.sum);
    const sum = formatPoints(given.sum);
    const words = `${sum} × ${clause.worth} ÷ ${told} - ${sum}`;
    return [{ effect: 'rescale', value, words, facts: factsOf(given.lines) }];
  };
}

/** What leads from the sum to the rescaled points: these are rounded, as a paper prints them, and not the difference. */
const upTo = (rescaled: Ratio, sum: number) => (rounded(rescaled) - sum) as Hundredths;

function shifted(by: Ratio, words: string, { sum, lines }: Given): Yield[] {
  const value = upTo(plus({ over: BigInt(sum), under: 1n }, by), sum);
  return by.over === 0n ? [] : [{ effect: 'rescale', value, words, facts: factsOf(lines) }];
}

/** In hundredths, as a fraction. */
function fullOf({ full, of, per, from, to }: RescaleClause, view: View): { over: bigint; under: bigint; told: string } {
  if (full !== 'best' && full !== 'average') return { over: BigInt(points(full)), under: 1n, told: full };
  const months = monthsSettled({ from, to }, per, view.month);
  return view.amongRivals('group', (rivals) => {
    const sums = rivals.map((rival) => sumOf(rival.lines(of, months)));
    const total = sums.reduce((sum, each) => sum + each, 0);
    if (full === 'average') {
      const told = `${relative.average} ${formatPoints(total as Hundredths)}/${sums.length}`;
      return { over: BigInt(total), under: BigInt(sums.length || 1), told };
    }
    const best = sums.reduce((most, each) => Math.max(most, each), 0);
    return { over: BigInt(best), under: 1n, told: `${relative.best} ${formatPoints(best as Hundredths)}` };
  });
}

export const AverageClause = z.strictObject({
  ...common,
  kind: z.literal('average'),
  of: Of,
  per: z.enum(['quarter', 'half', 'year']).default('year').describe('周期：quarter 季、half 半年、year 年，在末月结算'),
});

/** Over the months of the period in which a scheme was in force and the unit on the roster. */
export function averageRule(clause: z.infer<typeof AverageClause>): Rule {
  return (view) => {
    const given = givenIn(clause, view);
    if (given === undefined || given.lines.length === 0) return [];
    const count = given.months.filter((month) => view.scored(month)).length;
    if (count < 2) return [];
    const value = upTo({ over: BigInt(given.sum), under: BigInt(count) }, given.sum);
    const sum = formatPoints(given.sum);
    return [{ effect: 'rescale', value, words: `${count} 个月平均：${sum} ÷ ${count} - ${sum}`, facts: factsOf(given.lines) }];
  };
}

export const HighestClause = z.strictObject({
  ...about,
  of: noneEmpty(z.string().min(1)).min(2).describe('哪几条里就高，写条号的列表'),
  kind: z.literal('highest'),
  keep: z.int().min(1).default(1).describe('留得分最高的几条'),
});

/** 就高不就低: of several clauses only the best few stay; what took points off stays, too. */
export function highestRule(clause: z.infer<typeof HighestClause>): Rule {
  return (view) => {
    const given = givenIn(clause, view);
    if (given === undefined) return [];
    const sums = clause.of.map((no) => sumOf(given.lines.filter((line) => line.clause === no))).filter((sum) => sum > 0);
    const over = sums.sort((a, b) => b - a).slice(clause.keep);
    if (over.length === 0) return [];
    const value = (0 - over.reduce((sum, each) => sum + each, 0)) as Hundredths;
    const words = `就高，只计最高的 ${clause.keep} 条：0.00 - ${over.map(formatPoints).join(' - ')}`;
    return [{ effect: 'cap', value, words, facts: factsOf(given.lines) }];
  };
}
