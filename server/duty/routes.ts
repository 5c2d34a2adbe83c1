import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets } from '../app.ts';
import { monthOf } from '../assessment/months.ts';
import { type Cover, covers } from '../bulletin/covers.ts';
import { monthAsked } from '../kernel/dates.ts';
import { dutiesNow } from './actions.ts';
import { linesOf } from './board.ts';

const month = z.strictObject({ month: monthAsked.optional() });
const filters = month.extend({
  state: z.enum(Object.keys(covers) as [Cover, ...Cover[]]).optional(),
  duty: z.string().max(20).optional(),
});

const list = reads({ input: { query: month }, rights: 'duty.read' }, async (context, { query }) => {
  const month = query.month ?? monthOf(context.day);
  return { month, ...(await dutiesNow(context, month)) };
});

const listSheet = sheets(
  {
    input: { query: filters },
    rights: 'duty.read',
    name: '职责落实',
    columns: [
      { head: '单位', width: 2, of: ({ unit }: ReturnType<typeof linesOf>[number]) => unit },
      { head: '类别', of: ({ column }) => column.group },
      { head: '职责', width: 3, of: ({ column }) => column.title },
      { head: '多少', of: ({ column }) => column.often },
      { head: '条款', of: ({ column }) => column.clause },
      { head: '状态', of: ({ cell }) => covers[cell.state].word },
      { head: '情况', width: 2, of: ({ cell }) => cell.words },
    ],
  },
  async (context, { query: { month, ...filters } }) => linesOf(await dutiesNow(context, month ?? monthOf(context.day)), filters),
);

export const dutyRoutes = new Hono<Env>().get('/api/duty-board', list).get('/api/duty-board.xlsx', listSheet);
