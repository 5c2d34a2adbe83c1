import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { claimsDesk, printed } from '../../test/claims.ts';
import type { County } from '../../test/county.ts';
import { closePeriod, factsOf, lockPeriod, standingSources } from '../fact/queries.ts';
import { countsByState, factsDueUnscoped, pendingFacts } from './queries/lists.ts';

const facts = async (county: County) =>
  (await county.as((context) => factsOf(context, '2023-10', '2023-12'))).map(
    ({ period, day, cancels, replaces, attributes }) =>
      `${period} ${cancels ? '撤' : replaces ? '换' : '记'} ${day} ${attributes.carrier} ${attributes.tier}`,
  );
const lock = (county: County, month: string) =>
  county.as(async (context) => {
    await lockPeriod(context, month);
    await closePeriod(context, month);
  });

test('信息员认领，专班核验认定，记成一条事实：哪家、几级、什么形态、哪天，佐证在后', async () => {
  const { county, articleId, claim, show, judge } = await claimsDesk();
  const id = await claim('何静', { words: 800, link: 'https://www.shaoyangnews.example/1' });
  expect(await show(id)).toMatchObject({
    claim: { state: 'pending', outlet: '邵阳日报', tierNow: 'municipal', claimedByName: '何静', claimedOn: '2023-11-02' },
    month: '2023-10',
    may: { accept: null, refuse: null, correct: null, withdraw: null },
  });
  expect(await judge('李卫平', id, 'accept')).toBe('好');
  const [fact] = await county.as((context) => factsOf(context, '2023-10', '2023-10'));
  expect(fact).toMatchObject({
    ...{ unit: county.ids[1], kind: 'adoption', day: '2023-10-26', period: '2023-10', verified: true },
    attributes: {
      ...{ article: articleId, title: '一渠清水进农家', carrier: '邵阳日报', tier: 'municipal', outletGroup: '邵阳日报社' },
      ...{ form: 'sole', placement: 'front', words: 800 },
    },
  });
  const { claim: found, files, steps } = await show(id);
  expect(found).toMatchObject({ state: 'accepted', tier: 'municipal', period: '2023-10', decidedByName: '李卫平' });
  expect(fact?.evidence).toEqual(files.map(({ sha256 }) => sha256));
  expect(steps.map(({ what, byName }) => `${what} ${byName}`)).toEqual(['claim 何静', 'accept 李卫平']);
});

test('媒体自己写的没有稿件也能认领；审签中、没送审的稿件被先登出来的也能', async () => {
  const { county, claim, show } = await claimsDesk();
  const own = await claim('何静', { title: '记者走进水库工地' }, { articleId: null });
  expect((await show(own)).claim).toMatchObject({ articleTitle: '记者走进水库工地', articleState: 'recorded' });
  expect((await show(await claim())).claim).toMatchObject({ articleState: 'draft', articleTitle: '水渠通到田埂上' });
  const forThem = await claim('李卫平', { title: '新区学校开工' }, { articleId: null, unitId: county.ids[2] });
  expect((await show(forThem, '罗建平')).claim).toMatchObject({ unitName: '县住建局', claimedByName: '李卫平' });
  const [picture] = (await show(forThem, '罗建平')).files;
  expect((await county.ask('罗建平', `/api/files/${picture?.sha256}/about`)).status).toBe(200);
});

test.each([
  ['刊发日期还没有到', { publishedOn: '2023-11-03' }, {}, '刊发日期还没有到'],
  ['日历上没有的日子', { publishedOn: '2023-02-30' }, {}, '填写'],
  ['没有佐证也没有网址', {}, { evidence: [] }, '还没有佐证'],
  ['佐证没有传上来', {}, { evidence: ['0'.repeat(64)] }, '佐证没有传上来'],
  ['网址不是网址', { link: 'javascript:alert(1)' }, {}, '填写'],
  ['载体只有书名号', { outlet: '《》' }, {}, '载体里没有字'],
  ['不是本单位的稿件', {}, { articleId: '0198f0a0-0000-7000-8000-000000000000' }, '没有这篇稿件'],
  ['别的单位的', {}, { unitId: 2 }, '信息员或专班办公室认领'],
])('不收：%s', async (_, fields, { unitId, ...about }: Record<string, unknown>, words) => {
  const { county, claim } = await claimsDesk();
  const whose = unitId === undefined ? {} : { unitId: county.ids[Number(unitId)] };
  expect(await claim('何静', fields, { ...about, ...whose })).toContain(words);
  expect(await county.as(countsByState)).toEqual([]);
});

