import type { WorkCalendar } from '../notice/date/calendar.ts';
import { eachDay } from '../notice/date/days.ts';
import type { Campaign } from './plan.ts';

type Window = Pick<Campaign, 'fromOn' | 'toOn' | 'precision'> & { days: readonly string[] };

/** How many days of a window are worked by the county's calendar; of single days, only these. Null while an end is open or only suggested. */
export function workdaysIn({ fromOn, toOn, days, precision }: Window, calendar: WorkCalendar): number | null {
  if (precision === 'fuzzy' || fromOn === null || toOn === null) return null;
  const held = eachDay(fromOn, toOn).filter((day) => days.length === 0 || days.includes(day));
  return held.filter((day) => calendar.isWorkday(day)).length;
}
