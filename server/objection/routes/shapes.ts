import { z } from 'zod';
import { Attributes } from '../../assessment/facts.ts';
import { type FactKind, factKinds } from '../../fact/fact.ts';
import { CountyDate, monthAsked } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type ObjectionState, objectionStates } from '../objection.ts';

const idOf = <Of extends string>() => z.uuid().transform((id) => id as Id<Of>);
const keysOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);
const version = z.int().positive();
const words = z.string().trim().max(1000, '太长，请缩短到 1000 字以内');
const evidence = z
  .array(z.string().regex(/^[0-9a-f]{64}$/))
  .max(20, '佐证最多 20 份')
  .default([]);
const kind = keysOf<FactKind>(factKinds);
const written = /[\p{L}\p{N}]/u;
const title = z.string().trim().regex(written, '请写题目').max(200, '题目太长，请缩短到 200 字以内');
const reason = words.regex(written, '请写理由');

export const objectionId = z.strictObject({ id: idOf<'objection'>() });
export const filters = z.strictObject({
  state: keysOf<ObjectionState>(objectionStates).optional(),
  unit: idOf<'unit'>().optional(),
  month: monthAsked.optional(),
});
export const ground = z.strictObject({ month: monthAsked, unit: idOf<'unit'>().optional() });

const common = {
  month: monthAsked,
  unitId: idOf<'unit'>().optional(), // for a closed unit the office says which
  reason,
  evidence,
};
const line = {
  clause: z.string().min(1).max(200),
  effect: z.string().min(1).max(40),
  corrects: monthAsked.nullable().default(null),
};
/** One of the three, each with what says which. */
export const raised = z.discriminatedUnion('what', [
  z.strictObject({ ...common, ...line, what: z.literal('line'), facts: z.array(z.uuid()).max(500).default([]) }),
  z.strictObject({ ...common, what: z.literal('missing'), kind, happenedOn: CountyDate, title }),
  z.strictObject({ ...common, ...line, what: z.literal('correction'), aboutId: idOf<'unit'>(), corrects: monthAsked }),
]);

const facts = { kind, happenedOn: CountyDate, attributes: Attributes };
const change = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('cancel'), undoes: idOf<'fact'>() }),
  z.strictObject({ verb: z.literal('replace'), undoes: idOf<'fact'>(), ...facts }),
  z.strictObject({ verb: z.literal('record'), ...facts, late: z.boolean().default(false) }),
]);
export const answer = z.strictObject({
  version,
  verdict: z.enum(['uphold', 'correct']),
  reason,
  evidence,
  changes: z.array(change).max(20, '一次最多改 20 处').default([]),
});
export const confirmation = z.strictObject({ version, agree: z.boolean(), reason: words.default('') });
export const withdrawal = z.strictObject({ version, reason: words.regex(written, '请写撤回的理由') });

export const terms = z.strictObject({
  fromOn: CountyDate,
  lockBy: z.int().min(1, '请填 1 到 28').max(28, '请填 1 到 28'),
  workdays: z.int().min(1, '请填 1 到 30').max(30, '请填 1 到 30'),
  reason: words.regex(written, '请写依据'),
});
