import type { Context } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { at, day, id, int, orNull, type RowOf, rows, text } from '../kernel/rows.ts';
import { type Fact, factRow } from './fact.ts';
import { receipted } from './receipt.ts';

type InCounty = Pick<Context, 'db' | 'county'>;
const periodRow = { month: text(), version: int(), lockedAt: orNull(at()) };

/** The first month from `month` on that can still take facts, held until the end of the transaction: after the last locked one. */
export async function lockOpenPeriod({ db, county }: InCounty, month: string): Promise<string> {
  await besideLedger({ db, county }); // who locks a later month meanwhile must be seen by the question for the last one
  for (let wanted = month; ; ) {
    const [found] = await rows(db, { last: orNull(text()) })`
      select max(month) as last from period where county_id = ${county} and locked_at is not null`;
    if (found?.last && found.last >= wanted) wanted = nextMonth(found.last);
    const { lockedAt } = await lockPeriod({ db, county }, wanted);
    if (lockedAt === null) return wanted;
  }
}

/** Waits for whoever records or locks in the month; a second statement, to see what he committed. */
export async function lockPeriod({ db, county }: InCounty, month: string) {
  await besideLedger({ db, county });
  await db`insert into period ${db({ countyId: county, month, version: 0 })} on conflict do nothing`;
  await db`select from period where county_id = ${county} and month = ${month} for update`;
  const [found] = await rows(db, periodRow)`
    select month, version, locked_at from period where county_id = ${county} and month = ${month}`;
  return found ?? { month, version: 0, lockedAt: null };
}

/** Waits for whoever is alone with the ledger. */
const besideLedger = ({ db, county }: InCounty) => db`select pg_advisory_xact_lock_shared(7302, ${county})`.execute();

/** Alone with the whole ledger until the end of the transaction: a month earlier than a locked one must not take a fact meanwhile. */
export const lockLedger = ({ db, county }: InCounty) => db`select pg_advisory_xact_lock(7302, ${county})`.execute();

export const periodsOf = ({ db, county }: InCounty) => rows(db, periodRow)`
  select month, version, locked_at from period where county_id = ${county} order by month`;

/** How many facts each month really has; its version says how many were recorded. */
export async function countsOf({ db, county }: InCounty): Promise<Map<string, number>> {
  const found = await rows(db, { month: text(), facts: int() })`
    select period as month, count(*)::int as facts from fact where county_id = ${county} group by period`;
  return new Map(found.map(({ month, facts }) => [month, facts]));
}

/** For ever: a locked month is never opened again. */
export async function closePeriod({ db, county, actor, now }: Context, month: string) {
  await db`update period set locked_at = ${now}, locked_by = ${actor.id} where county_id = ${county} and month = ${month}`;
}

export type NewFact = Fact & { sourceId: string };
export async function insertFact({ db, county, actor, now }: Context, { attributes, evidence, unit, ...fact }: NewFact) {
  const row = { countyId: county, unitId: unit, ...fact, attributes: db.json(attributes as never), evidence: [...evidence] };
  await db`insert into fact ${db({ ...row, recordedBy: actor.id, recordedAt: now })}`;
  await db`update period set version = version + 1 where county_id = ${county} and month = ${fact.period}`;
}

export async function factUnscoped({ db, county }: InCounty, fact: Fact['id']): Promise<Fact | undefined> {
  const [found] = await rows(db, factRow)`
    select id, unit_id as unit, kind, day, period, verified, cancels, replaces, corrects, attributes, evidence from fact
    where county_id = ${county} and id = ${fact}`;
  return found;
}

type Like = Pick<Fact, 'unit' | 'kind' | 'day' | 'attributes'>;
/** The month to which a review has added the same thing: of the unit, on the day, of that title and, as far as both say, carrier. */
export async function addedToUnscoped({ db, county }: InCounty, { unit, kind, day, attributes }: Like): Promise<string | null> {
  const { title = null, carrier = null } = attributes;
  const [found] = await rows(db, { month: text() })`
    select f.corrects as month from fact f
    where f.county_id = ${county} and f.corrects is not null and f.unit_id = ${unit} and f.day = ${day} and f.kind = ${kind}
      and f.attributes ->> 'title' = ${title} and coalesce(f.attributes ->> 'carrier', ${carrier}) is not distinct from
        coalesce(${carrier}, f.attributes ->> 'carrier')
      and not exists (select from fact g where g.county_id = ${county} and (g.cancels = f.id or g.replaces = f.id))`;
  return found?.month ?? null;
}

/** The month that a fact counts for: its own, the one it corrects, or that of what it stands in for. */
export async function monthCountedUnscoped({ db, county }: InCounty, fact: Fact['id']): Promise<string | null> {
  const [found] = await rows(db, { month: text() })`
    with recursive chain as (
      select f.id, f.replaces, coalesce(f.corrects, f.period) as month from fact f where f.county_id = ${county} and f.id = ${fact}
      union all
      select f.id, f.replaces, coalesce(f.corrects, f.period) from chain c join fact f on f.county_id = ${county} and f.id = c.replaces)
    select month from chain where replaces is null`;
  return found?.month ?? null;
}

