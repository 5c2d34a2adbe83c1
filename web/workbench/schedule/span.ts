import { mondayOf } from '../../../server/board/board.ts';
import { addDays, type CountyDate } from '../../../server/kernel/dates.ts';

export const views = { month: '按月', week: '按周', chart: '横道图' } as const;
export type View = keyof typeof views;

const daysFrom = (first: CountyDate, count: number) => Array.from({ length: count }, (_, place) => addDays(first, place));
const firstOf = (on: CountyDate) => `${on.slice(0, 8)}01` as CountyDate;

/** The first day of the month so many months later. */
export function monthLater(on: CountyDate, months: number): CountyDate {
  const at = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01` as CountyDate;
}

/** The days of the month or week round a day: whole weeks, Monday first. */
export function shownDays(view: Exclude<View, 'chart'>, on: CountyDate): CountyDate[] {
  if (view === 'week') return daysFrom(mondayOf(on), 7);
  const first = mondayOf(firstOf(on));
  const last = addDays(mondayOf(addDays(monthLater(on, 1), -1)), 6);
  return daysFrom(first, (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1);
}

/** A month or a week earlier (-1) or later (1). */
export const stepped = (view: Exclude<View, 'chart'>, on: CountyDate, by: -1 | 1): CountyDate =>
  view === 'week' ? addDays(mondayOf(on), 7 * by) : monthLater(on, by);

export const titleOf = (view: Exclude<View, 'chart'>, on: CountyDate): string =>
  view === 'month'
    ? `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月`
    : `${on.slice(0, 4)}年 ${mondayOf(on).slice(5)}—${addDays(mondayOf(on), 6).slice(5)}`;
