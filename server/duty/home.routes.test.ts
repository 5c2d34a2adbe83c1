import { expect, test } from 'vitest';
import { png } from '../../test/articles.ts';
import { bringPlan } from '../../test/bringPlan.ts';
import { aCounty, type County } from '../../test/county.ts';
import type { Task } from './home.ts';
import type { Reminder } from './reminders.ts';

type Given = Record<string, unknown>;
type Home = {
  tasks: Task[];
  quota: { units: { name: string; submitted: number }[] } | null;
  appeared: { count: number }[];
  week: number;
};
const home = async (county: County, who: string) => (await county.ask(who, '/api/home')).said as unknown as Home;
const told = async (county: County, who: string) => (await home(county, who)).tasks.map(({ kind, words }) => `${kind} ${words}`);
const order = (county: County, dueOn: string, title = '水渠通到田埂上') =>
  county.ask('李卫平', '/api/commissions', { unitId: county.ids[1], title, dueOn });

test('工作台：约稿到信息员，待审到股室，退回到作者，来稿和逾期到专班；办完一件少一件', async () => {
  const county = await aCounty('2023-10-20');
  await bringPlan(county);
  await order(county, '2023-10-24');
  expect(await told(county, '何静')).toEqual([
    '约稿 水渠通到田埂上',
    '报送 10月报送 0 篇，还差 3 篇，剩 8 个工作日',
    ...['实施方案', '负责领导和信息员', '列入议程', '建立机制', '纳入年度考核'].map((each) => `报备 还没有报${each}`),
  ]);
  const { id } = (await county.ask('何静', '/api/articles', { title: '一渠清水', body: '通了。' })).said as Given;
  const act = async (who: string, verb: string, body: Given) => {
    const { version } = (await county.ask('何静', `/api/articles/${id}`)).said as Given;
    return (await county.ask(who, `/api/articles/${id}/${verb}`, { version, ...body })).status;
  };
  expect(await act('何静', 'handing-in', {})).toBe(201);
  const first = (await home(county, '刘股长')).tasks[0];
  expect(first).toMatchObject({ kind: '审签', words: '一渠清水', to: `/articles/${id}`, act: '开始审' });
  expect((await told(county, '王副局长')).filter((words) => words.startsWith('审签'))).toEqual([]);
  await act('刘股长', 'returns', { reason: '没有写时间' });
  expect((await told(county, '何静')).some((words) => words === '改稿 一渠清水')).toBe(true);
  expect((await told(county, '刘股长')).some((words) => words.startsWith('审签'))).toBe(false);
  await act('何静', 'handing-in', {});
  for (const who of ['刘股长', '王副局长', '张局长'])
    for (const kind of ['review', 'proof']) await act(who, 'signatures', { kind });
  expect((await told(county, '李卫平'))[0]).toBe('来稿 一渠清水');
  expect(await told(county, '罗建平')).not.toContain('来稿 一渠清水');
  expect((await home(county, '李卫平')).quota?.units.find(({ name }) => name === '县水利局')).toMatchObject({ submitted: 1 });
});

test('认领等核验的人不包括经手的人；退回的到单位补交；正在宣传的场次见了几条', async () => {
  const county = await aCounty('2023-11-02');
  await bringPlan(county);
  const { campaigns } = (await county.ask('何静', '/api/plan')).said as unknown as { campaigns: { id: string; theme: string }[] };
  const campaignId = campaigns.find(({ theme }) => theme === '水利建设')?.id;
  const { id: articleId } = (await county.ask('何静', '/api/articles', { title: '一渠清水', body: '通了。', campaignId }))
    .said as Given;
  const { sha256 } = (await county.ask('何静', '/api/files', Uint8Array.from(png))).said as Given;
  const fields = { outlet: '邵阳日报', publishedOn: '2023-10-31', title: '一渠清水进农家', form: 'sole', placement: 'front' };
  const claim = await county.ask('何静', '/api/claims', { articleId, fields, evidence: [sha256] });
  expect(claim.status).toBe(201);
  const verify = (who: string) => home(county, who).then(({ tasks }) => tasks.find(({ kind }) => kind === '核验'));
  expect(await verify('李卫平')).toMatchObject({ words: '一渠清水进农家', dueOn: '2023-11-03' });
  expect(await verify('何静')).toBeUndefined();
  expect((await home(county, '李卫平')).appeared).toEqual([{ campaignId, day: '2023-10-31', kind: null, count: 1 }]);
  expect((await home(county, '罗建平')).appeared).toEqual([]);
  const { id } = claim.said as Given;
  await county.ask('周敏', `/api/claims/${id}/verdicts`, { version: 1, verdict: 'refuse', reason: '标题对不上' });
  expect(await verify('李卫平')).toBeUndefined();
  expect((await told(county, '何静')).some((words) => words === '补交 一渠清水进农家')).toBe(true);
});

test('提醒：复制就记下谁、哪天；再提醒要自己选；两个人同时只记一次；办好了的不记；单位只看自己的', async () => {
  const county = await aCounty('2023-10-20');
  await bringPlan(county);
  await order(county, '2023-10-23');
  const list = async (who = '李卫平') =>
    ((await county.ask(who, '/api/reminders')).said as unknown as { reminders: Reminder[] }).reminders;
  const [one] = await list();
  expect(one).toMatchObject({ matter: 'commission', unit: '县水利局', dueOn: '2023-10-23', round: 0, told: null });
  const note = (who: string, round = 0, key = one?.key) => county.ask(who, '/api/reminders', { chosen: [{ key, round }] });
  const both = await Promise.all([note('李卫平'), note('周敏')]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(both.find(({ status }) => status === 409)?.said.message).toContain('刚由别人提醒过');
  expect(both.find(({ status }) => status === 201)?.said).toMatchObject({
    words: expect.stringContaining('县水利局《水渠通到田埂上》'),
  });
  expect((await list())[0]).toMatchObject({ round: 1, told: { on: '2023-10-20' } });
  expect((await note('周敏', 1)).status).toBe(201);
  expect((await list())[0]).toMatchObject({ round: 2, told: { byName: '周敏' } });
  expect((await note('何静', 2)).said.message).toBe('提醒由专班办公室发；要转给本单位的人，请自己复制。');
  expect((await note('李卫平', 0, 'commission gone x 2023-10-23')).said.code).toBe('duty.gone');
  expect(await list('何静')).toHaveLength(1);
  expect(await list('罗建平')).toEqual([]);
  expect((await county.ask('李卫平', '/api/reminders.xlsx')).status).toBe(200);
});
