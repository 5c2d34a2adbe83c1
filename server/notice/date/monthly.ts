import type { CountyDate } from '../../kernel/dates.ts';
import { daysBetween, eachDay, weekdayOf } from './days.ts';

const LONGEST_MONTH = 31;
const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The days of a stretch that a rule means: so many days of the month, its nth weekday, or within one month days of every week. None for any other rule. */
export function daysByRule(rule: string, { from, to }: { from: CountyDate | null; to: CountyDate | null }): CountyDate[] {
  const [, numbers] = /^FREQ=MONTHLY;BYMONTHDAY=([\d,]+)$/.exec(rule) ?? [];
  const [, nth, name = ''] = /^FREQ=MONTHLY;BYDAY=(\d)([A-Z]{2})$/.exec(rule) ?? [];
  const [, weekly] = (from && to && daysBetween(from, to) < LONGEST_MONTH && /^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/.exec(rule)) || [];
  if (!from || !to || (numbers ?? nth ?? weekly) === undefined) return [];
  const days = new Set(numbers?.split(',').map(Number));
  return eachDay(from, to).filter((day) => {
    const date = Number(day.slice(8));
    if (weekly !== undefined) return weekly.split(',').includes(names[weekdayOf(day) - 1] ?? '');
    return nth === undefined ? days.has(date) : names[weekdayOf(day) - 1] === name && Math.ceil(date / 7) === Number(nth);
  });
}
