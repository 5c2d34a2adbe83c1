import type { CalendarDay } from '../calendar/calendar.ts';
import type { Opened, Task } from '../notice/opened.ts';
import { open } from '../notice/opening.ts';

export type Progress = { step: string; done: number; total: number };

/** What is being read at this moment, by county and the number that the page gave it. */
const underWay = new Map<string, Progress>();
const keyOf = (county: number, watch: string) => `${county} ${watch}`;

export const progressOf = (county: number, watch: string): Progress | null => underWay.get(keyOf(county, watch)) ?? null;

type Asked = Pick<Task, 'source'> & {
  year?: number | undefined;
  keep?: readonly string[] | undefined;
  watch?: string | undefined;
};
type For = { county: number; days: readonly CalendarDay[] };

/** Opens and reads a notice; while that lasts, `progressOf` tells how far it has come. Throws `Refused`. */
export async function openNotice({ source, year, keep = [], watch }: Asked, { county, days }: For): Promise<Opened> {
  const task: Task = { source, year: year ?? null, keep, days };
  if (watch === undefined) return open(task);
  const key = keyOf(county, watch);
  try {
    return await open(task, (step, done, total) => underWay.set(key, { step, done, total }));
  } finally {
    underWay.delete(key);
  }
}