test('没有文件，有网址也能认领', async () => {
  const { claim, judge } = await claimsDesk();
  const id = await claim('何静', { link: 'https://hn.rednet.example/content/1.html' }, { evidence: [] });
  expect(await judge('周敏', id, 'accept')).toBe('好');
});

test('同一篇在同一天、同一家的，用别名也不能认领两遍；退回、撤回以后可以再认领', async () => {
  const { claim, judge, act } = await claimsDesk();
  const first = await claim();
  const told = await claim('何静', { outlet: '《邵 报》', title: '换了个标题' });
  expect(told).toBe(
    '县水利局的《一渠清水进农家》在邵阳日报 2023-10-26 的刊发，何静已经认领（待核验），不用再报；要补佐证请打开那一条。',
  );
  expect(await claim('何静', { outlet: '湖南日报' })).toMatch(/^0/);
  expect(await claim('何静', { publishedOn: '2023-10-27' })).toMatch(/^0/);
  const medium = { articleId: null };
  expect(await claim('何静', { title: '自采' }, medium)).toMatch(/^0/);
  expect(await claim('何静', { title: '自采' }, medium)).toContain('已经认领');
  expect(await judge('李卫平', first, 'refuse', { reason: '看不清版次' })).toBe('好');
  const second = await claim();
  expect(second).toMatch(/^0/);
  expect(await act('何静', first, 'supplement', { reason: '补了', fields: printed })).toContain('已经认领');
  expect(await act('何静', second, 'withdrawal', { reason: '报重了' })).toBe('好');
  expect(await act('何静', first, 'supplement', { reason: '补了整版', fields: printed })).toBe('好');
});

test('谁认领、谁补交的不能自己核验；信息员不核验；挂靠单位的由分管领导核验', async () => {
  const { county, claim, judge, act, show } = await claimsDesk();
  const id = await claim('李卫平', {}, { unitId: county.ids[1], articleId: null });
  expect(await judge('李卫平', id, 'accept')).toContain('不能自己核验');
  expect(await judge('何静', id, 'accept')).toContain('由专班办公室核验');
  expect(await act('周敏', id, 'supplement', { reason: '加了说明', fields: printed })).toBe('好');
  expect(await judge('李卫平', id, 'accept')).toContain('不能自己核验'); // he claimed it first
  expect(await judge('周敏', id, 'accept')).toContain('不能自己核验');
  expect(await judge('陈建国', id, 'accept')).toBe('好');
  const ours = await claim('李卫平', {}, { unitId: county.ids[0], articleId: null });
  expect(await judge('周敏', ours, 'accept')).toBe('专班挂靠单位的认领，由专班分管领导核验。');
  expect((await show(ours, '周敏')).may.accept).toContain('分管领导');
  expect(await judge('陈建国', ours, 'accept')).toBe('好');
});

test('别的单位什么也看不到，也办不了', async () => {
  const { county, claim } = await claimsDesk();
  const id = await claim();
  expect((await county.ask('罗建平', `/api/claims/${id}`)).status).toBe(404);
  expect((await county.ask('罗建平', `/api/claims/${id}/withdrawal`, { version: 1, reason: '试' })).status).toBe(404);
  expect((await county.ask('罗建平', '/api/claims')).said).toMatchObject({ claims: [], counts: [] });
  expect((await county.ask('罗建平', '/api/claim-queue')).said).toMatchObject({ pending: [] });
  expect((await county.ask('systemAdmin', '/api/claims')).status).toBe(404);
  const make = async (who: string) =>
    ((await county.ask(who, '/api/claim-counts')).said as unknown as { may: { make: string | null } }).may.make;
  expect([await make('何静'), await make('李卫平')]).toEqual([null, null]);
  expect(await make('刘股长')).toContain('信息员或专班办公室认领');
});

