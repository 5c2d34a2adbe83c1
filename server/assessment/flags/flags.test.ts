import { expect, test } from 'vitest';
import type { FactAttributes, FactKind } from '../../fact/fact.ts';
import type { LedgerFact } from '../ledger.ts';
import { keyOf } from './flags.ts';
import { flagsIn } from './look.ts';
import { overlapPercent } from './overlap.ts';

let no = 0;
const fact = (
  unit: string,
  kind: FactKind,
  day: string,
  attributes: FactAttributes = {},
  more: Partial<LedgerFact> = {},
): LedgerFact => {
  no += 1;
  const id = `f${String(no).padStart(4, '0')}`;
  return {
    id,
    unit,
    kind,
    day,
    period: day.slice(0, 7),
    verified: true,
    cancels: null,
    replaces: null,
    attributes,
    evidence: [],
    ...more,
  };
};
const seenIn = (facts: readonly LedgerFact[], texts: Record<string, string> = {}, month = '2023-10') =>
  flagsIn(facts, month, new Map(Object.entries(texts))).map(({ rule, unit, facts, seen }) => ({
    rule,
    unit,
    n: facts.length,
    words: seen((id) => `单位${id}`),
  }));
const piece = (unit: string, day: string, more: FactAttributes = {}) =>
  fact(unit, 'submission', day, { words: 300, project: '水利', ...more });
const text = '山塘清淤工程完工后新增蓄水三万方，灌溉下游两个村八百亩稻田，村民说今年不用再等雨。';

test('拆稿：同一单位几天里就同一项目报几篇短稿，文字多半相同才提示；隔得久、稿子长、项目不同、文字不同都不提示', () => {
  const two = [
    piece('甲', '2023-10-10', { article: 'a', title: '清淤完工' }),
    piece('甲', '2023-10-12', { article: 'b', title: '蓄水增加' }),
  ];
  expect(seenIn(two, { a: text, b: `${text}另讯。` })).toEqual([
    {
      rule: 'split',
      unit: '甲',
      n: 2,
      words:
        '5 天以内就同一件事报送 2 篇短稿（每篇不过 600 字），文字重合最多的两篇有 100%（从 50% 起提示）：《清淤完工》、《蓄水增加》。',
    },
  ]);
  expect(seenIn(two, { a: text, b: '护理床位改造全部验收，四百七十四张床位投入使用，老人搬进新房间。' })).toEqual([]);
  const texts = { a: text, b: text };
  const apart = (change: FactAttributes, day = '2023-10-12') => [
    two[0] as LedgerFact,
    piece('甲', day, { article: 'b', ...change }),
  ];
  expect(seenIn(apart({}, '2023-10-15'), texts)).toEqual([]);
  expect(seenIn(apart({ words: 900 }), texts)).toEqual([]);
  expect(seenIn(apart({ project: '养老' }), texts)).toEqual([]);
  expect(seenIn(apart({}), texts)).toHaveLength(1);
});

test('文字重合按连着的四个字算，标点空格不算；太短的说不出', () => {
  expect(overlapPercent('山塘清淤，工程完工。', '山塘清淤工程完工', 4)).toBe(100);
  expect(overlapPercent('山塘清淤', '山塘清淤工程完工', 4)).toBe(100);
  expect(overlapPercent('山塘', '山塘清淤工程完工', 4)).toBe(null);
});

test('月末集中：最后三天有四篇、占六成才提示', () => {
  const days = (list: readonly string[]) => list.map((day, at) => piece('乙', day, { project: `p${at}` }));
  const late = ['2023-10-29', '2023-10-30', '2023-10-31', '2023-10-31'];
  expect(seenIn(days(late))).toMatchObject([
    { rule: 'flood', n: 4, words: '本月报送 4 篇，其中 4 篇在最后 3 天（从 4 篇并占 60% 起提示）。' },
  ]);
  expect(seenIn(days(late.slice(1)))).toEqual([]);
  expect(seenIn(days([...late, '2023-10-09', '2023-10-12', '2023-10-18']))).toEqual([]);
});

