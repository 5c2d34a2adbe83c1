import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets, writes } from '../app.ts';
import { mayAct } from '../identity/rights.ts';
import type { Context } from '../kernel/context.ts';
import { CountyDate } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import { refuse } from '../kernel/refusal.ts';
import { type Project, type ProjectRank, projectRanks } from '../plan/plan.ts';
import { campaignsOf, projectsOf } from '../plan/queries.ts';
import { assignUnits, decideElement, fillElement, withdrawElement } from './actions.ts';
import { type ElementKey, elementKeys, elements, Value } from './elements.ts';
import { type Listed, wantedOf } from './list.ts';
import { mayOf, membersOn, refusals, type UnitRole, unitRoles, whyNotFill } from './project.ts';
import { everyProject } from './queries/list.ts';
import * as sql from './queries.ts';
import { completenessOf, type Row, type SheetState, sheetOf, sheetStates, standings, versionsOf } from './sheet.ts';
import { wordsOf } from './words.ts';

const idOf = <Of extends string>() => z.uuid().transform((id) => id as Id<Of>);
const keysOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);
const version = z.int().positive();
const reason = z.string().trim().max(500, '太长，请缩短到 500 字以内').default('');
const param = z.strictObject({ id: idOf<'project'>() });
const filters = z.strictObject({
  state: keysOf<SheetState>(sheetStates).optional(),
  rank: keysOf<ProjectRank>(projectRanks).optional(),
  unit: idOf<'unit'>().optional(),
});

const list = reads({ input: { query: filters }, rights: 'project.read' }, async (context, { query }) => {
  const { plan, listed } = await everyProject(context);
  const counts = [...Map.groupBy(listed, ({ state }) => state)].map(([state, { length: count }]) => ({ state, count }));
  return { plan, projects: wantedOf(listed, query), counts };
});

const listSheet = sheets(
  {
    input: { query: filters },
    rights: 'project.read',
    name: '项目事实卡',
    columns: [
      { head: '项目', width: 4, of: ({ name }: Listed) => name },
      { head: '级别', of: ({ rank }) => (rank ? projectRanks[rank] : '待定') },
      { head: '牵头单位', width: 2, of: ({ lead }) => lead?.name ?? '' },
      { head: '配合单位', width: 3, of: ({ supports }) => supports.join('、') },
      { head: '已确认', align: 'right', of: ({ completeness }) => completeness.filled },
      { head: '应填', align: 'right', of: ({ completeness }) => completeness.applicable },
      { head: '待确认', align: 'right', of: ({ completeness }) => completeness.waiting },
      { head: '还缺', width: 5, of: ({ completeness }) => completeness.lacking.map((key) => elements[key].label).join('、') },
    ],
  },
  async (context, { query }) => wantedOf((await everyProject(context)).listed, query),
);

/** Of whichever year's plan. */
async function projectOf(context: Context, id: Project['id']) {
  const { planId } = (await sql.planOfProject(context, id)) ?? refuse(refusals.notFound);
  const project = (await projectsOf(context, planId)).find((each) => each.id === id) ?? refuse(refusals.notFound);
  return { planId, project };
}

const show = reads(
  { input: { param, query: z.strictObject({ on: CountyDate.optional() }) }, rights: 'project.read' },
  async (context, { param, query }) => {
    const { planId, project } = await projectOf(context, param.id);
    const [entries, memberships, campaigns] = await Promise.all([
      sql.entriesOf(context, project.id),
      sql.membershipsOf(context, project.id),
      campaignsOf(context, planId),
    ]);
    const { actor } = context;
    const on = query.on ?? context.day;
    const sheet = sheetOf(entries, on);
    const lead = membersOn(memberships, context.day).find(({ role }) => role === 'lead');
    return {
      ...{ project, on, memberships, members: membersOn(memberships, on), completeness: completenessOf(sheet) },
      sheet: sheet.map((row) => ({
        ...row,
        history: versionsOf(entries, row.key).map((each) => ({ ...each, may: mayOf(actor, each) })),
        may: row.pending ? mayOf(actor, row.pending) : null,
      })),
      files: await sql.openFiles(
        context,
        entries.flatMap(({ file }) => file ?? []),
      ),
      campaigns: campaigns.filter(({ projects, cancelledOn }) => cancelledOn === null && projects.includes(project.name)),
      may: {
        fill: whyNotFill(actor, lead)?.message ?? null,
        assign: mayAct(actor, 'project.assign', null) ? null : refusals.mayNotAssign.message,
      },
    };
  },
);

