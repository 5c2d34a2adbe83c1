import type { CountyDate } from '../../kernel/dates.ts';

const MS = 86_400_000;
const ordinal = (day: CountyDate) => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / MS;
const fromOrdinal = (days: number) => new Date(days * MS).toISOString().slice(0, 10) as CountyDate;

export const lastDayOf = (year: number, month: number) =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Null for a day that no calendar has. */
export function dayOf(year: number, month: number, day: number): CountyDate | null {
  const exists = year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month);
  return exists ? (`${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}` as CountyDate) : null;
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: CountyDate) => ((ordinal(day) + 3) % 7) + 1;
export const plusDays = (day: CountyDate, count: number) => fromOrdinal(ordinal(day) + count);
export const daysBetween = (from: CountyDate, to: CountyDate) => ordinal(to) - ordinal(from);

export function eachDay(from: CountyDate, to: CountyDate): CountyDate[] {
  const days: CountyDate[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push(day);
  return days;
}

function nextDay(day: CountyDate): CountyDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return dayOf(year, month, date + 1) ?? dayOf(year, month + 1, 1) ?? (`${year + 1}-01-01` as CountyDate);
}
