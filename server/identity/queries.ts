import type { Actor, Context } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { newId } from '../kernel/ids.ts';
import { keptReply } from '../kernel/queries.ts';
import { at, day, flag, id, int, json, orNull, rows, text, texts } from '../kernel/rows.ts';
import { type Person, personRow, type Unit, unitRow, whyResting } from './identity.ts';
import type { Role } from './rights.ts';

type InCounty = Pick<Context, 'db' | 'county'>;

/** That `n` is the name that its unit has on the county's day; one that begins later is told under its first. */
export const nameOn = ({ db, day }: Pick<Context, 'db' | 'day'>) => db`
  not n.alias and (n.to_on is null or n.to_on >= ${day}) and (n.from_on <= ${day} or not exists (
    select from unit_name e where e.county_id = n.county_id and e.unit_id = n.unit_id and not e.alias and e.from_on < n.from_on))`;

const countyRow = { code: int(), name: text(), demo: flag(), demoDay: orNull(day()) };

export async function countyNow({ db, county }: InCounty) {
  const [found] = await rows(
    db,
    countyRow,
  )`select county_id as code, name, demo, demo_day from county where county_id = ${county}`;
  return found;
}

export async function insertCounty(
  { db, county, now }: Context,
  { name, demo, demoDay }: { name: string; demo: boolean; demoDay: CountyDate | null },
) {
  await db`insert into county ${db({ countyId: county, name, demo, demoDay, createdAt: now })}`;
}

export const setDemoDay = ({ db, county }: InCounty, day: CountyDate) =>
  db`update county set demo_day = ${day} where county_id = ${county} and demo`.execute();

type Serving = { now: Date; idleSince: Date; passwordsFrom: Date };
/** Who holds this secret, and on which day the county lives. A suspended person holds nothing. `once`: what he was answered. */
export async function signedIn(
  { db, county }: InCounty,
  digest: string,
  { now, idleSince, passwordsFrom }: Serving,
  once: string | null,
) {
  const [found] = await rows(db, {
    id: id<'person'>(),
    name: text(),
    unitId: orNull(id<'unit'>()),
    roles: texts<Role>(),
    mustChangePassword: flag(),
    demoDay: orNull(day()),
    seenAt: at(),
    unitFrom: orNull(day()),
    unitTo: orNull(day()),
    kept: orNull(json()),
  })`
    select p.id, p.name, p.unit_id, p.roles, not c.demo and (
        select max(u.used_at) from password_used u where u.county_id = ${county} and u.person_id = p.id) < ${passwordsFrom} as must_change_password,
      c.demo_day, s.seen_at, u.from_on as unit_from, u.to_on as unit_to,
      ${once === null ? db`null::jsonb` : keptReply({ db, county }, once)} as kept
    from session s
    join person p on p.county_id = s.county_id and p.id = s.person_id
    join county c on c.county_id = s.county_id
    left join unit u on u.county_id = p.county_id and u.id = p.unit_id
    where s.county_id = ${county} and s.digest = ${digest} and s.ends_at > ${now} and s.seen_at > ${idleSince} and p.suspended_at is null`;
  return found;
}

export const touchSession = ({ db, county }: InCounty, digest: string, now: Date) =>
  db`update session set seen_at = ${now} where county_id = ${county} and digest = ${digest}`.execute();

export async function insertSession(
  { db, county, now }: Context,
  session: { digest: string; personId: Person['id']; address: string; endsAt: Date },
) {
  await db`insert into session ${db({ countyId: county, createdAt: now, seenAt: now, ...session })}`;
}

export const deleteSession = ({ db, county }: InCounty, digest: string) =>
  db`delete from session where county_id = ${county} and digest = ${digest}`.execute();

export const deleteSessionsOf = ({ db, county }: InCounty, person: Person['id'], except = '') =>
  db`delete from session where county_id = ${county} and person_id = ${person} and digest <> ${except}`.execute();

export const deleteEndedSessions = ({ db, county }: InCounty, now: Date, idleSince: Date) =>
  db`delete from session where county_id = ${county} and (ends_at <= ${now} or seen_at <= ${idleSince})`.execute();

