import { expect, test } from 'vitest';
import type { LeagueRow as Row } from '../../../server/assessment/league.ts';
import { changesBetween } from './changes.ts';
import { groupsOf, headline, nextWords, placeName, sumOf, toNext } from './places.ts';

const row = (unit: string, rank: number | null, total: string, more: Partial<Row> = {}): Row => ({
  unit,
  group: '县直',
  rank,
  total,
  submitted: 3,
  adopted: 1,
  adoptions: 1,
  ...{ parts: [], short: false, due: null },
  ...more,
});
const order = [{ name: '县直' }, { name: '乡镇' }];
const units = ['县人社局', '县教育局', '县住建局', '县残联', '白仓镇', '塘渡口镇'].map((name) => ({ id: name, name }));
const table = [
  row('塘渡口镇', null, '0.00', { group: '乡镇' }),
  row('白仓镇', null, '0.00', { group: '乡镇' }),
  row('县人社局', 1, '35.00'),
  row('县教育局', 2, '20.00'),
  row('县住建局', 2, '20.00'),
  row('县残联', 4, '-3.00', { submitted: 0 }),
];

test('组照细则的次序，不排名的按名称排', () => {
  const groups = groupsOf(table, units, order);
  expect(groups.map(({ name, ranked, rows }) => [name, ranked, rows.map(({ unit }) => unit)])).toEqual([
    ['县直', true, ['县人社局', '县教育局', '县住建局', '县残联']],
    ['乡镇', false, ['白仓镇', '塘渡口镇']],
  ]);
});

test('并列的说并列，离上一名差多少算得出来', () => {
  const [group] = groupsOf(table, units, order);
  const rows = group?.rows ?? [];
  const [first = table[0], , housing = table[0], disabled = table[0]] = rows;
  if (!first || !housing || !disabled) throw new Error('少了行');
  expect([first, housing, disabled].map((each) => placeName(each, rows))).toEqual(['第 1 名', '并列第 2 名', '第 4 名']);
  expect([first, housing, disabled].map((each) => toNext(each, rows))).toEqual([
    null,
    { rank: 1, points: '15.00' },
    { rank: 2, points: '23.00' },
  ]);
  expect(placeName(housing, rows, true)).toBe('暂列并列第 2 名');
  expect(nextWords({ rank: 5, points: '1.50' })).toBe('再得 1.50 分到第 5 名');
  expect(nextWords({ rank: 5, points: '0.00' })).toBe('与第 5 名同分，按细则的先后排在后');
});

test('表头说出差距和零报送；只统计的说不排名', () => {
  const [ranked, listed] = groupsOf(table, units, order);
  expect(ranked && headline(ranked, { scored: true, running: false })).toBe('前三名相差 15.00 分；1 个单位零报送');
  expect(listed && headline(listed, { scored: true, running: true })).toBe('2 个单位按名称排列，不排名');
  expect(ranked && headline(ranked, { scored: true, running: true })).toBe('本月还没过完，名次是暂列的；1 个单位还没有报送');
  const silent = groupsOf([row('县政府办', null, '0.00', { group: '专班所在', submitted: 0 })], units, order)[0];
  expect(silent && headline(silent, { scored: true, running: false })).toBe('只列出，不排名');
  expect(sumOf(table.map(({ total }) => total))).toBe('72.00');
});

test('锁定前有了变化，说出是谁、变了什么', () => {
  const before = { units, table, version: 4 };
  const moved = table.map((each) => (each.unit === '县住建局' ? { ...each, rank: 1, total: '36.00' } : each));
  expect(changesBetween(before, { units, table: moved, version: 5 })).toEqual([
    '新记了 1 条事实',
    '县住建局：20.00 分变为 36.00 分，第 2 名变为第 1 名',
  ]);
  expect(changesBetween(before, before)).toEqual(['分数和名次都没有变，动的是细则、名单或佐证']);
});
