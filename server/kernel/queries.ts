import type postgres from 'postgres';
import type { Context, Db } from './context.ts';
import type { MediaType, Upload } from './files.ts';
import { type Id, newId } from './ids.ts';
import { bytes, flag, id, int, json, orNull, type RowOf, rows, text } from './rows.ts';

/** SQL to stand inside another statement. */
export type Part = postgres.Fragment;

type Entering = { begin: string; county: number; once?: string | undefined; distributed: boolean };
/**
 * Begins a transaction in one county, in one message; `once` waits for a twin of that name that is still running. A plain `set`
 * costs half of what a function call does, but inside a string it does not reach the workers of a distributed PostgreSQL.
 */
export function enterCounty(db: Db, { begin, county, once, distributed }: Entering) {
  const enter = distributed ? `select app_enter(${county})` : `set local app.county = '${county}'`;
  const alone = once === undefined ? '' : `; select pg_advisory_xact_lock(hashtextextended('${once}', ${county}))`;
  return db.unsafe(`${begin}; ${enter}${alone}`).simple().execute();
}

/** Whether the tables are, or could be, spread over several servers. */
export async function distributes(db: Db): Promise<boolean> {
  const [found] = await rows(db, { citus: flag() })`select exists (select from pg_extension where extname = 'citus') as citus`;
  return found?.citus === true;
}

export const rollBack = (db: Db) => db`rollback`.execute();

/** What was answered to the same request before, by the row `p` of the statement that asks who he is. */
export const keptReply = ({ db, county }: Pick<Context, 'db' | 'county'>, intent: string) => db`(
  select k.reply from kept_reply k where k.county_id = ${county} and k.person_id = p.id and k.intent = ${intent})`;

/** `ahead` is a write to be made in the same statement. Fails where `allowed`, a condition in SQL, does not hold. Either may be missing. */
export const keepReply = (
  { db, county, actor, now }: Context,
  intent: string,
  reply: string,
  { ahead, allowed }: { ahead?: Part | undefined; allowed?: Part | undefined },
) => db`
    ${ahead ? db`with ahead as (${ahead})` : db``}
    insert into kept_reply (county_id, person_id, intent, reply, at)
    values (${county}, ${actor.id}, ${intent}, case when ${allowed ?? db`true`} then ${reply}::text::jsonb end, ${now})`;

/** Kept replies serve a retry; nobody retries after a day. */
export const forgetReplies = ({ db, county }: Pick<Context, 'db' | 'county'>, before: Date) =>
  db`delete from kept_reply where county_id = ${county} and at < ${before}`.execute();

/** Kept once under its digest; whoever hands in the same bytes again holds the same file. */
export async function storeFile({ db, county, actor, now }: Context, upload: Upload): Promise<boolean> {
  const { count } = await db`
    insert into file ${db({ countyId: county, storedBy: actor.id, storedAt: now, ...upload })} on conflict do nothing`;
  return count > 0;
}

/** Lets the people of a unit open these files, because they prove something of theirs. */
export async function holdFiles({ db, county }: Pick<Context, 'db' | 'county'>, files: readonly string[], unitId: Id<'unit'>) {
  const holders = files.map((sha256) => ({ countyId: county, sha256, unitId }));
  if (holders.length > 0) await db`insert into file_holder ${db(holders)} on conflict do nothing`;
}

const fileRow = { sha256: text(), mediaType: text<MediaType>(), name: text(), size: int() };
export type KeptFile = RowOf<typeof fileRow>;

/** Those of the files that the viewer may see. */
export const filesOf = ({ db, county, onlyUnit }: Context, files: readonly string[]): Promise<KeptFile[]> => rows(db, fileRow)`
  select sha256, media_type, name, size from file f
  where f.county_id = ${county} and f.sha256 = any(${[...files]}::text[]) and (${onlyUnit}::uuid is null or exists (
    select from file_holder h where h.county_id = ${county} and h.sha256 = f.sha256 and h.unit_id = ${onlyUnit}))`;

/** The bytes; only after `filesOf` has said that the viewer may have them. */
export async function contentOfUnscoped({ db, county }: Pick<Context, 'db' | 'county'>, sha256: string) {
  const [found] = await rows(db, { content: bytes() })`
    select content from file where county_id = ${county} and sha256 = ${sha256}`;
  return found?.content;
}

export const jobRow = {
  id: id<'job'>(),
  kind: text(),
  state: text<'waiting' | 'running' | 'done' | 'failed'>(),
  done: int(),
  total: int(), // 0: not known yet
  result: orNull(json()),
  fault: orNull(text()),
};
export type Job = RowOf<typeof jobRow>;

/** Queued in the transaction of the request itself: either both are there or neither. */
export async function queueJob({ db, county, actor, now }: Context, kind: string, input: object): Promise<Job['id']> {
  const jobId = newId<'job'>(now);
  const row = {
    countyId: county,
    id: jobId,
    kind,
    input: db.json(input as never),
    state: 'waiting',
    tries: 0,
    done: 0,
    total: 0,
  };
  await db`insert into job ${db({ ...row, queuedBy: actor.id, queuedAt: now })}`;
  return jobId;
}

/** Only his own; what others wait for is not there. */
export async function jobOf({ db, county, actor }: Context, jobId: Job['id']): Promise<Job | undefined> {
  const [found] = await rows(db, jobRow)`
    select id, kind, state, done, total, result, fault from job
    where county_id = ${county} and id = ${jobId} and queued_by = ${actor.id}`;
  return found;
}

/** The oldest that waits is now running; two takers never get the same. */
export async function takeJob({ db, county, now }: Pick<Context, 'db' | 'county' | 'now'>) {
  const [taken] = await rows(db, { id: id<'job'>(), kind: text(), input: json() })`
    update job set state = 'running', begun_at = ${now}, tries = tries + 1
    where county_id = ${county} and id = (
      select id from job where county_id = ${county} and state = 'waiting' order by id limit 1 for update skip locked)
    returning id, kind, input`;
  return taken;
}

export const noteProgress = ({ db, county }: Pick<Context, 'db' | 'county'>, jobId: Job['id'], done: number, total: number) =>
  db`update job set done = ${done}, total = ${total} where county_id = ${county} and id = ${jobId}`.execute();

type Ending = { state: 'done' | 'failed'; result?: object; fault?: string };
export const endJob = (
  { db, county, now }: Pick<Context, 'db' | 'county' | 'now'>,
  jobId: Job['id'],
  { state, result = undefined, fault = undefined }: Ending,
) =>
  db`
  update job set state = ${state}, result = ${result ? db.json(result as never) : null}, fault = ${fault ?? null}, ended_at = ${now}
  where county_id = ${county} and id = ${jobId}`.execute();

/** What a dead process left running waits again; the third time it counts as failed. */
export const resumeJobs = ({ db, county }: Pick<Context, 'db' | 'county'>) =>
  db`update job set state = case when tries < 3 then 'waiting' else 'failed' end, fault = '程序中断了三次，没有办成，请再试。'
    where county_id = ${county} and state = 'running'`.execute();

export const forgetJobs = ({ db, county }: Pick<Context, 'db' | 'county'>, before: Date) =>
  db`delete from job where county_id = ${county} and ended_at < ${before}`.execute();
