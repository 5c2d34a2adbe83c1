import { expect, test } from 'vitest';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { monthLater, shownDays, stepped, titleOf } from './span.ts';

const on = (text: string) => text as CountyDate;

test('一个月按整周排，周一在前；前后翻月、翻周不会错过年关', () => {
  const october = shownDays('month', on('2023-10-17'));
  expect([october[0], october.at(-1), october.length]).toEqual(['2023-09-25', '2023-11-05', 42]);
  expect(shownDays('week', on('2023-10-15'))).toEqual(expect.arrayContaining(['2023-10-09', '2023-10-15']));
  expect(monthLater(on('2023-12-31'), 1)).toBe('2024-01-01');
  expect(stepped('month', on('2024-01-31'), -1)).toBe('2023-12-01');
  expect(stepped('week', on('2024-01-03'), -1)).toBe('2023-12-25');
  expect([titleOf('month', on('2023-10-17')), titleOf('week', on('2023-10-17'))]).toEqual(['2023年10月', '2023年 10-16—10-22']);
});
