import { expect, test } from 'vitest';
import { readNotice } from '../../notice/notice.ts';
import type { PlannedDuty } from '../plan.ts';
import { dutyDifference, type StandingDuty } from './duties.ts';

const dutiesIn = (text: string) => readNotice(`关于宣传的通知\n各责任单位：\n${text}\n县民生办公室\n2023年10月8日`).duties;
const planned = (text: string): StandingDuty[] =>
  dutiesIn(text).map(({ due, ...duty }, no) => ({
    ...duty,
    id: `${no}` as PlannedDuty['id'],
    ...{ fromOn: due?.from ?? null, toOn: due?.to ?? null },
  }));
/** Clause and both wordings of what changes, and what is new. */
function told(before: string, after: string) {
  const { added, changed } = dutyDifference(planned(before), dutiesIn(after));
  return { added: added.map(({ what }) => what), changed: changed.map(({ was, is }) => [was, is]) };
}

test.each([
  ['篇数', '一、各单位每月报送信息不少于3篇。', '一、各单位每月报送信息不少于5篇。', '每月 3', '每月 5'],
  ['周期', '一、各单位每月报送信息不少于3篇。', '三、各单位每季度报送信息不少于3篇。', '每月 3', '每季 3'],
  ['由谁', '一、各成员单位每月报送信息3篇。', '一、各牵头单位每月报送信息3篇。', '各成员单位', '各牵头单位'],
  ['期限', '一、各单位于10月20日前报送工作总结。', '一、各单位于11月5日前报送工作总结。', '2023-10-20', '2023-11-05'],
])('%s变了，是改动，不是新增', (_, before, after, was, is) => {
  expect(told(before, after)).toEqual({ added: [], changed: [[expect.stringContaining(was), expect.stringContaining(is)]] });
});

test('只是换了说法的不算改动；另一件事是新增', () => {
  expect(told('一、各单位每月报送信息数量不低于3篇。', '二、各单位每月报送信息不少于三篇。')).toEqual({ added: [], changed: [] });
  const { added, changed } = told('一、各单位每月报送信息不少于3篇。', '一、各单位每季度报送经验材料不少于1篇。');
  expect([added.length, changed.length]).toEqual([1, 0]);
});

test('同样两项，一项变了，只动变了的那一项', () => {
  const before = '一、各单位每月报送信息不少于3篇，每季度报送信息不少于10篇。';
  const { added, changed } = told(before, before.replace('10篇', '12篇'));
  expect([added, changed]).toEqual([[], [[expect.stringContaining('每季 10'), expect.stringContaining('每季 12')]]]);
});
