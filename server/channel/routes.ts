import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets, writes } from '../app.ts';
import { mayAct } from '../identity/rights.ts';
import { CountyDate } from '../kernel/dates.ts';
import { addAlias, addKnown, addOutlets, decideTier, editOutlet } from './actions.ts';
import { type MediaTier, mediaTiers, type Outlet, type OutletKind, outletKinds, refusals, tierWords } from './channel.ts';
import { listOutlets } from './queries.ts';

const words = z.string().trim().min(1, '请填写').max(100, '太长，请缩短到 100 字以内');
const version = z.int().positive();
const about = {
  kind: z.enum(Object.keys(outletKinds) as [OutletKind, ...OutletKind[]]),
  groupName: words.nullable().default(null),
  mainstream: z.boolean().default(false),
};
const decision = {
  fromOn: CountyDate,
  tier: z.enum(Object.keys(mediaTiers) as [MediaTier, ...MediaTier[]]).nullable(),
  reason: z.string().trim().min(1, '请写理由').max(500, '太长，请缩短到 500 字以内'),
};
const newOutlet = z.strictObject({
  name: words,
  aliases: z.array(words).max(20).default([]),
  ...about,
  tier: z.strictObject(decision).nullable().default(null),
});
const outletId = z.strictObject({ id: z.uuid().transform((id) => id as Outlet['id']) });

const list = reads({ input: {}, rights: 'outlet.read' }, async (context) => ({
  outlets: await listOutlets(context),
  may: { keep: mayAct(context.actor, 'outlet.write', null) ? null : refusals.mayNotKeep.message },
}));

const sheet = sheets(
  {
    input: {},
    rights: 'outlet.read',
    name: '媒体名录',
    columns: [
      { head: '媒体', width: 2, of: ({ name }: Outlet) => name },
      { head: '别名', width: 2, of: ({ aliases }) => aliases.join('、') },
      { head: '层级', of: ({ tier }) => tierWords(tier) },
      { head: '类型', of: ({ kind }) => outletKinds[kind] },
      { head: '所属集团', of: ({ groupName }) => groupName ?? '' },
      { head: '主流媒体', of: ({ mainstream }) => (mainstream ? '是' : '') },
      {
        head: '层级沿革',
        width: 3,
        of: ({ history }) =>
          history.map(({ fromOn, tier, reason, by }) => `自 ${fromOn} ${tierWords(tier)}（${by ?? ''}：${reason}）`).join('；'),
      },
    ],
  },
  listOutlets,
);

const add = writes(
  { input: { json: z.strictObject({ outlets: z.array(newOutlet).min(1).max(200) }) }, rights: 'outlet.write' },
  (context, { json }) => addOutlets(context, json.outlets),
);
const known = writes({ input: { json: z.strictObject({}) }, rights: 'outlet.write' }, (context) => addKnown(context));
const edit = writes(
  { input: { param: outletId, json: z.strictObject({ version, ...about }) }, rights: 'outlet.write' },
  (context, { param, json }) => editOutlet(context, param.id, json),
);
const decide = writes(
  { input: { param: outletId, json: z.strictObject({ version, ...decision }) }, rights: 'outlet.write' },
  (context, { param, json }) => decideTier(context, param.id, json),
);
const alias = writes(
  { input: { param: outletId, json: z.strictObject({ version, name: words }) }, rights: 'outlet.write' },
  (context, { param, json }) => addAlias(context, param.id, json),
);

export const channelRoutes = new Hono<Env>()
  .get('/api/outlets', list)
  .get('/api/outlets.xlsx', sheet)
  .post('/api/outlets', add)
  .post('/api/known-outlets', known)
  .post('/api/outlets/:id', edit)
  .post('/api/outlets/:id/tiers', decide)
  .post('/api/outlets/:id/aliases', alias);
