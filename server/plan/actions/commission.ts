import { recordAudit } from '../../audit/queries.ts';
import { workingCalendar } from '../../calendar/calendar.ts';
import { calendarDays } from '../../calendar/queries.ts';
import { cancelFact, recordFact, replaceFact } from '../../fact/actions.ts';
import type { Fact } from '../../fact/fact.ts';
import { undoneBySourceUnscoped } from '../../fact/queries.ts';
import { whyResting } from '../../identity/identity.ts';
import { lockUnit } from '../../identity/queries.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import { type Id, newId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import {
  attributesOf,
  type Commission,
  factDay,
  lateFrom,
  refusals,
  whyNotSettle,
  whyNotWithdraw,
} from '../commission/commission.ts';
import * as sql from '../queries/commission.ts';

export type Order = Pick<Commission, 'unitId' | 'title' | 'wishes' | 'words' | 'projectId' | 'campaignId' | 'dueOn'>;

/** 约稿 from a unit, by a day that is still to come. */
export async function orderCommission(context: Context, order: Order): Promise<{ id: Commission['id'] }> {
  if (!mayAct(context.actor, 'commission.order', order.unitId)) refuse(refusals.mayNotOrder);
  if (order.dueOn < context.day) refuse(refusals.pastDue);
  const unit = (await lockUnit(context, order.unitId)) ?? refuse(refusals.noUnit);
  if (whyResting(unit, context.day)) refuse(refusals.noUnit);
  const { isWorkday } = workingCalendar(await calendarDays(context));
  const id = newId<'commission'>(context.now);
  await sql.insertCommission(context, { id, ...order, lateFrom: lateFrom(order.dueOn, isWorkday), orderedOn: context.day });
  await recordAudit(context, { what: 'commission.order', subjectId: id, version: 1, reason: `${unit.name}：${order.title}` });
  return { id };
}

type Reasoned = { version: number; reason: string };

export async function withdrawCommission(context: Context, id: Commission['id'], given: Reasoned) {
  const commission = await held(context, id, given.version, (found) => whyNotWithdraw(context.actor, found));
  await sql.saveCommission(context, { ...commission, state: 'withdrawn', reason: given.reason });
  await recordAudit(context, { what: 'commission.withdraw', subjectId: id, version: given.version + 1, reason: given.reason });
  return { id };
}

/** The time is over and nothing came: that counts, too. Should the article still come, it takes this fact's place. */
export async function settleMissed(context: Context, id: Commission['id'], { version, reason }: Reasoned) {
  const commission = await held(context, id, version, (found) => whyNotSettle(context.actor, found, context.day));
  const factId = await recordFact(context, factOf(commission, context.day, null));
  await sql.saveCommission(context, { ...commission, state: 'missed', reason, factId });
  await recordAudit(context, { what: 'commission.settleMissed', subjectId: id, version: version + 1, reason });
  return { id };
}

/**
 * The article that was ordered is handed in, in the transaction of the act itself and before that records its own fact, so that
 * both sides lock in one order. What another article delivered stays so; what was withdrawn nobody waits for. `on`: the day that
 * it was handed in, today or, where the office takes after all what it had left, an earlier one.
 */
export async function deliverCommission(
  context: Context,
  id: Commission['id'],
  { articleId, title, on = context.day }: { articleId: Id<'article'>; title: string; on?: CountyDate },
) {
  const commission = await sql.lockCommission(context, id);
  if (commission?.state !== 'open' && commission?.state !== 'missed') return;
  const fact = factOf(commission, on, articleId);
  const { factId: missed } = commission;
  const factId = missed === null ? await recordFact(context, fact) : await takePlace(context, missed, fact);
  const delivered = { state: 'delivered', deliveredOn: on, articleId, factId } as const;
  await sql.saveCommission(context, { ...commission, ...delivered });
  await recordAudit(context, { what: 'commission.deliver', subjectId: id, version: commission.version + 1, reason: title });
}

/** What a review of the month has corrected stays as it was found there; the article that comes later is handed in all the same. */
const takePlace = async (context: Context, missed: Fact['id'], fact: Parameters<typeof recordFact>[1]) =>
  (await undoneBySourceUnscoped(context, missed)) === null ? replaceFact(context, missed, fact) : missed;

/** What was delivered is taken back, sent back or left: the order stands open again, and its fact no longer. */
export async function undeliverCommission(context: Context, id: Commission['id'], articleId: Id<'article'>, reason: string) {
  const commission = await sql.lockCommission(context, id);
  if (!commission?.factId || commission.articleId !== articleId) return;
  await cancelFact(context, commission.factId, id);
  await sql.saveCommission(context, { ...commission, state: 'open', deliveredOn: null, articleId: null, factId: null });
  await recordAudit(context, { what: 'commission.reopen', subjectId: id, version: commission.version + 1, reason });
}

function factOf(commission: Commission, on: CountyDate, article: Id<'article'> | null) {
  const attributes = attributesOf(commission, article === null ? null : { article, on });
  const { id: sourceId, unitId: unit } = commission;
  return { unit, kind: 'commission' as const, day: factDay(commission, on), attributes, sourceId };
}

/** As the person saw it, held until the end of the transaction; refused when it moved on or he may not. */
async function held(
  context: Context,
  id: Commission['id'],
  version: number,
  whyNot: (commission: Commission) => Refusal | null,
): Promise<Commission> {
  const commission = (await sql.lockCommission(context, id)) ?? refuse(refusals.notFound);
  const why = whyNot(commission);
  if (why?.status === 403) refuse(why);
  if (commission.version !== version) refuse(refusals.movedOn);
  return why ? refuse(why) : commission;
}
