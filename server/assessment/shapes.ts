import { z } from 'zod';
import { CountyDate } from '../kernel/dates.ts';

/** The keys of a constant table, in its order and with their types. */
export const keysOf = <T extends object>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

export const noneEmpty = <T extends z.ZodType>(item: T) => z.array(item).min(1);

export const dayText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: '应是日历上的一天，写作 "2023-10-08"', abort: true })
  .refine((text) => CountyDate.safeParse(text).success, '日历上没有这一天');
export const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '应是一个月份，写作 "2023-10"', abort: true });

/** Points as on paper, '5.00'; at most six digits before the point. */
export const pointsText = z
  .string()
  .regex(/^-?\d{1,6}(\.\d{1,2})?$/, { error: '应是带引号的分数，最多两位小数，如 "5.00"、"-0.5"', abort: true });
export const positivePoints = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,2})?$/, { error: '应是带引号、不带负号的分数，最多两位小数，如 "5.00"', abort: true })
  .describe('分数，不带负号');
/** A factor: '0.5', '2', '1/3'. */
export const ratioText = z.string().regex(/^(\d{1,6}(\.\d{1,4})?|\d{1,6}\/[1-9]\d{0,5})$/, {
  error: '应是带引号的倍数，如 "0.5"、"2"、"1/3"，分母不能是 0',
  abort: true,
});

export const range = <T extends z.ZodType>(end: T) =>
  z
    .strictObject({ from: end.optional(), to: end.optional() })
    .refine((ends) => ends.from !== undefined || ends.to !== undefined, '至少要写 from、to 中的一个')
    .refine(({ from, to }) => from === undefined || to === undefined || (from as never) <= (to as never), 'from 不能大于 to');
