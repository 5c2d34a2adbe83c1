import { expect, test } from 'vitest';
import { formatPoints, type Hundredths, points } from '../kernel/quantity.ts';
import { notYetDue } from './due.ts';
import { exportMonth } from './export.ts';
import type { LedgerFact } from './ledger.ts';
import { Scheme } from './scheme.ts';

const scheme = (clauses: object[]) =>
  Scheme.parse({ id: '甲', name: '甲', mode: 'score', from: '2023-10-01', groups: [{ name: '县直', ranked: true }], clauses });
const units = ['水利', '住建'].map((id) => ({ id, name: id, group: '县直', from: '2023-01-01', to: null, exempt: [] }));
let count = 0;
const fact = (unit: string, day: string, more: Partial<LedgerFact> = {}): LedgerFact => ({
  ...{ id: `f${++count}`, unit, kind: 'submission', day, period: day.slice(0, 7), verified: true },
  ...{ cancels: null, replaces: null, attributes: {}, evidence: [], ...more },
});
const month = (clauses: object[], facts: LedgerFact[] = [], state: 'open' | 'locked' = 'open') =>
  exportMonth({ county: 430523, month: '2023-11', state, schemes: [scheme(clauses)], units, calendar: [], facts, evidence: [] });
const of = (clauses: object[], facts: LedgerFact[] = [], day = '2023-11-02') => {
  const given = month(clauses, facts);
  const due = notYetDue(given, day)?.get('水利');
  const total = given.table.find(({ unit }) => unit === '水利')?.total ?? '';
  if (due) expect(formatPoints((points(due.settled) + points(due.waiting)) as Hundredths)).toBe(total); // 已得 + 未到期 = 总分
  return due;
};

const quota = {
  no: '三',
  title: '报送',
  kind: 'quota',
  needs: [{ counts: 'submission', atLeast: 3 }],
  missing: { each: '1.00' },
};

test('月份没过完，没报满的还不是欠额：说还差几篇；过完没锁的就是欠额', () => {
  expect(of([{ ...quota, met: '10.00' }], [fact('水利', '2023-11-01')])).toEqual({
    settled: '0.00',
    waiting: '-2.00',
    items: [{ clause: '三', effect: 'shortfall', points: '-2.00', words: '月底前还差 2 篇，达标得 10.00 分' }],
  });
  expect(of([quota], [], '2023-11-30')?.waiting).toBe('-3.00'); // 最后一天还来得及
  expect(of([quota], [], '2023-12-01')).toBeUndefined();
  expect(notYetDue(month([quota], [], 'locked'), '2023-11-02')).toBeNull();
  const done = ['01', '02', '03'].map((day) => fact('水利', `2023-11-${day}`));
  expect(of([{ ...quota, met: '10.00' }], done)).toEqual({ settled: '10.00', waiting: '0.00', items: [] });
});

test('按周的任务：过了的周是欠额，没过的周不是；至多扣几分照算', () => {
  const weekly = { ...quota, per: 'week', needs: [{ counts: 'submission', atLeast: 1 }] };
  // 11 月结束的四周：至 05、12、19、26
  expect(of([weekly], [fact('水利', '2023-11-07')], '2023-11-15')).toMatchObject({ settled: '-1.00', waiting: '-2.00' });
  expect(of([weekly], [], '2023-11-05')).toMatchObject({ settled: '0.00', waiting: '-4.00' });
  const most = { ...weekly, missing: { each: '1.00', atMost: '1.50' } };
  expect(of([most], [], '2023-11-15')).toMatchObject({ settled: '-1.50', waiting: '0.00' });
});

test('只有得分、没有扣分的任务，也说还差几篇；几项任务各说各的', () => {
  const two = {
    ...{ no: '三', title: '任务', kind: 'quota', met: '5.00' },
    needs: [
      { counts: 'adoption', where: { tier: ['provincial'] }, atLeast: 1 },
      { counts: 'adoption', where: { tier: ['municipal'] }, atLeast: 2 },
    ],
  };
  expect(of([two], [fact('水利', '2023-11-01', { kind: 'adoption', attributes: { tier: 'municipal' } })])).toEqual({
    settled: '0.00',
    waiting: '0.00',
    items: [{ clause: '三', effect: null, points: '0.00', words: '月底前还差 省部级 1 条、市级 1 条，达标得 5.00 分' }],
  });
});

