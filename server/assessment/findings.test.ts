import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DraftBody } from './draft.ts';
import { findingsOf } from './findings.ts';
import { knownPolicies } from './policies.ts';

const head = {
  id: '一',
  name: '试',
  mode: 'score',
  from: '2023-10-01',
  to: '2024-06-30',
  groups: [
    { name: '县直', ranked: true },
    { name: '乡镇', ranked: false },
  ],
};
const stop = { no: '末', title: '扣完为止', kind: 'limit', of: 'all', atLeast: '0' };
const found = (clauses: object[], change: object = {}) =>
  findingsOf({ ...head, ...change, clauses } as unknown as DraftBody, knownPolicies as never).map(
    ({ clause, words }) => `${clause ?? '总'} ${words}`,
  );
const adopted = (no: string, more: object) => ({
  no,
  title: no,
  kind: 'points',
  counts: 'adoption',
  rates: [{ points: '5' }],
  ...more,
});

test('没有毛病的一份，什么也不说', () => {
  expect(
    found([adopted('一', { where: { tier: ['central'] } }), adopted('二', { where: { tier: ['municipal'] } }), stop]),
  ).toEqual([]);
});

test('轮不到的一行：前面一行把它的都算走了；范围小的在前面就不说', () => {
  const front = { where: { placement: ['front'] }, points: '10' };
  expect(found([adopted('一', { rates: [{ points: '5' }, front] })])).toEqual([
    '0 分值第 2 行轮不到：第 1 行已经把它的都算走了；请把范围小的放在前面。',
  ]);
  expect(found([adopted('一', { rates: [front, { points: '5' }] })])).toEqual([]);
  const bands = [
    { count: { to: 3 }, points: '1' },
    { count: { from: 1, to: 2 }, points: '2' },
  ];
  expect(found([{ no: '一', title: '档', kind: 'bands', counts: 'submission', bands }])).toEqual([
    '0 分档第 2 行轮不到：第 1 行已经包括了它。',
  ]);
});

test('同一件事两条都给分；不同的组、不同的月份、层级不相交的不算', () => {
  const daily = adopted('一', { where: { tier: ['municipal', 'county'] } });
  expect(found([daily, adopted('二', { where: { tier: ['county'] } })])).toEqual(['1 和“一”重叠：同一条采用，两条都给分。']);
  expect(found([daily, adopted('二', { where: { tier: ['central'] } })])).toEqual([]);
  expect(found([{ ...daily, for: { groups: ['县直'] } }, adopted('二', { for: { groups: ['乡镇'] } })])).toEqual([
    '1 只管乡镇，而乡镇不排名：得的分只列出，不进名次。',
  ]);
  expect(found([{ ...daily, to: '2023-12' }, adopted('二', { from: '2024-01' })])).toEqual([]);
  expect(found([daily, adopted('二', { where: { carrier: ['县报'] } })])).toEqual([]); // nobody knows the tier of a name here
});

test('封顶比单条低；合计的封顶比其中一条的单条低', () => {
  expect(found([adopted('一', { cap: '4', factors: [{ where: { placement: ['front'] }, times: '2' }] })])).toEqual([
    '0 封顶 4 分，比单条的 10.00 分还低。',
  ]);
  expect(found([adopted('一', {}), { no: '二', title: '限', kind: 'limit', of: ['一'], atMost: '3' }])).toContain(
    '1 合计至多 3 分，比“一”单条还低。',
  );
});

test('数不到东西的：报送没有层级、除外把全部除掉、任务是 0 条', () => {
  expect(found([{ ...adopted('一', { where: { tier: ['county'] } }), counts: 'submission' }])).toEqual([
    '0 数不到东西：报送的记录里没有媒体层级。',
  ]);
  expect(found([adopted('一', { where: { tier: ['county'] }, not: { tier: ['county', 'central'] } })])).toEqual([
    '0 数不到东西：“除外”把采用符合条件的全除掉了。',
  ]);
  expect(found([{ no: '一', title: '任务', kind: 'quota', needs: [{ counts: 'submission', atLeast: 0 }], met: '5' }])).toEqual([
    '0 任务是 0 条，这一条谁也不会得分或扣分。',
  ]);
});

