import { nameOn } from '../identity/queries.ts';
import type { Context } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { day, id, int, rows, text } from '../kernel/rows.ts';
import type { Plan } from '../plan/plan.ts';
import { type Content, type Filing, type FilingKind, type FilingStep, filingRow, stepRow } from './filing.ts';

/** 责任单位 of the plan that the viewer sees: whoever stands in one of its campaigns and is open today. */
export const boundUnits = ({ db, county, onlyUnit, day: today }: Context, plan: Plan['id']) => rows(db, {
  id: id<'unit'>(),
  name: text(),
})`
  select u.id, n.name from unit u
  join unit_name n on n.county_id = u.county_id and n.unit_id = u.id and ${nameOn({ db, day: today })}
  where u.county_id = ${county} and (u.to_on is null or u.to_on >= ${today}) and (${onlyUnit}::uuid is null or u.id = ${onlyUnit})
    and exists (select from campaign_unit cu join campaign c on c.county_id = cu.county_id and c.id = cu.campaign_id
      where cu.county_id = ${county} and cu.unit_id = u.id and c.plan_id = ${plan} and c.cancelled_on is null)
  order by u.id`;

const filings = ({ db, county, onlyUnit }: Context) => db`
  select f.id, f.unit_id, f.kind, f.state, f.happened_on, f.words, f.sha256, f.leader, f.leader_post, f.officer_id,
    o.name as officer_name, p.name as filed_by_name, f.filed_on, d.name as decided_by_name, f.decided_on, f.reason, f.version
  from filing f
  join person p on p.county_id = f.county_id and p.id = f.filed_by
  left join person o on o.county_id = f.county_id and o.id = f.officer_id
  left join person d on d.county_id = f.county_id and d.id = f.decided_by
  where f.county_id = ${county} and (${onlyUnit}::uuid is null or f.unit_id = ${onlyUnit})`;

export const filingsOf = (context: Context, plan: Plan['id']): Promise<Filing[]> =>
  rows(context.db, filingRow)`${filings(context)} and f.plan_id = ${plan} order by f.id`;

export async function filing(context: Context, filing: Filing['id']): Promise<Filing | undefined> {
  const [found] = await rows(context.db, filingRow)`${filings(context)} and f.id = ${filing}`;
  return found;
}

/** Locked, then read: had the locking statement to wait, its joined columns would still be the old ones. */
export async function lockFiling(context: Context, id: Filing['id']): Promise<Filing | undefined> {
  await context.db`select from filing where county_id = ${context.county} and id = ${id} for update`;
  return filing(context, id);
}

/** What the unit has handed in of that kind, held until the end of the transaction. */
export async function lockFilingOf(context: Context, plan: Plan['id'], unit: Filing['unitId'], kind: FilingKind) {
  const { db, county } = context;
  const mine = db`county_id = ${county} and plan_id = ${plan} and unit_id = ${unit} and kind = ${kind}`;
  await db`select from filing where ${mine} for update`;
  const [found] = await rows(db, filingRow)`
    ${filings(context)} and f.plan_id = ${plan} and f.unit_id = ${unit} and f.kind = ${kind}`;
  return found;
}

/** Of a filing that the viewer was found to see. */
export const stepsUnscoped = ({ db, county }: Context, filing: Filing['id']): Promise<FilingStep[]> => rows(db, stepRow)`
  select s.no, s.what, s.reason, s.content, p.name as by_name, s.done_on
  from filing_step s join person p on p.county_id = s.county_id and p.id = s.done_by
  where s.county_id = ${county} and s.filing_id = ${filing} order by s.no`;

type Filed = Content & Pick<Filing, 'id' | 'unitId' | 'kind' | 'version'>;
/** Handed in for the first time, or anew: whatever the office said before is said of an older version. */
export async function saveFiling({ db, county, actor, day, now }: Context, plan: Plan['id'], filed: Filed) {
  const { id, unitId, kind, version, ...content } = filed;
  const by = { filedBy: actor.id, filedOn: day, filedAt: now, state: 'filed', decidedBy: null, decidedOn: null, reason: '' };
  const row = { ...content, ...by, version: version + 1 };
  if (version === 0) await db`insert into filing ${db({ countyId: county, id, planId: plan, unitId, kind, ...row })}`;
  else await db`update filing set ${db(row)} where county_id = ${county} and id = ${id}`;
}

type Decided = Pick<Filing, 'id' | 'version' | 'state' | 'reason'>;
export async function decideFiling({ db, county, actor, day }: Context, { id, version, state, reason }: Decided) {
  const row = { state, reason, decidedBy: actor.id, decidedOn: day, version: version + 1 };
  await db`update filing set ${db(row)} where county_id = ${county} and id = ${id}`;
}

type NewStep = Pick<FilingStep, 'no' | 'what' | 'reason' | 'content'>;
export async function insertStep({ db, county, actor, day, now }: Context, filingId: Filing['id'], step: NewStep) {
  const by = { doneBy: actor.id, doneOn: day, doneAt: now };
  await db`insert into filing_step ${db({ countyId: county, filingId, ...step, content: db.json(step.content as never), ...by })}`;
}

export const setTermsUnscoped = ({ db, county }: Pick<Context, 'db' | 'county'>, plan: Plan['id']) =>
  rows(db, {
    kind: text<FilingKind>(),
    dueOn: day(),
    source: text(),
    version: int(),
  })`select kind, due_on, source, version from filing_term where county_id = ${county} and plan_id = ${plan}`;

type NewTerm = { kind: FilingKind; dueOn: CountyDate; source: string; version: number };
export async function saveTerm(
  { db, county, actor, day, now }: Context,
  planId: Plan['id'],
  { kind, version, ...term }: NewTerm,
) {
  const row = { ...term, setBy: actor.id, setOn: day, setAt: now, version: version + 1 };
  if (version === 0) return void (await db`insert into filing_term ${db({ countyId: county, planId, kind, ...row })}`);
  const { count } = await db`
    update filing_term set ${db(row)} where county_id = ${county} and plan_id = ${planId} and kind = ${kind} and version = ${version}`;
  return count;
}
