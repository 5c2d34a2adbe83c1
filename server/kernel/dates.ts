import { z } from 'zod';

/** A day in the county (Asia/Shanghai), '2023-10-08'; compares and sorts as text. */
export type CountyDate = string & { readonly unit: 'CountyDate' };

const isDay = (text: string) => new Date(Date.parse(`${text}T00:00:00Z`) || 0).toISOString() === `${text}T00:00:00.000Z`;
const day = z.string().refine(isDay, '应是日历上的一天，写作 2023-10-08');
/** The one way in from text: '2023-2-8' and '2023-02-30' are refused. */
export const CountyDate = day.transform((text) => text as CountyDate);

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
export const countyDateOf = (instant: Date) => calendar.format(instant) as CountyDate;

/** The day so many days later; earlier for a negative number. */
export const addDays = (day: CountyDate, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as CountyDate;
export const dayBefore = (day: CountyDate) => addDays(day, -1);
