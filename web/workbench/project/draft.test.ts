import { expect, test } from 'vitest';
import type { Value } from '../../../server/project/elements.ts';
import { wordsOf } from '../../../server/project/words.ts';
import { draftOf, readDraft, sumWords } from './draft.ts';

const today = '2023-11-02';
const values = [
  [{ kind: 'text', text: '全县 20 个乡镇' }, '全县 20 个乡镇'],
  [{ kind: 'list', items: ['到村里填表', '上门看房子'] }, '1. 到村里填表；2. 上门看房子'],
  [{ kind: 'phones', phones: ['0739-6821234', '12345'] }, '0739-6821234、12345'],
  [
    {
      kind: 'amounts',
      amounts: [
        { what: '', cents: 300_000, most: true, per: '户', period: 'once' },
        { what: '宫颈', cents: 6_050, most: false, per: '人', period: 'time' },
      ],
    },
    '不超过 3000 元/户，一次性；宫颈：60.50 元/人·次',
  ],
  [
    {
      kind: 'shares',
      shares: [
        { who: '省级', hundredths: 3_333 },
        { who: '县级', hundredths: 6_667 },
      ],
    },
    '省级 33.33%，县级 66.67%',
  ],
  [{ kind: 'limit', count: 45, unit: 'workdays' }, '45 个工作日'],
  [{ kind: 'term', from: null, to: '2023-11-30' }, '到2023年11月30日为止'],
  [{ kind: 'term', from: '2023-01-01', to: '2023-11-30' }, '2023年1月1日—2023年11月30日'],
  [{ kind: 'funds', planned: 9_300, arrived: 9_300, spent: null, year: 2023 }, '2023 年计划 93.00 万元，到位 93.00 万元'],
  [
    { kind: 'progress', measure: '户', planned: 310, done: 265, asOf: '2023-10-31' },
    '全年 310 户，到2023年10月31日已办 265 户，85.5%',
  ],
] as unknown as [Value, string][];

test.each(values)('%j 读成话，单位和周期都在；放回栏目里还是那个值', (value, words) => {
  expect(wordsOf(value).join('；')).toBe(words);
  expect(readDraft(value.kind as never, draftOf(value, today)).value).toEqual(value);
});

test('没填好的说清楚缺什么；不适用的从空栏开始', () => {
  const empty = draftOf({ kind: 'none', reason: '修渠不用申请' }, today);
  expect(readDraft('text', empty).wrong).toBe('请填写');
  expect(readDraft('limit', empty).wrong).toBe('请填数字，最多两位小数');
  expect(readDraft('term', empty).wrong).toBe('起止至少填一头');
  expect(readDraft('funds', { ...empty, funds: { ...empty.funds, planned: '1.234' } }).wrong).toBe('请填数字，最多两位小数');
});

test('分担边填边加：差多少、多了多少', () => {
  const sum = (...percents: string[]) => sumWords(percents.map((percent) => ({ who: '省级', percent })));
  expect([sum('40', '60'), sum('40'), sum('70', '40.5')]).toEqual([
    ...['✓ 合计 100%', '! 合计 40%，还差 60%', '! 合计 110.50%，多了 10.50%'],
  ]);
});
