import { expect, test } from 'vitest';
import { changeOf, dotsOf, movedBy } from './trends.ts';

const point = (rank: number | null, settled: string) => ({ rank, total: settled, settled });
const trend = {
  months: ['2023-08', '2023-09', '2023-10'].map((month) => ({ month, mode: 'score' as const })),
  units: { 水利: [null, point(5, '10.00'), point(2, '30.00')], 县办: [null, null, point(null, '0.00')] },
};

test('名次升降和得分的走向：不在名单的月份空着，零线在里面', () => {
  expect([movedBy(trend, '水利'), movedBy(trend, '县办'), movedBy(undefined, '水利')]).toEqual([3, null, null]);
  const dots = dotsOf(trend, '水利', 200, 60);
  expect(dots.map(({ month, x, y }) => [month, x, y])).toEqual([
    ['2023-09', 0, 40],
    ['2023-10', 200, 0],
  ]);
  expect([changeOf(dots), changeOf(dots.slice(1))]).toEqual([2000, null]);
});
