import { refusals as factRefusals } from '../fact/fact.ts';
import { mayAct, whyNotAct } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { type Claim, refusals } from './adoption.ts';

export const verdicts = { accept: '认定', correct: '更正后认定', refuse: '退回' } as const;
export type Verdict = keyof typeof verdicts;
type Held = Pick<Claim, 'unitId' | 'host' | 'state' | 'vouchers' | 'tier' | 'tierNow' | 'reviewed'>;

/** Why this person may not verify it so; null when he may. A second verdict on the same claim changes the first. */
export function whyNotJudge(actor: Actor, claim: Held, verdict: Verdict): Refusal | null {
  if (!mayAct(actor, 'claim.verify', claim.unitId)) return refusals.mayNotVerify;
  if (claim.vouchers.includes(actor.id)) return refusals.own;
  if (claim.host && !actor.roles.includes('officeLead')) return refusals.hostUnit;
  if (claim.reviewed) return factRefusals.reviewed;
  if (claim.state === 'withdrawn') return refusals.wrongState(claim.state, verdicts[verdict]);
  if (verdict === 'refuse') return claim.state === 'refused' ? refusals.sameAgain : null;
  return verdict === 'accept' && claim.state === 'accepted' && !mayCountNow(claim) ? refusals.sameAgain : null;
}

/** Accepted while its outlet was 待认定, which since has a tier. */
export const mayCountNow = ({ state, tier, tierNow }: Pick<Claim, 'state' | 'tier' | 'tierNow'>) =>
  state === 'accepted' && tier === null && tierNow !== null;

/** Whoever refuses, corrects or changes what was decided says why. */
export const needsReason = ({ state }: Pick<Claim, 'state'>, verdict: Verdict) => verdict !== 'accept' || state === 'refused';

function whyNotKeep(actor: Actor, { unitId, state }: Pick<Held, 'unitId' | 'state'>, verb: string): Refusal | null {
  const why = whyNotAct(actor, 'claim.make', unitId, refusals.mayNotClaim);
  if (why) return why;
  if (state === 'accepted') return refusals.alreadyAccepted;
  return state === 'withdrawn' ? refusals.wrongState(state, verb) : null;
}
export const whyNotSupplement = (actor: Actor, claim: Held) => whyNotKeep(actor, claim, '补交');
export const whyNotWithdraw = (actor: Actor, claim: Held) => whyNotKeep(actor, claim, '撤回');

/** What this person may do to the claim, and why not. */
export function mayOf(actor: Actor, claim: Held) {
  const why = (refusal: Refusal | null) => refusal?.message ?? null;
  return {
    accept: why(whyNotJudge(actor, claim, 'accept')),
    correct: why(whyNotJudge(actor, claim, 'correct')),
    refuse: why(whyNotJudge(actor, claim, 'refuse')),
    supplement: why(whyNotSupplement(actor, claim)),
    withdraw: why(whyNotWithdraw(actor, claim)),
  };
}
