import { z } from 'zod';
import { counted } from '../selection.ts';
import { noneEmpty } from '../shapes.ts';
import { isSomeone, nobody, whom } from './whom.ts';

const count = z.int().min(0).max(1_000_000_000);
const Condition = z
  .strictObject({
    ...counted,
    atLeast: count.optional().describe('不少于几条'),
    atMost: count.optional().describe('不多于几条'),
    except: z
      .array(z.strictObject({ ...whom, atLeast: count }).refine(isSomeone, nobody))
      .optional()
      .describe('atLeast 不同的组或单位：从上往下，第一个符合的算数'),
  })
  .refine(({ atLeast, atMost }) => (atLeast ?? atMost) !== undefined, '要写 atLeast 或 atMost')
  .refine(({ atLeast = 0, atMost = Infinity }) => atLeast <= atMost, 'atLeast 不能大于 atMost')
  .refine(({ atLeast, except }) => except === undefined || atLeast !== undefined, '写了 except 的，也要写 atLeast')
  .meta({ id: 'Condition', description: '前提：本单位这段时间的条数要在 atLeast 与 atMost 之间' });
export type Condition = z.infer<typeof Condition>;

/** What a unit must have done before something counts for it; all of them. */
export const Conditions = noneEmpty(Condition);
