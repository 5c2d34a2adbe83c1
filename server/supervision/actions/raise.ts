import type { Context } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import { whyNotApprove, whyNotRaise } from '../may.ts';
import * as sql from '../queries/writing.ts';
import { refusals } from '../refusals.ts';
import { basisWords, colours, needsSecond, nextColour, type Order } from '../supervision.ts';
import { checkDue, done, held } from './held.ts';
import { basisOf } from './issue.ts';

type Raised = { version: number; reason: string; requirement: string; dueOn: Order['dueOn']; months: readonly string[] };

/** To the next colour, when it is due and not done: 橙 at once, 红 and 约谈 once the lead agrees. */
export async function raiseOrder(context: Context, id: Order['id'], given: Raised) {
  const { version, reason, requirement, dueOn } = given;
  const order = await held(context, id, version, (found) => whyNotRaise(context.actor, found, context.day));
  const colour = nextColour(order.colour) ?? refuse(refusals.highest);
  await checkDue(context, dueOn);
  const known = order.months.map(({ month }) => month);
  const added = given.months.filter((month) => !known.includes(month));
  const whole = added.length > 0 ? await basisOf(context, order.unitId, [...known, ...added]) : [];
  const fresh = whole.filter(({ month }) => added.includes(month));
  await sql.insertMonths(context, id, fresh);
  const words = [`${colours[colour]}，限 ${dueOn}：${reason}`, ...fresh.map(basisWords)].join('；');
  if (needsSecond(colour)) {
    await sql.saveRising(context, order, { colour, dueOn, requirement });
    return done(context, order, 'proposeRaise', words);
  }
  await sql.saveRaised(context, order, { colour, dueOn, requirement });
  return done(context, order, 'raise', words);
}

type Approval = { version: number; agree: boolean; reason: string };

/** The lead's word: a red order goes out, a raise holds, a talk was held and its note is kept; or not, with the reason. */
export async function approveOrder(context: Context, id: Order['id'], { version, agree, reason }: Approval) {
  const order = await held(context, id, version, (found) => whyNotApprove(context.actor, found));
  if (!agree && reason === '') refuse(refusals.noReason);
  if (order.state === 'proposed') {
    await sql.saveFirst(context, order, agree);
    return done(context, order, agree ? 'agree' : 'disagree', reason);
  }
  const { nextColour: colour, nextDueOn: dueOn, nextRequirement: requirement } = order;
  if (colour === null || dueOn === null || requirement === null) return refuse(refusals.notRising);
  if (!agree) {
    await sql.dropRising(context, order);
    return done(context, order, 'disagree', `${colours[colour]}：${reason}`);
  }
  if (colour === 'talk' && reason === '') refuse(refusals.noTalkNote);
  await sql.saveRaised(context, order, { colour, dueOn, requirement }, true);
  return done(context, order, 'raise', `${colours[colour]}，限 ${dueOn}${reason && `：${reason}`}`);
}
