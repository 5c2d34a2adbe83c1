import { expect, test } from 'vitest';
import { fact, october } from '../../test/october.ts';
import { another, aScoredCounty } from '../../test/scored.ts';
import { exportMonth } from './export.ts';
import type { LedgerFact } from './ledger.ts';
import { type Given, oneMore } from './oneMore.ts';
import { Scheme } from './scheme.ts';
import { score } from './scoring.ts';

const day = '2023-10-31';
const running = october({ state: 'open' });
const of = (unit: string, given: Given = running, on = day) => {
  const found = oneMore(given, unit, on);
  return { ...found, by: new Map(found.choices.map((choice) => [choice.label, choice])) };
};

test('细则分得出的每一样各算一次，和把这一条真的记进去重算分毫不差，分多的在前', () => {
  const before = JSON.stringify(running);
  const { choices, by, was, late } = of('县水利局');
  expect(JSON.stringify(running)).toBe(before);
  expect(late).toBeNull();
  expect([...by.keys()].sort()).toEqual(
    ['报送', '中央级采用', '省部级采用', '市级采用', '县级采用', '县工作简报采用', '县政府门户网站采用', '约稿按时交来'].sort(),
  );
  const gains = choices.map(({ difference }) => Number(difference));
  expect(gains).toEqual(gains.toSorted((a, b) => b - a));
  const added: LedgerFact = {
    ...{ id: '\uffffz', unit: '县水利局', kind: 'adoption', day, period: '2023-10', verified: true },
    ...{ cancels: null, replaces: null, evidence: [], attributes: { article: '新', tier: 'provincial' } },
  };
  const { table } = score(running.schemes, running.units, [...running.facts, added], running.calendar, running.month);
  const row = table.find(({ unit }) => unit === '县水利局');
  expect(by.get('省部级采用')).toMatchObject({
    difference: '8.00',
    now: { total: row?.total, rank: row?.rank },
    lines: [{ clause: '第五条（二）', was: null, now: { points: '8.00', arithmetic: '省部级 1 × 8.00 = 8.00' } }],
    verdict: 'gains',
    words: '“省级采用”+8.00。',
  });
  expect(Number(was?.rank)).toBeGreaterThan(Number(row?.rank));
});

test('到了封顶的说全扣回；任务已满的、细则不数的，各说为什么', () => {
  const { by } = of('县民政局'); // five municipal adoptions: at the cap of 15 already
  expect(by.get('市级采用')).toMatchObject({
    difference: '0.00',
    verdict: 'capped',
    words: expect.stringContaining('全由“市级采用”'),
  });
  expect(by.get('报送')).toMatchObject({
    difference: '0.00',
    verdict: 'counted',
    words: '“报送满 3 篇”任务的分已到头，不再变。',
  });
  expect(by.get('县级采用')).toMatchObject({ difference: '0.00', verdict: 'nothing', words: '细则没有哪一条数它。' });
  expect(of('县残联').by.get('报送')).toMatchObject({
    difference: '1.00',
    verdict: 'quota',
    words: '只补任务：“报送满 3 篇”+1.00。',
  });
  expect(of('县住房保障中心').by.get('报送')).toMatchObject({ difference: '11.00', verdict: 'quota' }); // the third: met, and nothing short
});

test('月份过完了、锁定了、不在名单里，说来不及，不列', () => {
  expect(of('县水利局', running, '2023-11-02')).toMatchObject({
    choices: [],
    late: '2023-10 已经过完，从今天起刊发、报送的记入 2023-11。',
  });
  expect(of('县水利局', october(), day)).toMatchObject({ choices: [], late: '2023-10 已经锁定，再来的记入以后的月份。' });
});

const units = ['甲', '乙'].map((id) => ({ id, name: id, group: '县直', from: '2023-01-01', to: null, exempt: [] }));
const head = { id: '一', name: '一', mode: 'score', from: '2023-10-01', groups: [{ name: '县直', ranked: true }] };
const inMonth = (clauses: object[], facts: LedgerFact[] = [], more: object = {}) =>
  exportMonth({
    ...{ county: 430523, month: '2023-10', state: 'open', units, calendar: [], facts, evidence: [] },
    schemes: [Scheme.parse({ ...head, clauses, ...more })],
  });

