import { expect, test } from 'vitest';
import { filtered } from './filtering.ts';

const row = (unit: string, short: boolean, waiting: string | null) => ({
  ...{ unit, group: '县直', rank: 1, total: '0.00', submitted: 0, adopted: 0, adoptions: 0, parts: [], short },
  due: waiting === null ? null : { settled: '0.00', waiting, words: null },
});
const rows = [row('a', true, null), row('b', false, '-3.00'), row('c', false, '0.00')];
const month = {
  units: ['县水利局', '县民政局', '县住建局'].map((name, at) => ({ id: 'abc'[at] ?? '', name })),
  pending: [{ unit: 'c' }],
};
const asked = (only?: string, q?: string) => filtered(rows, month, { only, q }).map(({ unit }) => unit);

test('只看欠额、只看还差、只看有待核、按名称找；不认识的条件不筛', () => {
  expect([asked('short'), asked('still'), asked('waits')]).toEqual([['a'], ['b'], ['c']]);
  expect([asked(undefined, ' 民政 '), asked('waits', '民政'), asked('别的')]).toEqual([['b'], [], ['a', 'b', 'c']]);
});
