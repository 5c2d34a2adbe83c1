import { useQuery } from '@tanstack/react-query';
import { addMonths, monthOf } from '../../../server/assessment/months.ts';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { monthNow } from '../assessment/monthNow.ts';
import { allBulletins } from '../bulletin/bulletins.ts';

/** Last month as it stands, with its 通报; undefined where it has no scheme or is not this person's to see. */
export function useLastMonth(today: CountyDate) {
  const month = addMonths(monthOf(today), -1);
  const { data } = useQuery(monthNow(month));
  const { data: papers } = useQuery({ ...allBulletins, enabled: data !== undefined });
  if (!data?.scheme || data.scheme.from > `${month}-01`) return undefined;
  return { ...data, scheme: data.scheme, paper: papers?.bulletins.find((each) => each.month === month) };
}
