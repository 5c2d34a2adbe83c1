import { z } from 'zod';
import { forms, placements } from '../../fact/fact.ts';
import { CountyDate, monthAsked } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type ClaimState, claimStates, type Form, type Placement } from '../adoption.ts';
import { type Verdict, verdicts } from '../may.ts';

const idOf = <Of extends string>() => z.uuid().transform((id) => id as Id<Of>);
const keysOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);
const version = z.int().positive();
const reason = z.string().trim().max(500, '太长，请缩短到 500 字以内').default('');
const evidence = z
  .array(z.string().regex(/^[0-9a-f]{64}$/))
  .max(20, '佐证最多 20 份，请挑看得清的交')
  .default([]);
const outlet = z.string().trim().min(1, '请填载体').max(100, '载体太长，请缩短到 100 字以内');
const link = z
  .url({ protocol: /^https?$/, error: '网址应以 http:// 或 https:// 开头，请从浏览器地址栏复制' })
  .max(1000, '网址太长，请缩短到 1000 字以内');

const fields = z.strictObject({
  outlet,
  publishedOn: CountyDate,
  title: z
    .string()
    .trim()
    .regex(/[\p{L}\p{N}]/u, '请填刊出的标题')
    .max(200, '标题太长，请缩短到 200 字以内'),
  form: keysOf<Form>(forms).default('sole'),
  placement: keysOf<Placement>(placements).default('ordinary'),
  words: z.int().min(0).max(1_000_000, '字数太大，请核对').nullable().default(null),
  link: link.nullable().default(null),
});

export const claimId = z.strictObject({ id: idOf<'claim'>() });
export const order = z.strictObject({
  unitId: idOf<'unit'>().optional(), // the office says whose; a unit's own people mean their unit
  articleId: idOf<'article'>().nullable(),
  fields,
  evidence,
});
export const supplement = z.strictObject({ version, reason, fields, evidence });
export const withdrawal = z.strictObject({ version, reason: reason.refine((words) => words !== '', '请写撤回的理由') });
export const judgement = z.strictObject({
  version,
  verdict: keysOf<Verdict>(verdicts),
  reason,
  fields: fields.nullable().default(null),
});

const some = z.string().trim().max(100).optional();
export const filters = z.strictObject({
  state: keysOf<ClaimState>(claimStates).optional(),
  unit: idOf<'unit'>().optional(),
  month: monthAsked.optional(),
  period: monthAsked.optional(),
  outlet: some,
  article: idOf<'article'>().optional(),
  q: some,
});
export const page = filters.extend({ before: idOf<'claim'>().optional() });
export const place = z.strictObject({ outlet, on: CountyDate });
export const picking = z.strictObject({ unit: idOf<'unit'>().optional(), q: some });
