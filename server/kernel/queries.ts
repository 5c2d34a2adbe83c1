import type { Context, Db } from './context.ts';
import { json, rows } from './rows.ts';

export const enterCounty = (db: Db, county: number) => db`select app_enter(${county})`.execute();

/** Waits for a twin that is still running; a second statement, to see what that twin committed. */
export async function keptReply({ db, county, actor }: Context, intent: string): Promise<object | undefined> {
  db`select pg_advisory_xact_lock(hashtextextended(${intent}, ${county}))`.execute().catch(() => undefined);
  const [kept] = await rows(db, { reply: json() })`
    select reply from kept_reply where county_id = ${county} and person_id = ${actor.id} and intent = ${intent}`;
  return kept?.reply;
}

export async function keepReply({ db, county, actor, now }: Context, intent: string, reply: object): Promise<void> {
  const row = { countyId: county, personId: actor.id, intent, reply: db.json(reply as never), at: now };
  await db`insert into kept_reply ${db(row)}`;
}

/** Kept replies serve a retry; nobody retries after a day. */
export const forgetReplies = ({ db, county }: Pick<Context, 'db' | 'county'>, before: Date) =>
  db`delete from kept_reply where county_id = ${county} and at < ${before}`.execute();
