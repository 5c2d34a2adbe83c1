import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets } from '../../app.ts';
import { monthAsked } from '../../kernel/dates.ts';
import { oneMoreOf } from '../actions/oneMore.ts';
import type { Outcome } from '../oneMore.ts';

const param = z.strictObject({ month: monthAsked, unit: z.uuid() });

const show = reads({ input: { param }, rights: 'month.read' }, (context, { param }) =>
  oneMoreOf(context, param.month, param.unit),
);

type Listed = Outcome & { was: string; place: number | null; lineWords: string };
const sheet = sheets(
  {
    input: { param },
    rights: 'month.read',
    name: '再来一篇会怎样',
    columns: [
      { head: '再来一条', width: 2, of: ({ label }: Listed) => label },
      { head: '原得分', align: 'right', of: ({ was }) => (was === '' ? '' : { decimal: was }) },
      { head: '新得分', align: 'right', of: ({ now }) => (now ? { decimal: now.total } : '') },
      { head: '差', align: 'right', of: ({ difference }) => (difference === null ? '' : { decimal: difference }) },
      { head: '原名次', align: 'right', of: ({ place }) => place ?? '' },
      { head: '新名次', align: 'right', of: ({ now }) => now?.rank ?? '' },
      { head: '为什么', width: 5, of: ({ words }) => words },
      { head: '变的各行', width: 5, of: ({ lineWords }) => lineWords },
    ],
  },
  async (context, { param }) => {
    const { was, choices, clauses } = await oneMoreOf(context, param.month, param.unit);
    return choices.map((choice) => {
      const lines = choice.lines.map(
        ({ clause, now }) => `${clause}（${clauses[clause]?.title ?? ''}）：${now?.arithmetic ?? '没有了'}`,
      );
      return { ...choice, was: was?.total ?? '', place: was?.rank ?? null, lineWords: lines.join('；') };
    });
  },
);

export const oneMoreRoutes = new Hono<Env>()
  .get('/api/months/:month/one-more/:unit', show)
  .get('/api/months/:month/one-more/:unit/table.xlsx', sheet);
