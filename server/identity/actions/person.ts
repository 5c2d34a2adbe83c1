import { recordAudit } from '../../audit/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { limits, type Person, refusals, roleWords, whyNotGrant, whyNotRoles } from '../identity.ts';
import * as sql from '../queries.ts';
import { mayAct } from '../rights.ts';
import { digestOf, newSecret } from '../secrets.ts';

type NewPerson = Pick<Person, 'account' | 'name' | 'unitId' | 'roles'>;

/** Registers a person and hands out the link, shown once, with which he sets his own password. */
export async function invitePerson(context: Context, given: NewPerson) {
  if (!mayAct(context.actor, 'person.invite', given.unitId)) refuse(refusals.mayNotInvite);
  const why = whyNotRoles(given.roles, given.unitId) ?? whyNotGrant(context.actor.roles, given.roles);
  if (why) refuse(why);
  return registerPerson(context, given);
}

export async function registerPerson(context: Context, given: NewPerson) {
  const id = newId<'person'>(context.now);
  await sql.insertPerson(context, { id, ...given });
  await recordAudit(context, { what: 'person.invite', subjectId: id, version: 1, reason: roleWords(given.roles) });
  return { id, invitation: await newInvitation(context, id) };
}

async function newInvitation(context: Context, personId: Person['id']): Promise<string> {
  const secret = newSecret();
  const endsAt = new Date(context.now.getTime() + limits.invitationDays * 86_400_000);
  await sql.endInvitations(context, personId);
  await sql.insertInvitation(context, { digest: digestOf(secret), personId, endsAt });
  return secret;
}

export async function inviteAgain(context: Context, id: Person['id'], version: number) {
  const person = await lockedPerson(context, id);
  const why = whyNotInviteAgain(context, person) ?? whyNotVersion(person, version);
  if (why) refuse(why);
  await sql.savePerson(context, person);
  await recordAudit(context, { what: 'person.inviteAgain', subjectId: id, version: version + 1, reason: '' });
  return { id, invitation: await newInvitation(context, id) };
}

const whyNotInviteAgain = ({ actor }: Context, person: Person) =>
  mayAct(actor, 'person.invite', person.unitId) ? whyNotGrant(actor.roles, person.roles) : refusals.mayNotInvite;

/** Suspended, a person is out at once; his acts stay under his name. */
export async function suspendPerson(
  context: Context,
  id: Person['id'],
  given: { version: number; suspended: boolean; reason: string },
) {
  const person = await lockedPerson(context, id);
  const why = whyNotSecure(context, person) ?? whyNotVersion(person, given.version);
  if (why) refuse(why);
  await sql.savePerson(context, { ...person, suspended: given.suspended });
  await sql.deleteSessionsOf(context, id);
  const what = given.suspended ? 'person.suspend' : 'person.resume';
  await recordAudit(context, { what, subjectId: id, version: given.version + 1, reason: given.reason });
  return { id };
}

export async function unlockPerson(context: Context, id: Person['id'], version: number) {
  const person = await lockedPerson(context, id);
  if (!mayAct(context.actor, 'person.secure', person.unitId)) refuse(refusals.mayNotSecure);
  const moved = whyNotVersion(person, version);
  if (moved) refuse(moved);
  await sql.clearFailures(context, person.account);
  await recordAudit(context, { what: 'person.unlock', subjectId: id, version, reason: '' });
  return { id };
}

function whyNotSecure({ actor }: Context, person: Person): Refusal | null {
  if (!mayAct(actor, 'person.secure', person.unitId)) return refusals.mayNotSecure;
  return actor.id === person.id ? refusals.notYourself : null;
}

async function lockedPerson(context: Context, id: Person['id']): Promise<Person> {
  return (await sql.lockPerson(context, id)) ?? refuse(refusals.notFound);
}

/** After the rights, so that a stranger is not told whether something moved. */
const whyNotVersion = ({ version }: Person, seen: number) => (version === seen ? null : refusals.movedOn);

/** What the server lets this person do to that one, and if not why. */
export function withMay(context: Context, person: Person) {
  const secure = whyNotSecure(context, person)?.message ?? null;
  return {
    ...person,
    may: { inviteAgain: whyNotInviteAgain(context, person)?.message ?? null, suspend: secure, unlock: secure },
  };
}
