import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets, writes } from '../../app.ts';
import type { Context } from '../../kernel/context.ts';
import { CountyDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { planOf } from '../../plan/queries.ts';
import { endGuidance, noteGuidance, setGuidance } from '../actions/guidance.ts';
import { mayOf, whyNotSet } from '../guidance.ts';
import { bondsOf } from '../queries/guidance.ts';

const idOf = <Of extends string>() => z.uuid().transform((id) => id as Id<Of>);
const line = (what: string, most: number) =>
  z.string().trim().min(1, `请写${what}`).max(most, `${what}太长，请缩短到 ${most} 字以内`);
const param = z.strictObject({ id: idOf<'guidanceBond'>() });

async function bonds(context: Context) {
  const plan = await planOf(context, null);
  return plan ? bondsOf(context, plan.id) : [];
}

const list = reads({ input: {}, rights: 'guidance.read' }, async (context) => ({
  bonds: (await bonds(context)).map((bond) => ({ ...bond, may: mayOf(context.actor, bond) })),
  may: { set: whyNotSet(context.actor)?.message ?? null },
}));

const lines = async (context: Context) =>
  (await bonds(context)).flatMap((bond) => (bond.notes.length > 0 ? bond.notes : [null]).map((note) => ({ bond, note })));

const listSheet = sheets(
  {
    input: {},
    rights: 'guidance.read',
    name: '指导记录',
    columns: [
      { head: '牵头单位', width: 2, of: ({ bond }: Awaited<ReturnType<typeof lines>>[number]) => bond.leadName },
      { head: '指导单位', width: 2, of: ({ bond }) => bond.unitName },
      { head: '从', of: ({ bond }) => bond.setOn },
      { head: '到', of: ({ bond }) => bond.endedOn ?? '' },
      { head: '哪一天', of: ({ note }) => note?.happenedOn ?? '' },
      { head: '做了什么', width: 5, of: ({ note }) => note?.what ?? '' },
      { head: '谁去的', of: ({ note }) => note?.byName ?? '' },
      { head: '记的人', of: ({ note }) => note?.recordedBy ?? '' },
    ],
  },
  lines,
);

const pair = z.strictObject({ leadId: idOf<'unit'>(), unitId: idOf<'unit'>() });
const set = writes({ input: { json: pair }, rights: 'guidance.set' }, (context, { json }) => setGuidance(context, json));
const ending = z.strictObject({ version: z.int().positive(), reason: line('理由', 500) });
const end = writes({ input: { param, json: ending }, rights: 'guidance.set' }, (context, { param, json }) =>
  endGuidance(context, param.id, json),
);
const noting = z.strictObject({
  happenedOn: CountyDate,
  what: line('做了什么', 500),
  byName: line('谁去的', 60),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
});
const note = writes({ input: { param, json: noting }, rights: 'guidance.note' }, (context, { param, json }) =>
  noteGuidance(context, param.id, json),
);

export const guidanceRoutes = new Hono<Env>()
  .get('/api/guidance', list)
  .get('/api/guidance.xlsx', listSheet)
  .post('/api/guidance', set)
  .post('/api/guidance/:id/ending', end)
  .post('/api/guidance/:id/notes', note);
