import { mayAct, whyNotAct } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusals } from './refusals.ts';
import { isOpen, needsSecond, nextColour, type Order } from './supervision.ts';

type Held = Pick<Order, 'unitId' | 'state' | 'colour' | 'dueOn' | 'askedDueOn' | 'nextColour' | 'proposedBy'>;

export const whyNotIssue = (actor: Actor): Refusal | null =>
  mayAct(actor, 'supervision.order', null) ? null : refusals.mayNotOrder;

/** Up a colour: due, not finished, no extension that waits for its answer. */
export function whyNotRaise(actor: Actor, held: Held, today: string): Refusal | null {
  const why = whyNotIssue(actor) ?? (isOut(held) ? null : refusals.notNow(held.state));
  if (why) return why;
  if (nextColour(held.colour) === null) return refusals.highest;
  if (held.nextColour !== null) return refusals.isRising;
  if (held.askedDueOn !== null) return refusals.isAsked;
  return held.dueOn < today ? null : refusals.notDue(held.dueOn);
}

/** The lead's word on a red order or on what was asked to be raised; never his own. */
export function whyNotApprove(actor: Actor, { state, nextColour, proposedBy }: Held): Refusal | null {
  if (!mayAct(actor, 'supervision.lead', null)) return refusals.mayNotLead;
  if (state !== 'proposed' && nextColour === null) return refusals.notRising;
  return proposedBy === actor.id ? refusals.ownProposal : null;
}

export function whyNotAnswer(actor: Actor, held: Held): Refusal | null {
  const why = whyNotAct(actor, 'supervision.answer', held.unitId, refusals.mayNotAnswer);
  return why ?? (isOut(held) ? null : refusals.notNow(held.state));
}

export function whyNotAsk(actor: Actor, held: Held, today: string): Refusal | null {
  const why = whyNotAnswer(actor, held);
  if (why) return why;
  if (held.askedDueOn !== null) return refusals.askedAlready;
  return held.dueOn < today ? refusals.tooLate(held.dueOn) : null;
}

export const whyNotDecide = (actor: Actor, { askedDueOn }: Held): Refusal | null =>
  whyNotIssue(actor) ?? (askedDueOn === null ? refusals.notAsked : null);

/** 销号, or back for another answer. */
export function whyNotJudge(actor: Actor, { state }: Held): Refusal | null {
  const why = whyNotIssue(actor);
  if (why || state === 'answered') return why;
  return state === 'issued' ? refusals.notAnswered : refusals.notNow(state);
}

export const whyNotWithdraw = (actor: Actor, { state }: Held): Refusal | null =>
  whyNotIssue(actor) ?? (isOpen(state) ? null : refusals.notNow(state));
export const whyNotReopen = (actor: Actor, { state }: Held): Refusal | null =>
  whyNotIssue(actor) ?? (state === 'closed' ? null : refusals.notNow(state));

const isOut = ({ state }: Held) => state === 'issued' || state === 'answered';

/** What this person may do to it, and why not. */
export function mayOf(actor: Actor, held: Held, today: string) {
  const said = (why: Refusal | null) => why?.message ?? null;
  return {
    approve: said(whyNotApprove(actor, held)),
    answer: said(whyNotAnswer(actor, held)),
    ask: said(whyNotAsk(actor, held, today)),
    decide: said(whyNotDecide(actor, held)),
    raise: said(whyNotRaise(actor, held, today)),
    judge: said(whyNotJudge(actor, held)),
    withdraw: said(whyNotWithdraw(actor, held)),
    reopen: said(whyNotReopen(actor, held)),
  };
}

/** A new order that has to wait for the lead. */
export const firstState = (colour: Order['colour']) => (needsSecond(colour) ? ('proposed' as const) : ('issued' as const));
