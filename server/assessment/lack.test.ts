import { expect, test } from 'vitest';
import { type Due, notYetDue } from './due.ts';
import { exportMonth } from './export.ts';
import type { LedgerFact } from './ledger.ts';
import { Scheme } from './scheme.ts';

const units = ['水利', '住建'].map((id) => ({ id, name: id, group: '县直', from: '2023-01-01', to: null, exempt: [] }));
let count = 0;
const fact = (
  kind: LedgerFact['kind'],
  attributes: LedgerFact['attributes'] = {},
  day = '2023-11-01',
  unit = '水利',
): LedgerFact => ({
  ...{ id: `f${++count}`, unit, kind, day, period: day.slice(0, 7), verified: true },
  ...{ cancels: null, replaces: null, attributes, evidence: [] },
});
const many = (size: number, kind: LedgerFact['kind']) => Array.from({ length: size }, () => fact(kind));

/** 已得、未到期 on a day of November, and what is said. */
function of(clauses: object[], facts: LedgerFact[] = [], day = '2023-11-10'): string {
  const head = { id: '甲', name: '甲', mode: 'score', from: '2023-01-01', groups: [{ name: '县直', ranked: true }] };
  const schemes = [Scheme.parse({ ...head, clauses })];
  const given = exportMonth({
    ...{ county: 430523, month: '2023-11', state: 'open', schemes, units, calendar: [], facts, evidence: [] },
  });
  const due = notYetDue(given, day)?.get('水利');
  const { settled, waiting, items }: Due = due ?? { settled: '', waiting: '', items: [] };
  return [settled, waiting, ...items.map(({ words }) => words)].join(' ');
}

const silent = { no: '一', title: '零报送', kind: 'bands', counts: 'submission' };
const taken = { no: '九', title: '采用', kind: 'points', counts: 'adoption', rates: [{ points: '5.00' }] };

test('分档：能升到零分的全不算，只能少扣的只把多出的那截另计；差错再多一条补不回来', () => {
  const bands = [
    { count: { to: 0 }, points: '-5.00' },
    { count: { from: 1 }, points: '-2.00' },
  ];
  expect(of([{ ...silent, bands }])).toBe('-2.00 -3.00 月底前还能补上');
  expect(of([{ ...silent, bands: bands.slice(0, 1) }])).toBe('0.00 -5.00 月底前还能补上');
  expect(of([{ ...silent, counts: 'error', bands: [{ count: { from: 1, to: 2 }, points: '-2.00' }] }], many(1, 'error'))).toBe(
    '-2.00 0.00',
  );
});

test('每满几条：前段倒扣、后段加分的还能补；差错每条扣的不能，扣到底的保底跟着重算', () => {
  const steps = { no: '一', title: '报送', kind: 'steps', counts: 'submission' };
  const late = [
    { upTo: 1, points: '-3.00' },
    { above: 1, points: '2.00' },
  ];
  expect(of([{ ...steps, steps: late }], many(1, 'submission'))).toBe('0.00 -3.00 月底前还能补上');
  expect(of([{ ...steps, counts: 'error', steps: [{ points: '-1.00' }], floor: '-2.00' }], many(3, 'error'))).toBe('-2.00 0.00');
  const low = [
    { upTo: 2, points: '-4.00' },
    { above: 2, points: '9.00' },
  ];
  expect(of([{ ...steps, steps: low, floor: '-2.00' }], many(2, 'submission'))).toBe('0.00 -2.00 月底前还能补上 月底前还能补上');
});

