import { expect, test } from 'vitest';
import { readFacts, readSchemes } from './files.ts';
import { partlyIn } from './league.ts';
import type { RosterUnit } from './roster.ts';
import { type Row, score } from './scoring.ts';

const head = { id: '试', name: '试', mode: 'score', from: '2023-01-01' };
const groups = ['县直', '乡镇'].map((name) => ({ name, ranked: true }));
const schemeOf = (...clauses: object[]) => {
  const numbered = clauses.map((clause, at) => ({ no: `${at + 1}`, title: '试', ...clause }));
  return readSchemes(JSON.stringify({ ...head, groups, clauses: numbered }));
};
const perPiece = { kind: 'points', counts: 'adoption', rates: [{ points: '1.00' }] };

const unit = (id: string, change: object = {}): RosterUnit => {
  return { id, name: id, group: '县直', from: '2023-01-01', to: null, exempt: [], ...change };
};
type Fact = [unit: string, kind: string, day: string, attributes?: object];
const factsOf = (given: readonly Fact[]) =>
  readFacts(
    JSON.stringify({
      county: 430523,
      units: [],
      facts: given.map(([unit, kind, day, attributes = {}], at) => {
        return { id: `f${at}`, unit, kind, day, period: day.slice(0, 7), verified: true, attributes };
      }),
    }),
  ).facts;
const table = (scheme: object, units: RosterUnit[], given: readonly Fact[], month = '2023-10') =>
  score(scheme as never, units, factsOf(given), [], month).table;
const told = ({ unit, group, rank, total }: Row) => `${unit} ${group} ${rank} ${total}`;

test('分母是 0 的：没有报送就没有采用率，组内没有得分就不折算，没有任务就谈不上完成率，都不出这一行', () => {
  const adoptions = { counts: 'adoption' };
  const scheme = schemeOf(
    { kind: 'rate', rate: 'adoptionRate', bands: [{ below: '0.3', points: '-1.00' }], proportion: '5.00' },
    { kind: 'rate', rate: { part: adoptions, whole: { counts: 'submission' } }, proportion: '5.00' },
    { kind: 'quota', needs: [{ counts: 'submission', atLeast: 0 }], completion: [{ from: '0', points: '3.00' }] },
    { kind: 'quota', prorated: true, needs: [{ counts: 'submission', atLeast: 0 }], met: '2.00', partly: 'proportion' },
    { ...perPiece, multiply: { by: 'quantity', every: 10 } },
    { kind: 'rescale', of: ['5'], full: 'best', worth: '10.00' },
    { ...perPiece, rates: [{ points: '0.00' }] },
    { kind: 'rescale', of: ['7'], full: 'best', worth: '10.00' },
    { ...perPiece, rates: [{ points: '0.00' }] },
    { kind: 'rescale', of: ['9'], full: 'average', worth: '10.00' },
    { kind: 'target', of: ['7'], atLeast: '0.00', met: '1.00', partly: 'proportion' },
    { ...perPiece, rates: [{ points: '0.00' }] },
    { kind: 'average', of: ['12'] },
  );
  const rows = table(scheme, [unit('甲'), unit('乙')], [['甲', 'adoption', '2023-10-09', { quantity: 3 }]]);
  expect(rows.flatMap(({ unit, lines }) => lines.map(({ clause, points }) => `${unit} ${clause} ${points}`))).toEqual([
    '甲 7 0.00',
    '甲 9 0.00',
    '甲 12 0.00',
  ]);
  const [twelfth] = table(
    scheme,
    [unit('甲', { from: '2023-12-01' })],
    [['甲', 'adoption', '2023-12-09', { quantity: 3 }]],
    '2023-12',
  );
  expect(twelfth?.lines.map(({ clause }) => clause)).toEqual(['7', '9', '12']); // one month is no average
});

test.each([
  ['倍数的分母', { ...perPiece, factors: [{ times: '1/0' }] }, '分母不能是 0'],
  ['折算的满分', { kind: 'rescale', of: 'all', full: '0.00', worth: '6.00' }, '满分不能是 0'],
  ['每满 0 条', { kind: 'steps', counts: 'adoption', steps: [{ every: 0, points: '1.00' }] }, 'steps'],
  ['按比例的一步', { kind: 'rate', rate: 'adoptionRate', proportion: '5.00', every: '0' }, '不能是 0'],
  ['每满 0 分', { kind: 'target', of: 'all', atLeast: '60.00', excess: { times: '0.1', every: '0.00' } }, '不能是 0'],
])('%s是 0 的细则读不进来，说出在哪里', (_, clause, words) => {
  expect(() => schemeOf(clause)).toThrow(words);
});

