import type { CountyDate } from '../../kernel/dates.ts';
import { weekdayOf } from './days.ts';

/** Which days are worked, make-up workdays included: rows that an office keeps, so never computed here. */
export type WorkCalendar = { isWorkday(day: CountyDate): boolean };

/** Where no calendar is given: Monday to Friday. */
export const mondayToFriday: WorkCalendar = { isWorkday: (day) => weekdayOf(day) <= 5 };
