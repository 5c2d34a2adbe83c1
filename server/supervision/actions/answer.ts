import type { Context } from '../../kernel/context.ts';
import { filesOf, holdFiles } from '../../kernel/queries.ts';
import { refuse } from '../../kernel/refusal.ts';
import { whyNotAnswer, whyNotAsk, whyNotDecide, whyNotJudge, whyNotReopen, whyNotWithdraw } from '../may.ts';
import * as sql from '../queries/writing.ts';
import { refusals } from '../refusals.ts';
import type { Order } from '../supervision.ts';
import { checkDue, done, held } from './held.ts';

type Id = Order['id'];

/** 整改反馈: what the unit did about it; said again it stands beside the first, and the last counts. */
export async function answerOrder(
  context: Context,
  id: Id,
  given: { version: number; text: string; evidence: readonly string[] },
) {
  const order = await held(context, id, given.version, (found) => whyNotAnswer(context.actor, found));
  if ((await filesOf(context, given.evidence)).length < new Set(given.evidence).size) refuse(refusals.noFile);
  await sql.insertEvidence(context, id, given.evidence);
  await holdFiles(context, given.evidence, order.unitId);
  await sql.saveAnswer(context, order, given.text);
  return done(context, order, 'answer', given.text);
}

/** The unit asks for more time while it still has some. */
export async function askExtension(context: Context, id: Id, given: { version: number; dueOn: Order['dueOn']; reason: string }) {
  const order = await held(context, id, given.version, (found) => whyNotAsk(context.actor, found, context.day));
  if (given.dueOn <= order.dueOn) refuse(refusals.notLater);
  await checkDue(context, given.dueOn);
  await sql.saveAsked(context, order, { askedDueOn: given.dueOn, dueOn: order.dueOn });
  return done(context, order, 'ask', `到 ${given.dueOn}：${given.reason}`);
}

type Decision = { version: number; agree: boolean; reason: string };

/** 延期 approved or not. */
export async function decideExtension(context: Context, id: Id, { version, agree, reason }: Decision) {
  const order = await held(context, id, version, (found) => whyNotDecide(context.actor, found));
  if (!agree && reason === '') refuse(refusals.noReason);
  const dueOn = (agree && order.askedDueOn) || order.dueOn;
  await sql.saveAsked(context, order, { askedDueOn: null, dueOn });
  return done(context, order, agree ? 'extend' : 'keepDue', agree ? `到 ${dueOn}${reason && `：${reason}`}` : reason);
}

/** 销号, or the answer goes back to be given anew. */
export async function judgeAnswer(context: Context, id: Id, { version, agree, reason }: Decision) {
  const order = await held(context, id, version, (found) => whyNotJudge(context.actor, found));
  if (!agree && reason === '') refuse(refusals.noReason);
  await sql.saveState(context, order, agree ? 'closed' : 'issued');
  return done(context, order, agree ? 'close' : 'sendBack', reason);
}

/** The office takes an order back, or an end that came too soon. */
export async function withdrawOrder(context: Context, id: Id, { version, reason }: { version: number; reason: string }) {
  const order = await held(context, id, version, (found) => whyNotWithdraw(context.actor, found));
  await sql.saveState(context, order, 'withdrawn');
  return done(context, order, 'withdraw', reason);
}
export async function reopenOrder(context: Context, id: Id, { version, reason }: { version: number; reason: string }) {
  const order = await held(context, id, version, (found) => whyNotReopen(context.actor, found));
  await sql.saveState(context, order, 'answered');
  return done(context, order, 'reopen', reason);
}
