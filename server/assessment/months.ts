/** '2023-10'; compares and sorts as text. */
export type Month = string;
export type Per = 'month' | 'quarter' | 'half' | 'year' | 'toDate';
/** @public the words of the page that will edit a scheme */
export const perNames = {
  month: '每月',
  quarter: '每季度',
  half: '每半年',
  year: '全年',
  toDate: '每月按年初至今',
} as const satisfies Record<Per, string>;
const lengths = { month: 1, quarter: 3, half: 6, year: 12 } as const;

const numberOf = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const monthOfNumber = (number: number) =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

export const monthOf = (day: string): Month => day.slice(0, 7);
export const addMonths = (month: Month, count: number): Month => monthOfNumber(numberOf(month) + count);
export const firstDay = (month: Month) => `${month}-01`;
export const lastDay = (month: Month) => addDays(firstDay(addMonths(month, 1)), -1);

/** Both ends count; empty when `to` is before `from`. */
export const monthsBetween = (from: Month, to: Month): Month[] =>
  Array.from({ length: Math.max(0, numberOf(to) - numberOf(from) + 1) }, (_, after) => addMonths(from, after));

/** The months that are paid for in this one, which is then the period's last; null while the period still runs. */
export function periodPaidIn(month: Month, per: Per): Month[] | null {
  if (per === 'toDate') return monthsBetween(`${month.slice(0, 4)}-01`, month);
  const length = lengths[per];
  return (numberOf(month) + 1) % length === 0 ? monthsBetween(addMonths(month, 1 - length), month) : null;
}

const dayMs = 86_400_000;
const instant = (day: string) => Date.parse(`${day}T00:00:00Z`);
export const addDays = (day: string, count: number) => new Date(instant(day) + count * dayMs).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string) => (instant(to) - instant(from)) / dayMs;
/** 1 Monday … 7 Sunday. */
export const weekday = (day: string) => new Date(instant(day)).getUTCDay() || 7;
/** The Sunday that ends the day's week. */
export const weekEnd = (day: string) => addDays(day, 7 - weekday(day));
