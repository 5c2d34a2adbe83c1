import { expect, test } from 'vitest';
import { CountyDate } from '../../kernel/dates.ts';
import { factDay, lateFrom } from './commission.ts';
import { noticeText } from './notice.ts';

const day = (text: string) => CountyDate.parse(text);
const weekdays = (each: string) => ![0, 6].includes(new Date(`${each}T00:00:00Z`).getUTCDay());

test('时限当天算按时；最后一天是休息日，顺延到下一个工作日', () => {
  expect(lateFrom(day('2023-10-20'), weekdays)).toBe('2023-10-21');
  expect(lateFrom(day('2023-10-21'), weekdays)).toBe('2023-10-24');
  expect(lateFrom(day('2023-10-20'), () => false)).toBe('2023-12-20'); // a calendar without work days ends, too
});

test('按时交的记交来那天；迟交、未交的不管哪天说，都记时限过了的那天', () => {
  const due = { lateFrom: day('2023-10-21') };
  expect(factDay(due, day('2023-10-12'))).toBe('2023-10-12');
  expect(factDay(due, day('2023-10-25'))).toBe('2023-10-21');
  expect(factDay(due, day('2023-11-05'))).toBe('2023-10-21');
});

test('约稿通知一段话说清：写什么、几时交、怎么交；没有的不说', () => {
  const order = { unitName: '县水利局', title: '水渠通到田埂上', dueOn: day('2023-10-20'), orderedOn: day('2023-10-09') };
  const whole = {
    ...order,
    wishes: '实施进度、受益群体\n从种粮大户讲起',
    words: 800,
    projectName: '山塘清淤',
    theme: '水利建设',
  };
  expect(noticeText(whole)).toBe(
    `【约稿】县水利局：
请写一篇《水渠通到田埂上》，2023年10月20日（星期五）前报送。
要写到：实施进度、受益群体 从种粮大户讲起
字数：800 字左右
实事项目：山塘清淤
宣传主题：水利建设
怎么交：进系统“采编—约稿”，点这一条的“写稿”；三审三校签完就是报送。
专班办公室　2023年10月9日`,
  );
  const bare = noticeText({ ...order, wishes: '', words: null, projectName: null, theme: null });
  expect(bare.split('\n')).toHaveLength(4);
});
