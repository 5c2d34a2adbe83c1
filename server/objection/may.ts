import { mayAct } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Objection } from './objection.ts';
import { refusals } from './refusals.ts';

/** When a month may be contested, on a day; `endsOn` null: it is not locked yet. */
export type Window = { month: string; endsOn: CountyDate | null; today: CountyDate };
type Whose = { id: string; closedOn: CountyDate | null };

/** Why this person may not contest a month for that unit; null when he may. A unit that is closed has nobody else than the office. */
export function whyNotRaise(actor: Actor, unit: Whose | null, { month, endsOn, today }: Window): Refusal | null {
  if (unit === null) return mayAct(actor, 'objection.make', actor.unitId) ? refusals.noUnit : refusals.mayNotRaise;
  if (!mayAct(actor, 'objection.make', unit.id)) return refusals.mayNotRaise;
  const closed = unit.closedOn !== null && unit.closedOn < today;
  if (actor.unitId !== unit.id && !closed) return refusals.onlyItself;
  if (endsOn === null) return refusals.notLocked(month);
  return today > endsOn ? refusals.over(month, endsOn, today) : null;
}

type Held = Pick<Objection, 'state' | 'unitId' | 'host' | 'raisedBy' | 'answeredBy'>;

export function whyNotWithdraw(actor: Actor, { unitId, raisedBy, state }: Held): Refusal | null {
  const own = actor.unitId === unitId || raisedBy === actor.id;
  if (!own || !mayAct(actor, 'objection.make', unitId)) return refusals.mayNotRaise;
  return state === 'pending' ? null : refusals.notPending(state);
}

/** `hands`: whoever verified or recorded what is contested. */
export function whyNotAnswer(actor: Actor, { state, host, raisedBy }: Held, hands: readonly string[]): Refusal | null {
  if (!mayAct(actor, 'objection.answer', null)) return refusals.mayNotAnswer;
  if (raisedBy === actor.id) return refusals.ownObjection;
  if (host && !actor.roles.includes('officeLead')) return refusals.hostUnit;
  if (hands.includes(actor.id)) return refusals.handled;
  return state === 'pending' ? null : refusals.notPending(state);
}

/** The second person. */
export function whyNotConfirm(actor: Actor, { state, raisedBy, answeredBy }: Held): Refusal | null {
  if (!mayAct(actor, 'objection.answer', null)) return refusals.mayNotAnswer;
  if (raisedBy === actor.id) return refusals.ownObjection;
  if (answeredBy === actor.id) return refusals.ownAnswer;
  return state === 'proposed' ? null : refusals.notPending(state);
}

/** What this person may do to it, and why not. */
export const mayOf = (actor: Actor, objection: Held, hands: readonly string[]) => ({
  withdraw: whyNotWithdraw(actor, objection)?.message ?? null,
  answer: whyNotAnswer(actor, objection, hands)?.message ?? null,
  confirm: whyNotConfirm(actor, objection)?.message ?? null,
});
