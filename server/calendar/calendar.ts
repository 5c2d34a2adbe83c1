import { addDays, type CountyDate } from '../kernel/dates.ts';
import { day, flag, type RowOf, text } from '../kernel/rows.ts';

/** A day that is not what its weekday says: 法定节假日 (a holiday) or 调休上班 (a weekend day that works). */
export type CalendarDay = RowOf<typeof calendarDayRow>;
export const calendarDayRow = { day: day(), works: flag(), name: text() };

/** The working calendar of a county: Monday to Friday, save for the days that its office has entered. */
export function workingCalendar(exceptions: readonly CalendarDay[]) {
  const known = new Map(exceptions.map(({ day, works }) => [day, works]));
  const isWorkday = (day: CountyDate): boolean => known.get(day) ?? ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  /** The day itself, or the first after it that is worked; within two months, whatever somebody entered. */
  function onOrAfter(day: CountyDate): CountyDate {
    for (let ahead = 0; ahead < 60; ahead++) if (isWorkday(addDays(day, ahead))) return addDays(day, ahead);
    return day;
  }
  /** The last of so many work days after `day`, which itself does not count. */
  function workdaysAfter(day: CountyDate, count: number): CountyDate {
    let last = day;
    for (let left = count; left > 0; left--) last = onOrAfter(addDays(last, 1));
    return last;
  }
  /** How many work days are left from `from` on, up to and with `to`; 0 when it is over. */
  function workdaysLeft(from: CountyDate, to: CountyDate): number {
    let count = 0;
    for (let day = from; day <= to; day = addDays(day, 1)) count += Number(isWorkday(day));
    return count;
  }
  return { isWorkday, onOrAfter, workdaysAfter, workdaysLeft };
}

/** From November on: next year, when nobody has entered a single one of its holidays yet; null otherwise. */
export function yearMissing(exceptions: readonly CalendarDay[], today: CountyDate): number | null {
  const next = Number(today.slice(0, 4)) + 1;
  return today.slice(5, 7) < '11' || exceptions.some(({ day }) => day.startsWith(`${next}-`)) ? null : next;
}
