import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mondayToFriday } from '../notice/date/calendar.ts';
import { readNotice } from '../notice/notice.ts';
import type { Question, Reading } from '../notice/reading.ts';
import { answered } from './answering.ts';
import type { Answer } from './settling.ts';

const seed = readNotice(await readFile(join(import.meta.dirname, '../../database/demo/notice-2023-10-08.txt'), 'utf8'));
const notice = (rows: string, body = '') =>
  readNotice(`关于集中宣传的通知
各责任单位：
${body}序号 | 宣传主题 | 实事名称 | 责任单位 | 宣传时间
${rows}
县民生办公室
2023年10月8日`);

/** The reading after the doubts of that kind have this answer. */
function say(reading: Reading, kind: Question['kind'], choice: string, text?: string): Reading {
  const asked = reading.questions.filter((question) => question.kind === kind && question.choices.includes(choice));
  expect(asked.length, `${kind} ${choice}`).toBeGreaterThan(0);
  const answer: Answer = { choice, text };
  return answered(reading, Object.fromEntries(asked.map(({ id }) => [id, answer])), mondayToFriday);
}
const windows = ({ campaigns }: Reading, ...places: number[]) =>
  places.map((place) => `${campaigns[place]?.window.from}—${campaigns[place]?.window.to}`);

test('两场同一天：改其中一场的时间，说哪一场就改哪一场，没说的改后一场', () => {
  const moved = (text: string) => windows(say(seed, 'overlap', '改其中一场的时间', text), 0, 1);
  expect(moved('2023-10-11—2023-10-15')).toEqual(['2023-10-08—2023-10-10', '2023-10-11—2023-10-15']);
  expect(moved('第1场：2023-10-08—2023-10-09')).toEqual(['2023-10-08—2023-10-09', '2023-10-10—2023-10-15']);
  expect(windows(say(seed, 'overlap', '照此执行，同日两场'), 0, 1)).toEqual(windows(seed, 0, 1));
});

test('只算工作日：记下时段里的这几个工作日；照常宣传的不变', () => {
  const { window } = say(seed, 'weekend', '只算 4 个工作日').campaigns[1] ?? {};
  expect(window).toMatchObject({ days: ['2023-10-10', '2023-10-11', '2023-10-12', '2023-10-13'], to: '2023-10-15' });
  expect(say(seed, 'weekend', '照常宣传').campaigns).toEqual(seed.campaigns);
});

test('时间改过的，工作日按改过的时段数', () => {
  const answers = Object.fromEntries(
    seed.questions.flatMap(({ id, kind }): [string, Answer][] =>
      kind === 'overlap'
        ? [[id, { choice: '改其中一场的时间', text: '2023-10-12—2023-10-16' }]]
        : kind === 'weekend'
          ? [[id, { choice: '只算 4 个工作日' }]]
          : [],
    ),
  );
  expect(answered(seed, answers, mondayToFriday).campaigns[1]?.window.days).toEqual(['2023-10-12', '2023-10-13', '2023-10-16']);
});

test('全是休息日的，改到工作日要填新的起止日', () => {
  const idle = notice('1 | 养老服务 | 适老化改造 | 县民政局 | 11月11-12日');
  expect(windows(say(idle, 'weekend', '改到工作日', '2023-11-13—2023-11-14'), 0)).toEqual(['2023-11-13—2023-11-14']);
});

test('损坏的字：照原件填的，项目、职责里都换成填的；留着的注明原件损坏', () => {
  const damaged = notice(
    '1 | 养老服务 | 适老化改?zhí)匮O(jiān)项目 | 县民政局 | 11月6-10日',
    '一、各单位要邀请?zhí)匮O(jiān)督员参加，每月报送信息不少于3篇。\n',
  );
  const at = (line: number) =>
    damaged.questions.find((question) => question.kind === 'damaged' && question.line === line)?.id ?? '';
  const answer = (line: number, given: Answer) => answered(damaged, { [at(line)]: given }, mondayToFriday);
  const filled = answer(5, { choice: '照原件填写', text: '化改造项目' });
  expect(filled.campaigns[0]?.projects).toEqual(['适老化改造项目']);
  const told = answer(3, { choice: '照原件填写', text: '邀请特邀监督员' });
  expect(told.duties[0]?.sentence).toBe('各单位要邀请特邀监督员参加，每月报送信息不少于3篇');
  expect(told.campaigns).toEqual(damaged.campaigns);
  const kept = answer(5, { choice: '留着，注明“原件损坏”' });
  expect(kept.campaigns[0]?.projects[0]).toContain('（原件损坏）');
});

