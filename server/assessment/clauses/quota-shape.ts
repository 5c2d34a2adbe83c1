import { z } from 'zod';
import { counted, Where } from '../selection.ts';
import { noneEmpty, pointsText, positivePoints, ratioText } from '../shapes.ts';
import { weekOr } from './periods.ts';
import { RatioBand } from './ratios.ts';
import { common } from './rule.ts';
import { Sharing } from './sharing.ts';
import { isSomeone, nobody, whom } from './whom.ts';

const count = z.int().min(0).max(100_000);
const Need = z.strictObject({
  ...counted,
  atLeast: count.describe('不少于几条；0 表示没有任务'),
  except: z
    .array(z.strictObject({ ...whom, atLeast: count }).refine(isSomeone, nobody))
    .default([])
    .describe('另有定额的组或单位：从上往下，第一个符合的算数'),
});

export const QuotaClause = z.strictObject({
  ...common,
  kind: z.literal('quota'),
  per: weekOr,
  needs: noneEmpty(Need).describe('任务：有几项的，各项都完成才算达标'),
  met: positivePoints.optional().describe('达标得几分'),
  partly: z
    .enum(['nothing', 'proportion'])
    .default('nothing')
    .describe('没达标时 met：nothing 不得分、proportion 按完成比例得分'),
  completion: z
    .array(RatioBand)
    .min(1)
    .optional()
    .describe(
      '按完成率分档（实际条数 ÷ 任务条数，可以超过 1），from、upTo 含，above、below 不含，第一个符合的算数；与 met 只写一样',
    ),
  progress: z
    .array(
      z.strictObject({ month: z.int().min(1).max(12).describe('几月'), times: ratioText.describe('到这个月底该完成全年的几成') }),
    )
    .min(1)
    .optional()
    .describe('per 为 toDate 时的进度，只在写出的月份结算；不写是时序进度，几月就该完成十二分之几。不足一条的按一条'),
  prorated: z.boolean().optional().describe('true 周期中途才列入名单或才施行的，任务按在册月数折算，不足一条的按一条'),
  missing: z
    .strictObject({ each: positivePoints.optional(), flat: positivePoints.optional(), atMost: positivePoints.optional() })
    .refine(({ each, flat }) => (each ?? flat) !== undefined, '要写 each 或 flat')
    .optional()
    .describe('没达标扣分：each 每少一条扣几分、flat 一次性扣几分、atMost 一次结算最多扣几分'),
  excess: z
    .strictObject({
      rates: noneEmpty(
        z.strictObject({ where: Where.optional(), not: Where.optional(), points: pointsText, title: z.string().optional() }),
      ),
      atMost: positivePoints.optional(),
    })
    .optional()
    .describe('超额加分：按日子排，完成任务之后的每一条按表计分；atMost 一次结算最多加几分'),
  exempt: z.enum(['owes', 'free']).default('owes').describe('豁免的单位：owes 照样扣欠额（只是不排名）、free 不扣'),
  sharing: Sharing.default('owner'),
});
export type QuotaClause = z.infer<typeof QuotaClause>;
