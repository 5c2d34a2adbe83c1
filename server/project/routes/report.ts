import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets, writes } from '../../app.ts';
import { workingCalendar } from '../../calendar/calendar.ts';
import { calendarDays } from '../../calendar/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { monthAsked } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { planOf, projectsOf } from '../../plan/queries.ts';
import { decideReport, seenOf, sendReport } from '../actions/report.ts';
import { formatHundredths } from '../elements.ts';
import { membersOn, refusals as projectRefusals } from '../project.ts';
import * as sql from '../queries/report.ts';
import { membershipsOf, membershipsOfPlan, openFiles, planOfProject } from '../queries.ts';
import {
  doubtsOf,
  type Month,
  monthOf,
  type Report,
  type Standing,
  standings,
  whyNotDecideReport,
  whyNotReport,
} from '../report.ts';
import { dueOn, lastMonthEnded, monthBefore, paces, paceWords } from '../schedule.ts';

const idOf = <Of extends string>() => z.uuid().transform((id) => id as Id<Of>);
const keysOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);
const amount = (what: string) => z.int().min(0, `${what}不能是负数`).max(2_000_000_000, `${what}太大，请核对单位`);

const asked = z.strictObject({ month: monthAsked.optional(), state: keysOf<Standing>(standings).optional() });
type Line = Month & { projectId: Report['projectId']; name: string; lead: string | null };

/** Of the year in which the month lies; without one the last month, and before the first plan's year its first. */
async function planAndMonth(context: Context, asked: string | undefined) {
  const month = asked ?? monthBefore(context.day);
  const plan = (await planOf(context, Number(month.slice(0, 4)))) ?? null;
  if (plan || asked) return { plan, month };
  const newest = (await planOf(context, null)) ?? null;
  return { plan: newest, month: newest ? `${newest.year}-01` : month };
}

/** Every project of a plan in one month: the last that is over, unless another is asked for. */
async function monthly(context: Context, asked: string | undefined) {
  const { plan, month } = await planAndMonth(context, asked);
  const due = dueOn(month, workingCalendar(await calendarDays(context)).onOrAfter);
  if (!plan) return { plan: null, month, due, lines: [] };
  const [projects, reports, memberships] = await Promise.all([
    projectsOf(context, plan.id),
    sql.reportsOfPlan(context, plan.id),
    membershipsOfPlan(context, plan.id),
  ]);
  const lines = projects.map(({ id: projectId, name }): Line => {
    const own = reports.filter((report) => report.projectId === projectId);
    const members = membersOn(
      memberships.filter((each) => each.projectId === projectId),
      context.day,
    );
    const lead = members.find(({ role }) => role === 'lead')?.unitName ?? null;
    return { ...monthOf(own, month, due, context.day), projectId, name, lead };
  });
  const order = Object.keys(standings);
  return { plan, month, due, lines: lines.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing)) };
}

const list = reads({ input: { query: asked }, rights: 'project.read' }, async (context, { query }) => {
  const { plan, month, due, lines } = await monthly(context, query.month);
  const counts = [...Map.groupBy(lines, ({ standing }) => standing)].map(([state, { length: count }]) => ({ state, count }));
  const pace = [...Map.groupBy(lines, ({ pace }) => pace)].map(([pace, { length: count }]) => ({ pace, count }));
  const wanted = lines.filter(({ standing }) => query.state === undefined || standing === query.state);
  return { plan, month, due, counts, pace, total: lines.length, lines: wanted };
});

const listSheet = sheets(
  {
    input: { query: asked },
    rights: 'project.read',
    name: '项目月报',
    columns: [
      { head: '项目', width: 4, of: ({ name }: Line) => name },
      { head: '牵头单位', width: 2, of: ({ lead }) => lead ?? '' },
      { head: '月份', of: ({ month }) => month },
      { head: '状态', of: ({ standing }) => standings[standing] },
      { head: '迟报', of: ({ late }) => (late ? '迟' : '') },
      { head: '进度', of: ({ pace }) => (pace ? paces[pace] : '') },
      { head: '全年任务', align: 'right', of: ({ report }) => report?.planned ?? '' },
      { head: '已办', align: 'right', of: ({ report }) => report?.done ?? '' },
      { head: '计量', of: ({ report }) => report?.measure ?? '' },
      { head: '计划（万元）', align: 'right', of: ({ report }) => wan(report?.moneyPlanned) },
      { head: '到位（万元）', align: 'right', of: ({ report }) => wan(report?.moneyArrived) },
      { head: '已付（万元）', align: 'right', of: ({ report }) => wan(report?.moneySpent) },
      { head: '成效', width: 5, of: ({ report }) => report?.result ?? '' },
      { head: '报来', of: ({ report }) => report?.sentOn ?? '' },
      { head: '期限', of: ({ dueOn }) => dueOn },
    ],
  },
  async (context, { query }) =>
    (await monthly(context, query.month)).lines.filter(({ standing }) => query.state === undefined || standing === query.state),
);
const wan = (value: number | undefined) => (value === undefined ? '' : formatHundredths(value, true));

