import { workingCalendar } from '../../calendar/calendar.ts';
import { calendarDays } from '../../calendar/queries.ts';
import { listUnits } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { addDays, type CountyDate } from '../../kernel/dates.ts';
import { campaignsOf, planOf, projectsOf } from '../../plan/queries.ts';
import { daysOf } from '../board.ts';
import { type Gap, gapsOf, limits } from '../gaps.ts';
import type { Known, Working } from '../known.ts';
import * as sql from '../queries.ts';

/** The plan of that year or the newest, what is in it, and the open units of the county; null while there is no plan. */
export async function planned(context: Context, asked: number | null) {
  const plan = await planOf(context, asked);
  if (!plan) return null;
  const [projects, campaigns, units, orders] = await Promise.all([
    projectsOf(context, plan.id),
    campaignsOf(context, plan.id),
    listUnits(context),
    sql.ordersStanding(context, daysOf(plan.year)),
  ]);
  return { plan, projects, campaigns: campaigns.filter(({ cancelledOn }) => cancelledOn === null), units, orders };
}

/** What nobody has told yet on the county's day, worst first. */
export async function gapsNow(context: Context): Promise<Gap[]> {
  const found = await planned(context, null);
  if (!found) return [];
  const range = daysOf(found.plan.year);
  if (context.day > range.to) return []; // its year is over, and the next has no plan yet
  const [told, toldCampaigns, writers, inHand, days] = await Promise.all([
    sql.lastTold(context, range),
    sql.campaignsTold(context, range),
    sql.lastSubmitted(context, range),
    sql.articlesInHand(context, { from: addDays(context.day, -limits.heldDays), to: context.day }),
    calendarDays(context),
  ]);
  const inPlan = new Set(found.campaigns.flatMap(({ units }) => units.map(({ id }) => id)));
  const known: Known = {
    ...found,
    ...{ today: context.day, writers, inHand },
    units: found.units.filter(({ id, host, toOn }) => inPlan.has(id) && !host && (toOn === null || toOn >= context.day)),
    told: new Map(told.map((each) => [each.projectId, each])),
    toldCampaigns: new Set(toldCampaigns.map(({ campaignId }) => campaignId)),
    lastByUnit: new Map(writers.toReversed().map(({ unitId, lastOn }) => [unitId, lastOn])), // the newest is set last
  };
  return gapsOf(known, workingOf(days));
}

function workingOf(days: Awaited<ReturnType<typeof calendarDays>>): Working {
  const { isWorkday, workdaysAfter } = workingCalendar(days);
  function lastBefore(day: CountyDate, today: CountyDate): CountyDate {
    for (let last = addDays(day, -1); last > today; last = addDays(last, -1)) if (isWorkday(last)) return last;
    return workdaysAfter(today, 1);
  }
  return { workdaysAfter, lastBefore };
}