test('加不拢的合计照录，只报出来；纸面写的最高分和算的不一样也报', () => {
  const items = [
    adopted('一', { where: { tier: ['central'] }, cap: '5' }),
    adopted('二', { where: { tier: ['county'] }, cap: '5' }),
  ];
  const whole = (text: string, atMost: string) => ({ no: '三', title: '合计', text, kind: 'limit', of: ['一', '二'], atMost });
  expect(found([...items, whole('两项合计 10 分。', '10')])).toEqual([]);
  expect(found([...items, whole('两项合计 12 分。', '12')])).toEqual([
    '2 加不拢：写的合计是 12.00 分，一、二各项最多加起来是 10.00 分；照录不改，请对照纸面。',
  ]);
  expect(found([adopted('一', { cap: '5', text: '本项满分 6 分。' })])).toEqual([
    '0 纸面写着最多 6.00 分，这里最多给 5.00 分；照录不改，请对照纸面。',
  ]);
});

test('有扣分而没写扣完为止；一个月也用不上的条款', () => {
  const late = { no: '一', title: '约稿', kind: 'points', counts: 'commission', rates: [{ points: '-3' }] };
  expect(found([late])).toEqual(['总 有扣分，却没有一条写“扣完为止”（封顶保底，管其余全部，最少 0.00 分）。']);
  expect(found([late, stop])).toEqual([]);
  expect(found([adopted('一', { from: '2024-07' })])).toEqual(['0 这一条的起止月份和细则的施行期碰不到一起，一个月也用不上。']);
});

test('碰到减负规定的条款：已经施行的提醒写依据，以后施行的先知道', () => {
  const rank = { no: '一', title: '批示', kind: 'points', counts: 'instruction', rates: [{ points: '5' }] };
  const policy =
    '2024-08-06 起，中共中央办公厅、国务院办公厅《整治形式主义为基层减负若干规定》：不得将获得领导批示、在刊物和媒体刊发文章信息等作为督查检查考核内容。';
  expect(found([rank])).toEqual([]);
  expect(found([rank], { to: null })).toEqual([`0 ${policy}`]);
  expect(found([rank], { from: '2024-09-01', to: null })).toEqual([`0 ${policy}选“计分”要写依据。`]);
  expect(found([rank], { from: '2024-09-01', to: null, mode: 'countOnly' })).toEqual([`0 ${policy}`]);
});

test('没有写完的说出缺什么，别的条款照样看', () => {
  const said = found([{ no: '一', kind: 'points' }, adopted('二', { cap: '1' })]);
  expect(said).toContain('0 名称：没有写，请补上');
  expect(said).toContain('1 封顶 1 分，比单条的 5.00 分还低。');
});

test('升级进来的县和新建的县，减负规定是同样的几条', () => {
  const folder = new URL('../../database/migrations/', import.meta.url);
  const file = readdirSync(folder).find((name) => name.startsWith('0018')) ?? '';
  const sql = readFileSync(new URL(file, folder), 'utf8');
  for (const { code, source, fromOn, touches, words } of knownPolicies) {
    for (const part of [`'${code}'`, source, fromOn, `{${touches.join(',')}}`, words]) expect(sql).toContain(part);
  }
});

const ready = new URL('../../database/schemes/', import.meta.url);
test('六套现成细则：百分制照印发件有三处加不拢，报出来；其余的没有毛病', () => {
  const said = readdirSync(ready).map((file) => {
    const body = JSON.parse(readFileSync(new URL(file, ready), 'utf8')) as DraftBody;
    return [file, findingsOf(body, []).map(({ words }) => words)] as const;
  });
  expect(said).toHaveLength(6);
  expect(said.filter(([, words]) => words.length > 0)).toEqual([
    [
      'hundred.json',
      [
        '加不拢：写的合计是 100.00 分，1、2、3、4各项最多加起来是 105.00 分；照录不改，请对照纸面。',
        '加不拢：写的合计是 3.00 分，5（甲）、5（乙）各项最多加起来是 2.00 分；照录不改，请对照纸面。',
        '纸面写着最多扣 7.00 分，这里最多扣 20.00 分；照录不改，请对照纸面。',
      ],
    ],
  ]);
});
