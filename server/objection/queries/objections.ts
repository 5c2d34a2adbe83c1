import type { Context } from '../../kernel/context.ts';
import { flag, id, int, orNull, rows, text } from '../../kernel/rows.ts';
import { type Change, changeRow, type Objection, type ObjectionState, objectionRow, type Step, stepRow } from '../objection.ts';

type InCounty = Pick<Context, 'db' | 'county'>;
export type Wanted = { state: ObjectionState | null; unit: Objection['unitId'] | null; month: string | null };
export const nothingWanted: Wanted = { state: null, unit: null, month: null };

/** What the viewer sees: all, or what his unit raised and what is about its account. */
const objectionsSeen = ({ db, county, onlyUnit, day }: Context) => db`
  select o.id, o.month, o.unit_id, n.name as unit_name, u.to_on as unit_closed_on, u.host, o.about_id, b.name as about_name, o.what,
    o.clause, o.effect, o.corrects, o.points, o.kind, o.happened_on, o.title, o.reason, o.raised_by, r.name as raised_by_name,
    o.raised_on, o.raised_at, o.ends_on, o.state, o.answered_by, a.name as answered_by_name, o.answered_on, o.answer,
    c.name as confirmed_by_name, o.confirmed_on, o.period,
    array(select x.fact_id::text from objection_fact x where x.county_id = ${county} and x.objection_id = o.id order by 1) as facts,
    array(select x.sha256 from objection_evidence x
      where x.county_id = ${county} and x.objection_id = o.id and x.side = 'unit' order by 1) as evidence,
    array(select x.sha256 from objection_evidence x
      where x.county_id = ${county} and x.objection_id = o.id and x.side = 'office' order by 1) as documents,
    o.proposal, o.version
  from objection o
  join unit u on u.county_id = o.county_id and u.id = o.unit_id
  join unit_name n on n.county_id = o.county_id and n.unit_id = o.unit_id and not n.alias
    and n.from_on <= ${day} and (n.to_on is null or n.to_on >= ${day})
  join unit_name b on b.county_id = o.county_id and b.unit_id = o.about_id and not b.alias
    and b.from_on <= ${day} and (b.to_on is null or b.to_on >= ${day})
  join person r on r.county_id = o.county_id and r.id = o.raised_by
  left join person a on a.county_id = o.county_id and a.id = o.answered_by
  left join person c on c.county_id = o.county_id and c.id = o.confirmed_by
  where o.county_id = ${county} and (${onlyUnit}::uuid is null or o.unit_id = ${onlyUnit} or o.about_id = ${onlyUnit})`;

/** What waits first, the oldest of it on top; then what was decided, the newest on top. */
export const listObjections = (context: Context, { state, unit, month }: Wanted): Promise<Objection[]> => rows(
  context.db,
  objectionRow,
)`
  ${objectionsSeen(context)} and (${state}::text is null or o.state = ${state}) and (${unit}::uuid is null or o.unit_id = ${unit})
    and (${month}::text is null or o.month = ${month})
  order by o.state not in ('pending', 'proposed'), case when o.state in ('pending', 'proposed') then o.id end, o.id desc`;

export async function objection(context: Context, objection: Objection['id']): Promise<Objection | undefined> {
  const [found] = await rows(context.db, objectionRow)`${objectionsSeen(context)} and o.id = ${objection}`;
  return found;
}

/** Locked, then read: had the locking statement to wait, its joined columns would still be the old ones. */
export async function lockObjection(context: Context, id: Objection['id']): Promise<Objection | undefined> {
  await context.db`select from objection where county_id = ${context.county} and id = ${id} for update`;
  return objection(context, id);
}

/** Of an objection that the viewer was found to see. */
export const stepsUnscoped = ({ db, county }: Context, objection: Objection['id']): Promise<Step[]> => rows(db, stepRow)`
  select s.no, s.what, s.reason, p.name as by_name, s.done_on, s.done_at
  from objection_step s join person p on p.county_id = s.county_id and p.id = s.done_by
  where s.county_id = ${county} and s.objection_id = ${objection} order by s.no`;

export const changesUnscoped = ({ db, county }: InCounty, { id, proposal }: Pick<Objection, 'id' | 'proposal'>) =>
  rows(db, changeRow)`
  select no, verb, undoes, kind, happened_on, attributes, late from objection_change
  where county_id = ${county} and objection_id = ${id} and proposal = ${proposal} order by no` as Promise<Change[]>;

type About = Pick<Objection, 'aboutId' | 'happenedOn' | 'title'>;
/** Whoever verified, recorded or claimed these facts or, of something missing, decided what looks like it. */
export async function handsOnUnscoped({ db, county }: InCounty, facts: readonly string[], { aboutId, happenedOn, title }: About) {
  const found = await rows(db, { person: id<'person'>() })`
    with meant as (
      select f.source_id as source, f.recorded_by from fact f
      where f.county_id = ${county} and f.id = any(${[...facts]}::text[]::uuid[])
      union all
      select c.id, null from claim c
      where c.county_id = ${county} and c.unit_id = ${aboutId} and c.published_on = ${happenedOn} and c.title = ${title}
      union all
      select v.id, null from voucher v
      where v.county_id = ${county} and v.unit_id = ${aboutId} and v.happened_on = ${happenedOn} and v.title = ${title})
    select recorded_by as person from meant where recorded_by is not null
    union
    select s.done_by from meant m join claim_step s on s.county_id = ${county} and s.claim_id = m.source
    union
    select s.done_by from meant m join voucher_step s on s.county_id = ${county} and s.voucher_id = m.source
    union
    select s.done_by from meant m join objection_step s on s.county_id = ${county} and s.objection_id = m.source and s.what <> 'raise'`;
  return found.map(({ person }) => person);
}

/** How many wait for an answer, and how many corrections for their second person. */
export async function countsWaiting({ db, county }: InCounty) {
  const [found] = await rows(db, { pending: int(), proposed: int() })`
    select count(*) filter (where state = 'pending')::int as pending, count(*) filter (where state = 'proposed')::int as proposed
    from objection where county_id = ${county}`;
  return found ?? { pending: 0, proposed: 0 };
}

/** What the viewer's unit contested in a month, by line, without what it took back. */
export const raisedInUnscoped = ({ db, county }: InCounty, month: string, unit: Objection['unitId']) => rows(db, {
  id: id<'objection'>(),
  key: text(),
  state: text<ObjectionState>(),
})`
  select id, what_key as key, state from objection
  where county_id = ${county} and month = ${month} and unit_id = ${unit} and state <> 'withdrawn'`;

/** Acts of other modules that a review corrected, of the viewer's unit or of all: for their pages. */
export const correctedSources = ({ db, county, onlyUnit }: Context) => rows(db, {
  sourceId: id<string>(),
  objectionId: id<'objection'>(),
  period: text(),
  cancelled: flag(),
})`
  select f.source_id, o.id as objection_id, o.period, x.verb = 'cancel' as cancelled
  from objection o
  join objection_change x on x.county_id = o.county_id and x.objection_id = o.id and x.proposal = o.proposal
  join fact f on f.county_id = x.county_id and f.id = x.undoes
  where o.county_id = ${county} and o.state = 'corrected' and (${onlyUnit}::uuid is null or o.about_id = ${onlyUnit})
  order by o.id`;

/** The month that was locked last. */
export async function lastLockedMonth({ db, county }: InCounty): Promise<{ lastMonth: string | null }> {
  const [found] = await rows(db, { lastMonth: orNull(text()) })`
    select max(month) as last_month from month_lock where county_id = ${county}`;
  return found ?? { lastMonth: null };
}
