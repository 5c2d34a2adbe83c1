import { expect, test } from 'vitest';
import { appearedOf } from './families.ts';

const row = (campaignId: string, day: string, kind: string | null, count: number) => ({ campaignId, day, kind, count }) as never;
const appeared = [
  row('a', '2023-10-30', 'paper', 2),
  row('a', '2023-10-31', 'brief', 1),
  row('a', '2023-10-31', null, 1),
  row('b', '2023-10-31', 'site', 4),
];

test('一场宣传每天见几条、哪种媒体见了几条；待认定的媒体和内部刊物不算哪一种，别的场次不算', () => {
  const { on, families } = appearedOf(appeared, 'a');
  expect([on('2023-10-30'), on('2023-10-31'), on('2023-11-01')]).toEqual([2, 2, 0]);
  expect(families.map(({ name, count }) => `${name} ${count}`)).toEqual(['报刊 2', '广播电视 0', '网站 0', '客户端 0', '账号 0']);
});
