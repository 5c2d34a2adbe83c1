import { hash } from 'node:crypto';
import { recordAudit } from '../../audit/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { whyNotHandIn } from '../may.ts';
import { insertLevel, insertReturn, insertSignatures, insertVersion, saveStanding } from '../queries/writing.ts';
import { nextLevel, whyNotReview, whyNotSign } from '../review.ts';
import { type Article, about, type Level, levels, proofs, type SignatureKind, wordsOf } from '../submission.ts';
import { held } from './held.ts';
import { submit } from './submit.ts';

/** 送审: what stands now is frozen as a version, and the first level has it. */
export async function handIn(context: Context, id: Article['id'], { version }: { version: number }) {
  const { article } = await held(context, id, version, (article) => whyNotHandIn(context.actor, article));
  const { title, body, pictures, genre } = article;
  const no = article.versionNo + 1;
  const digest = hash('sha256', JSON.stringify([context.county, id, no, title, body, pictures, genre]));
  await insertVersion(context, id, { no, title, body, pictures, genre, words: wordsOf(body), digest });
  await saveStanding(context, { ...article, state: 'inReview', level: 1, versionNo: no });
  await recordAudit(context, { what: 'article.handIn', subjectId: id, version: version + 1, reason: `第${no}版 ${title}` });
  return { id, version: version + 1 };
}

type Signing = { version: number; kind: SignatureKind; note: string; mistakes: number | null };
/** One of the six acts. The level that has both passes the article on; the last one hands it to the office at once. */
export async function sign(context: Context, id: Article['id'], { version, kind, note, mistakes }: Signing) {
  const { actor } = context;
  const { article, signatures } = await held(context, id, version, (article, signatures) =>
    whyNotSign(actor, article, signatures, kind),
  );
  const { versionNo, authorId } = article;
  const level = article.level as Level;
  const mine = signatures.filter((each) => each.versionNo === versionNo && each.level === level);
  const holder = { personId: actor.id, signer: actor.id, signerName: actor.name, sheet: null, recordedBy: null };
  if (mine.length === 0) await insertLevel(context, { articleId: id, versionNo, level, authorId, ...holder });
  await insertSignatures(context, [{ articleId: id, versionNo, level, kind, note, mistakes, signedOn: context.day }]);
  const next = nextLevel(level, [...mine.map((each) => each.kind), kind]);
  await recordAudit(context, {
    what: `article.${kind}`,
    subjectId: id,
    version: version + 1,
    reason: about(article, actWord(level, kind)),
  });
  if (next === null) await submit(context, article, []);
  else await saveStanding(context, { ...article, level: next });
  return { id, version: version + 1 };
}

const actWord = (level: Level, kind: SignatureKind) => (kind === 'review' ? levels : proofs)[level];

/** 退回: back to whoever wrote it, with the reason; the next version begins at the first level again. */
export async function sendBack(context: Context, id: Article['id'], { version, reason }: { version: number; reason: string }) {
  const { article } = await held(context, id, version, (article, signatures) => whyNotReview(context.actor, article, signatures));
  const { versionNo, level } = article;
  await insertReturn(context, { id: newId(context.now), articleId: id, versionNo, level, reason });
  await saveStanding(context, { ...article, state: 'returned', level: null });
  await recordAudit(context, { what: 'article.return', subjectId: id, version: version + 1, reason: about(article, reason) });
  return { id, version: version + 1 };
}