test('更正后认定：改了什么、原来是什么都留着；没改的、没写理由的不收', async () => {
  const { county, claim, show, judge } = await claimsDesk();
  const id = await claim();
  expect(await judge('李卫平', id, 'correct', { reason: '核对过', fields: printed })).toContain('一处也没有改');
  const right = { ...printed, publishedOn: '2023-10-27', placement: 'ordinary' };
  expect(await judge('李卫平', id, 'correct', { fields: right })).toContain('请写理由');
  expect(await judge('李卫平', id, 'correct', { fields: right, reason: '报头是27日，不在头版' })).toBe('好');
  const { claim: found, steps } = await show(id);
  expect(found).toMatchObject({ state: 'accepted', publishedOn: '2023-10-27', placement: 'ordinary' });
  expect(steps[1]).toMatchObject({ what: 'correct', was: { publishedOn: '2023-10-26', placement: 'front' } });
  expect(await facts(county)).toEqual(['2023-10 记 2023-10-27 邵阳日报 municipal']);
});

test('退回写理由，单位补交以后再核；专班自己也可以改主意', async () => {
  const { county, claim, show, judge, act, file } = await claimsDesk();
  const id = await claim();
  expect(await judge('李卫平', id, 'refuse')).toContain('请写理由');
  expect(await judge('李卫平', id, 'refuse', { reason: '照片看不清版次' })).toBe('好');
  expect((await county.ask('何静', '/api/claim-counts')).said).toMatchObject({ toVerify: 0, toReverify: 0, cameBack: 1 });
  expect(await act('何静', id, 'supplement', { fields: printed })).toContain('没有改动');
  const whole = await file('何静', '整版');
  expect(await act('何静', id, 'supplement', { fields: printed, evidence: [whole], reason: '整版扫描' })).toBe('好');
  expect(await show(id)).toMatchObject({ claim: { state: 'pending', reason: '' } });
  expect((await show(id)).files).toHaveLength(2);
  expect((await county.ask('李卫平', '/api/claim-counts')).said).toMatchObject({ toVerify: 1, toReverify: 0, cameBack: 0 });
  expect(await judge('周敏', id, 'refuse', { reason: '还是不清' })).toBe('好');
  expect(await judge('周敏', id, 'accept')).toContain('请写理由');
  expect(await judge('周敏', id, 'accept', { reason: '看了原报' })).toBe('好');
  expect((await show(id)).steps.map(({ what }) => what)).toEqual(['claim', 'refuse', 'supplement', 'refuse', 'accept']);
});

test('撤回要写理由；认定了的单位不能撤回', async () => {
  const { claim, judge, act, show } = await claimsDesk();
  const [gone, kept] = [await claim(), await claim('何静', { outlet: '湖南日报' })];
  expect(await act('何静', gone, 'withdrawal', { reason: ' ' })).not.toBe('好');
  expect(await act('何静', gone, 'withdrawal', { reason: '不是本单位的' })).toBe('好');
  expect((await show(gone)).claim).toMatchObject({ state: 'withdrawn', reason: '不是本单位的' });
  expect(await judge('李卫平', gone, 'accept')).toContain('已撤回');
  await judge('李卫平', kept, 'accept');
  expect(await act('何静', kept, 'withdrawal', { reason: '试' })).toContain('请专班办公室改变认定');
});

test('名录里没有的媒体可以认定，记下来不计分；定级以后列出来再核验一次', async () => {
  const { county, claim, show, judge } = await claimsDesk();
  const id = await claim('何静', { outlet: '《宝庆 晚报》' });
  expect(await show(id)).toMatchObject({ claim: { outlet: '《宝庆 晚报》', outletId: null, tierNow: null } });
  expect(await judge('李卫平', id, 'accept')).toBe('好');
  expect(await facts(county)).toEqual(['2023-10 记 2023-10-26 《宝庆 晚报》 null']);
  expect(await judge('李卫平', id, 'accept')).toContain('已经这样定了');
  const decision = { fromOn: '2023-01-01', tier: 'municipal', reason: '市级晚报' };
  await county.ask('李卫平', '/api/outlets', { outlets: [{ name: '宝庆晚报', kind: 'paper', tier: decision }] });
  type Queue = { reverify: { id: string; may: { accept: string | null } }[] };
  const { reverify } = (await county.ask('周敏', '/api/claim-queue')).said as unknown as Queue;
  expect(reverify).toMatchObject([{ id, may: { accept: null } }]);
  expect((await county.ask('周敏', '/api/claim-counts')).said).toMatchObject({ toReverify: 1 });
  expect(await judge('周敏', id, 'accept')).toBe('好');
  expect((await facts(county)).at(-1)).toBe('2023-10 换 2023-10-26 宝庆晚报 municipal');
  expect(await show(id)).toMatchObject({
    claim: { tier: 'municipal' },
    steps: [{}, {}, { what: 'accept', was: { tier: null } }],
  });
});