const credentialsRow = {
  id: id<'person'>(),
  account: text(),
  name: text(),
  hash: text(),
  unitId: orNull(id<'unit'>()),
  roles: texts<Role>(),
};

/** Only who has a password and is not suspended can sign in. */
export async function credentialsUnscoped({ db, county }: InCounty, account: string) {
  const [found] = await rows(db, credentialsRow)`
    select id, account, name, password_hash as hash, unit_id, roles from person
    where county_id = ${county} and account = ${account} and password_hash is not null and suspended_at is null`;
  return found;
}

export async function credentialsOfUnscoped({ db, county }: InCounty, person: Person['id']) {
  const [found] = await rows(db, credentialsRow)`
    select id, account, name, coalesce(password_hash, '') as hash, unit_id, roles from person where county_id = ${county} and id = ${person}`;
  return found;
}

export async function failuresSince({ db, county }: InCounty, account: string, address: string, since: Date) {
  const [found] = await rows(db, { ofAccount: int(), ofAddress: int(), lastAt: orNull(at()) })`
    select count(*) filter (where account = ${account})::int as of_account,
      count(*) filter (where address = ${address})::int as of_address,
      max(failed_at) filter (where account = ${account}) as last_at
    from sign_in_failure
    where county_id = ${county} and failed_at > ${since} and cleared_at is null and (account = ${account} or address = ${address})`;
  return found ?? { ofAccount: 0, ofAddress: 0, lastAt: null };
}

export async function insertFailure({ db, county, now }: Context, account: string, address: string) {
  await db`insert into sign_in_failure ${db({ countyId: county, id: newId(now), account, address, failedAt: now })}`;
}

export const clearFailures = ({ db, county, now }: Context, account: string) =>
  db`update sign_in_failure set cleared_at = ${now} where county_id = ${county} and account = ${account} and cleared_at is null`.execute();

export async function insertInvitation(
  { db, county, now, actor }: Context,
  invitation: { digest: string; personId: Person['id']; endsAt: Date },
) {
  await db`insert into invitation ${db({ countyId: county, madeBy: actor.id, madeAt: now, ...invitation })}`;
}

/** A new link makes the ones before it useless. */
export const endInvitations = ({ db, county, now }: Context, person: Person['id']) =>
  db`update invitation set used_at = ${now} where county_id = ${county} and person_id = ${person} and used_at is null`.execute();

export async function lockInvitationUnscoped({ db, county, now }: Context, digest: string) {
  const [found] = await rows(db, { personId: id<'person'>() })`
    select person_id from invitation
    where county_id = ${county} and digest = ${digest} and used_at is null and ends_at > ${now} for update`;
  return found;
}

export async function invitedUnscoped({ db, county, now }: Context, digest: string) {
  const [found] = await rows(db, { id: id<'person'>(), name: text(), account: text() })`
    select p.id, p.name, p.account from invitation i
    join person p on p.county_id = i.county_id and p.id = i.person_id
    where i.county_id = ${county} and i.digest = ${digest} and i.used_at is null and i.ends_at > ${now} and p.suspended_at is null`;
  return found;
}

export async function passwordsUsedUnscoped({ db, county }: InCounty, person: Person['id'], limit: number): Promise<string[]> {
  const used = await rows(db, { hash: text() })`
    select hash from password_used where county_id = ${county} and person_id = ${person} order by used_at desc limit ${limit}`;
  return used.map(({ hash }) => hash);
}

export async function savePassword({ db, county, now }: Context, person: Person['id'], hash: string) {
  await db`
    update person set password_hash = ${hash} where county_id = ${county} and id = ${person}`;
  await db`insert into password_used ${db({ countyId: county, personId: person, usedAt: now, hash })}`;
}

type NewPerson = Pick<Person, 'id' | 'account' | 'name' | 'unitId' | 'roles'>;
export async function insertPerson({ db, county, now }: Context, { roles, ...person }: NewPerson) {
  await db`
    insert into person ${db({ countyId: county, ...person, roles: [...roles], createdAt: now, version: 1 })}`;
}

