import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets, writes } from '../../app.ts';
import { CountyDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { confirmExemption, proposeExemption, withdrawExemption } from '../actions/exemption.ts';
import { type Exemption, exemptionStates, mayOf, whyNotPropose } from '../exemption/exemption.ts';
import * as sql from '../queries/exemption.ts';
import { keysOf } from '../shapes.ts';

const idOf = <Of extends string>() => z.uuid().transform((id) => id as Id<Of>);
const filters = z.strictObject({ state: z.enum(keysOf(exemptionStates)).optional(), unit: idOf<'unit'>().optional() });
const version = z.int().positive();
const words = (none: string) => z.string().trim().min(1, none).max(500, '太长，请缩短到 500 字以内');
const proposal = z.strictObject({
  unitId: idOf<'unit'>(),
  fromOn: CountyDate,
  toOn: CountyDate.nullable().default(null),
  reason: words('请写豁免的原因，通报和总表上看得到'),
  basis: words('请写依据：文号，或在哪次会议、由谁定的'),
  evidence: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
});
const param = z.strictObject({ id: idOf<'exemption'>() });

const list = reads({ input: { query: filters }, rights: 'exemption.read' }, async (context, { query }) => {
  const [found, all] = await Promise.all([
    sql.listExemptions(context, { ...sql.nothingWanted, ...query }),
    sql.listExemptions(context, sql.nothingWanted),
  ]);
  const counts = Map.groupBy(all, ({ state }) => state);
  return {
    exemptions: found.map((each) => ({ ...each, may: mayOf(context.actor, each) })),
    counts: [...counts].map(([state, { length: count }]) => ({ state, count })),
    may: { propose: whyNotPropose(context.actor)?.message ?? null },
  };
});

const listSheet = sheets(
  {
    input: { query: filters },
    rights: 'exemption.read',
    name: '豁免',
    columns: [
      { head: '单位', width: 2, of: ({ unitName }: Exemption) => unitName },
      { head: '从', of: ({ fromOn }) => fromOn },
      { head: '到', of: ({ toOn }) => toOn ?? '另行通知' },
      { head: '原因', width: 4, of: ({ reason }) => reason },
      { head: '依据', width: 3, of: ({ basis }) => basis },
      { head: '状态', of: ({ state }) => exemptionStates[state] },
      { head: '提出人', of: ({ proposedByName }) => proposedByName },
      { head: '提出', of: ({ proposedOn }) => proposedOn },
      { head: '确认人', of: ({ confirmedByName }) => confirmedByName ?? '' },
      { head: '确认', of: ({ confirmedOn }) => confirmedOn ?? '' },
      { head: '撤回人', of: ({ withdrawnByName }) => withdrawnByName ?? '' },
      { head: '撤回', of: ({ withdrawnOn }) => withdrawnOn ?? '' },
      { head: '撤回理由', width: 3, of: ({ withdrawnWhy }) => withdrawnWhy },
    ],
  },
  (context, { query }) => sql.listExemptions(context, { ...sql.nothingWanted, ...query }),
);

const propose = writes({ input: { json: proposal }, rights: 'exemption.propose' }, (context, { json }) =>
  proposeExemption(context, json),
);
const confirm = writes(
  { input: { param, json: z.strictObject({ version }) }, rights: 'exemption.confirm' },
  (context, { param, json }) => confirmExemption(context, param.id, json),
);
const withdraw = writes(
  { input: { param, json: z.strictObject({ version, reason: words('请写撤回的理由') }) }, rights: 'exemption.confirm' },
  (context, { param, json }) => withdrawExemption(context, param.id, json),
);

export const exemptionRoutes = new Hono<Env>()
  .get('/api/exemptions', list)
  .get('/api/exemptions.xlsx', listSheet)
  .post('/api/exemptions', propose)
  .post('/api/exemptions/:id/confirmation', confirm)
  .post('/api/exemptions/:id/withdrawal', withdraw);
