import { z } from 'zod';

/** A day in the county (Asia/Shanghai), '2023-10-08'; compares and sorts as text. */
export type CountyDate = string & { readonly unit: 'CountyDate' };

/** Any other century is a slip of the pen, and neither the calendar nor the database reaches far beyond. */
const century = '(19|2\\d)\\d\\d';
const written = new RegExp(`^${century}-`);
const isDay = (text: string) =>
  written.test(text) && new Date(Date.parse(`${text}T00:00:00Z`) || 0).toISOString() === `${text}T00:00:00.000Z`;
const day = z.string().refine(isDay, '应是日历上的一天，写作 2023-10-08');
/** The one way in from text: '2023-2-8' and '2023-02-30' are refused. */
export const CountyDate = day.transform((text) => text as CountyDate);

/** '2023-10', as a list is asked for it. */
export const monthAsked = z.string().regex(new RegExp(`^${century}-(0[1-9]|1[0-2])$`), '月份写作 2023-10');

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
export const countyDateOf = (instant: Date) => calendar.format(instant) as CountyDate;

/** The day so many days later; earlier for a negative number. */
export const addDays = (day: CountyDate, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as CountyDate;
export const dayBefore = (day: CountyDate) => addDays(day, -1);