test('合作稿的份额都是 0，没有人分：读不进来', () => {
  expect(() => factsOf([['甲', 'report', '2023-10-09', { shares: { 甲: 0, 乙: 0 } }]])).toThrow('至少要有一个单位的份额大于 0');
});

test('五百条一环套一环、倒着写的细则，也读得完、算得完', () => {
  const of = (at: number) => (at < 2 ? ['1'] : [`${at}`, `${at - 1}`]);
  const chain = Array.from({ length: 499 }, (_, at) => {
    return { no: `${at + 2}`, kind: 'target', of: of(at), atLeast: '1.00', met: '0.01' };
  });
  const scheme = schemeOf({ ...perPiece, no: '1' }, ...chain.toReversed());
  const [row] = table(scheme, [unit('甲')], [['甲', 'adoption', '2023-10-09']]);
  expect(row?.lines).toHaveLength(4); // 看得到第 1 条的三条达标；别的都不够 1 分
});

test('月中撤销的单位：撤销前的事实算它的，任务照算，这个月照排；下个月不再列，迟到的只列不排', () => {
  const units = [unit('甲', { to: '2023-10-15' }), unit('乙')];
  const scheme = schemeOf({ kind: 'quota', needs: [{ counts: 'submission', atLeast: 1 }], missing: { each: '1.00' } }, perPiece);
  const facts: Fact[] = [
    ['甲', 'adoption', '2023-10-09'],
    ['乙', 'adoption', '2023-10-20'],
    ['乙', 'submission', '2023-10-20'],
  ];
  expect(table(scheme, units, facts).map(told)).toEqual(['乙 县直 1 1.00', '甲 县直 2 0.00']);
  expect(table(scheme, units, facts, '2023-11').map(told)).toEqual(['乙 县直 1 -1.00']);
  const late: Fact[] = [...facts, ['甲', 'adoption', '2023-11-02']];
  expect(table(scheme, units, late, '2023-11').map(told)).toEqual(['乙 县直 1 -1.00', '甲 县直 null 1.00']);
  const named = { units: [...units], month: '2023-10' };
  expect(['甲', '乙'].map((each) => partlyIn(named, each))).toEqual(['10月15日撤销', null]);
});

test('月中换组的单位：整个月按换后的组算、和换后的组比，换前的事实一条不少；得分单上说是哪天换的', () => {
  const units = [
    unit('甲', { to: '2023-10-15' }),
    unit('甲', { group: '乡镇', from: '2023-10-16' }),
    unit('乙'),
    unit('丙', { group: '乡镇' }),
  ];
  const scheme = schemeOf(
    perPiece,
    { ...perPiece, for: { groups: ['县直'] } },
    { kind: 'rescale', of: ['1'], full: 'best', worth: '10.00' },
  );
  const facts: Fact[] = [
    ['甲', 'adoption', '2023-10-09'],
    ['甲', 'adoption', '2023-10-20'],
    ['丙', 'adoption', '2023-10-20'],
    ['乙', 'adoption', '2023-10-20'],
  ];
  expect(table(scheme, units, facts).map(told)).toEqual(['甲 乡镇 1 10.00', '丙 乡镇 2 5.00', '乙 县直 1 11.00']);
  const named = { units, month: '2023-10' };
  expect(partlyIn(named, '甲')).toBe('10月16日由县直换到乡镇，按换后的组');
  expect(partlyIn({ ...named, month: '2023-11' }, '甲')).toBe(null);
});

test('月中新设的单位说哪天列入；全组都是这个月才开始的，不算谁迟', () => {
  const units = [unit('甲'), unit('乙', { from: '2023-10-12' })];
  expect(partlyIn({ units, month: '2023-10' }, '乙')).toBe('10月12日列入');
  const others = [unit('丙', { group: '乡镇' }), ...units.slice(1)];
  expect(partlyIn({ units: others, month: '2023-10' }, '乙')).toBe(null);
});
