import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scoreFiles } from './files.ts';
import type { Score } from './scoring.ts';

const demo = readFileSync(new URL('../../database/demo/scheme.json', import.meta.url), 'utf8');
const scheme = (...clauses: object[]) => JSON.stringify({ ...JSON.parse(demo), clauses });
const unit = (id: string, rest: object = {}) => ({ id, name: id, group: '县直', from: '2023-01-01', ...rest });
let made = 0;
const fact = (kind: string, unit: string, attributes: object = {}, rest: object = {}) => ({
  id: `f${++made}`,
  unit,
  kind,
  day: '2023-10-12',
  period: '2023-10',
  verified: true,
  attributes,
  ...rest,
});
const times = (count: number, make: () => object) => Array.from({ length: count }, make);
const file = (units: object[], facts: object[], rest: object = {}) => JSON.stringify({ county: 430523, units, facts, ...rest });
const told = (result: Score, id = '甲') => {
  const row = result.table.find(({ unit }) => unit === id);
  return [
    row?.total,
    ...(row?.lines.map(({ clause, effect, points, corrects }) => [clause, effect, points, corrects].join(' ').trim()) ?? []),
  ];
};
const scored = (clauses: object[], facts: object[], month = '2023-10', units = [unit('甲'), unit('乙')], rest: object = {}) =>
  scoreFiles(clauses.length > 0 ? scheme(...clauses) : demo, file(units, facts, rest), month);

test('画上的县民政局：报送、省级、市级封顶、简报、约稿逾期，合计 32.00，逐行可查', () => {
  const facts = [
    ...times(5, () => fact('submission', '甲', { article: `稿${made}` })),
    fact('adoption', '甲', { tier: 'provincial', carrier: '红网' }),
    ...times(4, () => fact('adoption', '甲', { tier: 'municipal', carrier: '邵阳日报' })),
    fact('adoption', '甲', { tier: 'county', carrier: '县工作简报' }),
    fact('commission', '甲', { dueOn: '2023-10-20', deliveredOn: '2023-10-23' }),
    fact('adoption', '甲', { tier: 'county', carrier: '县政府门户网站' }, { verified: false }),
    fact('adoption', '甲', { tier: null, carrier: '某客户端' }),
  ];
  const result = scored([], facts);
  expect(result.table[0]).toMatchObject({ unit: '甲', rank: 1, total: '32.00', submitted: 5, adopted: 0, adoptions: 6 });
  expect(result.table[0]?.lines.map(({ clause, points, arithmetic }) => [clause, points, arithmetic])).toEqual([
    ['第三条', '10.00', '应 3 实 5，达标 10.00 = 10.00'],
    ['第五条（二）', '8.00', '省部级 1 × 8.00 = 8.00'],
    ['第五条（三）', '-5.00', '封顶 15.00 - 20.00 = -5.00'],
    ['第五条（三）', '20.00', '市级 4 × 5.00 = 20.00'],
    ['第五条（四）', '2.00', '县工作简报 1 × 2.00 = 2.00'],
    ['第七条', '-3.00', '逾期、未交 1 × -3.00 = -3.00'],
  ]);
  expect(told(result, '乙')).toEqual(['-3.00', '第三条 shortfall -3.00']);
});

const provincial = { no: '五', title: '采用', kind: 'points', counts: 'adoption' };
const rates = [
  { where: { tier: ['provincial'] }, points: '8.00' },
  { where: { tier: ['municipal'] }, points: '5.00' },
  { points: '1.25' },
];
const adopted = (tier: string, more: object = {}, rest: object = {}) => fact('adoption', '甲', { tier, ...more }, rest);
const quota = { no: '三', title: '任务', kind: 'quota', needs: [{ counts: 'submission', atLeast: 3 }] };
const sent = (count: number, rest: object = {}) => times(count, () => fact('submission', '甲', {}, rest));
const same = { article: 'a' };

