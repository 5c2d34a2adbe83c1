import { Hono } from 'hono';
import { z } from 'zod';
import { lastLocked, monthFor } from '../adoption/queries/places.ts';
import { type Env, reads, sheets, writes } from '../app.ts';
import { mayAct } from '../identity/rights.ts';
import { CountyDate } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import { filesOf } from '../kernel/queries.ts';
import { refuse } from '../kernel/refusal.ts';
import { decideVoucher, enterVoucher, withdrawVoucher } from './actions.ts';
import * as sql from './queries.ts';
import {
  mayOf,
  refusals,
  type Voucher,
  type VoucherKind,
  type VoucherState,
  voucherKinds,
  voucherStates,
  whyNotDecide,
} from './voucher.ts';

const idOf = <Of extends string>() => z.uuid().transform((id) => id as Id<Of>);
const keysOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);
const line = (what: string, most: number) =>
  z
    .string()
    .trim()
    .regex(/[\p{L}\p{N}]/u, `请填${what}`)
    .max(most, `${what}太长，请缩短到 ${most} 字以内`);
const version = z.int().positive();
const reason = z.string().trim().max(500, '太长，请缩短到 500 字以内').default('');

const param = z.strictObject({ id: idOf<'voucher'>() });
const filters = z.strictObject({
  kind: keysOf<VoucherKind>(voucherKinds).optional(),
  state: keysOf<VoucherState>(voucherStates).optional(),
  unit: idOf<'unit'>().optional(),
});
const order = z.strictObject({
  unitId: idOf<'unit'>(),
  kind: keysOf<VoucherKind>(voucherKinds),
  happenedOn: CountyDate,
  grade: line('级别或性质', 40),
  title: line('题目', 200),
  articleId: idOf<'article'>().nullable().default(null),
  words: z.string().trim().max(2000, '太长，请缩短到 2000 字以内').default(''),
  number: z.string().trim().max(60, '文号太长，请缩短到 60 字以内').default(''),
  evidence: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(20, '文件最多 20 份')
    .default([]),
});

const list = reads({ input: { query: filters }, rights: 'voucher.read' }, async (context, { query }) => {
  const [vouchers, all, grades, locked] = await Promise.all([
    sql.listVouchers(context, { ...sql.nothingWanted, ...query }),
    sql.listVouchers(context, sql.nothingWanted),
    sql.gradesUsed(context),
    lastLocked(context),
  ]);
  const counts = [...Map.groupBy(all, ({ state }) => state)].map(([state, { length: count }]) => ({ state, count }));
  const { actor } = context;
  return {
    vouchers: vouchers.map((each) => ({
      ...each,
      month: each.period ?? monthFor(each.happenedOn, locked),
      may: mayOf(actor, each),
    })),
    ...{ counts, locked },
    grades: actor.roles.some((role) => role.startsWith('office')) ? grades : [], // what other units were blamed for is not theirs to know
    toDecide: all.filter((each) => whyNotDecide(actor, each) === null).length,
    may: { enter: mayAct(actor, 'voucher.enter', null) ? null : refusals.mayNotEnter.message },
  };
});

const listSheet = sheets(
  {
    input: { query: filters },
    rights: 'voucher.read',
    name: '批示差错登记',
    columns: [
      { head: '单位', width: 2, of: ({ unitName }: Voucher) => unitName },
      { head: '种类', of: ({ kind }) => voucherKinds[kind] },
      { head: '日期', of: ({ happenedOn }) => happenedOn },
      { head: '级别或性质', width: 2, of: ({ grade }) => grade },
      { head: '题目', width: 4, of: ({ title }) => title },
      { head: '内容', width: 4, of: ({ words }) => words },
      { head: '文号', width: 2, of: ({ number }) => number },
      { head: '状态', of: ({ state }) => voucherStates[state] },
      { head: '记入月份', of: ({ period }) => period ?? '' },
      { head: '登记人', of: ({ enteredByName }) => enteredByName },
      { head: '登记日期', of: ({ enteredOn }) => enteredOn },
      { head: '第二人', of: ({ decidedByName }) => decidedByName ?? '' },
      { head: '理由', width: 3, of: ({ reason }) => reason },
      { head: '文件份数', align: 'right', of: ({ evidence }) => evidence.length },
    ],
  },
  (context, { query }) => sql.listVouchers(context, { ...sql.nothingWanted, ...query }),
);

const show = reads({ input: { param }, rights: 'voucher.read' }, async (context, { param }) => {
  const found = (await sql.voucher(context, param.id)) ?? refuse(refusals.notFound);
  const [steps, files, locked] = await Promise.all([
    sql.stepsUnscoped(context, found.id),
    filesOf(context, found.evidence),
    lastLocked(context),
  ]);
  const month = found.period ?? monthFor(found.happenedOn, locked);
  return { voucher: found, steps, files, month, may: mayOf(context.actor, found) };
});

const enter = writes({ input: { json: order }, rights: 'voucher.enter' }, (context, { json }) => enterVoucher(context, json));
const decision = z.strictObject({ version, agree: z.boolean(), reason });
const decide = writes({ input: { param, json: decision }, rights: 'voucher.confirm' }, (context, { param, json }) =>
  decideVoucher(context, param.id, json),
);
const withdrawal = z.strictObject({ version, reason: reason.refine((words) => words !== '', '请写撤销的理由') });
const withdraw = writes({ input: { param, json: withdrawal }, rights: 'voucher.enter' }, (context, { param, json }) =>
  withdrawVoucher(context, param.id, json),
);

export const voucherRoutes = new Hono<Env>()
  .get('/api/vouchers', list)
  .get('/api/vouchers.xlsx', listSheet)
  .get('/api/vouchers/:id', show)
  .post('/api/vouchers', enter)
  .post('/api/vouchers/:id/decisions', decide)
  .post('/api/vouchers/:id/withdrawal', withdraw);