const factSheet = sheets(
  {
    input: { param },
    rights: 'project.read',
    name: '事实卡',
    columns: [
      { head: '要素', of: ({ key }: Row) => elements[key].label },
      { head: '状态', of: ({ standing }) => standings[standing] },
      { head: '内容', width: 6, of: ({ inForce }) => (inForce ? wordsOf(inForce.value).join('\n') : '') },
      { head: '起', of: ({ inForce }) => inForce?.fromOn ?? '' },
      { head: '来源', width: 3, of: ({ inForce }) => inForce?.source ?? '' },
      { head: '条款', of: ({ inForce }) => inForce?.clause ?? '' },
      { head: '来源日期', of: ({ inForce }) => inForce?.statedOn ?? '' },
      { head: '填的人', of: ({ inForce }) => inForce?.enteredByName ?? '' },
      { head: '确认的人', of: ({ inForce }) => inForce?.decidedByName ?? '' },
    ],
  },
  async (context, { param }) =>
    sheetOf(await sql.entriesOf(context, (await projectOf(context, param.id)).project.id), context.day),
);

const filling = z.strictObject({
  element: z.enum(elementKeys as [ElementKey, ...ElementKey[]]),
  seen: z.string().max(60),
  value: Value,
  fromOn: CountyDate,
  source: z.string().trim().min(1, '请写来源：哪份文件').max(200, '来源太长，请缩短到 200 字以内'),
  clause: z.string().trim().max(60, '条款太长，请缩短到 60 字以内').default(''),
  statedOn: CountyDate,
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
});
const fill = writes({ input: { param, json: filling }, rights: 'project.fill' }, (context, { param, json }) =>
  fillElement(context, param.id, json),
);

const entryParam = z.strictObject({ id: idOf<'projectValue'>() });
const decision = z.strictObject({ version, agree: z.boolean(), reason });
const decide = writes({ input: { param: entryParam, json: decision }, rights: 'project.confirm' }, (context, { param, json }) =>
  decideElement(context, param.id, json),
);
const withdraw = writes(
  { input: { param: entryParam, json: z.strictObject({ version }) }, rights: 'project.fill' },
  (context, { param, json }) => withdrawElement(context, param.id, json),
);

const assigning = z.strictObject({
  seen: z.array(z.uuid()).max(100),
  units: z.array(z.strictObject({ unitId: idOf<'unit'>(), role: keysOf<UnitRole>(unitRoles) })).max(30),
  fromOn: CountyDate,
  reason: z.string().trim().min(1, '请写理由').max(500, '太长，请缩短到 500 字以内'),
});
const assign = writes({ input: { param, json: assigning }, rights: 'project.assign' }, (context, { param, json }) =>
  assignUnits(context, param.id, json),
);

export const projectRoutes = new Hono<Env>()
  .get('/api/projects', list)
  .get('/api/project-sheets.xlsx', listSheet)
  .get('/api/projects/:id', show)
  .get('/api/projects/:id/sheet.xlsx', factSheet)
  .post('/api/projects/:id/elements', fill)
  .post('/api/projects/:id/units', assign)
  .post('/api/project-elements/:id/decisions', decide)
  .post('/api/project-elements/:id/withdrawal', withdraw);
