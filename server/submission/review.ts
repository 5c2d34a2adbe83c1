import { type Role, roles, whyNotAct } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { type Article, type Level, refusals, type Signature, type SignatureKind } from './submission.ts';

export const signerOf = { 1: 'sectionHead', 2: 'deputyHead', 3: 'unitHead' } as const satisfies Record<Level, Role>;

type Judged = Pick<Article, 'unitId' | 'state' | 'level' | 'authorId' | 'authorName' | 'versionNo' | 'handedInBy'>;
type Signed = Pick<Signature, 'versionNo' | 'level' | 'kind' | 'personId' | 'signerName'>;

/** Why this person may not sign here and now; null when he may. The action throws it, the page shows it beside the button. */
export function whyNotSign(actor: Actor, article: Judged, signatures: readonly Signed[], kind: SignatureKind): Refusal | null {
  const why = whyNotReview(actor, article, signatures);
  if (why) return why;
  const done = ofVersion(article, signatures).some((each) => each.level === article.level && each.kind === kind);
  return done ? refusals.alreadySigned : null;
}

/** Reviewing, in either of its acts or by sending back: at his level, neither the author nor on two levels, by another account either. */
export function whyNotReview(actor: Actor, article: Judged, signatures: readonly Signed[]): Refusal | null {
  const { level } = article;
  if (level === null) return refusals.notInReview;
  const role = signerOf[level];
  const notHis = refusals.notYourTurn(level, roles[role]);
  const why = whyNotAct(actor, 'article.review', article.unitId, notHis);
  if (why || !actor.roles.includes(role)) return why ?? notHis;
  if (actor.id === article.authorId) return refusals.notTheAuthor;
  if (actor.id === article.handedInBy) return refusals.handedItIn; // he answers for the text as an author does
  const here = ofVersion(article, signatures);
  if (here.some((each) => each.personId === actor.id && each.level !== level)) return refusals.oneLevelOnly;
  const others = [article.authorName, ...here.filter((each) => each.level !== level).map(({ signerName }) => signerName)];
  if (others.some((name) => plainName(name) === plainName(actor.name))) return refusals.namesake;
  const holder = here.find((each) => each.level === level && each.personId !== actor.id);
  return holder ? refusals.heldBy(holder.signerName) : null;
}

const ofVersion = ({ versionNo }: Judged, signatures: readonly Signed[]) =>
  signatures.filter((each) => each.versionNo === versionNo);

/** Both acts of the level done: whose turn it is next; null: all three have signed. */
export function nextLevel(level: Level, kinds: readonly SignatureKind[]): Level | null {
  if (new Set(kinds).size < 2) return level;
  return level === 3 ? null : ((level + 1) as Level);
}

/** A name by its letters alone: spaces, dots, brackets and signs that nobody sees make no other person of it. */
export const plainName = (name: string) => name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
