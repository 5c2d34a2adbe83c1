import { recordAudit } from '../../audit/queries.ts';
import { recordFact } from '../../fact/actions.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { deliverCommission } from '../../plan/actions/commission.ts';
import { insertSubmission, saveStanding } from '../queries/writing.ts';
import { type Article, genres, wordsOf } from '../submission.ts';

/** 报送: the last of the six acts hands the signed version to the office; `evidence` is the sheet when they were signed on paper. */
export async function submit(context: Context, article: Article, evidence: readonly string[]): Promise<void> {
  const { id: articleId, unitId, title, body, genre, projectName, theme, versionNo } = article;
  const id = newId<'submission'>(context.now);
  const attributes = {
    ...{ article: articleId, title, words: wordsOf(body), genre: genres[genre], measure: '7' },
    ...(projectName === null ? {} : { project: projectName }),
    ...(theme === null ? {} : { campaign: theme }),
  };
  if (article.commissionId) await deliverCommission(context, article.commissionId, { articleId, title });
  const day = context.day;
  const factId = await recordFact(context, { unit: unitId, kind: 'submission', day, attributes, evidence, sourceId: id });
  await insertSubmission(context, { id, articleId, versionNo, submittedOn: day, factId });
  await saveStanding(context, { ...article, state: 'submitted', level: null });
  await recordAudit(context, { what: 'article.submit', subjectId: articleId, version: article.version + 1, reason: title });
}
