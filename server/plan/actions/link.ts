import { recordAudit } from '../../audit/queries.ts';
import { digestOf } from '../../identity/secrets.ts';
import type { Context } from '../../kernel/context.ts';
import * as sql from '../queries/link.ts';

/** A new link of one's own; the one before is dead. The secret is the browser's, so that no kept reply holds it either. */
export async function makeLink(context: Context, secret: string) {
  await sql.revokeLink(context);
  await sql.insertLink(context, digestOf(secret));
  return told(context, 'calendarLink.make');
}

export async function revokeLink(context: Context) {
  await sql.revokeLink(context);
  return told(context, 'calendarLink.revoke');
}

async function told(context: Context, what: string) {
  await recordAudit(context, { what, subjectId: context.actor.id, version: 1, reason: '' });
  return { id: context.actor.id };
}
