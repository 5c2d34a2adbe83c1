import { expect, test } from 'vitest';
import { drawnBy, type Ground, ruleWords } from './naming.ts';
import { type JudgedTable, runsIn } from './shortness.ts';
import { colourAfter, suggestionsOf } from './suggestions.ts';
import { type Order, rulesOn, usualRules } from './supervision.ts';

const units = ['水利', '住建', '教育'];
const table = (month: string, submitted: readonly number[], more: Partial<JudgedTable> = {}): JudgedTable => ({
  ...{ month, state: 'locked', mode: 'score', groups: [{ name: '县直', ranked: true }], listedOnly: [], exempt: [], quota: 3 },
  roster: units.map((id) => ({ id, from: '2023-01-01', to: null })),
  rows: units.map((unit, at) => ({ unit, name: `县${unit}局`, group: '县直', submitted: submitted[at] ?? 3 })),
  ...more,
});
const read = (tables: readonly JudgedTable[]) =>
  runsIn(tables).map(({ unit, months, zero }) => `${unit} ${months.map(({ submitted }) => submitted).join()} 零${zero}`);

test('连着几个月欠任务：从最后一个月往回数，达到的、豁免的、缺了的、没有任务数的、当月撤销的月份都断开', () => {
  const three = [table('2023-08', [1, 0]), table('2023-09', [2, 0]), table('2023-10', [0, 0])];
  expect(read(three)).toEqual(['水利 1,2,0 零1', '住建 0,0,0 零3']);
  expect(read([...three, table('2023-11', [3, 2])])).toEqual(['住建 0,0,0,2 零0']);
  expect(read([table('2023-08', [0]), table('2023-10', [0])])).toEqual(['水利 0 零1']);
  expect(read([table('2023-09', [0], { exempt: [{ unit: '水利' }] }), table('2023-10', [0])])).toEqual(['水利 0 零1']);
  expect(read([table('2023-10', [0], { quota: null })])).toEqual([]);
  expect(read([table('2023-10', [0], { listedOnly: ['水利'] })])).toEqual([]);
  expect(read([table('2023-10', [0], { groups: [{ name: '县直', ranked: false }] })])).toEqual([]);
  expect(read([table('2023-10', [0], { roster: [{ id: '水利', from: '2023-01-01', to: '2023-10-31' }] })])).toEqual([]);
  expect(read([])).toEqual([]);
});

test('几个月到什么颜色由县里定，从某天起；没有定过的按通常的', () => {
  expect([0, 1, 2, 3, 4, 9].map((count) => colourAfter(count, usualRules))).toEqual([
    ...[null, 'blue', 'orange', 'red', 'talk', 'talk'],
  ]);
  const later = { ...usualRules, blue: 2, orange: 3, red: 4, talk: 6, fromOn: '2023-11-10' as never };
  expect(colourAfter(1, rulesOn([later], '2023-11-09'))).toBe('blue');
  expect(colourAfter(1, rulesOn([later], '2023-11-10'))).toBeNull();
});

type Known = Parameters<typeof suggestionsOf>[1][number];
const order = (given: Partial<Order>): Known =>
  ({
    ...{ id: 'o', unitId: '水利', colour: 'blue', state: 'issued', dueOn: '2023-10-13', matterKey: 'short', months: [] },
    ...given,
  }) as Known;
const basis = (...months: string[]) => months.map((month) => ({ month, submitted: 0, quota: 3, countOnly: false }));
const two = [table('2023-09', [0]), table('2023-10', [0])];
const says = (tables: readonly JudgedTable[], orders: readonly Known[] = []) =>
  suggestionsOf(runsIn(tables), orders, usualRules).map(({ colour, orderId, zero, calm }) => ({ colour, orderId, zero, calm }));

test('建议：新发最高到红，开着的一次升一级，这个月已经有单的不再建议，撤回的不算', () => {
  expect(says(two)).toEqual([{ colour: 'orange', orderId: null, zero: 2, calm: false }]);
  const five = ['2023-06', '2023-07', '2023-08'].map((month) => table(month, [0]));
  expect(says([...five, ...two])).toMatchObject([{ colour: 'red', orderId: null }]);
  expect(says([...five, ...two], [order({ months: basis('2023-09') })])).toMatchObject([{ colour: 'orange', orderId: 'o' }]);
  expect(says(two, [order({ colour: 'orange', months: basis('2023-09') })])).toEqual([]); // it stands there already
  expect(says(two, [order({ state: 'closed', months: basis('2023-09') })])).toMatchObject([{ colour: 'orange', orderId: null }]);
  expect(says(two, [order({ state: 'closed', months: basis('2023-09', '2023-10') })])).toEqual([]);
  expect(says(two, [order({ state: 'withdrawn', months: basis('2023-10') })])).toHaveLength(1);
});

