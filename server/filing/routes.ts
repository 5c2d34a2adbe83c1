import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets, writes } from '../app.ts';
import { mayAct } from '../identity/rights.ts';
import type { Context } from '../kernel/context.ts';
import { CountyDate } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import { filesOf } from '../kernel/queries.ts';
import { refuse } from '../kernel/refusal.ts';
import { decideReturn, fileReturn, filingsNow, setTerm } from './actions.ts';
import { type Filters, linesOf } from './board.ts';
import { type FilingKind, type FilingStanding, filingKinds, refusals, standings, whyNotDecide, whyNotFile } from './filing.ts';
import { filing, stepsUnscoped } from './queries.ts';

const idOf = <Of extends string>() => z.uuid().transform((id) => id as Id<Of>);
const kind = z.enum(Object.keys(filingKinds) as [FilingKind, ...FilingKind[]]);
const filters = z.strictObject({
  standing: z.enum(Object.keys(standings) as [FilingStanding, ...FilingStanding[]]).optional(),
  kind: kind.optional(),
});
const param = z.strictObject({ id: idOf<'filing'>() });
const words = (most: number) => z.string().trim().max(most, `太长，请缩短到 ${most} 字以内`).default('');

const list = reads({ input: {}, rights: 'filing.read' }, async (context) => {
  const { actor, onlyUnit } = context;
  const found = await filingsNow(context);
  const may = {
    file: onlyUnit === null ? refusals.mayNotFile.message : (whyNotFile(actor, onlyUnit)?.message ?? null),
    setTerm: mayAct(actor, 'filing.decide', null) ? null : refusals.mayNotDecide.message,
  };
  const { plan = null, terms = [], rows = [] } = found ?? {};
  return { plan: plan && { id: plan.id, year: plan.year, title: plan.title }, terms, rows, may };
});

async function lines(context: Context, filters: Filters) {
  const found = await filingsNow(context);
  return found ? linesOf(found.rows, filters, found.terms) : [];
}
type Line = Awaited<ReturnType<typeof lines>>[number];

const listSheet = sheets(
  {
    input: { query: filters },
    rights: 'filing.read',
    name: '单位报备',
    columns: [
      { head: '单位', width: 2, of: ({ unit }: Line) => unit },
      { head: '事项', width: 2, of: ({ what }) => what },
      { head: '状态', of: ({ standing }) => standing },
      { head: '期限', of: ({ dueOn }) => dueOn ?? '' },
      { head: '报来', of: ({ filing }) => filing?.filedOn ?? '' },
      { head: '哪一天', of: ({ filing }) => filing?.happenedOn ?? '' },
      { head: '内容', width: 5, of: ({ filing }) => filing?.words ?? '' },
      { head: '负责领导', of: ({ filing }) => filing?.leader ?? '' },
      { head: '职务', width: 2, of: ({ filing }) => filing?.leaderPost ?? '' },
      { head: '信息员', of: ({ filing }) => filing?.officerName ?? '' },
      { head: '报的人', of: ({ filing }) => filing?.filedByName ?? '' },
      { head: '办理', of: ({ filing }) => filing?.decidedOn ?? '' },
      { head: '理由', width: 3, of: ({ filing }) => filing?.reason ?? '' },
    ],
  },
  (context, { query }) => lines(context, query),
);

const show = reads({ input: { param }, rights: 'filing.read' }, async (context, { param }) => {
  const found = (await filing(context, param.id)) ?? refuse(refusals.notFound);
  const steps = await stepsUnscoped(context, found.id);
  const handedIn = steps.flatMap(({ content }) => content.sha256 ?? []);
  const may = { decide: whyNotDecide(context.actor, found)?.message ?? null };
  return { filing: found, steps, files: await filesOf(context, handedIn), may };
});

const order = z.strictObject({
  unitId: idOf<'unit'>(),
  kind,
  version: z.int().min(0),
  happenedOn: CountyDate.nullable().default(null),
  words: words(50_000),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  leader: words(40),
  leaderPost: words(60),
  officerId: idOf<'person'>().nullable().default(null),
});
const file = writes({ input: { json: order }, rights: 'filing.write' }, (context, { json }) => fileReturn(context, json));

const decision = z.strictObject({ version: z.int().positive(), take: z.boolean(), reason: words(500) });
const decide = writes({ input: { param, json: decision }, rights: 'filing.decide' }, (context, { param, json }) =>
  decideReturn(context, param.id, json),
);

const term = z.strictObject({
  kind,
  version: z.int().min(0),
  dueOn: CountyDate,
  source: z.string().trim().min(1, '请写在哪里通知的，例如文号或工作群').max(200, '太长，请缩短到 200 字以内'),
});
const termed = writes({ input: { json: term }, rights: 'filing.decide' }, (context, { json }) => setTerm(context, json));

export const filingRoutes = new Hono<Env>()
  .get('/api/filings', list)
  .get('/api/filings.xlsx', listSheet)
  .get('/api/filings/:id', show)
  .post('/api/filings', file)
  .post('/api/filings/:id/decisions', decide)
  .post('/api/filing-terms', termed);