test('系数、版位、字数、只在季末结算的、前提、采用率，都说得出', () => {
  const priced = {
    ...{ no: '一', title: '采用', kind: 'points', counts: 'adoption', where: { tier: ['municipal'], words: { from: 500 } } },
    rates: [{ points: '4.00' }],
    factors: [{ where: { placement: ['front'] }, times: '2' }],
  };
  const { by } = of('甲', inMonth([priced]));
  expect(by.get('市级500–字采用')?.difference).toBe('4.00');
  expect(by.get('市级头版500–字采用')?.difference).toBe('8.00');
  expect(by.get('市级采用')).toMatchObject({ difference: '0.00', verdict: 'nothing' });
  const quarter = {
    no: '二',
    title: '季度报送',
    kind: 'quota',
    per: 'quarter',
    met: '5.00',
    needs: [{ counts: 'submission', atLeast: 1 }],
  };
  expect(of('甲', inMonth([quarter])).by.get('报送')).toMatchObject({
    verdict: 'later',
    words: '“季度报送”每季度结算，本月先记着。',
  });
  const first = { ...priced, where: {}, onlyIf: [{ counts: 'submission', atLeast: 3 }] };
  expect(of('甲', inMonth([first])).by.get('市级采用')).toMatchObject({
    verdict: 'counted',
    words: '“采用”的前提还没有满足，暂不计。',
  });
  const rate = { no: '三', title: '采用率', kind: 'rate', rate: 'adoptionRate', proportion: '10.00' };
  const sent = [
    fact('甲', 'submission', 1, { article: '子' }),
    fact('甲', 'submission', 2, { article: '丑' }),
    fact('甲', 'adoption', 2, { article: '子', tier: 'county' }),
  ];
  const rated = of('甲', inMonth([rate], sent)).by;
  expect(rated.get('市级采用')).toMatchObject({ difference: '5.00', verdict: 'gains' }); // 报送了还没采用的那一篇
  expect(rated.get('报送')).toMatchObject({ difference: '-1.67', verdict: 'loses', words: '反而减分：“采用率”−1.67。' });
});

test('比名次、按组内最高折算的，别的单位也一起重算', () => {
  const own = { no: '一', title: '采用', kind: 'points', counts: 'adoption', rates: [{ points: '5.00' }] };
  const best = { no: '二', title: '折百', kind: 'rescale', of: ['一'], full: 'best', worth: '100.00' };
  const given = inMonth(
    [own, best],
    [fact('乙', 'adoption', 1, { tier: 'county' }), fact('乙', 'adoption', 2, { tier: 'county' })],
  );
  const { by, was } = of('甲', given);
  expect(was).toMatchObject({ total: '0.00', rank: 2 });
  expect(by.get('市级采用')).toMatchObject({
    difference: '50.00',
    now: { rank: 2 },
    words: expect.stringContaining('“折百”+45.00'),
  });
});

test('只统计不排名：只说数到哪里，没有分数和名次', () => {
  const own = {
    no: '一',
    title: '市级采用',
    kind: 'points',
    counts: 'adoption',
    where: { tier: ['municipal'] },
    rates: [{ points: '5.00' }],
  };
  const { by, was, mode } = of('甲', inMonth([own], [], { mode: 'countOnly' }));
  expect([mode, was]).toEqual(['countOnly', null]);
  expect(by.get('市级采用')).toEqual({
    ...{ label: '市级采用', difference: null, now: null, lines: [], verdict: 'gains' },
    words: '采用 +1 条次，“市级采用”数它。',
  });
});

test('单位只看得到自己的，专班看得到每个单位的；导出也一样', async () => {
  const county = await aScoredCounty('2023-10-20', another({ from: '2023-10-01' }));
  await county.happened(1, 'submission', '2023-10-10', { article: '甲' });
  const path = (place: number) => `/api/months/2023-10/one-more/${county.ids[place]}`;
  const own = await county.ask('何静', path(1));
  expect(own.said).toMatchObject({
    name: '县水利局',
    late: null,
    clauses: { 第三条: { sentence: expect.stringContaining('不少于 3 条') } },
  });
  expect((await county.ask('何静', path(2))).status).toBe(404);
  expect((await county.ask('李卫平', path(2))).status).toBe(200);
  expect((await county.ask('何静', `${path(2)}/table.xlsx`)).status).toBe(404);
  expect((await county.ask('何静', `${path(1)}/table.xlsx`)).status).toBe(200);
  expect((await county.ask('何静', path(1).replace('-10', '-11'))).said.message).toContain('还没有到');
});