const param = z.strictObject({ id: idOf<'project'>() });
/** The months of a project that are over, the latest first, each with its versions. */
const show = reads({ input: { param }, rights: 'project.read' }, async (context, { param }) => {
  const plan = (await planOfProject(context, param.id)) ?? refuse(projectRefusals.notFound);
  const [reports, memberships, days] = await Promise.all([
    sql.reportsOf(context, param.id),
    membershipsOf(context, param.id),
    calendarDays(context),
  ]);
  const { onOrAfter } = workingCalendar(days);
  const lead = membersOn(memberships, context.day).find(({ role }) => role === 'lead');
  const over = lastMonthEnded(context.day);
  const last = context.day.slice(0, 4) > `${plan.year}` ? 12 : Number(over?.slice(5) ?? 0);
  const months = Array.from({ length: last }, (_, at) => `${plan.year}-${String(last - at).padStart(2, '0')}`)
    .map((month) => monthOf(reports, month, dueOn(month, onOrAfter), context.day))
    .filter(
      ({ report, month }, at) => report !== null || at === 0 || month >= (memberships.at(-1)?.fromOn.slice(0, 7) ?? '9999'),
    );
  return {
    months: months.map((each) => ({ ...each, ...toldOf(context, each, reports) })),
    files: await openFiles(
      context,
      reports.flatMap(({ evidence }) => [...evidence]),
    ),
    may: { report: whyNotReport(context.actor, lead)?.message ?? null },
  };
});

function toldOf({ actor }: Context, { report, month }: Month, reports: readonly Report[]) {
  const before = reports.find((other) => other.month < month && other.state === 'accepted') ?? null;
  return {
    seen: seenOf(report ?? undefined),
    words: report ? paceWords(report, month) : null,
    doubts: report ? doubtsOf(report, before) : [],
    versions: reports.filter((other) => other.month === month),
    whyNotDecide: report ? (whyNotDecideReport(actor, report)?.message ?? null) : null,
  };
}

const sending = z.strictObject({
  month: monthAsked,
  seen: z.string().max(60),
  measure: z.string().trim().min(1, '请填按什么数').max(10, '计量太长，请缩短到 10 字以内'),
  planned: z.int().min(1, '全年任务要大于 0').max(2_000_000_000, '全年任务太大，请核对'),
  done: amount('已办'),
  moneyPlanned: amount('计划资金'),
  moneyArrived: amount('到位资金'),
  moneySpent: amount('已付资金'),
  result: z.string().trim().min(1, '请写一句成效').max(300, '成效太长，请缩短到 300 字以内'),
  evidence: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(20, '佐证最多 20 份')
    .default([]),
});
const send = writes({ input: { param, json: sending }, rights: 'project.report' }, (context, { param, json }) =>
  sendReport(context, param.id, json),
);
const reportParam = z.strictObject({ id: idOf<'projectReport'>() });
const decision = z.strictObject({
  version: z.int().positive(),
  agree: z.boolean(),
  reason: z.string().trim().max(500, '太长，请缩短到 500 字以内').default(''),
});
const decide = writes({ input: { param: reportParam, json: decision }, rights: 'project.confirm' }, (context, { param, json }) =>
  decideReport(context, param.id, json),
);

export const reportRoutes = new Hono<Env>()
  .get('/api/project-reports', list)
  .get('/api/project-reports.xlsx', listSheet)
  .get('/api/projects/:id/reports', show)
  .post('/api/projects/:id/reports', send)
  .post('/api/project-reports/:id/decisions', decide);
