import { expect, test } from 'vitest';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { articlesWaiting, commissionsWaiting } from './waiting.ts';

const told = (waiting: number, nextDueOn: string | null, overdue: number, office = false) =>
  commissionsWaiting({ waiting, nextDueOn: nextDueOn as CountyDate | null, overdue, office }, '2023-10-20').map(
    ({ words, due }) => `${words} ${due}`,
  );

test('单位：还欠几篇约稿、最近哪天；今天到期、已经逾期的说出来', () => {
  expect(told(2, '2023-10-25', 0)).toEqual(['约稿 2 篇待交，最近 10 月 25 日 10-25']);
  expect(told(1, '2023-10-20', 0)).toEqual(['约稿 1 篇待交，最近 10 月 20 日 ◔ 今天']);
  expect(told(3, '2023-10-18', 1)).toEqual(['约稿 3 篇待交，最近 10 月 18 日，已逾期 1 篇 ! 逾期']);
  expect(told(0, null, 0)).toEqual([]);
});

test('专班：只提逾期的约稿，和要处理的来稿', () => {
  expect(told(3, '2023-10-18', 2, true)).toEqual(['逾期约稿 2 篇 ! 逾期']);
  expect(told(3, '2023-10-25', 0, true)).toEqual([]);
  const [task] = articlesWaiting({ toReview: 0, toRevise: 0, toDecide: 4 });
  expect(task).toMatchObject({ words: '来稿 4 篇待处理', to: '/articles', search: {} });
});
