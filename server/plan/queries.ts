import { nameOn } from '../identity/queries.ts';
import type { Context } from '../kernel/context.ts';
import { int, json, rows, text, texts } from '../kernel/rows.ts';
import {
  type Amendment,
  amendmentRow,
  type Campaign,
  campaignRow,
  dutyRow,
  type FormerDuty,
  formerDutyRow,
  type Plan,
  type PlannedDuty,
  type Project,
  planRow,
  projectRow,
} from './plan.ts';
import type { Answers } from './settling.ts';

type InCounty = Pick<Context, 'db' | 'county'>;

/** The plan of that year or, without one, the newest. */
export async function planOf({ db, county }: InCounty, year: number | null): Promise<Plan | undefined> {
  const [plan] = await rows(db, planRow)`
    select id, year, title, issuer, number, issued_on, version from plan
    where county_id = ${county} and (${year}::int is null or year = ${year}) order by year desc limit 1`;
  return plan;
}

/** The notice that a plan was read from, the repairs that a person left undone, and what he said to its doubts. */
export async function noticeOf({ db, county }: InCounty, plan: Plan['id']) {
  const [notice] = await rows(db, { source: text(), keptRepairs: texts(), answers: json<Answers>() })`
    select source, kept_repairs, answers from plan where county_id = ${county} and id = ${plan}`;
  return notice;
}

export const campaignsOf = ({ db, county, day }: InCounty & Pick<Context, 'day'>, plan: Plan['id']): Promise<Campaign[]> => rows(
  db,
  campaignRow,
)`
  select c.id, c.no, c.theme, c.from_on, c.to_on, to_jsonb(c.days) as days, c.window_text, c.precision, c.line,
    (select coalesce(jsonb_agg(p.name order by cp.place), '[]') from campaign_project cp
      join project p on p.county_id = cp.county_id and p.id = cp.project_id
      where cp.county_id = ${county} and cp.campaign_id = c.id) as projects,
    (select coalesce(jsonb_agg(jsonb_build_object('id', cu.unit_id, 'name', n.name, 'role', cu.role) order by cu.place), '[]')
      from campaign_unit cu
      join unit_name n on n.county_id = cu.county_id and n.unit_id = cu.unit_id and ${nameOn({ db, day })}
      where cu.county_id = ${county} and cu.campaign_id = c.id) as units,
    c.cancelled_on, c.cancel_reason, c.version
  from campaign c
  where c.county_id = ${county} and c.plan_id = ${plan}
  order by c.place`;

export async function lockPlan(context: Context, year: number): Promise<Plan | undefined> {
  await context.db`select from plan where county_id = ${context.county} and year = ${year} for update`;
  return planOf(context, year);
}

export const amendmentsOf = ({ db, county }: InCounty, plan: Plan['id']): Promise<Amendment[]> => rows(db, amendmentRow)`
  select id, title, number, issued_on from plan_amendment where county_id = ${county} and plan_id = ${plan} order by taken_at`;

/** Behind the last of each kind there is room. */
export async function placesOf({ db, county }: InCounty, plan: Plan['id']) {
  const [found] = await rows(db, { project: int(), campaign: int(), duty: int() })`
    select (select coalesce(max(place) + 1, 0) from project where county_id = ${county} and plan_id = ${plan}) as project,
      (select coalesce(max(place) + 1, 0) from campaign where county_id = ${county} and plan_id = ${plan}) as campaign,
      (select coalesce(max(place) + 1, 0) from duty where county_id = ${county} and plan_id = ${plan}) as duty`;
  return found ?? { project: 0, campaign: 0, duty: 0 };
}

type Changed = { id: Campaign['id']; days: string[]; amendmentId: Amendment['id'] | null } & Pick<
  Campaign,
  'fromOn' | 'toOn' | 'windowText' | 'precision' | 'line'
>;
/** Another window; its units and projects are taken away, to be put in anew. */
export async function saveCampaign({ db, county }: Context, { id, days, ...row }: Changed) {
  const { fromOn, toOn, windowText, precision, line, amendmentId } = row;
  await db`
    update campaign set ${db({ fromOn, toOn, days, windowText, precision, line, amendmentId })}, version = version + 1
    where county_id = ${county} and id = ${id}`;
  await db`delete from campaign_unit where county_id = ${county} and campaign_id = ${id}`;
  await db`delete from campaign_project where county_id = ${county} and campaign_id = ${id}`;
}

