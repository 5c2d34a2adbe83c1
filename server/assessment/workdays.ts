import { addDays, weekday } from './months.ts';

/** Only the days that differ from Monday to Friday: 法定节假日 and 调休上班. */
export type Calendar = readonly { day: string; works: boolean; name?: string | undefined }[];

export type Workdays = ReturnType<typeof workdaysOf>;
export function workdaysOf(calendar: Calendar) {
  const exceptions = new Map(calendar.map(({ day, works }) => [day, works]));
  const works = (day: string) => exceptions.get(day) ?? weekday(day) <= 5;
  /** The day itself, or the first after it on which offices work. A county whose rows say that nobody ever works gets the day back. */
  function onOrAfter(day: string): string {
    for (let ahead = 0; ahead < 60; ahead++) if (works(addDays(day, ahead))) return addDays(day, ahead);
    return day;
  }
  /** Work days after `from`, up to and with `to`. */
  function between(from: string, to: string): number {
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) count += Number(works(day));
    return count;
  }
  return { works, onOrAfter, between };
}
