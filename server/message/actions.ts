import { recordAudit } from '../audit/queries.ts';
import type { Context } from '../kernel/context.ts';
import type { Id } from '../kernel/ids.ts';
import type { Matter } from './message.ts';
import { insertMessage } from './queries.ts';

/**
 * Notes that somebody took these words to the work group: nobody is reminded of the same matter again without being asked to.
 * `round`: how often each had been told when he looked; told since, it is refused.
 */
export async function noteMessage(context: Context, words: string, matters: readonly (Matter & { round: number })[]) {
  const id: Id<'message'> = await insertMessage(context, words, matters);
  await recordAudit(context, { what: 'message.copy', subjectId: id, version: 1, reason: `${matters.length} 件` });
  return { id };
}
