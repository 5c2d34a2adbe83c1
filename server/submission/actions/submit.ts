import { recordAudit } from '../../audit/queries.ts';
import { workingCalendar } from '../../calendar/calendar.ts';
import { calendarDays } from '../../calendar/queries.ts';
import { recordFact } from '../../fact/actions.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { deliverCommission } from '../../plan/actions/commission.ts';
import { dueOf } from '../lateness.ts';
import { dueGroundUnscoped } from '../queries/article.ts';
import { insertSubmission, saveStanding } from '../queries/writing.ts';
import { type Article, genres, wordsOf } from '../submission.ts';

/** 报送: the last of the six acts hands the signed version to the office; `evidence` is the sheet when they were signed on paper. */
export async function submit(context: Context, article: Article, evidence: readonly string[]): Promise<void> {
  const { firstOn, ...ground } = await dueGroundUnscoped(context, article);
  const due = dueOf(ground, workingCalendar(await calendarDays(context)).isWorkday);
  const came = { dueOn: due?.dueOn ?? null, lateFrom: due?.lateFrom ?? null, firstOn: firstOn ?? context.day };
  const { id: articleId, unitId, title, body, genre, projectName, theme, versionNo } = article;
  const id = newId<'submission'>(context.now);
  const attributes = {
    ...{ article: articleId, title, words: wordsOf(body), genre: genres[genre], measure: '7' },
    ...(projectName === null ? {} : { project: projectName }),
    ...(theme === null ? {} : { campaign: theme }),
    ...(due === null ? {} : { dueOn: due.dueOn, deliveredOn: came.firstOn }),
  };
  if (article.commissionId) await deliverCommission(context, article.commissionId, { articleId, title });
  const day = context.day;
  const factId = await recordFact(context, { unit: unitId, kind: 'submission', day, attributes, evidence, sourceId: id });
  await insertSubmission(context, { id, articleId, versionNo, submittedOn: day, ...came, factId });
  await saveStanding(context, { ...article, state: 'submitted', level: null });
  await recordAudit(context, { what: 'article.submit', subjectId: articleId, version: article.version + 1, reason: title });
}
