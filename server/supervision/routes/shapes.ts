import { z } from 'zod';
import { CountyDate, monthAsked } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type NamingKind, namingKinds } from '../naming.ts';
import { type Colour, colours, type OrderState, orderStates } from '../supervision.ts';

const idOf = <Of extends string>() => z.uuid().transform((id) => id as Id<Of>);
const keysOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);
const version = z.int().positive();
const words = z.string().trim().max(1000, '太长，请缩短到 1000 字以内');
const written = /[\p{L}\p{N}]/u;
const reason = words.regex(written, '请写理由');
const months = z.array(monthAsked).max(12, '依据最多 12 个月').default([]);

export const orderId = z.strictObject({ id: idOf<'supervisionOrder'>() });
export const filters = z.strictObject({
  state: keysOf<OrderState>(orderStates).optional(),
  unit: idOf<'unit'>().optional(),
});
export const issued = z.strictObject({
  unitId: idOf<'unit'>(),
  colour: keysOf<Colour>(colours),
  matter: words.regex(written, '请写督办什么事').max(100, '事项太长，请缩短到 100 字以内'),
  requirement: words.regex(written, '请写要求'),
  dueOn: CountyDate,
  months,
  reason: words.default(''),
});
export const raised = z.strictObject({
  version,
  reason,
  requirement: words.regex(written, '请写要求'),
  dueOn: CountyDate,
  months,
});
export const decision = z.strictObject({ version, agree: z.boolean(), reason: words.default('') });
export const answer = z.strictObject({
  version,
  text: words.regex(written, '请写整改反馈'),
  evidence: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(20, '佐证最多 20 份')
    .default([]),
});
export const asked = z.strictObject({ version, dueOn: CountyDate, reason });
export const reasoned = z.strictObject({ version, reason });

const count = (most: number) => z.int().min(0, `请填 0 到 ${most}`).max(most, `请填 0 到 ${most}`);
const inRow = z.int().min(1, '请填 1 到 12').max(12, '请填 1 到 12');
export const rules = z.strictObject({
  fromOn: CountyDate,
  blue: inRow,
  orange: inRow,
  red: inRow,
  talk: inRow,
  zero: inRow,
  top: count(20),
  bottom: count(20),
  run: count(12),
  listZero: z.boolean(),
  reason: words.regex(written, '请写依据'),
});

export const month = z.strictObject({ month: monthAsked });
export const list = z.strictObject({ month: monthAsked, kind: keysOf<NamingKind>(namingKinds) });
const one = z.strictObject({ unitId: idOf<'unit'>(), why: words.max(300, '太长，请缩短到 300 字以内') });
export const proposed = z.strictObject({
  version: z.int().min(0),
  off: z.array(one).max(200).default([]),
  added: z.array(one).max(50).default([]),
});
