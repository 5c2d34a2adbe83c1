import { expect, test } from 'vitest';
import { kindsInOrder } from '../filing/filing.ts';
import { CountyDate } from '../kernel/dates.ts';
import { remindersOf, remindText } from './reminders.ts';

const day = (text: string) => CountyDate.parse(text);
const today = day('2023-11-24');
const unit = (id: string, name: string, standing: 'overdue' | 'missing' | 'taken') => ({
  ...{ id, name },
  cells: kindsInOrder.map((kind) => ({ kind, filing: null, standing })),
});
const terms = [
  { kind: 'plan' as const, dueOn: day('2023-10-23'), source: '', version: 1 },
  { kind: 'agenda' as const, dueOn: day('2023-11-28'), source: '', version: 1 },
  { kind: 'mechanism' as const, dueOn: day('2023-12-10'), source: '', version: 1 },
];
const commission = (id: string, unitName: string, dueOn: string, state: 'open' | 'delivered' = 'open') => ({
  ...{ id: id as never, unitId: id as never, unitName, title: '水渠通到田埂上', dueOn: day(dueOn), state },
});
const quota = {
  month: '2023-11',
  count: 3,
  workdaysLeft: 5,
  units: [
    { id: 'a', name: '县残联', submitted: 1 },
    { id: 'b', name: '县水利局', submitted: 3 },
  ],
};
const given = {
  ...{
    rows: [unit('a', '县残联', 'overdue'), unit('b', '县水利局', 'taken')],
    terms,
    quota,
    told: [],
    soon: day('2023-11-28'),
    today,
  },
  commissions: [
    commission('c', '县教育局', '2023-11-25'),
    commission('d', '县民政局', '2023-11-20'),
    commission('e', '县水利局', '2023-11-25', 'delivered'),
    commission('f', '县妇联', '2023-12-20'),
  ],
};

test('逾期的、两个工作日内到期的、月底前没报满的才提醒；交了的、还早的不提', () => {
  expect(remindersOf(given).map(({ unit, words, dueOn }) => `${unit} ${words} ${dueOn}`)).toEqual([
    '县残联 实施方案 2023-10-23',
    '县民政局 《水渠通到田埂上》 2023-11-20',
    '县残联 差 2 篇 2023-11-24',
    '县教育局 《水渠通到田埂上》 2023-11-25',
    '县残联 列入议程 2023-11-28',
  ]);
  expect(remindersOf({ ...given, quota: { ...quota, workdaysLeft: 6 } }).some(({ matter }) => matter === 'quota')).toBe(false);
});

test('提醒过的带着谁、哪天、第几次；期限改了就是另一件', () => {
  const told = [
    {
      matter: 'filing' as const,
      subject: 'plan',
      unitId: 'a' as never,
      period: '2023-10-23',
      round: 2,
      byName: '周敏',
      madeOn: day('2023-10-24'),
    },
  ];
  const plan = (more: object) => remindersOf({ ...given, told, ...more }).find(({ subject }) => subject === 'plan');
  expect(plan({})).toMatchObject({ round: 2, told: { byName: '周敏', on: '2023-10-24' } });
  expect(plan({ terms: [{ ...terms[0], dueOn: day('2023-11-20') }] })).toMatchObject({ round: 0, told: null });
});

test('工作群的话按事情并在一起，客气，只有单位和题目', () => {
  const five = remindersOf({ ...given, rows: [...given.rows, unit('c', '县妇联', 'overdue')] });
  expect(remindText(five, today, 5)).toBe(`【提醒】11月24日，请有关单位看一看：
1. 实施方案（10月23日到期，还没有收到）：县残联、县妇联。
2. 约稿（11月20日到期，还没有收到）：县民政局《水渠通到田埂上》。
3. 11月报送还没有报满，还剩 5 个工作日：县残联（差 2 篇）。
4. 约稿（11月25日到期）：县教育局《水渠通到田埂上》。
5. 列入议程（11月28日到期）：县残联、县妇联。
已经办好的请忽略，有困难的请跟我们说。谢谢大家！
专班办公室`);
  expect(remindText(five.slice(0, 1), today, 5).split('\n')[1]).toBe('实施方案（10月23日到期，还没有收到）：县残联。');
});
