import type { Context } from '../../kernel/context.ts';
import { at, id, rows } from '../../kernel/rows.ts';

/** The viewer's own link that is in force. */
export async function linkOf({ db, county, actor }: Context) {
  const [link] = await rows(db, { madeAt: at() })`
    select made_at from calendar_link where county_id = ${county} and person_id = ${actor.id} and revoked_at is null`;
  return link;
}

/** Whose link it is, while it is in force and he is not suspended. */
export async function holderUnscoped({ db, county }: Context, digest: string) {
  const [holder] = await rows(db, { id: id<'person'>() })`
    select p.id from calendar_link l
    join person p on p.county_id = l.county_id and p.id = l.person_id
    where l.county_id = ${county} and l.digest = ${digest} and l.revoked_at is null and p.suspended_at is null`;
  return holder;
}

export async function revokeLink({ db, county, actor, now }: Context) {
  await db`
    update calendar_link set revoked_at = ${now} where county_id = ${county} and person_id = ${actor.id} and revoked_at is null`;
}

export async function insertLink({ db, county, actor, now }: Context, digest: string) {
  await db`insert into calendar_link ${db({ countyId: county, digest, personId: actor.id, madeAt: now })}`;
}
