import type { Context } from '../../kernel/context.ts';
import type { Claim, Fields, Step, Was } from '../adoption.ts';
import type { Place } from './places.ts';

type Written = Omit<Fields, 'outlet'> & Pick<Place, 'outletId' | 'outlet' | 'key'>;
const columnsOf = ({ outlet, key, outletId, publishedOn, title, form, placement, words, link }: Written) => ({
  ...{ outletText: outlet, outletKey: key, outletId, publishedOn, title, form, placement, words, link },
});

type NewClaim = Written & Pick<Claim, 'id' | 'unitId' | 'articleId'>;
export async function insertClaim({ db, county, actor, now, day }: Context, claim: NewClaim) {
  const { id, unitId, articleId } = claim;
  const standing = { state: 'pending', claimedBy: actor.id, claimedOn: day, claimedAt: now, reason: '', version: 1 };
  await db`insert into claim ${db({ countyId: county, id, unitId, articleId, ...columnsOf(claim), ...standing })}`;
}

export async function insertEvidence({ db, county }: Context, claimId: Claim['id'], files: readonly string[]) {
  const proofs = files.map((sha256) => ({ countyId: county, claimId, sha256 }));
  if (proofs.length > 0) await db`insert into claim_evidence ${db(proofs)} on conflict do nothing`;
}

type NewStep = Pick<Step, 'no' | 'what' | 'reason'> & { was: Was };
export async function insertStep({ db, county, actor, day, now }: Context, claimId: Claim['id'], { was, ...step }: NewStep) {
  const done = { doneBy: actor.id, doneOn: day, doneAt: now };
  await db`insert into claim_step ${db({ countyId: county, claimId, ...step, was: db.json(was as never), ...done })}`;
}

/** Accepted: what it says now, and on which tier that rests. */
export async function saveAccepted(
  { db, county, actor, day, now }: Context,
  claim: Pick<Claim, 'id' | 'version' | 'factId' | 'reason'>,
  place: Place,
  fields: Fields,
) {
  const { id, version, factId, reason } = claim;
  const decided = { state: 'accepted', decidedBy: actor.id, decidedOn: day, decidedAt: now, reason, factId };
  const rests = { tier: place.tier, tierRow: place.tierRow };
  const row = { ...columnsOf({ ...fields, ...place }), ...decided, ...rests, version: version + 1 };
  await db`update claim set ${db(row)} where county_id = ${county} and id = ${id}`;
}

export async function saveRefused({ db, county, actor, day, now }: Context, { id, version, reason }: Claim) {
  const row = { state: 'refused', decidedBy: actor.id, decidedOn: day, decidedAt: now, reason, version: version + 1 };
  await db`update claim set ${db({ ...row, ...uncounted })} where county_id = ${county} and id = ${id}`;
}

export async function saveWithdrawn({ db, county }: Context, { id, version, reason }: Claim) {
  const row = { state: 'withdrawn', ...undecided, reason, version: version + 1 };
  await db`update claim set ${db({ ...row, ...uncounted })} where county_id = ${county} and id = ${id}`;
}

/** Handed in once more: whoever did it answers for it, and the office looks again. */
export async function saveSupplemented({ db, county, actor }: Context, { id, version }: Claim, written: Written) {
  const row = { ...columnsOf(written), state: 'pending', ...undecided, reason: '', claimedBy: actor.id, version: version + 1 };
  await db`update claim set ${db(row)} where county_id = ${county} and id = ${id}`;
}

const undecided = { decidedBy: null, decidedOn: null, decidedAt: null };
const uncounted = { factId: null, tier: null, tierRow: null };
