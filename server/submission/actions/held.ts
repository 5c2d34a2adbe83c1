import type { Context } from '../../kernel/context.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { lockArticle, signaturesUnscoped } from '../queries/article.ts';
import { type Article, refusals, type Signature } from '../submission.ts';

/** The article as the person saw it, held until the end of the transaction; refused when it moved on or he may not. */
export async function held(
  context: Context,
  id: Article['id'],
  version: number,
  whyNot: (article: Article, signatures: readonly Signature[]) => Refusal | null,
) {
  const article = (await lockArticle(context, id)) ?? refuse(refusals.notFound);
  if (article.version !== version) refuse(refusals.movedOn);
  const signatures = await signaturesUnscoped(context, id);
  const why = whyNot(article, signatures);
  if (why) refuse(why);
  return { article, signatures };
}
