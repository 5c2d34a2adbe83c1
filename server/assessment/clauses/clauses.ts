import { z } from 'zod';
import type { Judge } from '../selection.ts';
import { BandsClause, bandsRule } from './bands.ts';
import { conditionOf } from './counting.ts';
import { PercentClause, percentRule } from './percent.ts';
import { PlacementClause, placementRule } from './placement.ts';
import { PointsClause, pointsRule } from './points.ts';
import { quotaRule } from './quota.ts';
import { QuotaClause } from './quota-shape.ts';
import { RateClause, rateRule } from './rate.ts';
import { AverageClause, averageRule, HighestClause, highestRule, RescaleClause, rescaleRule } from './rescale.ts';
import { monthsSettled, type Rule } from './rule.ts';
import { StepsClause, stepsRule } from './steps.ts';
import { StreakClause, streakRule } from './streak.ts';
import { TargetClause, targetRule } from './target.ts';
import { LimitClause, limitRule, ZeroClause, zeroRule } from './totals.ts';

export const clauseKinds = {
  points: '按条计分',
  quota: '任务',
  bands: '按条数分档',
  steps: '每满几条',
  rate: '比率',
  streak: '连续不达标',
  placement: '按名次',
  target: '目标分',
  limit: '封顶保底',
  zero: '记零',
  percent: '按百分比增减',
  highest: '就高',
  average: '平均',
  rescale: '折算',
} as const;

/** A new kind of clause is a file beside these, a row above, a member here and a rule below. */
export const Clause = z.discriminatedUnion('kind', [
  PointsClause.meta({ id: 'PointsClause', description: '按条计分：每一条事实按表得分或扣分' }),
  QuotaClause.meta({ id: 'QuotaClause', description: '任务：一个周期不少于几条，达标得分、欠额扣分、超额加分' }),
  BandsClause.meta({ id: 'BandsClause', description: '按条数分档：一个周期的条数落在哪一档就计哪一档的分' }),
  StepsClause.meta({ id: 'StepsClause', description: '每满几条：一个周期的条数超过多少以后，每满几条计一次分' }),
  RateClause.meta({ id: 'RateClause', description: '比率：采用率或两种条数之比，按档或按比例计分' }),
  StreakClause.meta({ id: 'StreakClause', description: '连续不达标：连续几个月都少于（或不少于）几条，每满一轮计一次分' }),
  PlacementClause.meta({ id: 'PlacementClause', description: '按名次：几条的合计得分或一种条数，在组内排第几名就计几分' }),
  TargetClause.meta({ id: 'TargetClause', description: '目标分：几条的合计得分要达到目标' }),
  LimitClause.meta({ id: 'LimitClause', description: '封顶保底：几条的合计得分不高于、不低于' }),
  ZeroClause.meta({ id: 'ZeroClause', description: '记零：出现某种事实，几条的合计得分清零；合计已是负分的不动' }),
  PercentClause.meta({ id: 'PercentClause', description: '按百分比增减：几条的合计得分扣减或上浮百分之几' }),
  HighestClause.meta({ id: 'HighestClause', description: '就高：几条里只留得分最高的几条' }),
  AverageClause.meta({ id: 'AverageClause', description: '平均：几条各月得分的平均代替合计，差额另列一行' }),
  RescaleClause.meta({ id: 'RescaleClause', description: '折算：几条的合计得分按满分折成另一个满分，差额另列一行' }),
]);
export type Clause = z.infer<typeof Clause>;

/** The clause's own rule, behind what it presupposes. */
export function ruleOf(clause: Clause, judge: Judge): Rule {
  const [run, { onlyIf }] = [bareRuleOf(clause, judge), clause];
  if (onlyIf === undefined) return run;
  const [meets, per] = [conditionOf(onlyIf, judge), 'per' in clause ? (clause.per ?? 'month') : 'month'];
  return (view) => (meets(view, monthsSettled(clause, per === 'week' ? 'month' : per, view.month)) ? run(view) : []);
}

function bareRuleOf(clause: Clause, judge: Judge): Rule {
  const rules: { [K in Clause['kind']]: (clause: Extract<Clause, { kind: K }>, judge: Judge) => Rule } = {
    points: pointsRule,
    quota: quotaRule,
    bands: bandsRule,
    steps: stepsRule,
    rate: rateRule,
    streak: streakRule,
    placement: placementRule,
    target: targetRule,
    limit: limitRule,
    zero: zeroRule,
    percent: percentRule,
    highest: highestRule,
    average: averageRule,
    rescale: rescaleRule,
  };
  return (rules[clause.kind] as (clause: Clause, judge: Judge) => Rule)(clause, judge);
}