export async function cancelCampaign({ db, county, day }: Context, id: Campaign['id'], reason: string) {
  await db`
    update campaign set cancelled_on = ${day}, cancel_reason = ${reason}, version = version + 1
    where county_id = ${county} and id = ${id}`;
}

type NewAmendment = Amendment & Pick<NewPlan, 'issuer' | 'source' | 'keptRepairs' | 'answers'>;
/** The notice as it came, and the plan a version further. */
export async function insertAmendment({ db, county, actor, now }: Context, planId: Plan['id'], given: NewAmendment) {
  const { keptRepairs, answers, ...rest } = given;
  const row = { countyId: county, planId, ...rest, keptRepairs: [...keptRepairs], answers: db.json(answers as never) };
  await db`insert into plan_amendment ${db({ ...row, takenBy: actor.id, takenAt: now })}`;
  await db`update plan set version = version + 1 where county_id = ${county} and id = ${planId}`;
}

const projects = ({ db, county }: InCounty) => db`
  select p.id, p.name, (select c.theme from campaign_project cp
      join campaign c on c.county_id = cp.county_id and c.id = cp.campaign_id
      where cp.county_id = ${county} and cp.project_id = p.id order by c.place limit 1) as theme, p.rank, p.version
  from project p
  where p.county_id = ${county}`;

export const projectsOf = (context: InCounty, plan: Plan['id']): Promise<Project[]> =>
  rows(context.db, projectRow)`${projects(context)} and p.plan_id = ${plan} order by p.place`;

/** Whoever only names the project in a row of his own does not wait for this lock. */
export async function lockProject(context: Context, id: Project['id']): Promise<Project | undefined> {
  await context.db`select from project where county_id = ${context.county} and id = ${id} for no key update`;
  const [project] = await rows(context.db, projectRow)`${projects(context)} and p.id = ${id}`;
  return project;
}

export async function saveRank({ db, county }: Context, { id, rank, version }: Project) {
  await db`update project set rank = ${rank}, version = ${version + 1} where county_id = ${county} and id = ${id}`;
}

export const dutiesOf = ({ db, county }: InCounty, plan: Plan['id']): Promise<PlannedDuty[]> => rows(db, dutyRow)`
  select id, place, what, count, per, each, from_on, to_on, due_text, clause, line, who from duty
  where county_id = ${county} and plan_id = ${plan} and to_version is null order by place`;

/** What duties of the plan were before; the newest first within a place. */
export const formerDutiesOf = ({ db, county }: InCounty, plan: Plan['id']): Promise<FormerDuty[]> => rows(db, formerDutyRow)`
  select d.id, d.place, d.what, d.count, d.per, d.each, d.from_on, d.to_on, d.due_text, d.clause, d.line, d.who,
    d.from_version, d.to_version, n.id as next_id, a.title as changed_by, a.issued_on as changed_on
  from duty d
  join duty n on n.county_id = d.county_id and n.replaces_id = d.id
  join plan_amendment a on a.county_id = n.county_id and a.id = n.amendment_id
  where d.county_id = ${county} and d.plan_id = ${plan} order by d.place, d.to_version desc`;

/** The last version of the plan in which it stands; another takes its place. */
export async function endDuty({ db, county }: InCounty, id: PlannedDuty['id'], version: number) {
  await db`update duty set to_version = ${version} where county_id = ${county} and id = ${id}`;
}

type NewPlan = Omit<Plan, 'version'> & { source: string; keptRepairs: readonly string[]; answers: object };
export async function insertPlan({ db, county, actor, now }: Context, { keptRepairs, answers, ...plan }: NewPlan) {
  const row = {
    countyId: county,
    ...plan,
    keptRepairs: [...keptRepairs],
    answers: db.json(answers as never),
    createdBy: actor.id,
    createdAt: now,
    version: 1,
  };
  await db`insert into plan ${db(row)}`;
}

type Table = 'project' | 'campaign' | 'campaign_unit' | 'campaign_project' | 'duty';
/** The rows of a new plan; what is not there is not inserted. */
export async function insertRows({ db, county }: Context, table: Table, given: readonly object[]) {
  if (given.length > 0) await db`insert into ${db(table)} ${db(given.map((row) => ({ countyId: county, ...row })))}`;
}
