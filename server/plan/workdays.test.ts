import { expect, test } from 'vitest';
import { workingCalendar } from '../calendar/calendar.ts';
import { CountyDate } from '../kernel/dates.ts';
import { workdaysIn } from './workdays.ts';

const day = (text: string) => CountyDate.parse(text);
const calendar = workingCalendar([
  { day: day('2023-10-06'), works: false, name: '国庆节' },
  { day: day('2023-10-08'), works: true, name: '国庆节调休' },
]);
const count = (from: string | null, to: string | null, days: string[] = [], precision: 'day' | 'fuzzy' = 'day') =>
  workdaysIn({ fromOn: from === null ? null : day(from), toOn: to === null ? null : day(to), days, precision }, calendar);

test('工作日按县里的日历数：调休上班的算，放假的、周末的不算', () => {
  expect(count('2023-10-08', '2023-10-10')).toBe(3);
  expect(count('2023-10-10', '2023-10-15')).toBe(4);
  expect(count('2023-10-06', '2023-10-07')).toBe(0);
});

test('只在几天办的只数那几天；有一头没定的、日子还只是建议的不数', () => {
  expect(count('2023-10-10', '2023-10-15', ['2023-10-10', '2023-10-14'])).toBe(1);
  expect([count(null, '2023-10-31'), count('2023-10-08', null)]).toEqual([null, null]);
  expect(count('2023-12-01', '2023-12-10', [], 'fuzzy')).toBeNull();
});
