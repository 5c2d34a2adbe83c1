import type { CountyDate } from '../kernel/dates.ts';
import { day, flag, type RowOf, text } from '../kernel/rows.ts';

/** A day that is not what its weekday says: 法定节假日 (a holiday) or 调休上班 (a weekend day that works). */
export type CalendarDay = RowOf<typeof calendarDayRow>;
export const calendarDayRow = { day: day(), works: flag(), name: text() };

/** The working calendar of a county: Monday to Friday, save for the days that its office has entered. */
export function workingCalendar(exceptions: readonly CalendarDay[]) {
  const known = new Map(exceptions.map(({ day, works }) => [day, works]));
  return {
    isWorkday: (day: CountyDate): boolean => known.get(day) ?? ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
  };
}
