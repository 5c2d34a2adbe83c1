import { expect, test } from 'vitest';
import type { CountyDate } from '../../kernel/dates.ts';
import { readDates } from './dates.ts';

const issuedOn = '2023-10-08' as CountyDate;
/** `kind from..to`, then days, time and rule where there are any; ~ stands before what is fuzzy. */
const said = (text: string, year: number | null = 2023) =>
  readDates(text, { year, issuedOn }).items.map(({ kind, from, to, days, time, rule, precision }) =>
    [
      `${precision === 'fuzzy' ? '~' : ''}${kind}`,
      `${from ?? ''}..${to ?? ''}`,
      days.map((day) => day.slice(5)).join(),
      time,
      rule,
    ]
      .filter(Boolean)
      .join(' ')
      .replaceAll('2023-', ''),
  );

test.each([
  ['10月8-10日', 'range 10-08..10-10'],
  ['10月30-11月3日', 'range 10-30..11-03'],
  ['6月30日至7月11日', 'range 06-30..07-11'],
  ['１０月８日～１０日', 'range 10-08..10-10'],
  ['10月 8 日 -- 10 日', 'range 10-08..10-10'],
  ['12月25日至1月5日', 'range 12-25..2024-01-05'],
  ['11月至次年1月', 'range 11-01..2024-01-31'],
  ['2012~2015年', 'range 2012-01-01..2015-12-31'],
  ['10月、11月为集中宣传阶段', 'range 10-01..11-30'],
  ['1—6月', 'range 01-01..06-30'],
  ['第四季度', 'range 10-01..12-31'],
  ['下半年', 'range 07-01..12-31'],
  ['4月28日、4月29日、5月5日', 'days 04-28..05-05 04-28,04-29,05-05'],
  ['10月8、9、15日', 'days 10-08..10-15 10-08,10-09,10-15'],
  ['二○二三年十月八日', 'day 10-08..10-08'],
  ['2023.10.8', 'day 10-08..10-08'],
  ['10月8日（星期日）上午9时30分', 'day 10-08..10-08 09:30'],
  ['报送截止时间为12月8日', 'deadline ..12-08'],
  ['12月初', '~range 12-01..12-10'],
  ['4月下旬', '~range 04-21..04-30'],
  ['10月上旬至11月中旬', '~range 10-01..11-20'],
  ['10月第二周', '~range 10-09..10-15'],
  ['10月底', '~range 10-21..10-31'],
  ['10月底前', 'deadline ..10-31'],
  ['今年年底前', 'deadline ..12-31'],
  ['6月20日18：00前', 'deadline ..06-20 18:00'],
  ['截至12月31日24时', 'deadline ..12-31 24:00'],
  ['2013年3月前', '~deadline ..2013-03-31'],
  ['到2015年', 'deadline ..2015-12-31'],
  ['10月份开始', 'open 10-01..'],
  ['即日起至12月31日', 'open 10-08..12-31'],
  ['长期坚持', '~open ..'],
  ['待定', '~open ..'],
  ['每月5日前', 'recurrence .. FREQ=MONTHLY;BYMONTHDAY=5'],
  ['每周四下午', 'recurrence .. FREQ=WEEKLY;BYDAY=TH'],
  ['每年1、4、7、10月8日之前', 'recurrence .. FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=8'],
  ['每季度末', 'recurrence .. FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1'],
  ['每月最后一个工作日', 'recurrence .. FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
  ['至少两周更新1次', 'recurrence .. FREQ=WEEKLY;INTERVAL=2'],
  ['每天18:00--20:30', 'recurrence .. 18:00-20:30 FREQ=DAILY'],
  ['10月8-20日（周六、周日除外）', 'range 10-08..10-20 EXCEPT=NONWORKDAYS'],
  ['5月第二个星期日', 'day 05-14..05-14'],
  ['前三季度', 'range 01-01..09-30'],
  ['次月3日前', '~recurrence .. FREQ=MONTHLY;BYMONTHDAY=3'],
  ['逢双月10日前', 'recurrence .. FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=10'],
  ['元旦、春节期间', '~range ..'],
  ['会后7日内', '~relative .. P7D'],
  ['24小时内报送', '~relative .. PT24H'],
  ['7个工作日', '~relative .. P7D;WORKDAYS'],
])('“%s”读作 %s', (text, expected) => {
  expect(said(text)).toEqual([expected]);
});

test.each([
  ['2月30日', '日历上没有2023年2月30日'],
  ['13月5日—9日', '日历上没有2023年13月5日'],
  ['10月20-15日', '结束（2023-10-15）早于开始（2023-10-20）'],
])('“%s”不存在：不挪动，两端空着，说明原因', (text, why) => {
  expect(readDates(text, { year: 2023 }).items).toMatchObject([{ from: null, to: null, precision: 'fuzzy', why }]);
});

test('写的星期不对，就问', () => {
  expect(readDates('10月8日（星期一）', { year: 2023 }).items[0]?.why).toBe('10月8日是星期日，不是星期一');
});

test('一句里的几个时间各读各的，后一个省了月份也认得', () => {
  expect(said('10月8-10日、16-20日，每月25日前报送')).toEqual([
    'range 10-08..10-10',
    'range 10-16..10-20',
    'recurrence .. FREQ=MONTHLY;BYMONTHDAY=25',
  ]);
});

test('没有写年份也没有人告诉，就不编年份；前文写过的接着用', () => {
  expect(said('10月8日', null)).toEqual(['~day ..']);
  expect(said('2024年5月1日开会，5月6日总结', null)).toEqual(['day 2024-05-01..2024-05-01', 'day 2024-05-06..2024-05-06']);
});

test.each(['一个宣传阵地', '第一阶段', '10个单位', '三分之二', '长期性、经常性工作', '一户一表'])('“%s”里没有时间', (text) => {
  expect(said(text)).toEqual([]);
});