/** A fact that the viewer may see, under its unit's present name. */
export async function factFor({ db, county, onlyUnit }: Context, fact: string) {
  const [found] = await rows(db, { ...factRow, unitName: text() })`
    select f.id, f.unit_id as unit, n.name as unit_name, f.kind, f.day, f.period, f.verified, f.cancels, f.replaces, f.corrects, f.attributes, f.evidence
    from fact f
    join unit_name n on n.county_id = f.county_id and n.unit_id = f.unit_id and not n.alias and n.to_on is null
    where f.county_id = ${county} and f.id = ${fact} and (${onlyUnit}::uuid is null or f.unit_id = ${onlyUnit})`;
  return found;
}

/** Whose act cancelled or replaced it; null while it stands. */
export async function undoneBySourceUnscoped({ db, county }: InCounty, fact: Fact['id']): Promise<string | null> {
  const [found] = await rows(db, { sourceId: id<string>() })`
    select source_id from fact where county_id = ${county} and (cancels = ${fact} or replaces = ${fact})`;
  return found?.sourceId ?? null;
}

/** All facts of these months; what they cancel or replace in earlier ones comes with them. */
export const factsOf = ({ db, county }: InCounty, from: string, to: string): Promise<Fact[]> => rows(db, factRow)`
  with recursive wanted as (
    select f.* from fact f where f.county_id = ${county} and f.period between ${from} and ${to}
    union
    select f.* from wanted w join fact f on f.county_id = ${county} and f.id in (w.cancels, w.replaces)
    where w.county_id = ${county})
  select id, unit_id as unit, kind, day, period, verified, cancels, replaces, corrects, attributes, evidence from wanted order by id`;

/** Facts of these months whose ids come after one; ids begin with their time. */
export const factsSince = ({ db, county }: InCounty, from: string, to: string, after: string): Promise<Fact[]> => rows(
  db,
  factRow,
)`
  select id, unit_id as unit, kind, day, period, verified, cancels, replaces, corrects, attributes, evidence from fact
  where county_id = ${county} and id > ${after} and period between ${from} and ${to} order by id`;

const told = { told: orNull(text()), toldBy: orNull(id<'person'>()), toldAt: orNull(at()) };
const wholeRow = { ...factRow, sourceId: id<string>(), recordedBy: id<'person'>(), recordedAt: at(), ...told };
/** A fact with all that its row says, and what the audit keeps of it: null where it keeps nothing. */
export type WholeFact = RowOf<typeof wholeRow>;

/** `limit` facts after one, each with its receipt's entry; who has several comes as often. */
export const wholeFacts = ({ db, county }: InCounty, after: string, limit: number): Promise<WholeFact[]> => rows(db, wholeRow)`
  select f.id, f.unit_id as unit, f.kind, f.day, f.period, f.verified, f.cancels, f.replaces, f.corrects, f.attributes, f.evidence, f.source_id,
    f.recorded_by, f.recorded_at, e.reason as told, e.person_id as told_by, e.at as told_at
  from (select * from fact where county_id = ${county} and id > ${after} order by id limit ${limit}) f
  left join audit_entry e on e.county_id = ${county} and e.subject_id = f.id and e.what = ${receipted}
  where f.county_id = ${county} order by f.id`;

/** Facts that the audit keeps a receipt of and the ledger has not. */
export const lostFacts = ({ db, county }: InCounty) => rows(db, { id: id<string>(), told: text() })`
  select e.subject_id as id, e.reason as told from audit_entry e
  where e.county_id = ${county} and e.what = ${receipted} and not exists (
    select from fact f where f.county_id = ${county} and f.id = e.subject_id) order by e.id`;

/** Who locked which month and when, as the ledger has it. */
export const closings = ({ db, county }: InCounty) => rows(db, { month: text(), lockedBy: id<'person'>(), lockedAt: at() })`
  select month, locked_by, locked_at from period where county_id = ${county} and locked_at is not null order by month`;

/** What stands in the ledger for each act, neither cancelled nor replaced: for comparing with the modules' own rows. */
export const standingSources = ({ db, county }: InCounty) => rows(db, {
  sourceId: id<string>(),
  kind: text(),
  unit: id<'unit'>(),
  day: day(),
})`
  select f.source_id, f.kind, f.unit_id as unit, f.day from fact f
  where f.county_id = ${county} and f.cancels is null and not exists (
    select from fact g where g.county_id = ${county} and (g.cancels = f.id or g.replaces = f.id)) order by f.source_id`;

export const nextMonth = (month: string) => {
  const [year = 0, no = 0] = month.split('-').map(Number);
  return no === 12 ? `${year + 1}-01` : `${year}-${String(no + 1).padStart(2, '0')}`;
};
export const monthOf = (day: CountyDate) => day.slice(0, 7);
