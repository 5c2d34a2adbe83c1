import { nameOn } from '../identity/queries.ts';
import { mayAct } from '../identity/rights.ts';
import type { Context } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import { filesOf } from '../kernel/queries.ts';
import { id, int, rows } from '../kernel/rows.ts';
import type { Plan, Project } from '../plan/plan.ts';
import { type Entry, entryRow, type Membership, membershipRow } from './project.ts';

/** In which year's plan a project stands; a new year's plan does not move it. */
export async function planOfProject({ db, county }: Context, project: Project['id']) {
  const [found] = await rows(db, { planId: id<'plan'>(), year: int() })`
    select p.plan_id, l.year from project p join plan l on l.county_id = p.county_id and l.id = p.plan_id
    where p.county_id = ${county} and p.id = ${project}`;
  return found;
}

const entries = ({ db, county }: Context) => db`
  select v.id, v.project_id, v.element, v.value, v.from_on, v.source, v.clause, v.stated_on, v.file, v.state,
    v.entered_by, e.name as entered_by_name, v.entered_on, d.name as decided_by_name, v.decided_on, v.reason, v.version
  from project_value v
  join person e on e.county_id = v.county_id and e.id = v.entered_by
  left join person d on d.county_id = v.county_id and d.id = v.decided_by
  where v.county_id = ${county}`;

export const entriesOf = (context: Context, project: Project['id']): Promise<Entry[]> =>
  rows(context.db, entryRow)`${entries(context)} and v.project_id = ${project} order by v.id desc`;

export const entriesOfPlan = (context: Context, plan: Plan['id']): Promise<Entry[]> => rows(context.db, entryRow)`
  ${entries(context)} and v.project_id in (select p.id from project p where p.county_id = ${context.county} and p.plan_id = ${plan})
  order by v.id desc`;

export async function entryOf(context: Context, id: Entry['id']): Promise<Entry | undefined> {
  const [found] = await rows(context.db, entryRow)`${entries(context)} and v.id = ${id}`;
  return found;
}

type New = Pick<Entry, 'id' | 'projectId' | 'element' | 'value' | 'fromOn' | 'source' | 'clause' | 'statedOn' | 'file'>;
/** `confirmed` already when somebody else has just looked at what it comes from. */
export async function insertEntry(
  { db, county, actor, day, now }: Context,
  { value, ...given }: New,
  confirmed?: { enteredBy: Entry['enteredBy'] },
) {
  const made = { value: db.json(value as never), enteredOn: day, enteredAt: now, reason: '', version: 1 };
  const standing = confirmed
    ? { state: 'confirmed', enteredBy: confirmed.enteredBy, decidedBy: actor.id, decidedOn: day }
    : { state: 'pending', enteredBy: actor.id };
  await db`insert into project_value ${db({ countyId: county, ...given, ...made, ...standing })}`;
}

export async function saveEntry(
  { db, county, actor, day }: Context,
  { id, version, state, reason }: Pick<Entry, 'id' | 'version' | 'state' | 'reason'>,
  decided: boolean,
) {
  const by = decided ? { decidedBy: actor.id, decidedOn: day } : {};
  await db`
    update project_value set ${db({ state, reason, version: version + 1, ...by })} where county_id = ${county} and id = ${id}`;
}

const memberships = ({ db, county, day }: Context) => db`
  select m.id, m.project_id, m.unit_id, n.name as unit_name, m.role, m.from_on, m.to_on, m.reason, m.end_reason,
    a.name as assigned_by_name
  from project_unit m
  join unit_name n on n.county_id = m.county_id and n.unit_id = m.unit_id and ${nameOn({ db, day })}
  join person a on a.county_id = m.county_id and a.id = m.assigned_by
  where m.county_id = ${county}`;

/** All that ever were in it, the latest first. */
export const membershipsOf = (context: Context, project: Project['id']): Promise<Membership[]> =>
  rows(context.db, membershipRow)`${memberships(context)} and m.project_id = ${project} order by m.from_on desc, m.role, m.id`;

export const membershipsOfPlan = (context: Context, plan: Plan['id']): Promise<Membership[]> => rows(context.db, membershipRow)`
  ${memberships(context)} and m.project_id in (select p.id from project p where p.county_id = ${context.county} and p.plan_id = ${plan})
  order by m.from_on desc, m.role, m.id`;

type NewMembership = Pick<Membership, 'id' | 'projectId' | 'unitId' | 'role' | 'fromOn' | 'reason'>;
export async function insertMembership({ db, county, actor, now }: Context, given: NewMembership) {
  await db`insert into project_unit ${db({ countyId: county, ...given, endReason: '', assignedBy: actor.id, assignedAt: now })}`;
}

export async function endMembership({ db, county }: Context, id: Membership['id'], toOn: CountyDate, endReason: string) {
  await db`update project_unit set ${db({ toOn, endReason })} where county_id = ${county} and id = ${id}`;
}

/** Of these files those that this viewer may open: the office all, a unit what it holds itself. */
export function openFiles(context: Context, files: readonly string[]) {
  const { actor } = context;
  const onlyUnit = mayAct(actor, 'project.confirm', null) ? null : (actor.unitId ?? (actor.id as string as Id<'unit'>));
  return filesOf({ ...context, onlyUnit }, files);
}
