import { expect, test } from 'vitest';
import type { CountyDate } from '../kernel/dates.ts';
import { type CalendarDay, yearMissing } from './calendar.ts';

const on = (text: string) => text as CountyDate;
const holiday = (day: string): CalendarDay => ({ day: on(day), works: false, name: '元旦' });

test('十一月起，明年的节假日还一天都没有，就提醒；有了或还没到十一月不提', () => {
  const thisYear = [holiday('2023-01-01')];
  expect(yearMissing(thisYear, on('2023-10-31'))).toBeNull();
  expect(yearMissing(thisYear, on('2023-11-01'))).toBe(2024);
  expect(yearMissing(thisYear, on('2023-12-31'))).toBe(2024);
  expect(yearMissing([...thisYear, holiday('2024-01-01')], on('2023-11-01'))).toBeNull();
});
