import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCounty, type County } from '../../test/county.ts';
import { mondayToFriday } from '../notice/date/calendar.ts';
import type { read } from './actions.ts';
import { answered } from './answering.ts';
import { differenceOf } from './difference.ts';
import { asksWords } from './settling.ts';

type Read = Awaited<ReturnType<typeof read>>;
const notice = await readFile(join(import.meta.dirname, '../../database/demo/notice-2023-10-08.txt'));
const source = { base64: notice.toString('base64') };

async function readSeed(county: County) {
  return (await county.ask('李卫平', '/api/readings', { source })).said as unknown as Read;
}
const kind = 'government';
const firstChoices = ({ reading }: Read) =>
  Object.fromEntries(
    reading.questions.map(({ id, choices }) => [id, { choice: choices.find((choice) => !asksWords(choice)) ?? '' }]),
  );
const order = (read: Read) => ({ source, answers: firstChoices(read), newUnits: read.newUnits.map((name) => ({ name, kind })) });

test('真实的通知读成十场宣传、十三个责任单位、十八个项目，建成当年的方案', async () => {
  const county = await aCounty();
  const read = await readSeed(county);
  expect(read.newUnits).toHaveLength(11); // two of the thirteen are in the roster
  expect((await county.ask('李卫平', '/api/plans', order(read))).status).toBe(201);
  const { said } = await county.ask('何静', '/api/plan');
  const plan = said as unknown as {
    campaigns: { units: { name: string }[]; fromOn: string }[];
    projects: object[];
    duties: object[];
    may: object;
  };
  expect([plan.campaigns.length, plan.projects.length, plan.duties.length]).toEqual([10, 18, read.reading.duties.length]);
  expect(new Set(plan.campaigns.flatMap(({ units }) => units.map(({ name }) => name))).size).toBe(13);
  expect(plan.campaigns.at(-1)).toMatchObject({
    fromOn: '2023-12-01',
    toOn: '2023-12-10',
    precision: 'day',
    windowText: '12月初',
  });
  expect(plan.may).toEqual({ create: '方案由专班办公室建立，请找他们。', rank: '项目级别由专班办公室定，请找他们。' });
});

test('疑点没有定完、单位没有入册的不能建立；信息员不能建立', async () => {
  const county = await aCounty();
  const whole = order(await readSeed(county));
  const code = async (who: string, given: object) => (await county.ask(who, '/api/plans', { ...whole, ...given })).said;
  expect((await code('李卫平', { answers: {} })).message).toBe('还有 4 处疑点没有定，请逐处定完再建立。');
  expect((await code('李卫平', { newUnits: [] })).code).toBe('plan.unknownUnits');
  expect((await code('何静', {})).code).toBe('plan.mayNotCreate');
  expect((await county.ask('李卫平', '/api/units')).said).toMatchObject({ units: { length: 3 } }); // nothing half-done
});

test('模糊的日期由人填起止日；先到后、读不懂的起止日不收', async () => {
  const county = await aCounty();
  const read = await readSeed(county);
  const whole = order(read);
  const fuzzy = read.reading.questions.find(({ kind }) => kind === 'date')?.id ?? '';
  const withWindow = (text: string) => ({ ...whole, answers: { ...whole.answers, [fuzzy]: { choice: '另填起止日', text } } });
  for (const text of ['2023-12-10—2023-12-01', '十二月初', '2023-12-01—2023-12-32']) {
    expect((await county.ask('李卫平', '/api/plans', withWindow(text))).said.code).toBe('plan.badWindow');
  }
  expect((await county.ask('李卫平', '/api/plans', withWindow('2023-12-04—2023-12-08'))).status).toBe(201);
  expect((await county.ask('李卫平', '/api/plan')).said).toMatchObject({
    campaigns: { 9: { fromOn: '2023-12-04', toOn: '2023-12-08' } },
  });
});

test('同一年的第二份通知和现方案比，不另建一份', async () => {
  const county = await aCounty();
  const whole = order(await readSeed(county));
  await county.ask('李卫平', '/api/plans', whole);
  expect((await county.ask('李卫平', '/api/plans', { ...whole, newUnits: [] })).said.code).toBe('plan.exists');
  const text = notice.toString('utf8').replace('11月6-10日', '11月7-11日');
  const again = (await county.ask('李卫平', '/api/readings', { source: { text } })).said as unknown as Read;
  const reading = answered(again.reading, firstChoices(again), mondayToFriday);
  const difference = differenceOf(again.planned ?? { campaigns: [], duties: [] }, reading, (name) => name);
  expect([difference.added, difference.gone, difference.duties]).toEqual([[], [], { added: [], changed: [] }]);
  expect(difference.changed.map(({ theme, is }) => `${theme} ${is.slice(0, 21)}`)).toEqual(['养老服务 2023-11-07—2023-11-11']);
});

