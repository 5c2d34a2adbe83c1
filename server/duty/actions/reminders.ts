import { lastDay, monthOf } from '../../assessment/months.ts';
import { workingCalendar } from '../../calendar/calendar.ts';
import { calendarDays } from '../../calendar/queries.ts';
import { filingsNow } from '../../filing/actions.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { addDays, type CountyDate } from '../../kernel/dates.ts';
import { refuse } from '../../kernel/refusal.ts';
import { noteMessage } from '../../message/actions.ts';
import { lastTold } from '../../message/queries.ts';
import { listCommissions, nothingWanted } from '../../plan/queries/commission.ts';
import { refusals } from '../duty.ts';
import { remindersOf, remindText } from '../reminders.ts';
import { quotaIn } from './home.ts';

/** Two work days ahead of a day that is due, it is about to be late. */
const ahead = 2;

/** What units can be reminded of today; a unit sees its own. */
export async function remindersNow(context: Context) {
  const { day } = context;
  const [filings, commissions, quota, exceptions, told] = await Promise.all([
    filingsNow(context),
    listCommissions(context, nothingWanted),
    quotaIn(context, monthOf(day)),
    calendarDays(context),
    lastTold(context, addDays(day, -400)),
  ]);
  const calendar = workingCalendar(exceptions);
  const soon = calendar.workdaysAfter(day, ahead);
  const { rows = [], terms = [] } = filings ?? {};
  const workdaysLeft = calendar.workdaysLeft(day, lastDay(monthOf(day)) as CountyDate);
  return { reminders: remindersOf({ rows, terms, commissions, quota, told, soon, today: day }), workdaysLeft };
}

/** Notes that these were taken to the work group, with the words for them. `round`: as each was looked at. Throws `Refused`. */
export async function noteReminders(context: Context, chosen: readonly { key: string; round: number }[]) {
  if (!mayAct(context.actor, 'reminder.note', null)) refuse(refusals.mayNotRemind);
  const { reminders, workdaysLeft } = await remindersNow(context);
  const wanted = new Map(chosen.map(({ key, round }) => [key, round]));
  const found = reminders.filter(({ key }) => wanted.has(key));
  if (found.length < wanted.size) refuse(refusals.gone);
  const words = remindText(found, context.day, workdaysLeft);
  const seen = found.map(({ matter, subject, unitId, period, key }) => {
    return { matter, subject, unitId, period, round: wanted.get(key) ?? 0 };
  });
  return { ...(await noteMessage(context, words, seen)), words };
}