test.each<[string, object[], object[], string[]]>([
  [
    '形态系数连乘，一行只取舍一次：1.25 × 1/2 = 0.625 记 0.63',
    [{ ...provincial, rates, factors: [{ where: { form: ['repost'] }, times: '1/2' }] }],
    [adopted('county', { form: 'repost' })],
    ['0.63', '五 points 0.63'],
  ],
  [
    '一行里先加后舍：三条 0.625 是 1.875，记 1.88',
    [{ ...provincial, rates, factors: [{ times: '0.5' }] }],
    times(3, () => adopted('county')),
    ['1.88', '五 points 1.88'],
  ],
  [
    '负分也是四舍五入离零远：-0.625 记 -0.63',
    [{ ...provincial, rates: [{ points: '-1.25' }], factors: [{ times: '0.5' }] }],
    [adopted('county')],
    ['-0.63', '五 points -0.63'],
  ],
  [
    '同稿只计最高级',
    [{ ...provincial, rates, sameArticle: { keep: 'highest' } }],
    [adopted('municipal', same), adopted('provincial', same), adopted('county')],
    ['9.25', '五 points 9.25'],
  ],
  [
    '同稿取最高两级，同级只计一次',
    [{ ...provincial, rates, sameArticle: { keep: 'topTiers', top: 2 } }],
    [adopted('municipal', same), adopted('municipal', same), adopted('provincial', same), adopted('county', same)],
    ['13.00', '五 points 13.00'],
  ],
  [
    '同一集团的报和端只计一次',
    [{ ...provincial, rates, sameOutletGroup: 'once' }],
    [adopted('municipal', { ...same, outletGroup: '日报' }), adopted('municipal', { ...same, outletGroup: '日报' })],
    ['5.00', '五 points 5.00'],
  ],
  [
    '失实的稿件不计',
    [{ ...provincial, rates, voidedBy: { counts: 'error', where: { nature: ['失实'] } } }],
    [adopted('municipal', same), adopted('provincial'), fact('error', '甲', { ...same, nature: '失实' })],
    ['8.00', '五 points 8.00'],
  ],
  [
    '篇幅分档',
    [{ ...provincial, rates: [{ where: { words: { from: 800 } }, points: '4.00' }, { points: '1.00' }] }],
    [adopted('county', { words: 800 }), adopted('county', { words: 799 })],
    ['5.00', '五 points 5.00'],
  ],
  ['没达标按比例得分', [{ ...quota, met: '10.00', partly: 'proportion' }], sent(2), ['6.67', '三 points 6.67']],
  ['少一篇扣 1 分，最多扣 2 分', [{ ...quota, missing: { each: '1.00', atMost: '2.00' } }], [], ['-2.00', '三 shortfall -2.00']],
  [
    '超额每篇加，最多加 1 分',
    [{ ...quota, met: '10.00', excess: { rates: [{ points: '0.60' }], atMost: '1.00' } }],
    sent(5),
    ['11.00', '三 excess 1.00', '三 points 10.00'],
  ],
  [
    '省 1 市 2 都完成得 5 分',
    [
      {
        ...quota,
        met: '5.00',
        needs: [
          { counts: 'adoption', where: { tier: ['provincial'] }, atLeast: 1 },
          { counts: 'adoption', where: { tier: ['municipal'] }, atLeast: 2 },
        ],
      },
    ],
    [adopted('provincial'), adopted('municipal'), adopted('municipal')],
    ['5.00', '三 points 5.00'],
  ],
  [
    '零报送扣 5 分',
    [{ no: '四', title: '零报送', kind: 'bands', counts: 'submission', bands: [{ count: { to: 0 }, points: '-5.00' }] }],
    [],
    ['-5.00', '四 points -5.00'],
  ],
  [
    '采用率低于三成扣 1 分',
    [{ no: '六', title: '采用率', kind: 'rate', rate: 'adoptionRate', bands: [{ below: '0.3', points: '-1.00' }] }],
    sent(4),
    ['-1.00', '六 points -1.00'],
  ],
  [
    '几条合计封顶，扣完为止',
    [
      { ...provincial, rates },
      { no: '八', title: '封顶', kind: 'limit', of: 'all', atMost: '10.00', atLeast: '0.00' },
    ],
    times(3, () => adopted('provincial')),
    ['10.00', '五 points 24.00', '八 cap -14.00'],
  ],
  [
    '负面报道当月 0 分再扣 10',
    [
      { ...provincial, rates },
      { no: '九', title: '负面', kind: 'points', counts: 'error', rates: [{ points: '-10.00' }] },
      { no: '十', title: '记零', kind: 'zero', of: ['五'], when: [{ counts: 'error' }] },
    ],
    [adopted('provincial'), fact('error', '甲')],
    ['-10.00', '五 points 8.00', '九 points -10.00', '十 zero -8.00'],
  ],
  [
    '百分制折成 6 分，差额另列一行',
    [
      { ...provincial, rates },
      { no: '折', title: '折算', kind: 'rescale', of: 'all', full: '100.00', worth: '6.00' },
    ],
    [adopted('provincial'), adopted('municipal')],
    ['0.78', '五 points 13.00', '折 rescale -12.22'],
  ],
  [
    '差目标分多少，按两倍扣',
    [
      { ...provincial, rates },
      { no: '目', title: '目标', kind: 'target', of: ['五'], atLeast: '20.00', missing: { times: '2' } },
    ],
    [adopted('provincial')],
    ['-16.00', '五 points 8.00', '目 shortfall -24.00'],
  ],
])('%s', (_, clauses, facts, expected) => {
  expect(told(scored(clauses, facts))).toEqual(expected);
});