test('职责：周期由人定，或者不作为职责；期限照建议的或另填', () => {
  const half = readNotice('各单位每半年至少报送1篇。', { year: 2023 });
  expect(say(half, 'duty', '按季度').duties).toMatchObject([{ per: 'quarter', count: 1 }]);
  expect(say(half, 'duty', '不作为职责').duties).toEqual([]);
  const late = readNotice('各单位于10月上旬前报送工作总结。', { year: 2023 });
  expect(say(late, 'date', '另填日子', '2023-10-12').duties[0]?.due).toMatchObject({ from: null, to: '2023-10-12' });
});

test('没写年份的，选了哪一年就是哪一年', () => {
  const next = readNotice(
    '关于集中宣传的通知\n各单位：\n序号 | 宣传主题 | 责任单位 | 宣传时间\n1 | 春节送温暖 | 县民政局 | 1月8-12日\n县民生办公室\n2023年11月8日',
  );
  expect(windows(next, 0)).toEqual(['2024-01-08—2024-01-12']);
  expect(windows(say(next, 'date', '2023年'), 0)).toEqual(['2023-01-08—2023-01-12']);
});

test('不是单位的去掉，缺责任单位的照原件补上', () => {
  const strange = notice('1 | 养老服务 | 适老化改造 | 县民政局、待补充 | 11月6-10日');
  expect(say(strange, 'structure', '不是单位').campaigns[0]?.units.map(({ name }) => name)).toEqual(['县民政局']);
  const none = notice('1 | 养老服务 | 适老化改造 | | 11月6-10日\n2 | 住房保障 | 老旧小区 | 县住建局 | 11月13-17日');
  expect(say(none, 'structure', '照原件补填', '县民政局、县残联').campaigns[0]?.units.map(({ name }) => name)).toEqual([
    '县民政局',
    '县残联',
  ]);
});

test('少的几格各问各的，照原件补的放进各自的栏；多出的一格由人说是单位还是项目', () => {
  const other = '2 | 住房保障 | 老旧小区 | 县住建局 | 11月13-17日';
  const short = notice(`1 | 养老服务 | 11月6-10日\n${other}`);
  const asked = (head: string) => short.questions.find(({ why }) => why.startsWith(`这一行少了${head}`))?.id ?? '';
  const choice = '照原件补填';
  const answers = {
    [asked('实事名称')]: { choice, text: '适老化、护理床位' },
    [asked('责任单位')]: { choice, text: '县民政局' },
  };
  expect(answered(short, answers, mondayToFriday).campaigns[0]).toMatchObject({
    projects: ['适老化', '护理床位'],
    units: [{ name: '县民政局', role: 'responsible' }],
  });
  const long = notice(`1 | 养老服务 | 适老化 | 县民政局 | 县残联 | 11月6-10日\n${other}`);
  expect(say(long, 'structure', '并入责任单位').campaigns[0]?.units.map(({ name }) => name)).toEqual(['县民政局', '县残联']);
  expect(say(long, 'structure', '并入实事项目').campaigns[0]?.projects).toEqual(['适老化', '县残联']);
});

test('先改了主题、场次，再说改哪一场的时间，改的还是那一场', () => {
  const mixed = notice('养老服务活动 | 1 | 适老化 | 县民政局 | 11月6-10日\n2 | 住房保障 | 老旧小区 | 县住建局 | 11月10-17日');
  const answers = Object.fromEntries(
    mixed.questions.flatMap(({ id, kind, choices }): [string, Answer][] => {
      if (kind === 'overlap') return [[id, { choice: '改其中一场的时间', text: '第养老服务活动场：2023-11-06—2023-11-09' }]];
      return choices.includes('照原件改正') ? [[id, { choice: '照原件改正', text: kind === 'structure' ? '养老' : '' }]] : [];
    }),
  );
  expect(windows(answered(mixed, answers, mondayToFriday), 0, 1)).toEqual(['2023-11-06—2023-11-09', '2023-11-10—2023-11-17']);
});
