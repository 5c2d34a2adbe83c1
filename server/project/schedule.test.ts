import { expect, test } from 'vitest';
import { CountyDate } from '../kernel/dates.ts';
import { doubtsOf, monthOf, type Report } from './report.ts';
import { dueOn, lastMonthEnded, paceOf, paceWords } from './schedule.ts';

const day = (text: string) => CountyDate.parse(text);

test('9 月底时序 75%：正好 75% 算正常，差一户算缓慢，办满算完成，超额也算完成', () => {
  const pace = (done: number, month = '2023-09') => paceOf({ planned: 400, done }, month);
  expect([pace(299), pace(300), pace(399), pace(400), pace(500)]).toEqual(['slow', 'normal', 'normal', 'done', 'done']);
  expect([pace(399, '2023-12'), pace(400, '2023-12')]).toEqual(['slow', 'done']);
});

test('一句话说清应完成多少、完成了多少、快慢几个百分点', () => {
  const words = (planned: number, done: number, month = '2023-10') => paceWords({ planned, done }, month);
  expect(words(310, 265)).toBe('正常：10 月底应完成 83.3%，已完成 85.5%，快 2.2 个百分点');
  expect(words(310, 222, '2023-09')).toBe('缓慢：9 月底应完成 75.0%，已完成 71.6%，慢 3.4 个百分点');
  expect(words(4, 3, '2023-09')).toBe('正常：9 月底应完成 75.0%，已完成 75.0%，和时间一样');
});

test('时限是次月 5 日，逢休息日顺延到下一个工作日；跨年也对', () => {
  const weekend = (each: CountyDate) => (each === '2023-11-05' ? day('2023-11-06') : each);
  expect(dueOn('2023-10', weekend)).toBe('2023-11-06');
  expect(dueOn('2023-12', weekend)).toBe('2024-01-05');
  expect(['2023-10-31', '2023-10-30', '2023-01-05', '2024-02-29'].map((each) => lastMonthEnded(day(each)))).toEqual([
    ...['2023-10', '2023-09', null, '2024-02'],
  ]);
});

const report = (given: Partial<Report>) =>
  ({
    ...{ month: '2023-10', no: 1, measure: '户', planned: 310, done: 265, moneyPlanned: 9300, moneyArrived: 9300 },
    ...{ moneySpent: 7155, state: 'accepted', dueOn: day('2023-11-06'), sentOn: day('2023-11-01') },
    ...given,
  }) as Report;

test('没报的到期前不说，过了期说逾期；迟不迟看第一次报来的那天', () => {
  const standing = (reports: Report[], today: string) => monthOf(reports, '2023-10', day('2023-11-06'), day(today));
  expect(standing([], '2023-11-06')).toMatchObject({ standing: 'waiting', late: false });
  expect(standing([], '2023-11-07')).toMatchObject({ standing: 'overdue', late: true });
  const again = [report({ no: 2, state: 'sent', sentOn: day('2023-11-09') }), report({ state: 'returned' })];
  expect(standing(again, '2023-11-10')).toMatchObject({ standing: 'sent', late: false, pace: null });
  expect(standing([report({ sentOn: day('2023-11-08') })], '2023-11-10')).toMatchObject({ late: true, pace: 'normal' });
});

test('累计变少、任务改了、付的比到的多，都替人看出来', () => {
  const before = report({ month: '2023-09', done: 270, planned: 300 });
  expect(doubtsOf(report({ moneySpent: 9400, moneyArrived: 9350 }), before)).toEqual([
    ...['已办 265 户，比 9 月报的 270 户 少', '全年任务从 300 改成了 310'],
    ...['已付 94.00 万元，比到位的 93.50 万元 多', '到位 93.50 万元，比计划的 93.00 万元 多'],
  ]);
  expect(doubtsOf(report({}), null)).toEqual([]);
});
