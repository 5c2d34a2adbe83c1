import { addDays, CountyDate } from '../kernel/dates.ts';
import { percent } from './words.ts';

/** 时序进度: how what is done stands against the time that is over. */
export const paces = { done: '完成', normal: '正常', slow: '缓慢' } as const;
export type Pace = keyof typeof paces;

type Figures = { planned: number; done: number };
const monthNo = (month: string) => Number(month.slice(5, 7));

/** 9 月底 75%: as many twelfths of the year's task as months are over. Exact: no rate is rounded before it is compared. */
export function paceOf({ planned, done }: Figures, month: string): Pace {
  if (done >= planned) return 'done';
  return BigInt(done) * 12n >= BigInt(planned) * BigInt(monthNo(month)) ? 'normal' : 'slow';
}

const tenths = (over: number, under: number) => Number(percent(over, under).replace(/[.%]/g, ''));

/** '正常：10 月底应完成 83.3%，已完成 85.5%，快 2.2 个百分点'; the difference is that of the two rates as they are printed. */
export function paceWords(figures: Figures, month: string): string {
  const { planned, done } = figures;
  const [due, is] = [tenths(monthNo(month), 12), tenths(done, planned)];
  const apart = Math.abs(is - due);
  const gap = `${Math.floor(apart / 10)}.${apart % 10} 个百分点`;
  const told = is === due ? '和时间一样' : is > due ? `快 ${gap}` : `慢 ${gap}`;
  const due12 = percent(monthNo(month), 12);
  return `${paces[paceOf(figures, month)]}：${monthNo(month)} 月底应完成 ${due12}，已完成 ${percent(done, planned)}，${told}`;
}

/** The last day of a month, '2023-10' → 2023-10-31. */
export const monthEnd = (month: string): CountyDate => addDays(monthAfter(month), -1);
/** The first day of the next month. */
export const monthAfter = (month: string): CountyDate => {
  const [year = 0, no = 0] = month.split('-').map(Number);
  return CountyDate.parse(no === 12 ? `${year + 1}-01-01` : `${year}-${String(no + 1).padStart(2, '0')}-01`);
};

/** The month before that of the day: the last that is over on any day but a month's last. */
export const monthBefore = (day: CountyDate): string => addDays(CountyDate.parse(`${day.slice(0, 7)}-01`), -1).slice(0, 7);

/** The month of the same year that was over on that day: its own on its last day, else the one before; null in January. */
export function lastMonthEnded(day: CountyDate): string | null {
  const month = day.slice(0, 7);
  if (monthEnd(month) === day) return month;
  const no = monthNo(month) - 1;
  return no === 0 ? null : `${day.slice(0, 4)}-${String(no).padStart(2, '0')}`;
}

const reportDay = 5;
/** 月报的时限: the 5th of the next month; when nobody works that day, the next work day. */
export const dueOn = (month: string, onOrAfter: (day: CountyDate) => CountyDate): CountyDate =>
  onOrAfter(addDays(monthAfter(month), reportDay - 1));
