import type { Context } from '../kernel/context.ts';
import { rows } from '../kernel/rows.ts';
import { type CalendarDay, calendarDayRow } from './calendar.ts';

export const calendarDays = ({ db, county }: Pick<Context, 'db' | 'county'>): Promise<CalendarDay[]> => rows(db, calendarDayRow)`
  select day, works, name from calendar_day where county_id = ${county} order by day`;

export async function insertCalendarDays({ db, county }: Context, days: readonly CalendarDay[]) {
  await db`insert into calendar_day ${db(days.map((day) => ({ countyId: county, ...day })))} on conflict do nothing`;
}