test('比率：升得上去的不算；一经迟交、再不迟也到不了零的，只算升不上去的那截', () => {
  const rate = { no: '一', title: '采用率', kind: 'rate', rate: 'adoptionRate', bands: [{ below: '0.3', points: '-1.00' }] };
  expect(of([rate], [fact('submission', { article: '甲' })])).toBe('0.00 -1.00 月底前还能补上');
  const part = { counts: 'report', where: { nature: ['迟'] } };
  const late = { no: '二', title: '迟报率', kind: 'rate', rate: { part, whole: { counts: 'report' } } };
  const some = [fact('report', { nature: '迟' }), fact('report')];
  expect(of([{ ...late, bands: [{ above: '0', points: '-2.00' }] }], some)).toBe('-2.00 0.00');
  expect(
    of(
      [
        {
          ...late,
          bands: [
            { above: '0.4', points: '-3.00' },
            { above: '0', points: '-1.00' },
          ],
        },
      ],
      some,
    ),
  ).toBe('-1.00 -2.00 月底前还能补上');
  const errors = {
    ...late,
    rate: { part: { counts: 'error' }, whole: { counts: 'submission' } },
    bands: [{ above: '0.1', points: '-3.00' }],
  };
  expect(of([errors], [...many(1, 'error'), ...many(2, 'submission')])).toBe('0.00 -3.00 月底前还能补上'); // 多报几篇，错率就低了
});

test('任务按完成率分档：再报就到上一档的不算；过了的周算', () => {
  const quota = { no: '一', title: '任务', kind: 'quota', needs: [{ counts: 'submission', atLeast: 4 }] };
  const completion = [
    { from: '1', points: '5.00' },
    { from: '0.5', points: '-1.00' },
    { below: '0.5', points: '-3.00' },
  ];
  expect(of([{ ...quota, completion }], many(1, 'submission'))).toBe('0.00 -3.00 月底前还差 3 篇');
  const weekly = {
    ...quota,
    per: 'week',
    needs: [{ counts: 'submission', atLeast: 1 }],
    completion: [{ below: '1', points: '-1.00' }],
  };
  expect(of([weekly], [], '2023-11-15')).toBe('-2.00 -2.00 月底前还差 2 篇'); // 至 05、12 的两周已过
});

test('连续：少了的这个月还能补够；连着有差错的断不了；只数奖励的不动', () => {
  const streak = { no: '一', title: '连续', kind: 'streak', months: 2, from: '2023-10' };
  const before = fact('error', {}, '2023-10-09');
  expect(of([{ ...streak, counts: 'submission', fewerThan: 1, points: '-2.00' }])).toBe('0.00 -2.00 本月补够就不算连续');
  expect(of([{ ...streak, counts: 'error', atLeast: 1, points: '-2.00' }], [before, fact('error')])).toBe('-2.00 0.00');
  expect(of([{ ...streak, counts: 'error', fewerThan: 1, points: '3.00' }])).toBe('3.00 0.00');
});

test('名次：月底才定，垫底的扣分、领先的加分都另计', () => {
  const places = { no: '一', title: '比条数', kind: 'placement', by: { counts: 'submission' } };
  const both = { ...places, places: [{ place: { to: 1 }, points: '6.00' }], last: [{ place: { to: 1 }, points: '-4.00' }] };
  expect(of([both])).toBe('0.00 -4.00 名次月底才定');
  expect(of([both], many(1, 'submission'))).toBe('0.00 6.00 名次月底才定');
});

test('目标分：说还差几分，达到得几分；达到了就没有', () => {
  const target = { no: '一', title: '目标', kind: 'target', of: ['九'], atLeast: '8.00', met: '3.00' };
  expect(of([{ ...target, missing: { times: '2' } }, taken], many(1, 'adoption'))).toBe(
    '5.00 -6.00 月底前还差 3.00 分到目标，达到得 3.00 分',
  );
  expect(of([target, taken])).toBe('0.00 0.00 月底前还差 8.00 分到目标，达到得 3.00 分');
  expect(of([target, taken], many(2, 'adoption'))).toBe('13.00 0.00');
});