test('合作稿按份额分，除不尽的给余数大的，同余数给编号在前的，合计不多不少', () => {
  const units = ['丙', '甲', '乙'].map((id) => unit(id));
  const shared = fact('adoption', '甲', { tier: 'county', shares: { 甲: 1, 乙: 1, 丙: 1 } });
  const result = scored([{ ...provincial, rates: [{ points: '1.00' }] }], [shared], '2023-10', units);
  expect(['丙', '乙', '甲'].map((id) => told(result, id)[0])).toEqual(['0.34', '0.33', '0.33']);
});

test('季度条款只在季末结算，名单外的月份没有任务', () => {
  const clauses = [{ ...quota, per: 'quarter', met: '10.00', missing: { each: '1.00' } }];
  const facts = [...sent(2), ...sent(1, { period: '2023-12', day: '2023-12-01' })];
  const late = unit('乙', { from: '2024-01-01' });
  expect(told(scored(clauses, facts, '2023-11'))).toEqual(['0.00']);
  expect(told(scored(clauses, facts, '2023-12'))).toEqual(['10.00', '三 points 10.00']);
  expect(scored(clauses, facts, '2023-12', [unit('甲'), late]).table.map((row) => row.unit)).toEqual(['甲']);
});

test('每周任务按周日所在的月份结算，迟到的佐证算进它那个月的第一周', () => {
  const clauses = [{ ...quota, per: 'week', needs: [{ counts: 'submission', atLeast: 1 }], missing: { each: '1.00' } }];
  const days = ['2023-10-01', '2023-10-03', '2023-10-30'].map((day) => fact('submission', '甲', {}, { day }));
  expect(told(scored(clauses, days))).toEqual(['-3.00', '三 shortfall -3.00']);
  expect(told(scored(clauses, days, '2023-11'))).toEqual(['-3.00', '三 shortfall -3.00']);
});

test('连续两个月零报送，每满一轮扣一次', () => {
  const clauses = [{ no: '四', title: '连续', kind: 'streak', counts: 'submission', months: 2, fewerThan: 1, points: '-5.00' }];
  expect(['2023-10', '2023-11', '2023-12', '2024-01'].map((month) => told(scored(clauses, [], month))[0])).toEqual([
    '0.00',
    '-5.00',
    '0.00',
    '-5.00',
  ]);
});

test('时限遇休息日可以顺延，日历里写的调休算上班', () => {
  const commission = {
    no: '七',
    title: '约稿',
    kind: 'points',
    counts: 'commission',
    rates: [{ where: { timing: ['late'] }, points: '-3.00' }],
  };
  const facts = [fact('commission', '甲', { dueOn: '2023-10-07', deliveredOn: '2023-10-08' })];
  const postponed = JSON.stringify({ ...JSON.parse(scheme(commission)), deadlines: 'nextWorkday' });
  const calendar = [
    { day: '2023-10-07', works: false },
    { day: '2023-10-08', works: true },
  ];
  const run = (text: string, rest: object) => told(scoreFiles(text, file([unit('甲')], facts, rest), '2023-10'))[0];
  expect([run(scheme(commission), {}), run(postponed, { calendar })]).toEqual(['-3.00', '0.00']);
});

