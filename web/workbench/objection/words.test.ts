import { expect, test } from 'vitest';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { daysWords, windowWords } from './words.ts';

const day = (text: string) => CountyDate.parse(text);
const october = { month: '2023-10', lockBy: day('2023-11-03'), lockedOn: null, endsOn: null, daysLeft: null };
const locked = { ...october, lockedOn: day('2023-11-03'), endsOn: day('2023-11-10'), daysLeft: 5 };

test('标题说几号锁定；过了还没锁的说应在几号；锁定以后说异议期到哪天，过了不再说', () => {
  expect(daysWords(october, '2023-11-02')).toBe('，11月3日锁定');
  expect(daysWords(october, '2023-11-04')).toBe('，应在 11月3日锁定');
  expect(daysWords(locked, '2023-11-10')).toBe('，异议期到 11月10日');
  expect(daysWords(locked, '2023-11-11')).toBe('');
});

test('异议期说最后一天和还剩几个工作日，最后一天说今天', () => {
  expect(windowWords(locked, '2023-11-06')).toBe('异议期到 11月10日，还剩 5 个工作日');
  expect(windowWords(locked, '2023-11-10')).toBe('异议期到 11月10日，今天最后一天');
  expect(windowWords(locked, '2023-11-11')).toBe('异议期 11月10日已过');
  expect(windowWords(october, '2023-11-02')).toBe('');
});
