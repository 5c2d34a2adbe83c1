import { z } from 'zod';
import type { Standing } from '../ledger.ts';
import type { Month } from '../months.ts';
import { deliveryOf, type Judge } from '../selection.ts';

export const measures = {
  quantity: '数量',
  words: '字数',
  daysLate: '逾期天数',
  workdaysLate: '逾期工作日',
  daysEarly: '提前天数',
} as const;

/** One fact counts as many. */
export const Multiply = z
  .strictObject({
    by: z
      .enum(['quantity', 'words', 'daysLate', 'workdaysLate', 'daysEarly'])
      .describe(
        '乘以什么：quantity 数量（没写算 1）、words 字数、daysLate 逾期几天、workdaysLate 逾期几个工作日、daysEarly 提前几天',
      ),
    every: z.int().min(1).max(1_000_000).default(1).describe('每满几个算一次，如每 1 万阅读写 10000'),
    rest: z.enum(['drop', 'full', 'part']).default('drop').describe('不满一次的零头：drop 不计、full 按一次、part 按比例'),
    atMost: z.int().min(1).optional().describe('一条最多算几次'),
  })
  .describe('一条事实算几次，如走访 100 户算 100 条、每迟一天扣 0.5 分；算下来是 0 次的不计');
export type Multiply = z.infer<typeof Multiply>;

/** How many times a fact counts, in units of 1 ÷ `under`. */
export function multiplierOf(rule: Multiply | undefined, judge: Judge) {
  if (rule === undefined) return { under: 1, by: '', sizeOf: () => 1 };
  const { by, every, rest, atMost = Infinity } = rule;
  const measure = (fact: Standing, month: Month): number => {
    if (by === 'quantity') return fact.attributes.quantity ?? 1;
    return by === 'words' ? (fact.attributes.words ?? 0) : (deliveryOf(fact, month, judge)?.[by] ?? 0);
  };
  const sizeOf = (fact: Standing, month: Month): number => {
    const size = measure(fact, month);
    if (rest === 'part') return Math.min(size, atMost * every);
    return Math.min(rest === 'full' ? Math.ceil(size / every) : Math.floor(size / every), atMost);
  };
  return { under: rest === 'part' ? every : 1, by: measures[by], sizeOf };
}
