import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { rows } from '../../kernel/rows.ts';
import type { Plan, Project } from '../../plan/plan.ts';
import { type Report, reportRow } from '../report.ts';

const reports = ({ db, county, day }: Context) => db`
  select r.id, r.project_id, r.unit_id, n.name as unit_name, r.month, r.no, r.measure, r.planned, r.done,
    r.money_planned, r.money_arrived, r.money_spent, r.result, r.due_on, r.sent_by, s.name as sent_by_name, r.sent_on, r.state,
    d.name as decided_by_name, r.decided_on, r.reason,
    array(select e.sha256 from project_report_evidence e where e.county_id = ${county} and e.report_id = r.id order by e.sha256) as evidence,
    r.version
  from project_report r
  join unit_name n on n.county_id = r.county_id and n.unit_id = r.unit_id and ${nameOn({ db, day })}
  join person s on s.county_id = r.county_id and s.id = r.sent_by
  left join person d on d.county_id = r.county_id and d.id = r.decided_by
  where r.county_id = ${county}`;

/** All versions of all months, the newest first. */
export const reportsOf = (context: Context, project: Project['id']): Promise<Report[]> =>
  rows(context.db, reportRow)`${reports(context)} and r.project_id = ${project} order by r.month desc, r.no desc`;

export const reportsOfPlan = (context: Context, plan: Plan['id']): Promise<Report[]> => rows(context.db, reportRow)`
  ${reports(context)} and r.project_id in (select p.id from project p where p.county_id = ${context.county} and p.plan_id = ${plan})
  order by r.month desc, r.no desc`;

export async function reportOf(context: Context, id: Report['id']): Promise<Report | undefined> {
  const [found] = await rows(context.db, reportRow)`${reports(context)} and r.id = ${id}`;
  return found;
}

type Figures = Pick<Report, 'measure' | 'planned' | 'done' | 'moneyPlanned' | 'moneyArrived' | 'moneySpent' | 'result'>;
export type NewReport = Figures & Pick<Report, 'id' | 'projectId' | 'unitId' | 'month' | 'no' | 'dueOn'>;
export async function insertReport({ db, county, actor, day, now }: Context, given: NewReport, evidence: readonly string[]) {
  const sent = { sentBy: actor.id, sentOn: day, sentAt: now, state: 'sent', reason: '', version: 1 };
  await db`insert into project_report ${db({ countyId: county, ...given, ...sent })}`;
  const files = [...new Set(evidence)].map((sha256) => ({ countyId: county, reportId: given.id, sha256 }));
  await db`insert into project_report_evidence ${db(files)}`;
}

export async function saveReport(
  { db, county, actor, day }: Context,
  { id, version, state, reason }: Pick<Report, 'id' | 'version' | 'state' | 'reason'>,
  decided: boolean,
) {
  const by = decided ? { decidedBy: actor.id, decidedOn: day } : {};
  await db`
    update project_report set ${db({ state, reason, version: version + 1, ...by })} where county_id = ${county} and id = ${id}`;
}
