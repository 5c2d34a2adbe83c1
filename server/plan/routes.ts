import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, writes } from '../app.ts';
import { workingCalendar } from '../calendar/calendar.ts';
import { calendarDays } from '../calendar/queries.ts';
import { type Unit, type UnitKind, unitKinds } from '../identity/identity.ts';
import { mayAct } from '../identity/rights.ts';
import type { Context } from '../kernel/context.ts';
import { amendPlan, createPlan, rankProject, read } from './actions.ts';
import type { DutyDecision } from './difference/duties.ts';
import { openNotice, progressOf } from './jobs.ts';
import { type Campaign, type Project, refusals } from './plan.ts';
import { amendmentsOf, campaignsOf, dutiesOf, formerDutiesOf, planOf, projectsOf } from './queries.ts';
import { campaignSheet, dutySheet, projectSheet } from './routes/sheets.ts';
import { workdaysIn } from './workdays.ts';

/** Pasted text, or the bytes of a file, whose encoding is then ours to find out. */
const sourceShape = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ base64: z.base64(), machine: z.boolean().optional() }),
]);
const year = z.int().min(2000).max(2100).optional();
const keep = z.array(z.string().max(200)).max(2000).optional();
/** `watch`: a number that the page gives this reading, to ask how far it has come. */
const asked = z.strictObject({ source: sourceShape, year, keep, watch: z.uuid().optional() });
const answer = z.strictObject({ choice: z.string().max(200), text: z.string().max(2000).optional() });
const newUnit = z.strictObject({
  name: z.string().trim().min(1).max(100),
  kind: z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]),
});
const alias = z.strictObject({
  name: z.string().trim().min(1).max(100),
  unitId: z.uuid().transform((id) => id as Unit['id']),
  version: z.int().positive(),
});
const order = asked.extend({
  answers: z.record(z.string(), answer),
  newUnits: z.array(newUnit).max(300),
  aliases: z.array(alias).max(300).optional(),
});

type Asked = { json: z.output<typeof asked> };
type Look = <T>(question: (context: Context) => Promise<T>) => Promise<T>;

const openedFrom = async ({ json: { source, ...rest } }: Asked, look: Look) => {
  const found = await look(async (context) => ({ county: context.county, days: await calendarDays(context) }));
  const given =
    'text' in source ? source : { bytes: new Uint8Array(Buffer.from(source.base64, 'base64')), machine: source.machine === true };
  const { encoding, questions: asked, ...opened } = await openNotice({ ...rest, source: given }, found);
  return { encoding, read: { ...opened, asked } };
};

const readings = reads(
  { input: { json: asked }, rights: 'plan.create', prepare: openedFrom },
  async (context, { json: { source: _, watch: __, ...rest } }, { encoding, read: opened }) => {
    const found = await read(context, { ...opened, ...rest });
    return { ...found, encoding };
  },
);
const watched = z.strictObject({ watch: z.uuid() });
const progress = reads({ input: { param: watched }, rights: 'plan.create' }, async ({ county }, { param: { watch } }) => ({
  progress: progressOf(county, watch),
}));

const create = writes(
  { input: { json: order }, rights: 'plan.create', prepare: openedFrom },
  (context, { json: { source: _, watch: __, ...rest } }, { read: opened }) => createPlan(context, { ...opened, ...rest }),
);

const cancelled = z.strictObject({
  id: z.uuid().transform((id) => id as Campaign['id']),
  reason: z.string().trim().min(1, '请写取消的理由').max(500),
});
const decision = z.enum(['keep', 'apart'] satisfies DutyDecision[]);
const amending = order.extend({
  version: z.int().positive(),
  cancelled: z.array(cancelled).max(300),
  duties: z.record(z.uuid(), decision).optional(),
});
const amend = writes(
  { input: { json: amending }, rights: 'plan.create', prepare: openedFrom },
  (context, { json: { source: _, watch: __, ...rest } }, { read: opened }) => amendPlan(context, { ...opened, ...rest }),
);

const show = reads(
  { input: { query: z.strictObject({ year: z.coerce.number().int().optional() }) }, rights: 'plan.read' },
  async (context, { query }) => {
    const plan = (await planOf(context, query.year ?? null)) ?? null;
    const [campaigns, projects, duties, formerDuties, amendments] = plan
      ? await Promise.all([
          campaignsOf(context, plan.id),
          projectsOf(context, plan.id),
          dutiesOf(context, plan.id),
          formerDutiesOf(context, plan.id),
          amendmentsOf(context, plan.id),
        ])
      : [[], [], [], [], []];
    const may = {
      create: mayAct(context.actor, 'plan.create', null) ? null : refusals.mayNotCreate.message,
      rank: mayAct(context.actor, 'project.rank', null) ? null : refusals.mayNotRank.message,
    };
    const calendar = workingCalendar(await calendarDays(context));
    const counted = campaigns.map((campaign) => ({ ...campaign, workdays: workdaysIn(campaign, calendar) }));
    return { plan, campaigns: counted, projects, duties, formerDuties, amendments, may };
  },
);

const projectId = z.strictObject({ id: z.uuid().transform((id) => id as Project['id']) });
const ranking = z.strictObject({ version: z.int(), rank: z.enum(['provincial', 'municipal']).nullable() });
const rank = writes({ input: { param: projectId, json: ranking }, rights: 'project.rank' }, (context, { param, json }) =>
  rankProject(context, param.id, json),
);

export const planRoutes = new Hono<Env>()
  .post('/api/readings', readings)
  .get('/api/readings/:watch', progress)
  .post('/api/plans', create)
  .post('/api/plan-amendments', amend)
  .get('/api/plan', show)
  .get('/api/campaigns.xlsx', campaignSheet)
  .get('/api/projects.xlsx', projectSheet)
  .get('/api/duties.xlsx', dutySheet)
  .post('/api/projects/:id/rank', rank);
