import { expect, test } from 'vitest';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { coming, filingDays, monthDue, weekday } from './coming.ts';

const day = (text: string) => CountyDate.parse(text);
const water = { no: '5', theme: '水利建设', fromOn: day('2023-10-30'), toOn: day('2023-11-03') };
const elderly = { no: '6', theme: '养老服务', fromOn: day('2023-11-06'), toOn: day('2023-11-10') };
const told = (today: string, ...given: Parameters<typeof coming>[0]) =>
  coming(given, [], day(today), 10).map(({ day, words }) => `${day.slice(5)} ${words}`);

test('未来十天：只列今天起十天内的开始和结束，按日子排', () => {
  expect(told('2023-11-02', elderly, water)).toEqual([
    '11-03 第 5 场 水利建设最后一天',
    '11-06 第 6 场 养老服务开始',
    '11-10 第 6 场 养老服务最后一天',
  ]);
  expect(told('2023-10-28', elderly)).toEqual(['11-06 第 6 场 养老服务开始']); // 10 天到 11-06 为止
});

test('只有一天的宣传只说一次，没定日子的不列', () => {
  const one = { no: '1', theme: '启动', fromOn: day('2023-11-02'), toOn: day('2023-11-02') };
  expect(told('2023-11-02', one, { no: '10', theme: '综合报道', fromOn: null, toOn: null })).toEqual([
    '11-02 第 1 场 启动，只这一天',
  ]);
});

test('每月的职责到月底那天提醒，二月和十二月也对', () => {
  const report = { what: '报送信息不少于 3 篇', per: 'month', toOn: null } as const;
  const due = (today: string) => coming([], [report], day(today), 10).map((each) => each.day);
  expect(due('2023-11-25')).toEqual(['2023-11-30']);
  expect(due('2023-11-02')).toEqual([]);
  expect(due('2024-02-20')).toEqual(['2024-02-29']);
  expect(due('2023-12-31')).toEqual(['2023-12-31']);
});

test('11月2日是星期四', () => {
  expect(weekday(day('2023-11-02'))).toBe('四');
});

test('上个月几号锁定、异议期到哪天，也在未来十天里', () => {
  const october = { month: '2023-10', lockBy: day('2023-11-03'), lockedOn: null, endsOn: null };
  const locked = { ...october, lockedOn: day('2023-11-02'), endsOn: day('2023-11-09') };
  expect(coming([], [], day('2023-11-02'), 10, monthDue(october))).toEqual([{ day: '2023-11-03', words: '10月考评锁定' }]);
  expect(monthDue(locked)).toEqual([{ day: '2023-11-09', words: '10月考评：异议期最后一天' }]);
});

test('报备同一天到期的并成一行，没有期限的不列', () => {
  const term = (kind: 'plan' | 'agenda' | 'mechanism', dueOn: string | null) => ({
    kind,
    dueOn: dueOn === null ? null : day(dueOn),
  });
  expect(filingDays([term('plan', null), term('agenda', '2023-11-10'), term('mechanism', '2023-11-10')])).toEqual([
    { day: '2023-11-10', words: '报备到期：列入议程、建立机制' },
  ]);
});
