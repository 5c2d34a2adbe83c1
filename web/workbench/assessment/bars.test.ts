import { expect, test } from 'vitest';
import { partsOf } from '../../../server/assessment/parts.ts';
import type { Line } from '../../../server/assessment/scoring.ts';
import { barOf, scaleOf, seriesOf, stepsOf } from './bars.ts';

const clauses = ['第三条', '第五条（二）', '第五条（三）', '第七条'].map((no) => ({ no, title: `${no}的事` }));
const line = (clause: string, points: string, effect: Line['effect'] = 'points', corrects: string | null = null): Line => ({
  clause,
  effect,
  points,
  arithmetic: '',
  facts: [],
  corrects,
});
const civil = [
  line('第三条', '10.00'),
  line('第五条（二）', '8.00'),
  line('第五条（三）', '-5.00', 'cap'),
  line('第五条（三）', '20.00'),
  line('第七条', '-3.00'),
];
const silent = [line('第三条', '-3.00', 'shortfall')];

test('封顶在本条里抵掉，一条里得的和扣的不重复画', () => {
  expect(partsOf(civil).map(({ clause, points }) => `${clause} ${points}`)).toEqual([
    '第三条 10.00',
    '第五条（二） 8.00',
    '第五条（三） 15.00',
    '第七条 -3.00',
  ]);
});

test('得的依次向右，扣的在零线左边，各段相加就是总分', () => {
  const series = seriesOf(clauses, [partsOf(civil), partsOf(silent)]);
  expect(series.map(({ label }) => label)).toEqual(['第三条的事', '第五条（二）的事', '第五条（三）的事']);
  const scale = scaleOf([partsOf(civil), partsOf(silent)], series);
  expect(scale).toEqual({ low: -300, high: 3300 });
  const bar = barOf(partsOf(civil), series, scale, 180);
  expect(bar.map(({ series, x, width }) => [series, x, width])).toEqual([
    [null, -15, 15],
    [0, 0, 50],
    [1, 50, 40],
    [2, 90, 75],
  ]);
  expect(bar.reduce((sum, { points }) => sum + points, 0)).toBe(3000);
  expect(barOf(partsOf(silent), series, scale, 180)).toEqual([{ series: null, points: -300, x: -15, width: 15 }]);
});

test('更正以前月份的行在总分之外，也不画', () => {
  const corrected = [...civil, line('第五条（二）', '8.00', 'points', '2023-09')];
  expect(partsOf(corrected)).toEqual(partsOf(civil));
  expect(stepsOf(corrected).at(-1)).toMatchObject({ from: 3300, to: 3000 });
});

test('条款多过六条，给分最少的几条合用一个底纹，次序照细则', () => {
  const many = ['一', '二', '三', '四', '五', '六', '七'].map((no) => ({ no, title: no }));
  const given = ['9.00', '1.00', '8.00', '7.00', '2.00', '6.00', '5.00'];
  const account = partsOf(many.map(({ no }, place) => line(no, given[place] ?? '')));
  expect(seriesOf(many, [account]).map(({ label }) => label)).toEqual(['一', '三', '四', '六', '七', '二、五']);
  const level = partsOf(many.map(({ no }) => line(no, '1.00')));
  expect(seriesOf(many, [level]).map(({ label }) => label)).toEqual(['其余 7 条']);
  expect(seriesOf(many.slice(0, 6), [level]).map(({ label }) => label)).toEqual(['一', '二', '三', '四', '五', '六']);
});

test('没到期的欠额不画成扣分', () => {
  const waiting = [{ clause: '第三条', effect: 'shortfall' as const, points: '-3.00', words: '' }];
  expect([partsOf(silent, waiting), stepsOf(silent, waiting)]).toEqual([[], []]);
});

test('一分也没有的月份画得出来', () => {
  expect(barOf([], [], scaleOf([], []), 180)).toEqual([]);
});
