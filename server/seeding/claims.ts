import { makeClaim } from '../adoption/actions/claim.ts';
import { judgeClaim } from '../adoption/actions/verdict.ts';
import type { Fields } from '../adoption/adoption.ts';
import { takeFile } from '../evidence/actions.ts';
import { wordsOf } from '../submission/submission.ts';
import { type OctoberClaim, pictureNamed } from './october.ts';
import { missing, type Stage, type Story } from './stage.ts';

/** The unit claims what appeared, with the clipping; another person of the office holds it against that. */
export async function* claimStory(stage: Stage, claim: OctoberClaim): Story {
  const { unit, claimed, claimedAs, decided } = claim;
  const claimant = stage.cast(unit, 'informationOfficer');
  const upload = await pictureNamed(claim.picture);
  yield claimed;
  const fields = fieldsOf(claim);
  const { form = fields.form, day: publishedOn = fields.publishedOn } = claimedAs ?? {};
  const said = { ...fields, form, publishedOn };
  const made = await stage.scene.as(
    claimant,
    async (context) => {
      const { sha256 } = await takeFile(context, upload);
      return makeClaim(context, {
        unitId: claimant.unitId,
        articleId: articleOf(stage, claim),
        fields: said,
        evidence: [sha256],
      });
    },
    claimed,
  );
  if (!decided) return;
  const { day, decision: verdict, reason } = decided;
  yield day;
  const { id, version } = made;
  const judgement = { version, verdict, reason, fields: verdict === 'correct' ? fields : null };
  await stage.scene.as(stage.verifier, (context) => judgeClaim(context, id, judgement), day);
}

const articleOf = ({ articles }: Stage, { article }: OctoberClaim) =>
  article === null ? null : (articles.get(article) ?? missing(article)).id;

const fieldsOf = ({ outlet, day, title, form, placement, excerpt }: OctoberClaim): Fields => ({
  ...{ outlet, publishedOn: day, title, form, placement, link: null },
  words: excerpt ? wordsOf(excerpt) : null,
});
