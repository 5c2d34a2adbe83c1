import { z } from 'zod';
import { CountyDate, monthAsked } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Decision, decisions } from '../may.ts';
import { type Article, type ArticleState, type Genre, genres, states } from '../submission.ts';

const idOf = <Of extends string>() => z.uuid().transform((id) => id as Id<Of>);
const keysOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);
const version = z.int().positive();
const reason = z.string().trim().min(1, '请写理由').max(500, '太长，请缩短到 500 字以内');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const mistakes = z.int().min(0).max(999).nullable().default(null);

export const articleId = z.strictObject({ id: idOf<'article'>() });

const picture = z.strictObject({ sha256, caption: z.string().max(300, '图片说明太长，请缩短到 300 字以内') });
export const written = z.strictObject({
  title: z.string().max(200, '标题太长，请缩短到 200 字以内').default(''),
  body: z.string().max(50_000, '正文太长，请缩短到 5 万字以内').default(''),
  pictures: z.array(picture).max(9, '最多 9 张图片').default([]),
  genre: keysOf<Genre>(genres).default('news'),
  projectId: idOf<'project'>().nullable().default(null),
  campaignId: idOf<'campaign'>().nullable().default(null),
  commissionId: idOf<'commission'>().nullable().default(null),
});
export const saved = written.extend({ version });
export const seen = z.strictObject({ version });
export const reasoned = z.strictObject({ version, reason });
export const signing = z.strictObject({
  version,
  kind: z.enum(['review', 'proof']),
  note: z.string().trim().max(500).default(''),
  mistakes,
});
const signer = z.strictObject({ name: z.string().trim().regex(/\p{L}/u, '请填审签人').max(30), day: CountyDate, mistakes });
export const sheet = z.strictObject({ version, sheet: sha256, signers: z.tuple([signer, signer, signer]) });
export const deciding = z
  .strictObject({ version, decision: keysOf<Decision>(decisions), reason: z.string().trim().max(500).default('') })
  .refine(({ decision, reason }) => decision === 'take' || reason !== '', { path: ['reason'], message: '请写理由' });

export const ofMonth = z.strictObject({ month: monthAsked.optional() });
export const filters = z.strictObject({
  state: keysOf<ArticleState>(states).optional(),
  unit: idOf<'unit'>().optional(),
  month: monthAsked.optional(),
  late: z.literal('only').optional(),
  q: z.string().trim().max(100).optional(),
});
export const page = filters.extend({
  before: z
    .uuid()
    .transform((id) => id as Article['id'])
    .optional(),
});