test('记零、按百分比：因为没有而起的还能补，因为出了差错而起的补不回来；两样都有，差错那样照算', () => {
  const none = { counts: 'submission', atMost: 0 };
  const zero = { no: '一', title: '记零', kind: 'zero', of: ['九'], when: [none] };
  expect(of([zero, taken], many(1, 'adoption'))).toBe('5.00 -5.00 月底前有了就不扣');
  expect(of([{ ...zero, when: [none, { counts: 'error' }] }, taken], [...many(1, 'adoption'), ...many(1, 'error')])).toBe(
    '0.00 0.00',
  );
  const cut = { no: '一', title: '扣两成', kind: 'percent', of: ['九'], percent: '-20', each: true };
  expect(of([{ ...cut, when: [none] }, taken], many(1, 'adoption'))).toBe('5.00 0.00');
  expect(of([{ ...cut, each: false, when: [none] }, taken], many(1, 'adoption'))).toBe('5.00 -1.00 月底前有了就不扣');
  expect(of([{ ...cut, when: [{ counts: 'error' }] }, taken], [...many(1, 'adoption'), ...many(1, 'error')])).toBe('4.00 0.00');
});

test('前提是少了的：月底前达到就不扣；前提是有过差错的照扣', () => {
  const clause = { no: '一', title: '扣', kind: 'points', counts: 'report', rates: [{ points: '-1.00' }] };
  expect(of([{ ...clause, onlyIf: [{ counts: 'submission', atMost: 2 }] }], many(2, 'report'))).toBe(
    '0.00 -2.00 月底前达到前提就不扣',
  );
  expect(of([{ ...clause, onlyIf: [{ counts: 'error', atLeast: 1 }] }], [...many(2, 'report'), ...many(1, 'error')])).toBe(
    '-2.00 0.00',
  );
});

test('过期没交的约稿：按今天交来算，以后的天数和“没交”都还省得下', () => {
  const clause = { no: '一', title: '约稿', kind: 'points', counts: 'commission' };
  const order = fact('commission', { dueOn: '2023-11-05', deliveredOn: null });
  const daily = { ...clause, rates: [{ where: { timing: ['late', 'missing'] }, points: '-0.50' }], multiply: { by: 'daysLate' } };
  expect(of([daily], [order])).toBe('-2.50 -10.00 1 篇过期没交，越早交来扣得越少'); // 到今天 5 天，算到月底 25 天
  const two = {
    ...clause,
    rates: [
      { where: { timing: ['late'] }, points: '-2.00' },
      { where: { timing: ['missing'] }, points: '-5.00' },
    ],
  };
  expect(of([two], [order])).toBe('-2.00 -3.00 1 篇过期没交，越早交来扣得越少');
});

test('封顶保底、就高、平均、折算自己不欠，跟着没到期的重算', () => {
  const owed = { ...silent, bands: [{ count: { to: 0 }, points: '-5.00' }] };
  const two = { ...taken, no: '八', title: '批示', counts: 'instruction', rates: [{ points: '4.00' }] };
  const facts = [...many(1, 'adoption'), ...many(1, 'instruction')];
  const best = { no: '七', title: '就高', kind: 'highest', of: ['八', '九'] };
  expect(of([owed, taken, two, best], facts)).toBe('5.00 -5.00 月底前还能补上');
  const folded = { no: '七', title: '折算', kind: 'rescale', of: ['一', '九'], full: '10.00', worth: '5.00' };
  expect(of([owed, taken, folded], many(1, 'adoption'))).toBe('2.50 -2.50 月底前还能补上 随未到期的各条变');
  const least = { no: '七', title: '扣完为止', kind: 'limit', of: 'all', atLeast: '0.00' };
  expect(of([owed, least])).toBe('0.00 0.00 月底前还能补上 随未到期的各条变');
  const average = { no: '七', title: '季平均', kind: 'average', of: ['一', '九'], per: 'quarter' };
  expect(of([owed, taken, average], many(1, 'adoption'))).toBe('5.00 -5.00 月底前还能补上'); // 季末才平均
});
