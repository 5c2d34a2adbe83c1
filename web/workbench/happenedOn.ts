import { countyDateOf } from '../../server/kernel/dates.ts';

/** The county's day of an instant; '' where it is later than the county's own day, as in a demo county that lives in its past. */
export function happenedOn(at: string, today: string): string {
  const day = countyDateOf(new Date(at));
  return day <= today ? day : '';
}
