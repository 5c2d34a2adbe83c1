import { recordAudit } from '../../audit/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { limits, type Person, refusals } from '../identity.ts';
import * as sql from '../queries.ts';
import { digestOf, newSecret } from '../secrets.ts';

type Proof = { person: { id: Person['id']; name: string } | undefined; address: string; left: number };
type Opened = { secret: string; refused?: undefined } | { secret?: undefined; refused: Refusal };

/** A failure is written down and answered as a value, so that it is committed and only then refused. */
export async function openSession(context: Context, account: string, { person, address, left }: Proof): Promise<Opened> {
  if (!person) {
    await sql.insertFailure(context, account, address);
    await recordAudit(context, { what: 'session.fail', subjectId: context.actor.id, version: 1, reason: '' });
    return { refused: left > 0 ? refusals.wrongPassword(left) : refusals.locked(limits.lockMinutes) };
  }
  await sql.clearFailures(context, account);
  return { secret: await sessionFor(context, person.id, address) };
}

async function sessionFor(context: Context, personId: Person['id'], address: string): Promise<string> {
  const secret = newSecret();
  const endsAt = new Date(context.now.getTime() + limits.sessionHours * 3_600_000);
  await sql.insertSession(context, { digest: digestOf(secret), personId, address, endsAt });
  const self = { ...context, actor: { ...context.actor, id: personId } };
  await recordAudit(self, { what: 'session.open', subjectId: personId, version: 1, reason: '' });
  return secret;
}

export async function closeSession(context: Context, secret: string) {
  await sql.deleteSession(context, digestOf(secret));
  await recordAudit(context, { what: 'session.close', subjectId: context.actor.id, version: 1, reason: '' });
  return {};
}

/** Every other session of the person ends with the old password. */
export async function changePassword(context: Context, hash: string, secret: string) {
  await sql.savePassword(context, context.actor.id, hash);
  await sql.deleteSessionsOf(context, context.actor.id, digestOf(secret));
  await recordAudit(context, { what: 'person.changePassword', subjectId: context.actor.id, version: 1, reason: '' });
  return {};
}

export async function acceptInvitation(context: Context, secret: string, hash: string, address: string) {
  const { personId } = (await sql.lockInvitationUnscoped(context, digestOf(secret))) ?? refuse(refusals.deadInvitation);
  await sql.savePassword(context, personId, hash);
  await sql.endInvitations(context, personId);
  return { secret: await sessionFor(context, personId, address) };
}