test('项目的省级、市级由专班定；两个人同时定，后一个先看前一个的', async () => {
  const county = await aCounty();
  await county.ask('李卫平', '/api/plans', order(await readSeed(county)));
  const { projects } = (await county.ask('李卫平', '/api/plan')).said as unknown as { projects: { id: string }[] };
  const rank = (who: string) => county.ask(who, `/api/projects/${projects[0]?.id}/rank`, { version: 1, rank: 'provincial' });
  expect((await rank('何静')).status).toBe(403);
  expect((await rank('李卫平')).status).toBe(201);
  expect((await rank('李卫平')).said.code).toBe('plan.movedOn');
});

test.each([
  ['空的来文', '', 'plan.noYear'],
  ['没有安排的来文', '关于做好宣传工作的通知\n各单位：\n请认真贯彻执行。\n2023年10月8日', 'plan.noCampaigns'],
])('%s不能建立方案', async (_, text, code) => {
  const county = await aCounty();
  const { reading } = (await county.ask('李卫平', '/api/readings', { source: { text } })).said as unknown as Read;
  const answers = Object.fromEntries(
    reading.questions.map(({ id, choices }) => [id, { choice: choices.find((choice) => !asksWords(choice)) ?? '' }]),
  );
  expect((await county.ask('李卫平', '/api/plans', { source: { text }, answers, newUnits: [] })).said.code).toBe(code);
});

test('二进制文件说明是什么问题，不读成乱码', async () => {
  const county = await aCounty();
  const { status, said } = await county.ask('李卫平', '/api/readings', {
    source: { base64: Buffer.from([0, 1, 2, 255, 254, 0]).toString('base64') },
  });
  expect([status, said.message]).toEqual([422, expect.stringMatching(/[。]$/)]);
});

test('超过一百万字的来文、疑点里没有的选项，说清楚再请人办', async () => {
  const county = await aCounty();
  expect((await county.ask('李卫平', '/api/readings', { source: { text: '民'.repeat(1_000_001) } })).said.code).toBe(
    'notice.tooLong',
  );
  const whole = order(await readSeed(county));
  const [id = ''] = Object.keys(whole.answers);
  const answers = { ...whole.answers, [id]: { choice: '随便' } };
  expect((await county.ask('李卫平', '/api/plans', { ...whole, answers })).said.code).toBe('plan.noSuchChoice');
});

test('来文上的单位就是名录里的：写法加为它的别名，不新增单位；下一份来文就认得', async () => {
  const county = await aCounty();
  const text = `关于集中宣传的通知
各责任单位：
序号 | 宣传主题 | 实事名称 | 责任单位 | 宣传时间
1 | 水利建设 | 农村水源保障 | 县水务局、水利局 | 11月6-10日
县民生办公室
2023年10月8日`;
  const source = { text };
  const readAgain = async () => (await county.ask('李卫平', '/api/readings', { source })).said as unknown as Read;
  expect((await readAgain()).newUnits).toEqual(['县水务局', '水利局']);
  const unitId = county.ids[1];
  const aliases = ['县水务局', '水利局'].map((name) => ({ name, unitId, version: 1 }));
  const given = { source, answers: firstChoices(await readAgain()), newUnits: [] };
  const stale = aliases.map((alias) => ({ ...alias, version: 7 }));
  expect((await county.ask('李卫平', '/api/plans', { ...given, aliases: stale })).said.code).toBe('identity.movedOn');
  expect((await county.ask('李卫平', '/api/plans', { ...given, aliases })).status).toBe(201);
  expect((await county.ask('李卫平', '/api/plan')).said).toMatchObject({
    campaigns: [{ units: [{ id: unitId, name: '县水利局' }] }],
  });
  expect((await county.ask('李卫平', '/api/units')).said).toMatchObject({ units: { length: 3 } });
  expect((await readAgain()).newUnits).toEqual([]);
});
