import { recordAudit } from '../../audit/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import { type Refusal, refusal, refuse } from '../../kernel/refusal.ts';
import { refusals } from '../identity.ts';
import * as sql from '../queries.ts';
import { administrations, mayAct, roles } from '../rights.ts';
import { registerPerson } from './person.ts';

const exists: Refusal = refusal('identity.countyExists', 409, '这个县已经建过，请换一个行政区划代码。');

/** A county and its three administrators, each with the link for his first sign-in: `{ systemAdmin: secret, … }`. */
export async function foundCounty(context: Context, given: { name: string; demo: boolean; demoDay: CountyDate | null }) {
  if (await sql.countyNow(context)) refuse(exists);
  await sql.insertCounty(context, given);
  await recordAudit(context, { what: 'county.found', subjectId: context.actor.id, version: 1, reason: given.name });
  const invitations: Record<string, string> = {};
  for (const role of administrations) {
    const admin = { account: role, name: roles[role], unitId: null, roles: [role] };
    invitations[role] = (await registerPerson(context, admin)).invitation;
  }
  return { county: context.county, name: given.name, invitations };
}

export const whyNotMoveDay = ({ actor }: Pick<Context, 'actor'>) =>
  mayAct(actor, 'county.date', null) ? null : refusals.mayNotMoveDay;

export async function moveDemoDay(context: Context, day: CountyDate) {
  const why = whyNotMoveDay(context);
  if (why) refuse(why);
  const county = await sql.countyNow(context);
  if (!county?.demo) refuse(refusals.notDemo);
  if (county.demoDay !== null && day < county.demoDay) refuse(refusals.onlyForward);
  await sql.setDemoDay(context, day);
  await recordAudit(context, { what: 'county.moveDemoDay', subjectId: context.actor.id, version: 1, reason: day });
  return { day };
}
