import { addMonths, lastDay, monthOf } from '../../assessment/months.ts';
import { workingCalendar } from '../../calendar/calendar.ts';
import { calendarDays } from '../../calendar/queries.ts';
import { filingsNow } from '../../filing/actions.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { addDays, type CountyDate } from '../../kernel/dates.ts';
import { matterKey } from '../../message/message.ts';
import { lastTold } from '../../message/queries.ts';
import { daysOf } from '../../objection/actions/ground.ts';
import { campaignsOf, dutiesOf, planOf } from '../../plan/queries.ts';
import { submittedByUnit } from '../../submission/queries/lists.ts';
import { signerOf } from '../../submission/review.ts';
import { monthlyQuota } from '../../submission/submission.ts';
import { filingTasks, inOrder, itemTasks, leftTasks, type Quota, quotaTasks } from '../home.ts';
import { leftBehind } from '../queries/handOver.ts';
import { appearedNow, type Does, itemsFor } from '../queries/home.ts';

/** All of 工作台 that the modules know of this person's day, in one snapshot. */
export async function homeOf(context: Context) {
  const { actor, day } = context;
  const office = actor.roles.some((role) => role.startsWith('office'));
  const last = addMonths(monthOf(day), -1);
  const [items, filings, quota, before, days, appeared, told, left] = await Promise.all([
    itemsFor(context, doesOf(context)),
    filingsNow(context),
    quotaIn(context, monthOf(day)),
    office ? quotaIn(context, last) : null,
    daysOf(context, last),
    appearedNow(context),
    office ? lastTold(context, addDays(day, -400)) : [],
    office ? [] : leftBehind(context),
  ]);
  const locking = days.lockedOn === null ? { month: last, lockBy: days.lockBy } : null;
  const takes = mayAct(actor, 'filing.decide', null);
  const keeps = actor.roles.some((role) => role === 'informationOfficer' || role === 'unitHead'); // who answers for what the unit owes
  const tasks = [
    ...itemTasks(items, locking),
    ...(filings && (office || keeps)
      ? filingTasks({ ...filings, told: new Map(told.map((each) => [matterKey(each), each.madeOn])), office, takes })
      : []),
    ...(quota && !office && keeps ? quotaTasks(quota) : []),
    ...(keeps ? leftTasks(left) : []),
  ];
  return { tasks: inOrder(tasks), quota: office ? quota : null, before, appeared, terms: filings?.terms ?? [] };
}

function doesOf({ actor, onlyUnit }: Context): Does {
  const own = (right: 'claim.make' | 'article.write') => onlyUnit !== null && mayAct(actor, right, onlyUnit);
  return {
    levels: ([1, 2, 3] as const).filter((level) => onlyUnit !== null && actor.roles.includes(signerOf[level])),
    decides: mayAct(actor, 'submission.decide', null),
    verifies: mayAct(actor, 'claim.verify', null),
    claims: own('claim.make'),
    writes: own('article.write') && actor.roles.includes('informationOfficer'),
  };
}

/** How the units that the plan binds do with the month's 报送; null where it asks none. */
export async function quotaIn(context: Context, month: string): Promise<Quota | null> {
  const plan = await planOf(context, null);
  if (!plan) return null;
  const [duties, campaigns, all, exceptions] = await Promise.all([
    dutiesOf(context, plan.id),
    campaignsOf(context, plan.id),
    submittedByUnit(context, month),
    calendarDays(context),
  ]);
  const count = monthlyQuota(duties);
  if (count === null) return null;
  const bound = new Set(campaigns.flatMap(({ units }) => units.map(({ id }) => id)));
  const units = all
    .filter(({ unitId }) => bound.has(unitId))
    .map(({ unitId: id, unitName: name, submitted }) => ({ id, name, submitted }));
  const workdaysLeft = workingCalendar(exceptions).workdaysLeft(context.day, lastDay(month) as CountyDate);
  return { month, count, units, workdaysLeft };
}