test('各组各排：同分先比高级别采用，再比采用率，还相同就并列；豁免、只列出、只统计的没有名次', () => {
  const flat = { no: '五', title: '采用', kind: 'points', counts: 'adoption', rates: [{ points: '1.00' }] };
  const month = (id: string, submitted: number, ...tiers: string[]) => [
    ...times(submitted, () => fact('submission', id, { article: `${id}-${made}` })),
    ...tiers.map((tier) => fact('adoption', id, { tier })),
  ];
  const facts = [
    month('甲', 1, 'county', 'county'),
    month('乙', 1, 'provincial', 'county'),
    month('丙', 0, 'county', 'county'),
    month('丁', 1, 'county', 'county'),
    month('镇', 1),
  ].flat();
  const exempt = unit('戊', { exempt: [{ from: '2023-10-31', to: '2023-11-30', reason: '机构改革' }] });
  const units = [exempt, unit('镇', { group: '乡镇' }), ...['甲', '乙', '丙', '丁'].map((id) => unit(id))];
  const table = (text: string) =>
    scoreFiles(text, file(units, facts.toReversed()), '2023-10').table.map(({ unit, rank }) => `${unit} ${rank}`);
  expect(table(scheme(flat))).toEqual(['镇 null', '乙 1', '丁 2', '甲 2', '丙 4', '戊 null']);
  expect(table(JSON.stringify({ ...JSON.parse(scheme(flat)), mode: 'countOnly' }))).toEqual([
    '镇 null',
    '丁 null',
    '丙 null',
    '乙 null',
    '戊 null',
    '甲 null',
  ]);
});

test('采用率只数报送过的稿件，首次采用在哪个月就算哪个月；转载多次仍是一篇', () => {
  const facts = [
    fact('submission', '甲', { article: '一' }),
    fact('submission', '甲', { article: '二' }),
    ...['municipal', 'county'].map((tier) => adopted(tier, { article: '一' })),
    adopted('county', { article: '自采' }),
  ];
  const withdrawn = fact('submission', '甲', { article: '三' });
  const row = scored([], [...facts, withdrawn, fact('submission', '甲', {}, { cancels: withdrawn.id })]).table[0];
  expect(row).toMatchObject({ submitted: 2, adopted: 1, adoptions: 3 });
});

test('撤销上月的采用：本月另列更正行，不进本月的分和名次；同月的撤销只是不计', () => {
  const clause = { ...provincial, rates, cap: '15.00' };
  const old = times(4, () => adopted('municipal')) as { id: string }[];
  const nov = { period: '2023-11', day: '2023-11-05' };
  const cancel = fact('adoption', '甲', {}, { ...nov, cancels: old[0]?.id });
  const better = fact('adoption', '甲', { tier: 'provincial' }, { ...nov, replaces: old[1]?.id });
  const ordinary = adopted('municipal', {}, nov);
  const result = scored([clause], [...old, cancel, better, ordinary], '2023-11');
  expect(told(result)).toEqual(['5.00', '五 cap 2.00 2023-10', '五 points 5.00', '五 points -2.00 2023-10']);
  const line = result.table[0]?.lines[2];
  expect(line).toMatchObject({
    arithmetic: '更正 2023-10：18.00 - 20.00 = -2.00',
    facts: [cancel.id, better.id, old[0]?.id, old[1]?.id].sort(),
  });
  expect(told(scored([clause], [...old, cancel, better, ordinary]))[0]).toBe('15.00');
  expect(told(scored([clause], [...old, fact('adoption', '甲', {}, { cancels: old[0]?.id })]))[0]).toBe('15.00');
});

test('十二月的事实一月才更正：全年＝各月冻结的合计＋更正，季度条款也补上', () => {
  const clauses = [
    { ...quota, per: 'quarter', needs: [{ counts: 'submission', atLeast: 1 }], met: '10.00' },
    { ...provincial, rates },
  ];
  const december = fact('submission', '甲', {}, { period: '2023-12', day: '2023-12-02' });
  const undo = fact('submission', '甲', {}, { period: '2024-01', day: '2024-01-09', cancels: december.id });
  expect(told(scored(clauses, [december, undo], '2023-12'))).toEqual(['10.00', '三 points 10.00']);
  expect(told(scored(clauses, [december, undo], '2024-01'))).toEqual(['0.00', '三 points -10.00 2023-12']);
});
