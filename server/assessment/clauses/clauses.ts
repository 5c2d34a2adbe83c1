import { z } from 'zod';
import type { Judge } from '../selection.ts';
import { BandsClause, bandsRule } from './bands.ts';
import { PointsClause, pointsRule } from './points.ts';
import { QuotaClause, quotaRule } from './quota.ts';
import { RateClause, rateRule } from './rate.ts';
import type { Rule } from './rule.ts';
import { StreakClause, streakRule } from './streak.ts';
import { TargetClause, targetRule } from './target.ts';
import { LimitClause, limitRule, RescaleClause, rescaleRule, ZeroClause, zeroRule } from './totals.ts';

export const clauseKinds = {
  points: '按条计分',
  quota: '任务',
  bands: '按条数分档',
  rate: '比率',
  streak: '连续不达标',
  target: '目标分',
  limit: '封顶保底',
  zero: '记零',
  rescale: '折算',
} as const;

/** A new kind of clause is a file beside these, a row above, a member here and a case below. */
export const Clause = z.discriminatedUnion('kind', [
  PointsClause.meta({ id: 'PointsClause', description: '按条计分：每一条事实按表得分或扣分' }),
  QuotaClause.meta({ id: 'QuotaClause', description: '任务：一个周期不少于几条，达标得分、欠额扣分、超额加分' }),
  BandsClause.meta({ id: 'BandsClause', description: '按条数分档：一个周期的条数落在哪一档就计哪一档的分' }),
  RateClause.meta({ id: 'RateClause', description: '比率：采用率或两种条数之比，按档或按比例计分' }),
  StreakClause.meta({ id: 'StreakClause', description: '连续不达标：连续几个月都少于几条，每满一轮计一次分' }),
  TargetClause.meta({ id: 'TargetClause', description: '目标分：几条的合计得分要达到目标' }),
  LimitClause.meta({ id: 'LimitClause', description: '封顶保底：几条的合计得分不高于、不低于' }),
  ZeroClause.meta({ id: 'ZeroClause', description: '记零：出现某种事实，几条的合计得分清零；合计已是负分的不动' }),
  RescaleClause.meta({ id: 'RescaleClause', description: '折算：几条的合计得分按满分折成另一个满分，差额另列一行' }),
]);
export type Clause = z.infer<typeof Clause>;

export function ruleOf(clause: Clause, judge: Judge): Rule {
  switch (clause.kind) {
    case 'points':
      return pointsRule(clause, judge);
    case 'quota':
      return quotaRule(clause, judge);
    case 'bands':
      return bandsRule(clause, judge);
    case 'rate':
      return rateRule(clause, judge);
    case 'streak':
      return streakRule(clause, judge);
    case 'target':
      return targetRule(clause);
    case 'limit':
      return limitRule(clause);
    case 'zero':
      return zeroRule(clause, judge);
    case 'rescale':
      return rescaleRule(clause);
  }
}
