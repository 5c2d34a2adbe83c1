import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets } from '../../app.ts';
import { monthAsked } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Asked, whatIf, whatIfLines } from '../actions/whatIf.ts';
import type { UnitOver } from '../whatIf/range.ts';

const asked = {
  draft: z
    .uuid()
    .transform((id) => id as Id<'schemeDraft'>)
    .optional(),
  scheme: z.uuid().optional(),
  clause: z.string().max(40).optional(),
  put: z.string().max(1000).optional(),
  from: monthAsked,
  to: monthAsked,
};
const query = z.strictObject(asked);

const show = reads({ input: { query }, rights: 'scheme.try' }, (context, { query }) => whatIf(context, query));

const ofUnit = z.strictObject({ ...asked, unit: z.uuid() });
const lines = reads({ input: { query: ofUnit }, rights: 'scheme.try' }, (context, { query: { unit, ...given } }) =>
  whatIfLines(context, given as Asked, unit),
);

type Listed = UnitOver & { name: string };
const placesOf = ({ places }: Listed) => (places === null ? '' : places);
const sheet = sheets(
  {
    input: { query },
    rights: 'scheme.try',
    name: '试算',
    columns: [
      { head: '组', of: ({ now, was }: Listed) => (now ?? was)?.group ?? '' },
      { head: '单位', width: 2, of: ({ name }) => name },
      { head: '原得分', align: 'right', of: ({ was }) => (was ? { decimal: was.total } : '') },
      { head: '新得分', align: 'right', of: ({ now }) => (now ? { decimal: now.total } : '') },
      { head: '差', align: 'right', of: ({ difference }) => ({ decimal: difference }) },
      { head: '原名次', align: 'right', of: ({ was }) => was?.rank ?? '' },
      { head: '新名次', align: 'right', of: ({ now }) => now?.rank ?? '' },
      { head: '名次变化', align: 'right', of: placesOf },
      {
        head: '各月的差',
        width: 3,
        of: ({ months }) => months.map(({ month, difference }) => `${month}：${difference}`).join('；'),
      },
    ],
  },
  async (context, { query }) => {
    const { rows, names } = await whatIf(context, query);
    return rows.map((row) => ({ ...row, name: names[row.unit] ?? row.unit }));
  },
);

export const whatIfRoutes = new Hono<Env>()
  .get('/api/assessment/what-if', show)
  .get('/api/assessment/what-if/lines', lines)
  .get('/api/assessment/what-if.xlsx', sheet);
