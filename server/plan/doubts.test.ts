import { expect, test } from 'vitest';
import { mondayToFriday } from '../notice/date/calendar.ts';
import { readNotice } from '../notice/notice.ts';
import { settled } from './answering.ts';
import { otherProject, sameProject, withDoubts } from './doubts.ts';

const notice = (rows: string) => `关于集中宣传的通知
各责任单位：
序号 | 宣传主题 | 实事名称 | 责任单位 | 宣传时间
${rows}
县民生办公室
2023年10月8日`;
const reading = readNotice(
  notice(`1 | 养老服务 | 适老化改造、护理床位 | 县民政局 | 11月6-10日
2 | 住房保障 | 老旧小区改造、适老化改造 | 县住建局 | 11月13-17日`),
);

test('两个主题下有同名的项目，问是不是同一个', () => {
  const { questions } = withDoubts(reading, []);
  expect(questions).toMatchObject([
    { text: '适老化改造', line: 5, why: '“第 1 场 养老服务”和“第 2 场 住房保障”下都有这个项目，是不是同一个？' },
  ]);
  const [id = ''] = questions.map((each) => each.id);
  const projects = (choice: string) =>
    settled(withDoubts(reading, []), { [id]: { choice } }, mondayToFriday).campaigns.map(({ projects }) => projects.at(-1));
  expect(projects(sameProject)).toEqual(['护理床位', '适老化改造']);
  expect(projects(otherProject)).toEqual(['护理床位', '适老化改造（住房保障）']);
});

test('同一主题分两段办的不问；和现方案里别的主题同名的问', () => {
  const twice = readNotice(notice('1 | 养老服务 | 适老化改造 | 县民政局 | 11月6-10日、11月13-17日'));
  expect(withDoubts(twice, []).questions).toEqual([]);
  const planned = [{ no: '4', theme: '住房保障', projects: ['适老化改造'] }];
  expect(withDoubts(twice, planned).questions.map(({ text }) => text)).toEqual(['适老化改造']);
});
