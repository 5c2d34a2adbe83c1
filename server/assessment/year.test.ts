import { expect, test } from 'vitest';
import { type CorrectionMade, type MonthTable, type Year, yearOf } from './year.ts';

type Row = [unit: string, total: string, rank?: number | null];
const groups = [{ name: '县直', ranked: true }];
const everybody = ['水利', '住建'].map((id) => ({ id, from: '2023-01-01', to: null as string | null }));
const table = (month: string, rows: Row[], more: Partial<MonthTable> = {}): MonthTable => ({
  ...{ month, state: 'locked', running: false, mode: 'score', groups, annual: null, yearly: [] },
  ...{ roster: everybody, corrections: [], rescaled: [] },
  rows: rows.map(([unit, total, rank = 1]) => {
    return { unit, name: `县${unit}局`, group: '县直', rank, total, settled: total, submitted: 3, adopted: 1, adoptions: 2 };
  }),
  ...more,
});
const change = (unit: string, corrects: string, points: string): CorrectionMade => ({
  ...{ unit, corrects, points, clause: '五', arithmetic: `更正 ${corrects}：0.00 - 0.00 = ${points}` },
});
const read = ({ rows }: Year) => rows.map(({ unit, total, soFar, rank }) => `${unit} ${total} ${soFar} ${rank ?? '—'}`);
const rowOf = (year: Year, unit: string) => year.rows.find((row) => row.unit === unit);

test('年度＝各月定格的得分＋更正，一分不差；更正另列', () => {
  const october = table('2023-10', [
    ['水利', '26.10'],
    ['住建', '20.05'],
  ]);
  const november = table(
    '2023-11',
    [
      ['水利', '-3.00'],
      ['住建', '7.07'],
    ],
    { corrections: [change('水利', '2023-10', '-5.13')] },
  );
  const year = yearOf(2023, [october, november], '2023-12');
  expect(read(year)).toEqual(['住建 27.12 27.12 1', '水利 17.97 17.97 2']);
  expect(rowOf(year, '水利')).toMatchObject({ corrected: '-5.13', corrections: [{ made: '2023-11', corrects: '2023-10' }] });
  expect(rowOf(year, '水利')?.months.slice(9)).toEqual(['26.10', '-3.00', null]);
});

test('一月更正去年十二月的：算在去年，不算在今年', () => {
  const december = table('2023-12', [
    ['水利', '10.00'],
    ['住建', '12.00'],
  ]);
  const january = table(
    '2024-01',
    [
      ['水利', '1.00'],
      ['住建', '1.00'],
    ],
    {
      corrections: [change('水利', '2023-12', '5.00'), change('住建', '2024-01', '0.50')],
    },
  );
  expect(read(yearOf(2023, [december, january], '2024-02'))).toEqual(['水利 15.00 15.00 1', '住建 12.00 12.00 2']);
  expect(read(yearOf(2024, [january], '2024-02'))).toEqual(['住建 1.50 1.50 1', '水利 1.00 1.00 2']);
});

test('没锁的月份和它列的更正只作眼下的数，标出来；没过完的月份不算未到期的欠额', () => {
  const october = table('2023-10', [
    ['水利', '26.00'],
    ['住建', '20.00'],
  ]);
  const november = table(
    '2023-11',
    [
      ['水利', '-3.00'],
      ['住建', '8.00'],
    ],
    {
      ...{ state: 'open', running: true, corrections: [change('住建', '2023-10', '-1.00')] },
    },
  );
  const running = { ...november, rows: november.rows.map((row) => (row.unit === '水利' ? { ...row, settled: '0.00' } : row)) };
  const year = yearOf(2023, [october, running], '2023-11');
  expect(read(year)).toEqual(['住建 20.00 27.00 1', '水利 26.00 26.00 2']);
  expect([year.final, rowOf(year, '住建')?.corrections[0]?.counted]).toEqual([false, false]);
  expect(year.months.map(({ state }) => state).slice(8)).toEqual(['none', 'locked', 'running', 'ahead']);
});

test('年中来的、走了的：没在名单的月份空着，备注写明；走了的不排名', () => {
  const roster = [
    { id: '水利', from: '2023-01-01', to: '2023-10-31' },
    { id: '住建', from: '2023-11-01', to: null },
    { id: '教育', from: '2023-01-01', to: null },
  ];
  const both = [
    table(
      '2023-10',
      [
        ['水利', '9.00'],
        ['教育', '4.00', null],
      ],
      { roster },
    ),
    table(
      '2023-11',
      [
        ['住建', '9.00'],
        ['教育', '9.00'],
      ],
      { roster },
    ),
  ];
  const year = yearOf(2023, both, '2023-12');
  expect(read(year)).toEqual(['教育 13.00 13.00 1', '住建 9.00 9.00 2', '水利 9.00 9.00 —']);
  expect(year.rows.map(({ remarks }) => remarks)).toEqual([['10月不排名'], ['11月起列入'], ['10月以后不再列入']]);
  expect(rowOf(year, '水利')?.months.slice(9, 11)).toEqual(['9.00', null]);
});

test('同分并列，按 1、2、2、4 排', () => {
  const units = ['甲', '乙', '丙', '丁'];
  const roster = units.map((id) => ({ id, from: '2023-01-01', to: null }));
  const rows = units.map((unit, at): Row => [unit, ['9.00', '5.00', '5.00', '1.00'][at] ?? '']);
  const year = yearOf(2023, [table('2023-10', rows, { roster })], '2023-12');
  expect(year.rows.map(({ rank }) => rank).sort()).toEqual([1, 2, 2, 4]);
});

