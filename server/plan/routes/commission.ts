import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets, writes } from '../../app.ts';
import { mayAct } from '../../identity/rights.ts';
import { CountyDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { orderCommission, settleMissed, withdrawCommission } from '../actions/commission.ts';
import { type Commission, mayOf, refusals, type Standing, standings } from '../commission/commission.ts';
import { noticeText } from '../commission/notice.ts';
import * as sql from '../queries/commission.ts';

const idOf = <Of extends string>() => z.uuid().transform((id) => id as Id<Of>);
const filters = z.strictObject({
  standing: z.enum(Object.keys(standings) as [Standing, ...Standing[]]).optional(),
  unit: idOf<'unit'>().optional(),
});
const order = z.strictObject({
  unitId: idOf<'unit'>(),
  title: z.string().trim().min(1, '请写题目').max(200, '题目太长，请缩短到 200 字以内'),
  wishes: z.string().trim().max(2000, '要求太长，请缩短到 2000 字以内').default(''),
  words: z.int().min(50, '字数不少于 50').max(20_000, '字数不超过 20000').nullable().default(null),
  projectId: idOf<'project'>().nullable().default(null),
  campaignId: idOf<'campaign'>().nullable().default(null),
  dueOn: CountyDate,
});
const reasoned = z.strictObject({
  version: z.int().positive(),
  reason: z.string().trim().min(1, '请写理由').max(500, '太长，请缩短到 500 字以内'),
});
const param = z.strictObject({ id: idOf<'commission'>() });

const list = reads({ input: { query: filters }, rights: 'commission.read' }, async (context, { query }) => {
  const [found, all] = await Promise.all([
    sql.listCommissions(context, { ...sql.nothingWanted, ...query }),
    sql.listCommissions(context, sql.nothingWanted),
  ]);
  const counts = Map.groupBy(all, ({ standing }) => standing);
  const { actor, day } = context;
  return {
    commissions: found.map((each) => ({ ...each, notice: noticeText(each), may: mayOf(actor, each, day) })),
    counts: [...counts].map(([standing, { length: count }]) => ({ standing, count })),
    may: { order: mayAct(actor, 'commission.order', null) ? null : refusals.mayNotOrder.message },
  };
});

const listSheet = sheets(
  {
    input: { query: filters },
    rights: 'commission.read',
    name: '约稿',
    columns: [
      { head: '单位', width: 2, of: ({ unitName }: Commission) => unitName },
      { head: '题目', width: 4, of: ({ title }) => title },
      { head: '要求', width: 5, of: ({ wishes }) => wishes },
      { head: '字数', align: 'right', of: ({ words }) => words ?? '' },
      { head: '实事项目', width: 3, of: ({ projectName }) => projectName ?? '' },
      { head: '宣传主题', width: 2, of: ({ theme }) => theme ?? '' },
      { head: '约稿', of: ({ orderedOn }) => orderedOn },
      { head: '时限', of: ({ dueOn }) => dueOn },
      { head: '交来', of: ({ deliveredOn }) => deliveredOn ?? '' },
      { head: '状态', of: ({ standing }) => standings[standing] },
      { head: '理由', width: 3, of: ({ reason }) => reason },
    ],
  },
  (context, { query }) => sql.listCommissions(context, { ...sql.nothingWanted, ...query }),
);

const ordering = writes({ input: { json: order }, rights: 'commission.order' }, (context, { json }) =>
  orderCommission(context, json),
);
const withdraw = writes({ input: { param, json: reasoned }, rights: 'commission.order' }, (context, { param, json }) =>
  withdrawCommission(context, param.id, json),
);
const settle = writes({ input: { param, json: reasoned }, rights: 'commission.order' }, (context, { param, json }) =>
  settleMissed(context, param.id, json),
);

export const commissionRoutes = new Hono<Env>()
  .get('/api/commissions', list)
  .get('/api/commissions.xlsx', listSheet)
  .post('/api/commissions', ordering)
  .post('/api/commissions/:id/withdrawal', withdraw)
  .post('/api/commissions/:id/missing', settle);
