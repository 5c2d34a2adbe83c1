import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, readsFile, sheets, writes } from '../app.ts';
import { monthAsked } from '../kernel/dates.ts';
import { lockMonth } from './actions/lock.ts';
import { monthText as fileOf } from './actions/month.ts';
import { accountOf, listMonths, monthPage } from './actions/sight.ts';
import { schemeGuide } from './jobs.ts';
import { firstDay, lastDay } from './months.ts';
import { schemeVersions } from './queries.ts';
import type { Scheme } from './scheme.ts';
import type { Row } from './scoring.ts';
import { schemeFrom } from './versions.ts';

const month = z.strictObject({ month: monthAsked });

const months = reads({ input: {}, rights: 'month.read' }, listMonths);
const show = reads({ input: { param: month }, rights: 'month.read' }, (context, { param }) => monthPage(context, param.month));

const oneUnit = month.extend({ unit: z.uuid() });
const account = reads({ input: { param: oneUnit }, rights: 'month.read' }, (context, { param }) =>
  accountOf(context, param.month, param.unit),
);

const table = sheets(
  {
    input: { param: month },
    rights: 'month.read',
    name: '月度得分表',
    columns: [
      { head: '组', of: ({ group }: Named) => group },
      { head: '名次', align: 'right', of: ({ rank }) => rank ?? '' },
      { head: '单位', width: 2, of: ({ name }) => name },
      { head: '报送', align: 'right', of: ({ submitted }) => submitted },
      { head: '采用稿件', align: 'right', of: ({ adopted }) => adopted },
      { head: '采用条次', align: 'right', of: ({ adoptions }) => adoptions },
      { head: '得分', align: 'right', of: ({ total }) => ({ decimal: total }) },
      { head: '豁免', width: 3, of: ({ exempt }) => exempt ?? '' },
    ],
  },
  async (context, { param }) => {
    const { table, units } = await monthPage(context, param.month);
    const about = new Map(units.map((unit) => [unit.id, unit]));
    return table.map((row) => ({
      ...row,
      name: about.get(row.unit)?.name ?? row.unit,
      exempt: about.get(row.unit)?.exempt ?? null,
    }));
  },
);
type Named = Omit<Row, 'lines'> & { name: string; exempt: string | null };

const file = readsFile({ input: { param: month }, rights: 'month.export' }, async (context, { param }) => {
  const content = new TextEncoder().encode(await fileOf(context, param.month));
  return { content, mediaType: 'application/json', name: `${context.county}-${param.month}.json` };
});

const locking = z.strictObject({ version: z.int().min(0), head: z.string().regex(/^[0-9a-f]{64}$/) });
const lock = writes({ input: { param: month, json: locking }, rights: 'month.lock' }, (context, { param, json }) =>
  lockMonth(context, { ...param, ...json }),
);

/** The version in force in a month, whole; without a month, the one on the county's day. */
const inForce = reads(
  { input: { query: z.strictObject({ month: monthAsked.optional() }) }, rights: 'scheme.read' },
  async (context, { query }) => {
    const [from, to] = query.month === undefined ? [context.day, context.day] : [firstDay(query.month), lastDay(query.month)];
    const found = (await schemeVersions(context)).find(({ fromOn, toOn }) => fromOn <= from && (toOn === null || toOn >= to));
    const scheme: Scheme | null = found ? schemeFrom(found) : null;
    return { scheme, adoptedBy: found?.adoptedBy ?? null, adoptedAt: found?.adoptedAt ?? null };
  },
);

const versions = reads({ input: {}, rights: 'scheme.read' }, async (context) => {
  const schemes = (await schemeVersions(context)).map(({ body, ...version }) => {
    const { mode, clauses, source = null } = schemeFrom({ body, ...version });
    return { ...version, source, mode, clauses: clauses.length };
  });
  return { schemes: schemes.toReversed() };
});

const guide = readsFile({ input: {}, rights: 'scheme.read' }, async () => {
  const content = new TextEncoder().encode(await schemeGuide());
  return { content, mediaType: 'text/markdown; charset=utf-8', name: '考核细则写法.md' };
});

export const assessmentRoutes = new Hono<Env>()
  .get('/api/months', months)
  .get('/api/months/:month', show)
  .get('/api/months/:month/account/:unit', account)
  .get('/api/months/:month/table.xlsx', table)
  .get('/api/months/:month/export.json', file)
  .post('/api/months/:month/lock', lock)
  .get('/api/scheme', inForce)
  .get('/api/schemes', versions)
  .get('/api/schemes/guide', guide);
