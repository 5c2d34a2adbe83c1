import { recordAudit } from '../../audit/queries.ts';
import { closePeriod, lockLedger, lockPeriod } from '../../fact/queries.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { exportMonth, exportText } from '../export.ts';
import type { Month } from '../months.ts';
import { insertMonthLock } from '../queries.ts';
import { refusals } from '../refusals.ts';
import { checksFor, stateOf } from './sight.ts';

/**
 * 月度锁定, for ever. `version` and `head` are those of the preview that the person looked at: what was recorded, renamed or
 * adopted since, he has not seen. Nobody records while it runs.
 */
export async function lockMonth(context: Context, given: { month: Month; version: number; head: string }) {
  if (!mayAct(context.actor, 'month.lock', null)) refuse(refusals.mayNotLock);
  const { month } = given;
  await lockLedger(context);
  await lockPeriod(context, month);
  const state = await stateOf(context, month);
  if (state.lock) refuse(refusals.lockedAlready(month, state.lock.lockedBy));
  const last = state.locks
    .map(({ lockedOn }) => lockedOn)
    .sort()
    .at(-1);
  if (last !== undefined && context.day < last) refuse(refusals.clockBehind(context.day, last)); // the time to object is counted from it
  if (state.version !== given.version) refuse(refusals.movedOn);
  const blocking = checksFor(context, state).filter((check) => check.blocking);
  if (blocking.length > 0) refuse(refusals.stillOpen(blocking.map(({ words }) => words)));
  const shown = state.given ?? refuse(refusals.noneAdopted(month));
  if (shown.head !== given.head) refuse(refusals.movedOn);
  const frozen = exportMonth({ ...shown, state: 'locked' });
  await insertMonthLock(context, { month, export: exportText(frozen), head: frozen.head });
  await closePeriod(context, month);
  const reason = `${month} ${frozen.head} ${context.day}`; // the county's day counts the days for objections
  await recordAudit(context, { what: 'month.lock', subjectId: newId(context.now), version: state.version, reason });
  return { month, head: frozen.head };
}
