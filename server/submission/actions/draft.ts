import { recordAudit } from '../../audit/queries.ts';
import { whyNotAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { type Id, newId } from '../../kernel/ids.ts';
import { filesOf } from '../../kernel/queries.ts';
import { refuse } from '../../kernel/refusal.ts';
import { alongside } from '../../kernel/transaction.ts';
import { whyNotWrite } from '../may.ts';
import { article, isCommissionOf } from '../queries/article.ts';
import { insertArticle, saveWritten } from '../queries/writing.ts';
import { type Article, refusals, type Written } from '../submission.ts';

export async function createArticle(context: Context, written: Written) {
  const unitId = context.actor.unitId;
  const why = whyNotAct(context.actor, 'article.write', unitId, refusals.mayNotWrite);
  if (unitId === null || why) return refuse(why ?? refusals.mayNotWrite);
  await checkReferences(context, unitId, written);
  const id = newId<'article'>(context.now);
  alongside(context.db, insertArticle(context, { id, unitId, origin: 'unit', state: 'draft', ...written }));
  await recordAudit(context, { what: 'article.create', subjectId: id, version: 1, reason: written.title });
  return { id, version: 1, savedAt: context.now };
}

/** What is being typed; when it was saved elsewhere in between, nothing is overwritten and the writer is told. */
export async function autosave(context: Context, id: Article['id'], version: number, written: Written) {
  const found = (await article(context, id)) ?? refuse(refusals.notFound);
  const why = whyNotWrite(context.actor, found);
  if (why) refuse(why);
  await checkReferences(context, found.unitId, written);
  if (!(await saveWritten(context, { id, version }, written))) refuse(refusals.conflict);
  return { id, version: version + 1, savedAt: context.now };
}

async function checkReferences(context: Context, unit: Article['unitId'], { pictures, commissionId }: Written) {
  if (pictures.length > 0) {
    const wanted = new Set(pictures.map(({ sha256 }) => sha256));
    const files = await filesOf(context, [...wanted]);
    if (files.length < wanted.size) refuse(refusals.noPicture);
    if (files.some(({ mediaType }) => !mediaType.startsWith('image/'))) refuse(refusals.notAPicture);
  }
  if (commissionId !== null && !(await isCommissionOf(context, commissionId, unit))) refuse(refusals.noCommission);
}

/** What a medium wrote by itself: an article that nobody submitted, for an adoption to stand on. */
export async function articleForMedium(
  context: Context,
  { unitId, title }: { unitId: Id<'unit'>; title: string },
): Promise<Article['id']> {
  const id = newId<'article'>(context.now);
  const nothing = { body: '', pictures: [], genre: 'news', projectId: null, campaignId: null, commissionId: null } as const;
  await insertArticle(context, { id, unitId, origin: 'medium', state: 'recorded', title, ...nothing });
  await recordAudit(context, { what: 'article.record', subjectId: id, version: 1, reason: title });
  return id;
}