test('锁定以后才核的，先说清记入哪个月，再记入那个月', async () => {
  const { county, claim, show } = await claimsDesk();
  const id = await claim();
  await lock(county, '2023-10');
  expect((await show(id)).month).toBe('2023-11');
  const { said } = await county.ask('李卫平', `/api/claims/${id}/verdicts`, { version: 1, verdict: 'accept' });
  expect(said).toMatchObject({ period: '2023-11', tier: 'municipal' });
  expect(await facts(county)).toEqual(['2023-11 记 2023-10-26 邵阳日报 municipal']);
});

test('改变认定：没锁的月份里当月改，锁了的记成下个月的更正；改判退回就撤掉', async () => {
  const { county, claim, judge, show } = await claimsDesk();
  const id = await claim();
  await judge('李卫平', id, 'accept');
  expect(await judge('李卫平', id, 'correct', { fields: { ...printed, form: 'merged' }, reason: '是综合稿' })).toBe('好');
  await lock(county, '2023-10');
  expect(await judge('周敏', id, 'refuse', { reason: '是有偿宣传' })).toBe('好');
  expect((await facts(county)).slice(1)).toEqual([
    '2023-10 换 2023-10-26 邵阳日报 municipal',
    '2023-11 撤 2023-10-26 邵阳日报 municipal',
  ]);
  expect((await show(id)).claim).toMatchObject({ state: 'refused', factId: null, tier: null, reason: '是有偿宣传' });
  const other = await claim('何静', { outlet: '湖南日报' });
  await judge('李卫平', other, 'accept');
  expect(await judge('周敏', other, 'correct', { fields: { ...printed, outlet: '邵阳日报' }, reason: '看错报头' })).toBe('好');
  expect(await facts(county)).toContain('2023-11 记 2023-10-26 邵阳日报 municipal'); // both in November: one out, one in
});

test('账上的和认领表对得上：认定的都在，退回、撤回、改判的都不在', async () => {
  const { county, claim, judge } = await claimsDesk();
  const ids = [];
  for (const outlet of ['甲报', '乙报', '丙报', '丁报', '戊报']) ids.push(await claim('何静', { outlet }));
  const [a = '', b = '', c = '', d = ''] = ids;
  await judge('李卫平', a, 'accept');
  await judge('李卫平', b, 'accept');
  await judge('李卫平', b, 'correct', { fields: { ...printed, outlet: '乙报', publishedOn: '2023-11-01' }, reason: '日期' });
  await judge('李卫平', c, 'refuse', { reason: '不清' });
  await judge('李卫平', d, 'accept');
  await judge('李卫平', d, 'refuse', { reason: '有偿' });
  const due = await county.as(factsDueUnscoped);
  const held = (await county.as(standingSources)).filter(({ kind }) => kind === 'adoption');
  expect(held.map(({ sourceId, unit, day }) => ({ sourceId, unit, day }))).toEqual(due);
  expect(due.map(({ sourceId }) => sourceId)).toEqual([a, b]);
});

test('待核的摆成没核实的事实，看认定了会怎样；锁定的月份没有待核', async () => {
  const { county, claim } = await claimsDesk();
  const id = await claim();
  await claim('何静', { publishedOn: '2023-11-01' });
  const pending = (month: string) => county.as((context) => pendingFacts(context, month));
  expect(await pending('2023-10')).toMatchObject([
    { id, kind: 'adoption', period: '2023-10', verified: false, attributes: { carrier: '邵阳日报', tier: 'municipal' } },
  ]);
  await lock(county, '2023-10');
  expect([(await pending('2023-10')).length, (await pending('2023-11')).length]).toEqual([0, 2]);
});

test('同一份佐证证过别的认领，核验时看得到是哪家的哪一条；单位看不到别家的', async () => {
  const { claim, show, judge } = await claimsDesk();
  const id = await claim();
  const other = await claim('罗建平', { title: '一户一表' }, { articleId: null });
  expect((await show(other)).twins).toMatchObject([{ unitName: '县水利局', title: '一渠清水进农家', state: 'pending' }]);
  expect((await show(other, '罗建平')).twins).toEqual([]);
  expect((await show(id)).twins).toHaveLength(1);
  expect(await judge('李卫平', other, 'accept')).toBe('好');
});

