import type { workingCalendar } from '../calendar/calendar.ts';
import { addDays, type CountyDate } from '../kernel/dates.ts';
import { refusal } from '../kernel/refusal.ts';
import { at, day, int, type RowOf, text } from '../kernel/rows.ts';

/** 月度时限: by which day of the next month a month is to be locked, and how many work days there are to object. */
export type Terms = RowOf<typeof termsRow>;
export const termsRow = { fromOn: day(), lockBy: int(), workdays: int(), reason: text(), setByName: text(), setAt: at() };
/** Until a county says otherwise. */
export const usualTerms = { lockBy: 3, workdays: 5 };

type Working = ReturnType<typeof workingCalendar>;
type Set = Pick<Terms, 'fromOn' | 'lockBy' | 'workdays'>;

/** Those in force on a day: the latest that began by then. `all` in the order of their days. */
export const termsOn = (all: readonly Set[], day: CountyDate): Pick<Terms, 'lockBy' | 'workdays'> =>
  all.findLast(({ fromOn }) => fromOn <= day) ?? usualTerms;

/** '2023-10' is to be locked by 2023-11-03; a day that nobody works moves on to the next that somebody does. */
export function lockDay(month: string, all: readonly Set[], { onOrAfter }: Working): CountyDate {
  const next = addDays(`${month}-28` as CountyDate, 4).slice(0, 7);
  const { lockBy } = termsOn(all, `${next}-01` as CountyDate);
  return onOrAfter(`${next}-${String(lockBy).padStart(2, '0')}` as CountyDate);
}

/** The last day on which a month locked on that day may be contested; the day of the lock itself does not count. */
export const lastDayToObject = (lockedOn: CountyDate, all: readonly Set[], { workdaysAfter }: Working): CountyDate =>
  workdaysAfter(lockedOn, termsOn(all, lockedOn).workdays);

/** '11月10日' */
export const monthDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

export const termsRefusals = {
  mayNotSet: refusal('terms.mayNotSet', 403, '月度时限由专班办公室定，请找他们。'),
  notAhead: refusal('terms.notAhead', 422, '时限只能从明天以后的某一天起改：已经开始的异议期不能变长变短。'),
  taken: refusal('terms.taken', 409, '同一天起的时限刚由别人定过，请刷新看看，换一天再定。'),
} as const;
