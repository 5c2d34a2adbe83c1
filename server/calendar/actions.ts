import { recordAudit } from '../audit/queries.ts';
import type { Context } from '../kernel/context.ts';
import type { CalendarDay } from './calendar.ts';
import { insertCalendarDays } from './queries.ts';

/** Takes over the days that the State Council announced; days that the office entered itself stay. */
export async function fillCalendar(context: Context, days: readonly CalendarDay[]) {
  await insertCalendarDays(context, days);
  await recordAudit(context, { what: 'calendar.fill', subjectId: context.actor.id, version: 1, reason: `${days.length} 天` });
}