test('点两下只办一次；两个人同时核，后一个先看到前一个的决定', async () => {
  const { county, articleId, claim, file } = await claimsDesk();
  const order = { articleId, fields: printed, evidence: [await file()] };
  const key = { 'idempotency-key': randomUUID() };
  const both = await Promise.all([1, 2].map(() => county.ask('何静', '/api/claims', order, key)));
  expect(both[0]).toMatchObject({ status: 201 });
  expect(both[0]).toEqual(both[1]);
  const apart = await Promise.all([1, 2].map(() => claim('何静', { outlet: '湖南日报' })));
  expect(apart.filter((told) => told.startsWith('0'))).toHaveLength(1);
  expect(apart.find((told) => !told.startsWith('0'))).toContain('何静已经认领（待核验）');
  expect((await county.ask('何静', '/api/claims')).said).toMatchObject({ counts: [{ state: 'pending', count: 2 }] });
  const id = (both[0] as unknown as { said: { id: string } }).said.id;
  const told = await Promise.all(
    ['李卫平', '周敏'].map((who) => county.ask(who, `/api/claims/${id}/verdicts`, { version: 1, verdict: 'accept' })),
  );
  expect(told.map(({ status }) => status).sort()).toEqual([201, 409]);
  const late = told.find(({ status }) => status === 409);
  expect(late?.said.message).toMatch(/^打开之后，(李卫平|周敏)已定：已认定。请看过再办。$/);
  expect(await facts(county)).toHaveLength(1);
});

test('列表按状态、单位、月份、载体、标题找，一页五十条接着看；核验队列先来的在前；能导出台账', async () => {
  const { county, claim, judge } = await claimsDesk();
  const ids = [];
  for (let no = 1; no <= 51; no++) ids.push(await claim('何静', { outlet: `第${no}报` }));
  const other = await claim('罗建平', { title: '一户一表', publishedOn: '2023-11-01' }, { articleId: null });
  await judge('李卫平', other, 'accept');
  type Reply = { claims: { id: string; outlet: string }[]; more: boolean };
  const ask = async (query: string, who = '李卫平') => (await county.ask(who, `/api/claims?${query}`)).said as unknown as Reply;
  const first = await ask('');
  expect([first.claims.length, first.more, first.claims[0]?.id]).toEqual([50, true, other]);
  expect((await ask(`before=${first.claims.at(-1)?.id}`)).claims.map(({ outlet }) => outlet)).toEqual(['第2报', '第1报']);
  const count = async (query: string, who?: string) => (await ask(query, who)).claims.length;
  expect(await count('state=accepted')).toBe(1);
  expect(await count(`unit=${county.ids[2]}`)).toBe(1);
  expect(await count('month=2023-11')).toBe(1);
  expect(await count(`outlet=${encodeURIComponent('第5')}`)).toBe(3);
  expect(await count(`q=${encodeURIComponent('一表')}`)).toBe(1);
  expect(await count(`q=${encodeURIComponent('一表')}`, '何静')).toBe(0);
  const queue = (await county.ask('周敏', '/api/claim-queue')).said as unknown as { pending: { id: string }[] };
  expect(queue.pending.map(({ id }) => id)).toEqual(ids);
  expect((await county.ask('何静', '/api/claims.xlsx')).status).toBe(200);
});

test('填的时候就看得到：哪家、几级、从哪天起、记入哪个月；挑稿件只见本单位的', async () => {
  const { county, articleId, claim } = await claimsDesk();
  await claim();
  await lock(county, '2023-09');
  const place = async (outlet: string, on: string) =>
    (await county.ask('何静', `/api/claim-place?outlet=${encodeURIComponent(outlet)}&on=${on}`)).said;
  expect(await place('邵报', '2023-09-30')).toEqual({
    ...{ known: true, outlet: '邵阳日报', tier: 'municipal', since: '2023-01-01', month: '2023-10' },
  });
  expect(await place('邵报', '2022-12-31')).toMatchObject({ known: true, tier: null, since: null });
  expect(await place('没听过', '2023-10-01')).toMatchObject({ known: false, outlet: '没听过', tier: null });
  expect((await county.ask('何静', '/api/claim-articles')).said).toMatchObject({ articles: [{ id: articleId, claims: 1 }] });
  expect((await county.ask('罗建平', `/api/claim-articles?unit=${county.ids[1]}`)).said).toEqual({ articles: [] });
});
