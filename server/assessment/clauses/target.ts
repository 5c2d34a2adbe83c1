import { z } from 'zod';
import { formatPoints, type Hundredths, points, ratio, ratioOf, rounded, times } from '../../kernel/quantity.ts';
import { positivePoints, ratioText } from '../shapes.ts';
import { factsOf, type Rule, type Yield } from './rule.ts';
import { about, givenIn } from './totals.ts';
import { concerns, isSomeone, nobody, whom } from './whom.ts';

const every = positivePoints
  .refine((text) => points(text) !== 0, '不能是 0')
  .optional()
  .describe('每满几分才计，零头不计，如每超 10 分加 1 分写 "times":"0.1","every":"10.00"');

export const TargetClause = z.strictObject({
  ...about,
  kind: z.literal('target'),
  atLeast: positivePoints.describe('目标分'),
  except: z
    .array(z.strictObject({ ...whom, atLeast: positivePoints }).refine(isSomeone, nobody))
    .default([])
    .describe('另有目标分的组或单位：从上往下，第一个符合的算数'),
  met: positivePoints.optional().describe('达到目标得几分'),
  partly: z
    .enum(['nothing', 'proportion'])
    .default('nothing')
    .describe('没达到时 met：nothing 不得分、proportion 按完成比例得分'),
  missing: z
    .strictObject({
      times: ratioText.describe('差的分数乘以几扣掉，如 "2" 按未完成得分的两倍扣'),
      every,
      atMost: positivePoints.optional(),
    })
    .optional(),
  excess: z
    .strictObject({ times: ratioText.describe('超出的分数乘以几再加'), every, atMost: positivePoints.optional() })
    .optional(),
  exempt: z.enum(['owes', 'free']).default('owes').describe('豁免的单位：owes 照样扣、free 不扣'),
});
type TargetClause = z.infer<typeof TargetClause>;

/** 目标分: a quota in points of other clauses. A target of 0 asks for nothing. */
export function targetRule(clause: TargetClause): Rule {
  return (view) => {
    const given = view.present ? givenIn(clause, view) : undefined;
    const target = points((clause.except.find((row) => concerns({ for: row }, view)) ?? clause).atLeast);
    if (given === undefined || target === 0) return [];
    const lines = [metLine(clause, given.sum, target), differenceLine(clause, given.sum, target, view.exempt)];
    return lines.flat().map((line) => ({ ...line, facts: factsOf(given.lines) }));
  };
}

type Told = Omit<Yield, 'facts'>;
const told = (sum: number, target: number) =>
  `目标 ${formatPoints(target as Hundredths)} 实得 ${formatPoints(sum as Hundredths)}`;

function metLine({ met, partly }: TargetClause, sum: Hundredths, target: Hundredths): Told[] {
  if (met === undefined || (sum < target && partly === 'nothing')) return [];
  const done = Math.max(0, Math.min(sum, target));
  const value = rounded(times(ratioOf(points(met)), ratioOf(done, target)));
  return [{ effect: 'points', value, words: `${told(sum, target)}，${done < target ? '按比例，满分' : '达标'} ${met}` }];
}

function differenceLine({ missing, excess, exempt }: TargetClause, sum: Hundredths, target: Hundredths, spared: boolean): Told[] {
  const short = sum < target;
  const rule = short ? missing : excess;
  if (rule === undefined || sum === target || (short && spared && exempt === 'free')) return [];
  const gap = wholeSteps(Math.abs(target - sum), rule.every);
  const size = rounded(times(ratio(rule.times), ratioOf(gap)));
  if (gap === 0) return [];
  const most = rule.atMost === undefined ? size : (Math.min(size, points(rule.atMost)) as Hundredths);
  const words = `${told(sum, target)}，${short ? '差' : '超'} ${formatPoints(gap)} × ${rule.times}`;
  const note = most < size ? `，至多 ${rule.atMost}` : '';
  return [{ effect: short ? 'shortfall' : 'excess', value: (short ? 0 - most : most) as Hundredths, words: words + note }];
}

const wholeSteps = (gap: number, every: string | undefined) =>
  (every === undefined ? gap : gap - (gap % points(every))) as Hundredths;
