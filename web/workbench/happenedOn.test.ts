import { expect, test } from 'vitest';
import { happenedOn } from './happenedOn.ts';

test('早上七点办的记当天，不记前一天；演示县还没过到的日子不写', () => {
  expect(happenedOn('2023-11-02T23:00:00Z', '2023-11-05')).toBe('2023-11-03');
  expect(happenedOn('2026-11-24T14:23:00Z', '2023-11-02')).toBe('');
});
