import { recordAudit } from '../../audit/queries.ts';
import { workingCalendar } from '../../calendar/calendar.ts';
import { calendarDays } from '../../calendar/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { filesOf, holdFiles } from '../../kernel/queries.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Project } from '../../plan/plan.ts';
import { held, replaceSameDay } from '../actions.ts';
import type { Value } from '../elements.ts';
import * as sql from '../queries/report.ts';
import { insertEntry, planOfProject } from '../queries.ts';
import { type Report, refusals, whyNotDecideReport, whyNotReport } from '../report.ts';
import { dueOn, monthEnd, paceWords } from '../schedule.ts';

type Figures = Pick<Report, 'measure' | 'planned' | 'done' | 'moneyPlanned' | 'moneyArrived' | 'moneySpent' | 'result'>;
export type Sending = Figures & { month: string; seen: string; evidence: readonly string[] };

export const seenOf = (newest: Pick<Report, 'id' | 'version'> | undefined) => (newest ? `${newest.id}.${newest.version}` : '');

/** 报月报: the lead unit's figures of a month that is over, with proof. Sent again it is another version; the old ones stay. */
export async function sendReport(context: Context, projectId: Project['id'], { month, seen, evidence, ...figures }: Sending) {
  const { project, lead } = await held(context, projectId);
  const why = whyNotReport(context.actor, lead);
  if (!lead || why) return refuse(why ?? refusals.mayNotReport);
  const plan = await planOfProject(context, projectId);
  if (plan && !month.startsWith(`${plan.year}-`)) refuse(refusals.otherYear(plan.year));
  if (monthEnd(month) >= context.day) refuse(refusals.notOver(month));
  if (evidence.length === 0) refuse(refusals.noEvidence);
  if ((await filesOf(context, evidence)).length < new Set(evidence).size) refuse(refusals.noFile);
  const versions = (await sql.reportsOf(context, projectId)).filter((report) => report.month === month);
  const [newest] = versions;
  if (seenOf(newest) !== seen) refuse(refusals.movedOn);
  if (newest?.state === 'sent') await sql.saveReport(context, { ...newest, state: 'replaced' }, false);
  const id = newId<'projectReport'>(context.now);
  const due = versions.at(-1)?.dueOn ?? dueOn(month, workingCalendar(await calendarDays(context)).onOrAfter);
  const about = { id, projectId, unitId: lead.unitId, month, no: versions.length + 1, dueOn: due };
  await sql.insertReport(context, { ...about, ...figures }, evidence);
  await holdFiles(context, evidence, lead.unitId);
  const reason = `${project.name} ${month}：${paceWords(figures, month)}`;
  await recordAudit(context, { what: 'report.send', subjectId: id, version: 1, reason });
  return { id, version: 1, late: context.day > due };
}

type Decision = { version: number; agree: boolean; reason: string };
/** 收月报: from the month's last day on its figures stand on the fact sheet, confirmed by whoever accepted them. */
export async function decideReport(context: Context, id: Report['id'], { version, agree, reason }: Decision) {
  const seen = (await sql.reportOf(context, id)) ?? refuse(refusals.notFound);
  await held(context, seen.projectId);
  const report = (await sql.reportOf(context, id)) ?? refuse(refusals.notFound);
  const why = whyNotDecideReport(context.actor, report);
  if (why?.status === 403) refuse(why);
  if (report.version !== version) refuse(refusals.movedOn);
  if (why) refuse(why);
  if (!agree && reason === '') refuse(refusals.reasonNeeded);
  if (agree) await takeOver(context, report);
  await sql.saveReport(context, { ...report, state: agree ? 'accepted' : 'returned', reason }, true);
  await recordAudit(context, {
    what: agree ? 'report.accept' : 'report.return',
    subjectId: id,
    version: version + 1,
    reason: `${report.month}${reason && `：${reason}`}`,
  });
  return { id, version: version + 1 };
}

async function takeOver(context: Context, report: Report) {
  const before = (await sql.reportsOf(context, report.projectId)).find(
    ({ month, state }) => month === report.month && state === 'accepted',
  );
  if (before) await sql.saveReport(context, { ...before, state: 'replaced' }, false);
  const fromOn = monthEnd(report.month);
  for (const [element, value] of Object.entries(valuesOf(report)) as [keyof ReturnType<typeof valuesOf>, Value][]) {
    await replaceSameDay(context, { projectId: report.projectId, element, fromOn });
    const rests = {
      fromOn,
      source: `${report.unitName}${Number(report.month.slice(5))}月月报`,
      clause: '',
      statedOn: report.sentOn,
    };
    const made = { id: newId<'projectValue'>(context.now), projectId: report.projectId, element, value, file: null };
    await insertEntry(context, { ...made, ...rests }, { enteredBy: report.sentBy });
  }
}

/** What of the fact sheet a report tells anew. */
const valuesOf = ({ measure, planned, done, moneyPlanned, moneyArrived, moneySpent, result, month }: Report) => ({
  progress: { kind: 'progress', measure, planned, done, asOf: monthEnd(month) } satisfies Value,
  funds: {
    ...{ kind: 'funds' as const, planned: moneyPlanned, arrived: moneyArrived, spent: moneySpent },
    year: Number(month.slice(0, 4)),
  } satisfies Value,
  outcome: { kind: 'text', text: result } satisfies Value,
});
