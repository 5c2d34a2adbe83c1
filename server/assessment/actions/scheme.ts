import { recordAudit } from '../../audit/queries.ts';
import { lockLedger, periodsOf } from '../../fact/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { CountyDate, dayBefore } from '../../kernel/dates.ts';
import { type Id, newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { addMonths, firstDay, lastDay, monthOf } from '../months.ts';
import { endScheme, insertScheme, type SchemeVersion, schemeVersions, unitsOn } from '../queries.ts';
import { refusals } from '../refusals.ts';
import type { Scheme } from '../scheme.ts';
import { adoptionReason } from '../told.ts';
import { groupOf } from '../versions.ts';

/** Could the version come into force as things stand? Nobody records meanwhile. Answers the version before it. Throws `Refused`. */
export async function checkAdoptable(context: Context, scheme: Scheme): Promise<SchemeVersion | undefined> {
  if (scheme.from !== firstDay(monthOf(scheme.from))) refuse(refusals.wholeMonths);
  if (scheme.to !== null && scheme.to !== lastDay(monthOf(scheme.to))) refuse(refusals.wholeMonths);
  await lockLedger(context);
  const before = (await schemeVersions(context)).at(-1);
  await checkMonths(context, scheme, before);
  await checkGroups(context, scheme);
  return before;
}

type Ground = { proposedBy: Id<'person'> | null; basis: string; paper: string | null };

/** Takes a version into force from the first of a month; the version before ends on the day before. */
export async function putInForce(context: Context, scheme: Scheme, ground: Ground): Promise<SchemeVersion['id']> {
  const before = await checkAdoptable(context, scheme);
  const fromOn = CountyDate.parse(scheme.from);
  if (before && (before.toOn === null || before.toOn >= fromOn)) await endScheme(context, before.id, dayBefore(fromOn));
  const id = newId<'scheme'>(context.now);
  const toOn = scheme.to === null ? null : CountyDate.parse(scheme.to);
  await insertScheme(context, { id, code: scheme.id, name: scheme.name, body: scheme, fromOn, toOn, ...ground });
  await recordAudit(context, { what: 'scheme.inForce', subjectId: id, version: 1, reason: adoptionReason(scheme, ground) });
  return id;
}

/** Never over a locked month, never before a version that stands, never into months that already count by another. */
async function checkMonths(context: Context, { from, id }: Scheme, before: SchemeVersion | undefined) {
  const [first, current] = [monthOf(from), monthOf(context.day)];
  const periods = await periodsOf(context);
  const locked = periods.findLast(({ lockedAt }) => lockedAt !== null)?.month;
  if (locked !== undefined && locked >= first) refuse(refusals.overLocked(locked, addMonths(locked, 1)));
  if (before === undefined) return;
  if (before.code === id) refuse(refusals.codeTaken);
  const counting = periods.findLast(({ month, version }) => month >= first && version > 0)?.month;
  if (counting !== undefined) refuse(refusals.underWay(counting === current ? '本月' : `${counting} `, addMonths(counting, 1)));
  if (before.fromOn >= from) refuse(refusals.notLater(before.name, before.fromOn));
}

/** A unit whose group the scheme does not know could not be scored. */
async function checkGroups(context: Context, scheme: Scheme) {
  const known = new Set(scheme.groups.map(({ name }) => name));
  const units = (await unitsOn(context, context.day)).filter(({ host }) => !host);
  const needed = new Set(units.map((unit) => groupOf(unit, scheme)));
  const missing = [...needed].filter((group) => !known.has(group));
  if (missing.length > 0) refuse(refusals.missingGroups(missing));
}