test('只统计的月份不给分；全年都只统计，就只有报送和采用', () => {
  const counting = table('2023-10', [['水利', '5.00', null]], { mode: 'countOnly' });
  const year = yearOf(2023, [counting], '2023-12');
  expect(year).toMatchObject({ scored: false, final: false });
  expect(rowOf(year, '水利')).toMatchObject({ total: '0.00', submitted: 3, adoptions: 2, rank: null, rescaled: null });
  expect(rowOf(year, '水利')?.months.every((cell) => cell === null)).toBe(true);
  const changed = table('2023-11', [['水利', '0.00']], { corrections: [change('水利', '2023-10', '-5.00')] });
  expect(rowOf(yearOf(2023, [counting, changed], '2023-12'), '水利')).toMatchObject({ total: '0.00', corrections: [] });
  const mixed = yearOf(2023, [counting, table('2023-11', [['水利', '7.00']])], '2023-12');
  expect(rowOf(mixed, '水利')).toMatchObject({ total: '7.00', submitted: 6 });
});

test('折算：细则写了满分的另列一栏，有算式，超过按满分、低于 0 按 0；有折算条款的指到那一行', () => {
  const annual = { title: '折入年度绩效', full: '30.00', worth: '6.00' };
  const of = (total: string) =>
    rowOf(yearOf(2023, [table('2023-10', [['水利', total]], { annual })], '2023-12'), '水利')?.rescaled;
  expect(of('20.01')).toEqual({ title: '折入年度绩效', points: '4.00', arithmetic: '20.01 × 6.00 ÷ 30.00 = 4.00' });
  expect(of('31.00')).toMatchObject({ points: '6.00', arithmetic: '31.00（超过满分按满分） × 6.00 ÷ 30.00 = 6.00' });
  expect(of('-1.00')).toMatchObject({ points: '0.00' });
  const rescaled = [{ unit: '水利', clause: '九', arithmetic: '50.00 × 6.00 ÷ 100.00 - 50.00 = -47.00' }];
  const december = table('2023-12', [['水利', '3.00']], { yearly: ['九'], rescaled });
  expect(rowOf(yearOf(2023, [december], '2024-01'), '水利')?.rescaled).toEqual({
    ...{ title: '已按九折算', points: '3.00', arithmetic: '50.00 × 6.00 ÷ 100.00 - 50.00 = -47.00' },
  });
});

test('年度折算：比组内最高、按类乘系数、不够分数不折；只在最后取舍一次，12 月的分不动', () => {
  const about = { title: '折入', worth: '5.00' } as const;
  const of = (annual: object, unit: string) => {
    const december = table(
      '2023-12',
      [
        ['水利', '80.00'],
        ['住建', '50.00'],
      ],
      { annual: { ...about, ...annual } as never },
    );
    const { rescaled, months } = rowOf(yearOf(2023, [december], '2024-01'), unit) ?? {};
    return [rescaled?.points, rescaled?.arithmetic, months?.[11]];
  };
  expect(of({ full: 'best' }, '住建')).toEqual(['3.13', '50.00 × 5.00 ÷ 组内最高 80.00 = 3.13', '50.00']); // 3.125
  const factors = [{ for: { units: ['住建'] }, times: '1.7' }];
  expect(of({ full: 'best', factors }, '水利')).toEqual(['4.71', '80.00 × 5.00 ÷ 组内最高 85.00 = 4.71', '80.00']);
  expect(of({ full: 'average', factors }, '住建')[1]).toBe('50.00 × 1.7 × 5.00 ÷ 组内平均 82.50 = 5.15');
  expect(of({ full: '93.00', atLeast: '60.00' }, '住建').slice(0, 2)).toEqual(['0.00', '50.00 低于 60.00，不折算']);
  expect(of({ full: '93.00', atLeast: '60.00' }, '水利')[0]).toBe('4.30');
});

test('有一条只给一家折算的，别家照样折入外面；并列以后空不空名次，年度跟细则一样', () => {
  const annual = { title: '折入', full: '100.00', worth: '5.00' };
  const rescaled = [{ unit: '水利', clause: '二', arithmetic: '10.00 × 20.00 ÷ 19.00 - 10.00 = 0.53' }];
  const year = yearOf(
    2023,
    [
      table(
        '2023-12',
        [
          ['水利', '10.53'],
          ['住建', '10.00'],
        ],
        { annual, yearly: ['二'], rescaled },
      ),
    ],
    '2024-01',
  );
  expect(year.rows.map(({ unit, rescaled }) => `${unit} ${rescaled?.points}`)).toEqual(['水利 0.53', '住建 0.50']);
  const roster = ['甲', '乙', '丙'].map((id) => ({ id, from: '2023-01-01', to: null }));
  const tied = (afterTies?: 'dense') =>
    yearOf(
      2023,
      [
        table(
          '2023-12',
          [
            ['甲', '9.00'],
            ['乙', '9.00'],
            ['丙', '5.00'],
          ],
          { roster, afterTies },
        ),
      ],
      '2024-01',
    ).rows.map(({ rank }) => rank);
  expect([tied(), tied('dense')]).toEqual([
    [1, 1, 3],
    [1, 1, 2],
  ]);
});
