import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets, writes } from '../../app.ts';
import { factKinds } from '../../fact/fact.ts';
import type { Context } from '../../kernel/context.ts';
import { monthAsked } from '../../kernel/dates.ts';
import { type Flag, flagsOf, judgeFlag, openFlags } from '../actions/flag.ts';
import { flagRules } from '../flags/flags.ts';
import { flagStates } from '../flags/verdict.ts';
import { monthOf } from '../months.ts';
import { keysOf } from '../shapes.ts';

const query = z.strictObject({
  month: monthAsked.optional(),
  state: z.enum(keysOf(flagStates)).optional(),
  rule: z.enum(keysOf(flagRules)).optional(),
  unit: z.uuid().optional(),
});
type Asked = z.output<typeof query>;

const wanted = ({ state, rule, unit }: Asked, flags: readonly Flag[]) =>
  flags.filter(
    (flag) =>
      (state === undefined || flag.state === state) &&
      (rule === undefined || flag.rule === rule) &&
      (unit === undefined || flag.unitId === unit),
  );
const monthIn = (context: Context, { month }: Asked) => month ?? monthOf(context.day);

const list = reads({ input: { query }, rights: 'flag.read' }, async (context, { query }) => {
  const month = monthIn(context, query);
  const all = await flagsOf(context, month);
  const counts = [...Map.groupBy(all, ({ state }) => state)].map(([state, { length: count }]) => ({ state, count }));
  return { month, flags: wanted(query, all), counts, limited: context.onlyUnit !== null };
});

const listSheet = sheets(
  {
    input: { query },
    rights: 'flag.read',
    name: '提示',
    columns: [
      { head: '月份', of: ({ month }: Flag & { month: string }) => month },
      { head: '单位', width: 2, of: ({ unitName }) => unitName },
      { head: '提示', of: ({ rule }) => flagRules[rule] },
      { head: '看到的', width: 5, of: ({ seen }) => seen },
      { head: '也可能正常', width: 4, of: ({ innocent }) => innocent },
      {
        head: '所据的事实',
        width: 5,
        of: ({ facts }) =>
          facts.map(({ kind, day, title, unitName }) => `${unitName} ${factKinds[kind]} ${day}《${title}》`).join('；'),
      },
      { head: '判断', of: ({ state }) => flagStates[state] },
      { head: '理由', width: 3, of: ({ reason }) => reason },
      { head: '判断人', of: ({ judgedByName }) => judgedByName ?? '' },
      { head: '判断日期', of: ({ judgedOn }) => judgedOn ?? '' },
    ],
  },
  async (context, { query }) => {
    const month = monthIn(context, query);
    return wanted(query, await flagsOf(context, month)).map((flag) => ({ ...flag, month }));
  },
);

const counts = reads(
  { input: { query: z.strictObject({ month: monthAsked }) }, rights: 'flag.read' },
  async (context, { query: { month } }) => ({ month, open: await openFlags(context, month) }),
);

const param = z.strictObject({ month: monthAsked, flag: z.string().regex(/^[0-9a-f]{64}$/) });
const judgement = z.strictObject({
  version: z.int().min(0),
  verdict: z.enum(['upheld', 'dismissed']),
  reason: z.string().trim().min(1, '请写判断的理由，属实的单位看得到').max(500, '太长，请缩短到 500 字以内'),
});
const judge = writes({ input: { param, json: judgement }, rights: 'flag.judge' }, (context, { param, json }) =>
  judgeFlag(context, { ...param, ...json }),
);

export const flagRoutes = new Hono<Env>()
  .get('/api/flags', list)
  .get('/api/flags.xlsx', listSheet)
  .get('/api/flag-counts', counts)
  .post('/api/flags/:month/:flag/verdicts', judge);
