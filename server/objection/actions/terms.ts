import { recordAudit } from '../../audit/queries.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { insertTerms } from '../queries/terms.ts';
import { type Terms, termsRefusals } from '../terms.ts';

/** Sets by when months are locked and how long they may be contested, from a day on that is still to come. */
export async function setTerms(context: Context, given: Pick<Terms, 'fromOn' | 'lockBy' | 'workdays' | 'reason'>) {
  if (!mayAct(context.actor, 'terms.set', null)) refuse(termsRefusals.mayNotSet);
  if (given.fromOn <= context.day) refuse(termsRefusals.notAhead);
  await insertTerms(context, given);
  const reason = `${given.fromOn} 起：次月 ${given.lockBy} 日前锁定，异议期 ${given.workdays} 个工作日。${given.reason}`;
  await recordAudit(context, { what: 'terms.set', subjectId: newId(context.now), version: 1, reason });
  return { fromOn: given.fromOn };
}
