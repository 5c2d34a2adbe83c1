import type { Context, Db } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { at, flag, id, int, orNull, rows, text } from '../kernel/rows.ts';
import { lastOfAll } from '../kernel/transaction.ts';
import { type Entry, entryRow } from './audit.ts';

type Act = Pick<Entry, 'what' | 'version' | 'reason'> & { subjectId: string };
type InCounty = Pick<Context, 'db' | 'county'>;
type Row = Act & { countyId: number; id: string; at: Date; personId: Context['actor']['id']; requestId: Context['requestId'] };

const gathered = new WeakMap<Db, Row[]>();

/** Written ahead of the commit, all entries of the act in one statement. */
export async function recordAudit({ db, county, actor, now, requestId }: Context, act: Act): Promise<void> {
  const row = { countyId: county, id: newId(now), at: now, personId: actor.id, requestId, ...act };
  const entries = gathered.get(db);
  if (entries) return void entries.push(row);
  gathered.set(db, [row]);
  lastOfAll(db, () => entriesOf(db) ?? null);
}

/** The write of what was gathered, once, to be sent by whoever takes it; undefined: the act recorded nothing since. */
export function entriesOf(db: Db) {
  const entries = gathered.get(db)?.splice(0) ?? [];
  return entries.length === 0 ? undefined : db`insert into audit_entry ${db(entries)}`;
}

/** That the transaction has written nothing. */
export const wroteNothing = ({ db }: Pick<Context, 'db'>) => db`pg_current_xact_id_if_assigned() is null`;

export async function wrote(context: Pick<Context, 'db'>): Promise<boolean> {
  const [found] = await rows(context.db, { wrote: flag() })`select not (${wroteNothing(context)}) as wrote`;
  return found?.wrote === true;
}

/** One sealer at a time in a county; a second one gets nothing to do. */
export async function lockSealing({ db, county }: InCounty): Promise<boolean> {
  const [found] = await rows(db, { locked: flag() })`select pg_try_advisory_xact_lock(7301, ${county}) as locked`;
  return found?.locked === true;
}

const sealRow = { firstNo: int(), lastNo: int(), before: text(), head: text(), sealedAt: at() };

export async function lastSeal({ db, county }: InCounty) {
  const [seal] = await rows(db, sealRow)`
    select first_no, last_no, before, head, sealed_at from audit_seal
    where county_id = ${county} order by first_no desc limit 1`;
  return seal;
}

/** Committed and not numbered yet. Ids begin with their time: what is older than `since` was sealed or is told by verification. */
export const unsealedEntries = ({ db, county }: InCounty, since: Date, limit: number) => rows(db, entryRow)`
  select e.id, e.at, e.person_id, e.request_id, e.what, e.subject_id, e.version, e.reason
  from audit_entry e
  where e.county_id = ${county} and e.id >= ${newId(since)} and not exists (
    select from audit_number n where n.county_id = ${county} and n.entry_id = e.id)
  order by e.id limit ${limit}`;

export async function insertSeal(
  { db, county }: InCounty,
  seal: { firstNo: number; before: string; head: string; sealedAt: Date },
  entryIds: readonly string[],
) {
  await db`insert into audit_seal ${db({ countyId: county, ...seal, lastNo: seal.firstNo + entryIds.length - 1 })}`;
  await db`insert into audit_number ${db(entryIds.map((entryId, place) => ({ countyId: county, no: seal.firstNo + place, entryId })))}`;
}

/** In the order of the chain, `limit` at a time. */
export const sealedEntries = ({ db, county }: InCounty, after: number, limit: number) => rows(db, { no: int(), ...entryRow })`
  select n.no, e.id, e.at, e.person_id, e.request_id, e.what, e.subject_id, e.version, e.reason
  from audit_number n
  join audit_entry e on e.county_id = n.county_id and e.id = n.entry_id
  where n.county_id = ${county} and n.no > ${after}
  order by n.no limit ${limit}`;

export const sealsAfter = ({ db, county }: InCounty, after: number, limit: number) => rows(db, sealRow)`
  select first_no, last_no, before, head, sealed_at from audit_seal
  where county_id = ${county} and first_no > ${after} order by first_no limit ${limit}`;

export async function unsealedCount({ db, county }: InCounty): Promise<number> {
  const [found] = await rows(db, { n: int() })`
    select ((select count(*) from audit_entry where county_id = ${county})
      - (select count(*) from audit_number where county_id = ${county}))::int as n`;
  return found?.n ?? 0;
}

/** For the desk of the auditor: newest first, the number where it is sealed already. */
export const listEntries = (
  { db, county }: InCounty,
  { before, subject }: { before: string | null; subject: string | null },
  limit = 200,
) => rows(db, {
  id: id<'auditEntry'>(),
  at: at(),
  personName: text(),
  what: text(),
  subjectId: id<string>(),
  version: int(),
  reason: text(),
  no: orNull(int()),
})`
  select e.id, e.at, coalesce(p.name, '命令行') as person_name, e.what, e.subject_id, e.version, e.reason, n.no
  from audit_entry e
  left join audit_number n on n.county_id = e.county_id and n.entry_id = e.id
  left join person p on p.county_id = e.county_id and p.id = e.person_id
  where e.county_id = ${county} and (${before}::uuid is null or e.id < ${before}) and (${subject}::uuid is null or e.subject_id = ${subject})
  order by e.id desc limit ${limit}`;

/** Every act of one kind, in its order. */
export const actsOf = ({ db, county }: InCounty, what: string) => rows(db, {
  subjectId: id<string>(),
  reason: text(),
  personId: id<'person'>(),
  at: at(),
})`
  select subject_id, reason, person_id, at from audit_entry where county_id = ${county} and what = ${what} order by id`;

/** Where a fact's receipt stands in the audit: by the receipt or by the fact; `no` once it is sealed. */
export async function receiptEntry({ db, county }: InCounty, { what, begins = '', subject = null }: ReceiptAsked) {
  const [found] = await rows(db, { subjectId: id<string>(), reason: text(), at: at(), no: orNull(int()) })`
    select e.subject_id, e.reason, e.at, n.no from audit_entry e
    left join audit_number n on n.county_id = e.county_id and n.entry_id = e.id
    where e.county_id = ${county} and e.what = ${what} and starts_with(e.reason, ${begins})
      and (${subject}::uuid is null or e.subject_id = ${subject}) order by e.id limit 1`;
  return found;
}
type ReceiptAsked = { what: string; begins?: string; subject?: string | null };
