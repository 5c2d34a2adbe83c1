import { expect, test } from 'vitest';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { monthSteps } from './monthSteps.ts';

const row = (submitted: number, rank: number | null = 1) => ({ submitted, adoptions: submitted, rank, lines: [] });
const october = {
  month: '2023-10',
  state: 'open' as const,
  lockedAt: null,
  table: [row(3), row(2, 2), row(0, 3), row(9, null)],
  pending: [{ facts: [1, 2] }, { facts: [3] }],
  facts: {},
  checks: [],
};
const on = (day: string, more: Partial<Parameters<typeof monthSteps>[0]> = {}) =>
  monthSteps({ ...october, ...more }, day as CountyDate).map(({ name, state, words }) => `${name} ${state} ${words}`);

test('月份过完、还有待核的：停在佐证核验，锁定在后面', () => {
  expect(on('2023-11-02')).toEqual([
    '报送截止 done 2 个单位 5 篇，1 个零报送',
    '佐证核验 now 计入 14 条次，还剩 3 条',
    '锁定 ahead 核完 3 条以后可以锁定',
    '印发通报 ahead 锁定以后编文号、印发',
  ]);
});

test('核完就该锁定，还有事挡着的说出是什么事；锁定以后轮到通报', () => {
  expect(on('2023-11-02', { pending: [] }).slice(1, 3)).toEqual([
    '佐证核验 done 计入 14 条次，没有待核的',
    '锁定 now 可以锁定了',
  ]);
  const blocked = { pending: [], checks: [{ words: '还有 1 件约稿过了期限', blocking: true }] };
  expect(on('2023-11-02', blocked)[2]).toBe('锁定 now 还有 1 件约稿过了期限');
  expect(on('2023-11-06', { state: 'locked', pending: [] }).slice(2)).toEqual([
    '锁定 done 细则、得分单和总表都已定格',
    '印发通报 now 可以编文号、印发',
  ]);
});

test('月份没过完，报送还在进行', () => {
  expect(on('2023-10-31', { pending: [] }).map((words) => words.split(' ')[1])).toEqual(['now', 'ahead', 'ahead', 'ahead']);
});

test('责任单位看不到别家的待核，只说本单位的，不说可以锁定', () => {
  const own = { pending: [], table: october.table.map((each, place) => ({ ...each, lines: place === 0 ? [] : null })) };
  expect(on('2023-11-02', own).slice(1, 3)).toEqual([
    '佐证核验 now 计入 14 条次，本单位没有待核的',
    '锁定 ahead 核完以后由专班锁定',
  ]);
});

test('认定了而媒体待认定的，在计入的旁边说出有几条；取消了的不算', () => {
  const fact = { kind: 'adoption', period: '2023-10', cancels: null, replaces: null, attributes: { tier: null } };
  const facts = { 甲: fact, 乙: fact, 撤: { ...fact, cancels: '乙' }, 丙: { ...fact, attributes: { tier: 'county' } } };
  expect(on('2023-11-02', { facts })[1]).toBe('佐证核验 now 计入 14 条次，另有 1 条媒体待认定、先不计，还剩 3 条');
});
