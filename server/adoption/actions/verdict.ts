import { recordAudit } from '../../audit/queries.ts';
import type { MediaTier } from '../../channel/channel.ts';
import { cancelFact, recordFact, replaceFact } from '../../fact/actions.ts';
import { factUnscoped } from '../../fact/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import { about, attributesOf, type Claim, changed, changeWords, type Fields, fieldsOf, refusals, type Was } from '../adoption.ts';
import { needsReason, type Verdict, whyNotJudge } from '../may.ts';
import type { Place } from '../queries/places.ts';
import { insertStep, saveAccepted, saveRefused } from '../queries/writing.ts';
import { held, placed } from './claim.ts';

type Judgement = { version: number; verdict: Verdict; reason: string; fields: Fields | null };
type Decided = { id: Claim['id']; version: number; period: string | null; tier: MediaTier | null };

/** What the office finds against the evidence; on a claim already decided it changes what was decided. */
export async function judgeClaim(context: Context, id: Claim['id'], { version, verdict, reason, fields }: Judgement) {
  const claim = await held(context, id, version, (claim) => whyNotJudge(context.actor, claim, verdict));
  if (needsReason(claim, verdict) && reason === '') refuse(refusals.reasonNeeded);
  if (verdict === 'refuse') return refuseClaim(context, claim, reason);
  const now = verdict === 'correct' && fields !== null ? fields : fieldsOf(claim);
  return acceptClaim(context, claim, { verdict, reason, fields: now });
}

async function refuseClaim(context: Context, claim: Claim, reason: string): Promise<Decided> {
  const { id, factId, version } = claim;
  if (factId !== null) await cancelFact(context, factId, id);
  await saveRefused(context, { ...claim, reason });
  await insertStep(context, id, { no: version + 1, what: 'refuse', reason, was: {} });
  const what = factId === null ? 'claim.refuse' : 'claim.overturn';
  await recordAudit(context, { what, subjectId: id, version: version + 1, reason: about(claim, reason) });
  return { id, version: version + 1, period: null, tier: null };
}

type Acceptance = { verdict: 'accept' | 'correct'; reason: string; fields: Fields };

async function acceptClaim(context: Context, claim: Claim, { verdict, reason, fields }: Acceptance): Promise<Decided> {
  const { id, version } = claim;
  const place = await placed(context, fields, claim, id);
  const now = { ...fields, outlet: place.outlet };
  const was = wasOf(claim, now, place);
  if (verdict === 'correct' && Object.keys(was).length === 0) refuse(refusals.nothingChanged);
  const factId = await countFact(context, { ...claim, ...now, groupName: place.groupName }, place.tier);
  await saveAccepted(context, { ...claim, factId, reason }, place, now);
  await insertStep(context, id, { no: version + 1, what: verdict, reason, was });
  const what = claim.state === 'accepted' ? 'claim.overturn' : `claim.${verdict}`;
  const told = about(now, reason, changeWords(was, now));
  await recordAudit(context, { what, subjectId: id, version: version + 1, reason: told });
  const fact = await factUnscoped(context, factId);
  return { id, version: version + 1, period: fact?.period ?? null, tier: place.tier };
}

/** Of an accepted claim the tier too: the roster may have decided it since. */
function wasOf(claim: Claim, now: Fields, place: Place): Was {
  const was = changed(fieldsOf(claim), now);
  return claim.state === 'accepted' && claim.tier !== place.tier ? { ...was, tier: claim.tier } : was;
}

function countFact(context: Context, claim: Claim, tier: MediaTier | null) {
  const given = {
    ...{ unit: claim.unitId, kind: 'adoption' as const, day: claim.publishedOn, sourceId: claim.id },
    ...{ attributes: attributesOf(claim, tier), evidence: claim.evidence },
  };
  return claim.factId === null ? recordFact(context, given) : replaceFact(context, claim.factId, given);
}
