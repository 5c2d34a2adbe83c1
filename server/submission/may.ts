import { mayAct, whyNotAct } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { whyNotReview, whyNotSign } from './review.ts';
import { type Article, type ArticleState, type Picture, refusals, type Signature } from './submission.ts';

type Signatures = readonly Pick<Signature, 'versionNo' | 'level' | 'kind' | 'personId' | 'signerName'>[];
type Held = Pick<Article, 'unitId' | 'state'>;

export const isDraft = ({ state }: Pick<Article, 'state'>) => state === 'draft' || state === 'returned';

export function whyNotWrite(actor: Actor, { unitId, state }: Held): Refusal | null {
  const why = whyNotAct(actor, 'article.write', unitId, refusals.mayNotWrite);
  if (why) return why;
  return isDraft({ state }) ? null : refusals.notADraft;
}

export type Text = { title: string; body: string; pictures: readonly Picture[] };
/** What is still missing before it can be reviewed; the page asks while it is being typed. */
export function whyNotReady({ title, body, pictures }: Text): Refusal | null {
  if (!says(title)) return refusals.untitled;
  if (!says(body)) return refusals.noWords;
  return pictures.every(({ caption }) => says(caption)) ? null : refusals.uncaptioned;
}

/** Spaces, marks and signs that nobody sees say nothing. */
const says = (text: string) => /[\p{L}\p{N}]/u.test(text);

export function whyNotHandIn(actor: Actor, article: Held & Text): Refusal | null {
  const why = whyNotWrite(actor, article);
  return why === refusals.notADraft ? refusals.handedIn : (why ?? whyNotReady(article));
}

/** What the office has decided on stays counted as it was: taking it back afterwards would only make the rate look better. */
export function whyNotWithdraw(actor: Actor, { unitId, state }: Held): Refusal | null {
  const why = whyNotAct(actor, 'article.write', unitId, refusals.mayNotWrite);
  if (why) return why;
  if (state === 'taken') return refusals.takenAlready;
  return state === 'inReview' || state === 'submitted' ? null : refusals.nothingToWithdraw;
}

export function whyNotRecord(actor: Actor, article: Article, signatures: Signatures): Refusal | null {
  const why = whyNotAct(actor, 'article.recordSheet', article.unitId, refusals.mayNotRecord);
  if (why) return why;
  if (article.state !== 'inReview') return refusals.notInReview;
  return signatures.some(({ versionNo }) => versionNo === article.versionNo) ? refusals.partlySigned : null;
}

export const decisions = { take: 'taken', leave: 'left', return: 'returned' } as const;
export type Decision = keyof typeof decisions;

export function whyNotDecide(actor: Actor, { unitId, state }: Held, decision: Decision): Refusal | null {
  if (!mayAct(actor, 'submission.decide', unitId)) return refusals.mayNotDecide;
  if (!(['submitted', 'taken', 'left'] as ArticleState[]).includes(state)) return refusals.notSubmitted;
  return state === decisions[decision] ? refusals.alreadyDecided : null;
}

/** What this person may do to the article, and why not. */
export function mayOf(actor: Actor, article: Article, signatures: Signatures) {
  const why = (refusal: Refusal | null) => refusal?.message ?? null;
  return {
    save: why(whyNotWrite(actor, article)),
    handIn: why(whyNotHandIn(actor, article)),
    withdraw: why(whyNotWithdraw(actor, article)),
    review: why(whyNotSign(actor, article, signatures, 'review')),
    proof: why(whyNotSign(actor, article, signatures, 'proof')),
    return: why(whyNotReview(actor, article, signatures)),
    recordSheet: why(whyNotRecord(actor, article, signatures)),
    take: why(whyNotDecide(actor, article, 'take')),
    leave: why(whyNotDecide(actor, article, 'leave')),
    sendBack: why(whyNotDecide(actor, article, 'return')),
  };
}
