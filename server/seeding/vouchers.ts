import { takeFile } from '../evidence/actions.ts';
import { decideVoucher, enterVoucher } from '../voucher/actions.ts';
import { type OctoberVoucher, pictureNamed } from './october.ts';
import { missing, type Stage, type Story } from './stage.ts';

/** One of the office enters it with its document, the other holds it against that. */
export async function* voucherStory(stage: Stage, voucher: OctoberVoucher): Story {
  const { unit, kind, day: happenedOn, grade, title, article, words, number, entered, decided } = voucher;
  const unitId = stage.cast(unit, 'informationOfficer').unitId;
  const upload = await pictureNamed(voucher.picture);
  yield entered;
  const articleId = article === null ? null : (stage.articles.get(article) ?? missing(article)).id;
  const about = { unitId, kind, happenedOn, grade, title, articleId, words, number };
  const { id, version } = await stage.scene.as(
    stage.office,
    async (context) => {
      const { sha256 } = await takeFile(context, upload);
      return enterVoucher(context, { ...about, evidence: [sha256] });
    },
    entered,
  );
  if (!decided) return;
  const { day, agree, reason } = decided;
  yield day;
  await stage.scene.as(stage.verifier, (context) => decideVoucher(context, id, { version, agree, reason }), day);
}