test('零报送、比率、连续、目标分也一样；差错扣的分补不回来', () => {
  const silent = {
    no: '一',
    title: '零报送',
    kind: 'bands',
    counts: 'submission',
    bands: [{ count: { to: 0 }, points: '-5.00' }],
  };
  const rate = { no: '二', title: '采用率', kind: 'rate', rate: 'adoptionRate', bands: [{ below: '0.3', points: '-1.00' }] };
  const target = { no: '四', title: '目标', kind: 'target', of: ['五'], atLeast: '8.00', missing: { times: '1' } };
  const adoption = { no: '五', title: '采用', kind: 'points', counts: 'adoption', rates: [{ points: '5.00' }] };
  expect(of([silent])).toMatchObject({ settled: '0.00', waiting: '-5.00', items: [{ words: '月底前还能补上' }] });
  expect(of([rate], [fact('水利', '2023-11-01', { attributes: { article: '甲' } })])).toMatchObject({ waiting: '-1.00' });
  expect(of([target, adoption])).toMatchObject({ settled: '0.00', waiting: '-8.00' });
  const streak = { no: '六', title: '连续', kind: 'streak', counts: 'submission', months: 2, fewerThan: 1, points: '-2.00' };
  expect(of([streak])).toMatchObject({ settled: '0.00', waiting: '-2.00', items: [{ words: '本月补够就不算连续' }] });
  const errors = {
    no: '七',
    title: '差错',
    kind: 'bands',
    counts: 'error',
    bands: [
      { count: { from: 1, to: 2 }, points: '-2.00' },
      { count: { from: 3 }, points: '-5.00' },
    ],
  };
  expect(of([errors], [fact('水利', '2023-11-01', { kind: 'error' })])).toMatchObject({ settled: '-2.00', waiting: '0.00' });
});

test('没到期的约稿不算没交；到了期的算', () => {
  const late = { no: '七', title: '约稿', kind: 'points', counts: 'commission' };
  const clause = { ...late, rates: [{ where: { timing: ['late', 'missing'] }, points: '-3.00' }] };
  const order = (dueOn: string) => fact('水利', '2023-11-01', { kind: 'commission', attributes: { dueOn, deliveredOn: null } });
  expect(of([clause], [order('2023-11-20'), order('2023-11-05')], '2023-11-10')).toMatchObject({
    settled: '-3.00',
    waiting: '-3.00',
    items: [{ words: '1 篇还没到期，最近 11-20' }],
  });
});

test('扣完为止的保底跟着走：没到期的欠额和它的保底一起不算', () => {
  const limit = { no: '九', title: '扣完为止', kind: 'limit', of: 'all', atLeast: '0.00' };
  expect(of([quota, limit])).toEqual({
    settled: '0.00',
    waiting: '0.00',
    items: [
      { clause: '三', effect: 'shortfall', points: '-3.00', words: '月底前还差 3 篇' },
      { clause: '九', effect: 'floor', points: '3.00', words: '随未到期的各条变' },
    ],
  });
});

test('季度的任务只在末月才谈得上欠：末月过完以前都来得及', () => {
  const quarterly = { ...quota, per: 'quarter' };
  expect(of([quarterly])).toEqual({ settled: '0.00', waiting: '0.00', items: [] });
});

test('不在名单的、豁免不扣的，没有什么还差', () => {
  const free = { ...quota, exempt: 'free' };
  const spared = units.map((unit) => ({ ...unit, exempt: [{ from: '2023-11-01', to: null, reason: '机构改革' }] }));
  const given = exportMonth({
    ...{ county: 430523, month: '2023-11', state: 'open', schemes: [scheme([free])] },
    ...{ units: spared, calendar: [], facts: [], evidence: [] },
  });
  expect(notYetDue(given, '2023-11-02')?.get('水利')).toEqual({ settled: '0.00', waiting: '0.00', items: [] });
});
