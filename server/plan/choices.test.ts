import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mondayToFriday } from '../notice/date/calendar.ts';
import { decode } from '../notice/decode.ts';
import { readNotice } from '../notice/notice.ts';
import type { Question, Reading } from '../notice/reading.ts';
import { answered, settled } from './answering.ts';
import { withDoubts } from './doubts.ts';
import { rowsOf } from './rows.ts';
import { type Answer, asksDay, asksOtherFile, asksWindow, asksWords, isSettled } from './settling.ts';

const seed = await readFile(join(import.meta.dirname, '../../database/demo/notice-2023-10-08.txt'), 'utf8');
const notice = (
  rows: string,
  { body = '', day = '2023年10月8日', heads = '序号 | 宣传主题 | 实事名称 | 责任单位 | 宣传时间' } = {},
) => withDoubts(readNotice(`关于集中宣传的通知\n各责任单位：\n${body}${heads}\n${rows}\n县民生办公室\n${day}`), []);
const other = '2 | 住房保障 | 老旧小区 | 县住建局 | 11月13-17日';
const { text, questions: asked } = decode(await readFile(join(import.meta.dirname, '../../test/notices/06-gb18030.txt')));

/** Together they make the program ask whatever it can ask. */
const notices: Record<string, Reading> = {
  真实的通知: withDoubts(readNotice(seed), []),
  编码: withDoubts(readNotice(text, { asked }), []),
  损坏的项目: notice(`1 | 养老服务 | 适老化改?zhí)匮O(jiān)项目 | 县民政局 | 11月6-10日\n${other}`),
  时间损坏: notice(`1 | 养老服务 | 适老化 | 县民政局 | 11月6-?zhí)匮O日\n${other}`),
  没有时间: notice(`1 | 养老服务 | 适老化 | 县民政局 | \n${other}`),
  没有年份: notice('1 | 春节送温暖 | 送温暖 | 县民政局 | 1月8-12日', { day: '2023年11月8日' }),
  成文日期不对: notice(other, { day: '2023年2月30日' }),
  全是休息日: notice('1 | 养老服务 | 适老化 | 县民政局 | 11月11-12日'),
  少一格: notice(`1 | 养老服务 | 适老化 | 11月6-10日\n${other}`),
  少两格: notice(`1 | 养老服务 | 11月6-10日\n${other}`),
  少了时间: notice(`1 | 养老服务 | 适老化 | 县民政局\n${other}`),
  少了结束时间: notice('1 | 养老服务 | 适老化 | 县民政局 | 11月6日\n2 | 住房保障 | 老旧小区 | 县住建局 | 11月13日 | 11月17日', {
    heads: '序号 | 主题 | 实事名称 | 责任单位 | 开始时间 | 结束时间',
  }),
  多一格: notice(`1 | 养老服务 | 适老化 | 县民政局 | 县残联 | 11月6-10日\n${other}`),
  没有责任单位: notice(`1 | 养老服务 | 适老化 | | 11月6-10日\n${other}`),
  不像单位: notice(`1 | 养老服务 | 适老化 | 县民政局、待补充 | 11月6-10日\n${other}`),
  两格对调: notice(`养老服务活动 | 1 | 适老化 | 县民政局 | 11月6-10日\n${other}`),
  表头没有时间: notice(`1 | 养老服务 | 适老化 | 县民政局 | 11月6-10日\n${other}`, {
    heads: '序号 | 宣传主题 | 实事名称 | 责任单位 | 安排',
  }),
  同名项目: notice('1 | 养老服务 | 适老化 | 县民政局 | 11月6-10日\n2 | 住房保障 | 适老化 | 县住建局 | 11月13-17日'),
  半年的职责: notice(other, { body: '一、各单位每半年至少报送信息1篇。\n' }),
  职责的期限: notice(other, { body: '一、各单位于10月上旬前报送工作总结。\n' }),
};

