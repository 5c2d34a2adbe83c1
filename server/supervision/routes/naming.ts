import { Hono } from 'hono';
import { type Env, reads, sheets, writes } from '../../app.ts';
import type { Context } from '../../kernel/context.ts';
import { confirmNaming, namingsOf, proposeNaming, withdrawNaming } from '../actions/naming.ts';
import { namingKinds, namingStates } from '../naming.ts';
import * as shapes from './shapes.ts';

const show = reads({ input: { query: shapes.month }, rights: 'naming.read' }, (context, { query }) =>
  namingsOf(context, query.month),
);

/** Settled lists as they stand, those not settled as the rules would draw them. */
async function listed(context: Context, month: string) {
  const { lists } = await namingsOf(context, month);
  return lists.flatMap(({ kind, drawn, naming, named }) => {
    const about = { kind, state: naming ? namingStates[naming.state] : '按规则预览' };
    return naming && naming.state !== 'withdrawn'
      ? named.map(({ name, reason, offWhy }) => ({ ...about, name, reason, offWhy: offWhy ?? '' }))
      : drawn.map(({ name, reason }) => ({ ...about, name, reason, offWhy: '' }));
  });
}
type Listed = Awaited<ReturnType<typeof listed>>[number];

const sheet = sheets(
  {
    input: { query: shapes.month },
    rights: 'naming.read',
    name: '表扬批评名单',
    columns: [
      { head: '名单', of: ({ kind }: Listed) => namingKinds[kind] },
      { head: '状态', of: ({ state }) => state },
      { head: '单位', width: 2, of: ({ name }) => name },
      { head: '理由', width: 5, of: ({ reason }) => reason },
      { head: '去掉的理由', width: 3, of: ({ offWhy }) => offWhy },
    ],
  },
  (context, { query }) => listed(context, query.month),
);

const propose = writes(
  { input: { param: shapes.list, json: shapes.proposed }, rights: 'naming.propose' },
  (context, { param, json }) => proposeNaming(context, param.month, param.kind, json),
);
const confirm = writes(
  { input: { param: shapes.list, json: shapes.decision }, rights: 'naming.confirm' },
  (context, { param, json }) => confirmNaming(context, param.month, param.kind, json),
);
const withdraw = writes(
  { input: { param: shapes.list, json: shapes.reasoned }, rights: 'naming.propose' },
  (context, { param, json }) => withdrawNaming(context, param.month, param.kind, json),
);

export const namingRoutes = new Hono<Env>()
  .get('/api/namings', show)
  .get('/api/namings.xlsx', sheet)
  .post('/api/namings/:month/:kind', propose)
  .post('/api/namings/:month/:kind/confirmation', confirm)
  .post('/api/namings/:month/:kind/withdrawal', withdraw);
