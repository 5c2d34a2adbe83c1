import { z } from 'zod';
import { CountyDate } from '../kernel/dates.ts';

/** What an element of the fact sheet may hold; `none` is 不适用 with its reason and fits any element. */
export type ValueKind = 'text' | 'list' | 'amounts' | 'shares' | 'limit' | 'term' | 'phones' | 'funds' | 'progress';

type Definition = { label: string; kind: ValueKind; shown: boolean; ask: string };
const text = (label: string, ask: string, shown = true): Definition => ({ label, kind: 'text', shown, ask });
const typed = (label: string, kind: ValueKind, ask: string): Definition => ({ label, kind, shown: true, ask });

/**
 * 要素, in the order in which a resident asks: 通知 三（一）1 and the fields of a policy card. `shown`: once confirmed, residents
 * read it on the portal. What is missing is asked for in this order, too.
 */
export const elements = {
  policyContent: text('政策内容', '县里答应办什么，一两句话'),
  basis: text('依据文号', '文件名和文号'),
  scope: text('实施范围', '在哪些乡镇、哪些地方办'),
  beneficiaryGroup: text('受益群体', '谁能享受，要符合哪几条'),
  subsidyStandard: typed('补助标准', 'amounts', '多少元、按什么算、多久一次'),
  costShares: typed('分担比例', 'shares', '各级各出百分之几，合计 100%'),
  applicationProcedure: typed('申请程序', 'list', '一行一步'),
  materials: typed('所需材料', 'list', '一行一样'),
  timeLimit: typed('办理时限', 'limit', '从申请到办好多久'),
  place: text('办理地点', '到哪里办，线上从哪里进'),
  validity: typed('期限', 'term', '从哪天到哪天，没有的一头不填'),
  hotline: typed('咨询电话', 'phones', '办公电话，不填个人手机'),
  supervisionLine: typed('监督电话', 'phones', '办公电话，不填个人手机'),
  funds: typed('资金投入', 'funds', '计划、到位、已付，万元'),
  progress: typed('实施进度', 'progress', '全年要办多少、到哪天办了多少'),
  outcome: text('实施成效', '群众得了什么，一句话'),
  innovation: text('创新亮点', '和别处、和以前不一样的做法', false),
} as const satisfies Record<string, Definition>;
export type ElementKey = keyof typeof elements;
export const elementKeys = Object.keys(elements) as ElementKey[];

const line = (most: number) => z.string().trim().min(1, '请填写').max(most, `太长，请缩短到 ${most} 字以内`);
const amount = (most: number) => z.int().min(0, '不能是负数').max(most, '数字太大，请核对单位');
const number = /^(?:\d{3,5}|0\d{2,3}-\d{7,8}(?:-\d{1,5})?)$/;

export const periods = { time: '次', month: '月', year: '年', once: '一次性' } as const;
export type Period = keyof typeof periods;
export const limitUnits = { workdays: '个工作日', days: '天', months: '个月' } as const;
export type LimitUnit = keyof typeof limitUnits;
const keysOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);

const shares = z
  .array(z.strictObject({ who: line(40), hundredths: z.int().min(1).max(10_000) }))
  .min(1)
  .max(8)
  .refine((parts) => parts.reduce((sum, { hundredths }) => sum + hundredths, 0) === 10_000, '各方比例合计要正好 100%，请核对');

/** A value with its units: money of a standard in 分 (0.01 元), money of a project in hundredths of 万元, shares in hundredths of a per cent. */
export const Value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none'), reason: line(200) }),
  z.strictObject({ kind: z.literal('text'), text: line(2000) }),
  z.strictObject({ kind: z.literal('list'), items: z.array(line(200)).min(1, '请至少写一条').max(20, '最多 20 条') }),
  z.strictObject({
    kind: z.literal('amounts'),
    amounts: z
      .array(
        z.strictObject({
          what: z.string().trim().max(40),
          cents: amount(1_000_000_000_00),
          most: z.boolean(),
          per: line(20),
          period: keysOf<Period>(periods),
        }),
      )
      .min(1)
      .max(10),
  }),
  z.strictObject({ kind: z.literal('shares'), shares }),
  z.strictObject({ kind: z.literal('limit'), count: z.int().min(1).max(1000), unit: keysOf<LimitUnit>(limitUnits) }),
  z
    .strictObject({ kind: z.literal('term'), from: CountyDate.nullable(), to: CountyDate.nullable() })
    .refine(({ from, to }) => from !== null || to !== null, '起止至少填一头')
    .refine(({ from, to }) => from === null || to === null || from <= to, '起日不能晚于止日'),
  z.strictObject({
    kind: z.literal('phones'),
    phones: z.array(z.string().trim().regex(number, '请填办公电话，写作 0739-6821234 或 12345')).min(1).max(5),
  }),
  z.strictObject({
    kind: z.literal('funds'),
    planned: amount(2_000_000_000),
    arrived: amount(2_000_000_000).nullable(),
    spent: amount(2_000_000_000).nullable(),
    year: z.int().min(2000).max(2100),
  }),
  z.strictObject({
    kind: z.literal('progress'),
    measure: line(10),
    planned: z.int().min(1).max(2_000_000_000),
    done: amount(2_000_000_000),
    asOf: CountyDate,
  }),
]);
export type Value = z.output<typeof Value>;

/** '3000', '60.5', '93.00' → hundredths; null for what is no such number. */
export function hundredthsOf(text: string): number | null {
  const [, whole, part = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(/[,，]/g, '')) ?? [];
  return whole === undefined ? null : Number(whole + part.padEnd(2, '0'));
}

/** 300000 → '3000', 6050 → '60.50'; `fixed` always with two decimals. */
export function formatHundredths(value: number, fixed = false): string {
  const digits = String(value).padStart(3, '0');
  const [whole, part] = [digits.slice(0, -2), digits.slice(-2)];
  return fixed || part !== '00' ? `${whole}.${part}` : whole;
}
/** In 万元, always with two decimals. */
export const money = (value: number) => `${formatHundredths(value, true)} 万元`;