test('只统计的月份只提醒：不到橙、不说警告问责、不建议取消评优', () => {
  const counting = [table('2023-09', [0]), table('2023-10', [0], { mode: 'countOnly' })];
  const [only] = suggestionsOf(runsIn(counting), [], usualRules);
  expect(only).toMatchObject({ colour: 'blue', calm: true, zero: 0, requirement: expect.stringContaining('只作提醒') });
  const [scored] = suggestionsOf(runsIn(two), [], usualRules);
  expect(scored).toMatchObject({
    matter: '2023年9月至2023年10月连续 2 个月报送没有达到任务数',
    requirement: expect.stringContaining('取消评优'),
  });
});

const named = (
  kind: 'commend' | 'criticise',
  ranks: readonly (readonly [rank: number | null, submitted: number, met?: boolean])[],
) => {
  const rows = ranks.map(([rank, submitted, met = true], at) => {
    return { unit: `u${at}`, name: `单位${at}`, group: '县直', rank, total: `${40 - at}.00`, submitted, met };
  });
  const roster = rows.map(({ unit: id }) => ({ id, from: '2023-01-01', to: null }));
  const ground: Ground = { table: { ...table('2023-10', []), roster, rows }, rows, runs: [], rules: usualRules };
  return [ground, drawnBy(kind, ground).map(({ name, reason }) => `${name}：${reason}`)] as const;
};
const seven = [1, 2, 3, 4, 5, 6, 7].map((rank) => [rank, rank > 4 ? 2 : 4] as const);

test('表扬前三名中任务都完成的：并列的都列，没有完成的不列也不递补', () => {
  expect(named('commend', seven)[1]).toEqual([
    '单位0：县直第1名，40.00分，报送4篇，任务都完成',
    '单位1：县直第2名，39.00分，报送4篇，任务都完成',
    '单位2：县直第3名，38.00分，报送4篇，任务都完成',
  ]);
  const tied = [
    [1, 4],
    [2, 2],
    [3, 4],
    [3, 4],
    [5, 4],
  ] as const;
  expect(named('commend', tied)[1].map((each) => each.slice(0, 3))).toEqual(['单位0', '单位2', '单位3']);
  expect(
    named('commend', [
      [1, 4, false],
      [2, 4],
    ])[1],
  ).toHaveLength(1);
});

test('批评末三名中没有完成任务的：并列的放不下就都不列，组太小的不列；零报送的列', () => {
  expect(named('criticise', seven)[1].map((each) => each.slice(0, 3))).toEqual(['单位4', '单位5', '单位6']);
  const tied = [...seven.slice(0, 3), [4, 2], [4, 2], [6, 2], [7, 2]] as const;
  expect(named('criticise', tied)[1].map((each) => each.slice(0, 3))).toEqual(['单位5', '单位6']);
  const most = [...seven.slice(0, 3), [4, 2], [4, 2], [4, 2], [4, 2]] as const;
  expect(named('criticise', most)[1]).toEqual([]);
  expect(named('criticise', seven.slice(0, 6))[1]).toEqual([]);
  expect(
    named('criticise', [
      [1, 4],
      [2, 0],
    ])[1],
  ).toEqual(['单位1：当月零报送']);
  const done = seven.map(([rank]) => [rank, 4] as const);
  expect(named('criticise', done)[1]).toEqual([]);
});

test('连续三个月没有达到的列进批评；只统计的月份谁也不列', () => {
  const [ground] = named('criticise', [
    [1, 2],
    [2, 4],
  ]);
  const runs = [{ unit: 'u0', name: '单位0', zero: 0, months: basis('2023-08', '2023-09', '2023-10') }];
  expect(drawnBy('criticise', { ...ground, runs })).toMatchObject([{ name: '单位0', reason: '连续3个月报送没有达到任务数' }]);
  const counting = { ...ground, runs, table: { ...ground.table, mode: 'countOnly' as const } };
  expect([drawnBy('criticise', counting), drawnBy('commend', counting)]).toEqual([[], []]);
  expect(ruleWords('criticise', usualRules, true)).toContain('只统计不排名');
});