test('只在一家：同一家的报和网算一家，撤销了的不算，多一家就不提示', () => {
  const adopted = (carrier: string, outletGroup?: string) =>
    fact('丙', 'adoption', '2023-10-20', { carrier, ...(outletGroup && { outletGroup }) });
  const four = [
    ...['邵阳日报', '邵阳日报', '邵阳新闻网'].map((name) => adopted(name, '邵阳日报社')),
    adopted('邵阳日报', '邵阳日报社'),
  ];
  expect(seenIn(four)).toMatchObject([
    { rule: 'oneOutlet', n: 4, words: '本月采用 4 条次，全在邵阳日报社（邵阳日报、邵阳新闻网）一家（从 4 条次起提示）。' },
  ]);
  expect(seenIn([...four, adopted('红网')])).toEqual([]);
  expect(seenIn([...four, fact('丙', 'adoption', '2023-10-20', {}, { cancels: four[0]?.id ?? '' })])).toEqual([]);
});

test('相互转载：甲报首发乙网转、乙网首发甲报转才提示，单向转载不提示', () => {
  const of = (article: string, carrier: string, form: 'sole' | 'repost') =>
    fact('丁', 'adoption', '2023-10-20', { article, title: article, carrier, form });
  const there = [of('一', '甲报', 'sole'), of('一', '乙网', 'repost')];
  expect(seenIn([...there, of('二', '乙网', 'sole'), of('二', '甲报', 'repost')])).toMatchObject([
    { rule: 'reposts', n: 2, words: '2 条转载所在的媒体互相转来转去（甲报→乙网、乙网→甲报；从 2 条起提示）：《一》、《二》。' },
  ]);
  expect(seenIn([...there, of('二', '甲报', 'sole'), of('二', '乙网', 'repost')])).toEqual([]);
});

test('突然增多：和本单位前几个月的中位数比，不和别人比；前面的月份太少不比', () => {
  const months = (counts: Record<string, number>) =>
    Object.entries(counts).flatMap(([month, count]) =>
      Array.from({ length: count }, (_, at) => piece('戊', `${month}-0${at + 1}`, { project: `p${at}` })),
    );
  expect(seenIn(months({ '2023-08': 1, '2023-09': 2, '2023-10': 6 }))).toMatchObject([
    { rule: 'rise', n: 6, words: '本月报送 6 篇，前 2 个月的中位数是 1 篇（各月 1、2 篇；从 6 篇并达 3 倍起提示）。' },
  ]);
  expect(seenIn(months({ '2023-08': 3, '2023-09': 3, '2023-10': 6 }))).toEqual([]);
  expect(seenIn(months({ '2023-09': 1, '2023-10': 6 }))).toEqual([]);
});

test('同一佐证：跨单位也提示，两个单位各有一条；只和以前的月份重的，也在这个月提示', () => {
  const proof = (unit: string, day: string) => fact(unit, 'adoption', day, { title: unit }, { evidence: ['e1'] });
  expect(seenIn([proof('甲', '2023-10-11'), proof('乙', '2023-10-12')]).map(({ unit, words }) => `${unit}：${words}`)).toEqual([
    '甲：同一份佐证文件（摘要相同）用在 2 条采用上，另有单位乙的（从 2 条起提示）：《甲》。',
    '乙：同一份佐证文件（摘要相同）用在 2 条采用上，另有单位甲的（从 2 条起提示）：《乙》。',
  ]);
  expect(seenIn([proof('甲', '2023-09-11'), proof('乙', '2023-10-12')]).map(({ unit }) => unit)).toEqual(['乙']);
  expect(seenIn([proof('甲', '2023-09-11'), proof('乙', '2023-09-12')])).toEqual([]);
});

test('事实变了就是另一条提示，先后不算', () => {
  const flag = { rule: 'flood', unit: '甲' } as const;
  expect(keyOf({ ...flag, facts: ['a', 'b'] })).toBe(keyOf({ ...flag, facts: ['b', 'a'] }));
  expect(keyOf({ ...flag, facts: ['a', 'b'] })).not.toBe(keyOf({ ...flag, facts: ['a', 'b', 'c'] }));
});