/** What says in its words that all stays as it was read; of two years the first is the one that was read. */
const keeping =
  /^(?:照读出的用|留在来文里|是单位|没有责任单位|照此执行|照常宣传|文字无误|先留原文|照建议的日子|是同一个项目|2024年)/;

/** What a person might type where the choice asks for it. */
function answerWith(choice: string): Answer {
  if (asksWindow(choice)) return { choice, text: '2023-11-20—2023-11-24' };
  if (asksDay(choice)) return { choice, text: '2023-10-31' };
  return asksWords(choice) ? { choice, text: '县残联' } : { choice };
}

/** All of a reading that reaches the plan, and its notice as it is kept beside it. */
function taken({ title, issuer, issuedOn, campaigns, duties, lines }: Reading): object {
  const units = new Map(campaigns.flatMap(({ units }) => units.map(({ name }) => [name, name as never])));
  let last = 0;
  const next = () => `${last++}` as never;
  const ids = {
    plan: 'plan' as never,
    amendment: null,
    projects: new Map(),
    places: { project: 0, campaign: 0, duty: 0 },
    version: 1,
  };
  const rows = rowsOf({ campaigns, duties }, { ...ids, units, next });
  return { title, issuer, issuedOn, lines: lines.map(({ text }) => text), ...rows };
}
const say = (reading: Reading, { id }: Question, answer: Answer) => taken(answered(reading, { [id]: answer }, mondayToFriday));
const asking = Object.entries(notices).flatMap(([name, reading]) =>
  reading.questions.map((question) => ({ name, reading, question })),
);

test.each(
  asking.flatMap(({ name, reading, question }) =>
    question.choices.map((choice) => [name, question.why, choice, reading, question] as const),
  ),
)('%s：%s 选“%s”，方案照这句话变，或者照读出的不变', (_, _why, choice, reading, question) => {
  const answer = answerWith(choice);
  if (asksOtherFile(choice)) {
    expect(isSettled(answer)).toBe(false);
    expect(() => settled(reading, { [question.id]: answer }, mondayToFriday)).toThrow(/换一份/);
    return;
  }
  expect(isSettled(answer)).toBe(true);
  const changed = say(reading, question, answer);
  if (keeping.test(choice)) expect(changed).toEqual(taken(reading));
  else expect(changed).not.toEqual(taken(reading));
});

test('每一种疑点、每一种选项，上面都试过', () => {
  const tried = new Set(asking.flatMap(({ question }) => question.choices));
  const kinds = new Set(asking.map(({ question }) => question.kind));
  expect([...kinds].sort()).toEqual(['damaged', 'date', 'duty', 'encoding', 'overlap', 'structure', 'weekend']);
  expect([...tried].filter((choice) => !/\d/.test(choice)).sort()).toMatchInlineSnapshot(`
    [
      "不作为职责",
      "不是单位",
      "先留原文，以后再问",
      "另填日子",
      "另填起止日",
      "并入实事项目",
      "并入责任单位",
      "按季度",
      "按年",
      "按月",
      "改其中一场的时间",
      "改到工作日",
      "是两个项目，后一个注明主题",
      "是单位",
      "是同一个项目，两场都宣传",
      "有乱码，换一份文件",
      "没有责任单位",
      "照原件填写",
      "照原件改正",
      "照原件补填",
      "照常宣传",
      "照建议的日子",
      "照此执行",
      "照此执行，同日两场",
      "照读出的用",
      "留在来文里，方案里不用",
      "留着，注明“原件损坏”",
      "读错了，换一份来文",
    ]
  `);
});

test('每处疑点各有自己的编号，一处定了不算别处也定了', () => {
  for (const { questions } of Object.values(notices)) expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  expect(notices.少两格?.questions.map(({ why }) => why)).toEqual([
    '这一行少了实事名称，其余各格按内容对到了表头',
    '这一行少了责任单位，其余各格按内容对到了表头',
  ]);
});
