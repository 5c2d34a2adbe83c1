import { recordAudit } from '../../audit/queries.ts';
import { cancelFact } from '../../fact/actions.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { deliverCommission, undeliverCommission } from '../../plan/actions/commission.ts';
import { type Decision, decisions, whyNotDecide, whyNotWithdraw } from '../may.ts';
import { submissionsUnscoped } from '../queries/article.ts';
import { insertReturn, saveOutcome, saveStanding } from '../queries/writing.ts';
import { type Article, about, refusals } from '../submission.ts';
import { held } from './held.ts';

type Reasoned = { version: number; reason: string };

/** 撤回 by the unit: before it was handed over a draft again, afterwards gone from the ledger. An adoption stands by itself. */
export async function withdraw(context: Context, id: Article['id'], { version, reason }: Reasoned) {
  const { article } = await held(context, id, version, (article) => whyNotWithdraw(context.actor, article));
  const { versionNo } = article;
  if (article.state === 'inReview') {
    await insertReturn(context, { id: newId(context.now), articleId: id, versionNo, level: null, reason });
    await saveStanding(context, { ...article, state: 'draft', level: null });
  } else {
    await answer(context, article, 'withdrawn', reason);
    await undo(context, id, 'withdrawn', reason);
    await saveStanding(context, { ...article, state: 'withdrawn' });
  }
  await recordAudit(context, { what: 'article.withdraw', subjectId: id, version: version + 1, reason: about(article, reason) });
  return { id, version: version + 1 };
}

/** 留用、不用、退回修改: the office's word on what it was handed. Sent back it does not count until it is handed in anew. */
export async function decide(
  context: Context,
  id: Article['id'],
  { version, decision, reason }: Reasoned & { decision: Decision },
) {
  const { article } = await held(context, id, version, (article) => whyNotDecide(context.actor, article, decision));
  const { versionNo } = article;
  const outcome = decisions[decision];
  await answer(context, article, outcome, reason);
  if (outcome === 'returned') {
    await undo(context, id, outcome, reason);
    await insertReturn(context, { id: newId(context.now), articleId: id, versionNo, level: 0, reason });
  } else await saveOutcome(context, { id: (await handedIn(context, id)).id, outcome, reason });
  await saveStanding(context, { ...article, state: outcome });
  await recordAudit(context, {
    what: `submission.${decision}`,
    subjectId: id,
    version: version + 1,
    reason: about(article, reason),
  });
  return { id, version: version + 1 };
}

/** What that means for the 约稿 that the article answers: delivered while the office has it or took it, else waited for again. */
async function answer(
  context: Context,
  { id, title, state, commissionId }: Article,
  outcome: 'taken' | 'left' | 'returned' | 'withdrawn',
  reason: string,
) {
  if (commissionId === null) return;
  if (outcome !== 'taken') await undeliverCommission(context, commissionId, id, about({ title }, reason));
  else if (state === 'left') {
    const { submittedOn } = await handedIn(context, id);
    await deliverCommission(context, commissionId, { articleId: id, title, on: submittedOn });
  }
}

async function undo(context: Context, article: Article['id'], outcome: 'returned' | 'withdrawn', reason: string) {
  const { id, factId } = await handedIn(context, article);
  await cancelFact(context, factId, id);
  await saveOutcome(context, { id, outcome, reason });
}

const handedIn = async (context: Context, article: Article['id']) =>
  (await submissionsUnscoped(context, article)).at(-1) ?? refuse(refusals.notSubmitted);
