import { recordAudit } from '../../audit/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import { filesOf, holdFiles } from '../../kernel/queries.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { whyNotRecord } from '../may.ts';
import { isSheetOfAnother, versionsUnscoped } from '../queries/article.ts';
import { insertLevel, insertSignatures } from '../queries/writing.ts';
import { plainName } from '../review.ts';
import { type Article, about, type Level, refusals } from '../submission.ts';
import { held } from './held.ts';
import { submit } from './submit.ts';

type Signer = { name: string; day: CountyDate; mistakes: number | null };
type Sheet = { version: number; sheet: string; signers: readonly [Signer, Signer, Signer] };

/** 代录: the three signed on paper, and its picture says so. All six acts at once, under the names that stand there. */
export async function recordSheet(context: Context, id: Article['id'], { version, sheet, signers }: Sheet) {
  const { actor } = context;
  const { article } = await held(context, id, version, (article, signatures) => whyNotRecord(actor, article, signatures));
  const [file] = await filesOf(context, [sheet]);
  if (!file) refuse(refusals.noSheet);
  if (await isSheetOfAnother(context, sheet)) refuse(refusals.sheetUsed);
  const { versionNo, authorId } = article;
  const handedIn = (await versionsUnscoped(context, id)).find(({ no }) => no === versionNo);
  const { madeOn = context.day, madeByName = '' } = handedIn ?? {};
  const why = whyNotSigners(signers, [article.authorName, madeByName], madeOn, context.day);
  if (why) refuse(why);
  await holdFiles(context, [sheet], article.unitId);
  for (const [at, { name, day, mistakes }] of signers.entries()) {
    const level = (at + 1) as Level;
    const holder = { signer: name, signerName: name, personId: null, authorId, sheet, recordedBy: actor.id };
    await insertLevel(context, { articleId: id, versionNo, level, ...holder });
    const act = { articleId: id, versionNo, level, note: '', signedOn: day };
    await insertSignatures(context, [
      { ...act, kind: 'review', mistakes: null },
      { ...act, kind: 'proof', mistakes },
    ]);
  }
  const reason = about(article, `代录审签单：${signers.map(({ name }) => name).join('、')}`);
  await recordAudit(context, { what: 'article.recordSheet', subjectId: id, version: version + 1, reason });
  await submit(context, article, [sheet]);
  return { id, version: version + 1 };
}

/** Three different people, none of them the author, one after the other between 送审 and today. */
function whyNotSigners(
  signers: readonly Signer[],
  [author = '', hander = '']: readonly string[],
  from: CountyDate,
  today: CountyDate,
): Refusal | null {
  const names = signers.map(({ name }) => plainName(name));
  if (names.includes(plainName(author))) return refusals.authorSigned;
  if (names.includes(plainName(hander))) return refusals.handerSigned;
  if (new Set(names).size < names.length) return refusals.sameSigner;
  const days = signers.map(({ day }) => day);
  if (days.some((day) => day > today)) return refusals.signedLate;
  return days.some((day, at) => day < (days[at - 1] ?? from)) ? refusals.signedEarly : null;
}