const people = ({ db, county, onlyUnit, day, now }: Context) => db`
  select p.id, p.name, p.account, p.unit_id, n.name as unit_name, p.roles, p.suspended_at is not null as suspended,
    p.password_hash is null and exists (
      select from invitation i
      where i.county_id = ${county} and i.person_id = p.id and i.used_at is null and i.ends_at > ${now}) as invited,
    (select max(f.failed_at) + interval '30 minutes' from sign_in_failure f
      where f.county_id = ${county} and f.account = p.account and f.cleared_at is null and f.failed_at > ${now}::timestamptz - interval '30 minutes'
      having count(*) >= 5) as locked_until,
    p.version
  from person p
  left join unit_name n on n.county_id = p.county_id and n.unit_id = p.unit_id and ${nameOn({ db, day })}
  where p.county_id = ${county} and (${onlyUnit}::uuid is null or p.unit_id = ${onlyUnit})`;

export const listPeople = (context: Context): Promise<Person[]> =>
  rows(context.db, personRow)`${people(context)} order by n.name nulls first, p.account`;

export async function lockPerson(context: Context, person: Person['id']): Promise<Person | undefined> {
  await context.db`select from person where county_id = ${context.county} and id = ${person} for update`;
  const [found] = await rows(context.db, personRow)`${people(context)} and p.id = ${person}`;
  return found;
}

export async function savePerson({ db, county, now }: Context, { id, suspended, roles, version }: Person) {
  await db`
    update person set suspended_at = ${suspended ? now : null}, roles = ${[...roles]}, version = ${version + 1}
    where county_id = ${county} and id = ${id}`;
}

const units = ({ db, county, day }: Context) => db`
  select u.id, n.name, array(
      select a.name from unit_name a where a.county_id = ${county} and a.unit_id = u.id and a.name <> n.name order by a.name) as aliases,
    u.kind, u.code, u.host, u.from_on, u.to_on, u.version
  from unit u
  join unit_name n on n.county_id = u.county_id and n.unit_id = u.id and not n.alias
    and n.from_on <= greatest(${day}::date, u.from_on) and (n.to_on is null or n.to_on >= greatest(${day}::date, u.from_on))
  where u.county_id = ${county}`;

export const listUnits = (context: Context): Promise<Unit[]> =>
  rows(context.db, unitRow)`${units(context)} order by u.host desc, u.kind = 'township', u.code nulls first, u.id`;

export async function lockUnit(context: Context, unit: Unit['id']): Promise<Unit | undefined> {
  await context.db`select from unit where county_id = ${context.county} and id = ${unit} for update`;
  const [found] = await rows(context.db, unitRow)`${units(context)} and u.id = ${unit}`;
  return found;
}

type NewUnit = Pick<Unit, 'id' | 'name' | 'kind' | 'code' | 'host' | 'fromOn'>;
export async function insertUnit({ db, county }: Context, { name, ...unit }: NewUnit) {
  await db`insert into unit ${db({ countyId: county, ...unit, version: 1 })}`;
  await db`insert into unit_name ${db({ countyId: county, unitId: unit.id, name, alias: false, fromOn: unit.fromOn })}`;
}

export async function insertName({ db, county }: Context, unitId: Unit['id'], name: string, fromOn: CountyDate, alias: boolean) {
  await db`insert into unit_name ${db({ countyId: county, unitId, name, alias, fromOn })}`;
}

export const endName = ({ db, county }: Context, unitId: Unit['id'], lastOn: CountyDate) =>
  db`
  update unit_name set to_on = ${lastOn}
  where county_id = ${county} and unit_id = ${unitId} and not alias and to_on is null`.execute();

export async function saveUnit({ db, county }: Context, { id, toOn, version }: Unit) {
  await db`update unit set to_on = ${toOn}, version = ${version + 1} where county_id = ${county} and id = ${id}`;
}

/** Which unit a paper means by a name, today's or an old one or a short one. */
export const unitsByName = ({ db, county }: InCounty) => rows(db, { name: text(), unitId: id<'unit'>() })`
  select name, unit_id from unit_name where county_id = ${county}`;

export type SignedIn = NonNullable<Awaited<ReturnType<typeof signedIn>>>;
export const actorOf = ({ id, name, unitId, roles, unitFrom, unitTo }: SignedIn, day: CountyDate): Actor => {
  return { id, name, unitId, roles, resting: whyResting({ fromOn: unitFrom, toOn: unitTo }, day) };
};
