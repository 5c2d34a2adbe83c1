import chineseDays from 'chinese-days'; // a CommonJS package: its names are not seen from here
import { addDays, CountyDate } from '../kernel/dates.ts';
import type { CalendarDay } from './calendar.ts';

/** 法定节假日 and 调休上班 of these years as announced; years that nobody has announced yet give nothing. */
export function announcedDays(firstYear: number, lastYear: number): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = CountyDate.parse(`${firstYear}-01-01`); day <= `${lastYear}-12-31`; day = addDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day);
    const weekday = ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    if (work !== weekday) days.push({ day, works: work, name: name.split(',')[1] ?? name });
  }
  return days;
}
