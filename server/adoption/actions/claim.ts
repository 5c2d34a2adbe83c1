import { recordAudit } from '../../audit/queries.ts';
import { refusals as identityRefusals } from '../../identity/identity.ts';
import { lockUnit } from '../../identity/queries.ts';
import { whyNotAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { filesOf, holdFiles } from '../../kernel/queries.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { articleForMedium } from '../../submission/actions/draft.ts';
import { lockArticle } from '../../submission/queries/article.ts';
import { about, type Claim, changed, changeWords, type Fields, fieldsOf, refusals } from '../adoption.ts';
import { whyNotSupplement, whyNotWithdraw } from '../may.ts';
import { lockClaim, twinOf } from '../queries/claims.ts';
import { placeOn } from '../queries/places.ts';
import * as sql from '../queries/writing.ts';

type Order = { unitId: Claim['unitId']; articleId: Claim['articleId'] | null; fields: Fields; evidence: readonly string[] };

/** Says that an article of the unit, or what a medium wrote by itself under that title, appeared. */
export async function makeClaim(context: Context, { unitId, articleId, fields, evidence }: Order) {
  const why = whyNotAct(context.actor, 'claim.make', unitId, refusals.mayNotClaim);
  if (why) refuse(why);
  if (articleId !== null && (await lockArticle(context, articleId))?.unitId !== unitId) refuse(refusals.noArticle);
  const unit = await lockUnit(context, unitId);
  if (!unit || unit.fromOn > context.day) refuse(identityRefusals.noUnit); // one claim of a unit at a time: the next sees its twin
  if (evidence.length === 0 && fields.link === null) refuse(refusals.noEvidence);
  await checkFiles(context, evidence);
  const place = await placed(context, fields, { articleId, unitId }, null);
  const id = newId<'claim'>(context.now);
  const of = articleId ?? (await articleForMedium(context, { unitId, title: fields.title }));
  await sql.insertClaim(context, { ...fields, ...place, id, unitId, articleId: of });
  await keepFiles(context, { id, unitId }, evidence);
  await sql.insertStep(context, id, { no: 1, what: 'claim', reason: '', was: {} });
  const reason = about({ ...fields, outlet: place.outlet });
  await recordAudit(context, { what: 'claim.make', subjectId: id, version: 1, reason });
  return { id, version: 1 };
}

/** Where it appeared; refused when that day has not come or somebody claims the same already. */
export async function placed(
  context: Context,
  { outlet, publishedOn, title }: Fields,
  of: { articleId: Claim['articleId'] | null; unitId: Claim['unitId'] },
  except: Claim['id'] | null,
) {
  if (publishedOn > context.day) refuse(refusals.future);
  const place = await placeOn(context, outlet, publishedOn);
  if (place.key === '') refuse(refusals.noOutlet);
  const twin = await twinOf(context, { ...of, title, key: place.key, on: publishedOn }, except);
  if (twin) refuse(refusals.twice(twin));
  return place;
}

async function checkFiles(context: Context, evidence: readonly string[]) {
  const wanted = new Set(evidence);
  if ((await filesOf(context, [...wanted])).length < wanted.size) refuse(refusals.noFile);
}

async function keepFiles(context: Context, { id, unitId }: Pick<Claim, 'id' | 'unitId'>, evidence: readonly string[]) {
  await sql.insertEvidence(context, id, evidence);
  await holdFiles(context, evidence, unitId);
}

/** The claim as the person saw it, held until the end of the transaction; refused when it moved on or he may not. */
export async function held(context: Context, id: Claim['id'], version: number, whyNot: (claim: Claim) => Refusal | null) {
  const claim = (await lockClaim(context, id)) ?? refuse(refusals.notFound);
  if (claim.version !== version) refuse(refusals.movedOn(claim));
  const why = whyNot(claim);
  if (why) refuse(why);
  return claim;
}

type Supplement = { version: number; reason: string; fields: Fields; evidence: readonly string[] };

/** 补交: put right or proved better, before it is verified or after it came back. */
export async function supplementClaim(context: Context, id: Claim['id'], given: Supplement) {
  const { version, reason, fields, evidence } = given;
  const claim = await held(context, id, version, (claim) => whyNotSupplement(context.actor, claim));
  await checkFiles(context, evidence);
  const more = evidence.filter((sha256) => !claim.evidence.includes(sha256));
  if (claim.evidence.length + more.length === 0 && fields.link === null) refuse(refusals.noEvidence);
  const place = await placed(context, fields, claim, id);
  const now = { ...fields, outlet: place.outlet };
  const was = changed(fieldsOf(claim), now);
  if (Object.keys(was).length === 0 && more.length === 0 && reason === '') refuse(refusals.nothingAdded);
  await keepFiles(context, claim, more);
  await sql.saveSupplemented(context, claim, { ...fields, ...place });
  await sql.insertStep(context, id, { no: version + 1, what: 'supplement', reason, was });
  const told = about(now, reason, changeWords(was, now), more.length > 0 ? `佐证 ${more.length} 份` : '');
  await recordAudit(context, { what: 'claim.supplement', subjectId: id, version: version + 1, reason: told });
  return { id, version: version + 1 };
}

export async function withdrawClaim(context: Context, id: Claim['id'], { version, reason }: { version: number; reason: string }) {
  const claim = await held(context, id, version, (claim) => whyNotWithdraw(context.actor, claim));
  await sql.saveWithdrawn(context, { ...claim, reason });
  await sql.insertStep(context, id, { no: version + 1, what: 'withdraw', reason, was: {} });
  await recordAudit(context, { what: 'claim.withdraw', subjectId: id, version: version + 1, reason: about(claim, reason) });
  return { id, version: version + 1 };
}
