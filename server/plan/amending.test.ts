import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCounty, type County } from '../../test/county.ts';
import type { read } from './actions.ts';
import type { Campaign, FormerDuty, PlannedDuty, Project } from './plan.ts';
import { asksWords } from './settling.ts';

const seed = await readFile(join(import.meta.dirname, '../../database/demo/notice-2023-10-08.txt'), 'utf8');
/** One campaign more under a number that is taken, one moved and with another unit, counted anew; the others are not repeated. */
const supplement = `关于补充安排重点民生实事集中宣传活动的通知
县直各责任单位：
经研究，对集中宣传活动作如下补充，其余仍按原方案办理。
一、各责任单位每季度报送经验材料不少于1篇。
二、补充安排见下表。
序号 | 宣传主题 | 实事名称 | 责任单位 | 宣传时间
1 | 养老服务 | 养老机构新增护理型床位、困难老年人居家适老化改造 | 县民政局、县残联 | 11月7-11日
2 | 老年助餐 | 老年助餐点建设 | 县民政局 | 12月11-15日
县打好重点民生保障仗工作专班办公室
2023年10月20日
`;

type Read = Awaited<ReturnType<typeof read>>;
type Shown = {
  plan: { version: number };
  campaigns: Campaign[];
  duties: PlannedDuty[];
  formerDuties: FormerDuty[];
  projects: Project[];
  amendments: { title: string }[];
};
const planOf = async (county: County) => (await county.ask('何静', '/api/plan')).said as unknown as Shown;
const named = (campaigns: readonly Campaign[], theme: string) => campaigns.find((campaign) => campaign.theme === theme);

async function orderFor(county: County, text: string) {
  const source = { text };
  const { reading, newUnits } = (await county.ask('李卫平', '/api/readings', { source })).said as unknown as Read;
  const answers = Object.fromEntries(
    reading.questions.map(({ id, choices }) => [id, { choice: choices.find((choice) => !asksWords(choice)) ?? '' }]),
  );
  return { source, answers, newUnits: newUnits.map((name) => ({ name, kind: 'government' })) };
}

async function planned() {
  const county = await aCounty('2023-10-20');
  await county.ask('李卫平', '/api/plans', await orderFor(county, seed));
  return county;
}
const amend = async (county: County, given: object = {}, text = supplement) =>
  county.ask('李卫平', '/api/plan-amendments', { ...(await orderFor(county, text)), version: 1, cancelled: [], ...given });

test('补充通知：新的加进来，变的改过去，没提的不动，一场也不重复', async () => {
  const county = await planned();
  const before = await planOf(county);
  expect((await amend(county)).status).toBe(201);
  const { plan, campaigns, duties, projects, amendments } = await planOf(county);
  expect([plan.version, campaigns.length, projects.length, duties.length]).toEqual([2, 11, 19, before.duties.length + 1]);
  expect(named(campaigns, '老年助餐')).toMatchObject({ no: '11', fromOn: '2023-12-11', toOn: '2023-12-15', version: 1 });
  const [old, moved] = [named(before.campaigns, '养老服务'), named(campaigns, '养老服务')];
  expect(moved).toMatchObject({ id: old?.id, no: '6', fromOn: '2023-11-07', toOn: '2023-11-11', version: 2 });
  expect(moved?.units.map(({ name }) => name)).toEqual(['县民政局', '县残联']);
  expect(moved?.projects).toEqual(old?.projects);
  expect(campaigns.filter(({ version }) => version > 1)).toHaveLength(1);
  expect(duties.at(-1)).toMatchObject({ per: 'quarter', count: 1 });
  expect(amendments).toMatchObject([{ title: '关于补充安排重点民生实事集中宣传活动的通知' }]);
  const { said } = await county.ask('auditAdmin', '/api/audit');
  expect(JSON.stringify(said)).toContain('2023-11-06—2023-11-10；县民政局；');
});

test('同一份补充通知再交一次，没有要改的；方案在看的时候被人改过，先看再改', async () => {
  const county = await planned();
  await amend(county);
  expect((await amend(county)).said.code).toBe('plan.movedOn');
  expect((await amend(county, { version: 2 })).said.code).toBe('plan.nothingNew');
  expect((await planOf(county)).campaigns).toHaveLength(11);
});

test('新来文里没有了的，勾了取消才取消，理由留着；取消过的又安排，另算一场', async () => {
  const county = await planned();
  const { campaigns } = await planOf(county);
  const gone = { id: named(campaigns, '综合报道')?.id, reason: '并入年终成果展' };
  const kept = { id: named(campaigns, '养老服务')?.id, reason: '写错了' };
  expect((await amend(county, { cancelled: [kept] })).said.code).toBe('plan.movedOn');
  expect((await amend(county, { cancelled: [{ ...gone, reason: ' ' }] })).status).toBe(422);
  expect((await amend(county, { cancelled: [gone] })).status).toBe(201);
  const after = await planOf(county);
  expect(named(after.campaigns, '综合报道')).toMatchObject({ cancelledOn: '2023-10-20', cancelReason: '并入年终成果展' });
  expect(after.campaigns.filter(({ cancelledOn }) => cancelledOn !== null)).toHaveLength(1);
  const again = supplement.replace(/1 \| 养老服务.*\n2 \| 老年助餐.*/, '1 | 综合报道 | 成果综述 | 县人社局 | 12月18-22日');
  expect((await amend(county, { version: 2 }, again)).status).toBe(201);
  const reports = (await planOf(county)).campaigns.filter(({ theme }) => theme === '综合报道');
  expect(reports.map(({ no, cancelledOn }) => [no, cancelledOn])).toEqual([
    ['10', '2023-10-20'],
    ['12', null],
  ]);
});

const fiveAMonth = supplement.replace(/一、.*\n二、/, '一、各责任单位每月报送信息数量不少于5篇。\n二、');
const quota = (duties: readonly PlannedDuty[]) => duties.filter(({ what }) => what.includes('报送信息'));

test('补充通知改了每月的篇数：还是那一项职责，原来的留作历史，方案里只有现行的', async () => {
  const county = await planned();
  const before = await planOf(county);
  expect((await amend(county, {}, fiveAMonth)).status).toBe(201);
  const { duties, formerDuties } = await planOf(county);
  expect(duties.length).toBe(before.duties.length);
  const [old, now] = [quota(before.duties)[0], quota(duties)[0]];
  expect([quota(duties).length, now]).toMatchObject([1, { count: 5, per: 'month', clause: '三（二）7', place: old?.place }]);
  expect(formerDuties).toMatchObject([
    { id: old?.id, nextId: now?.id, count: 3, fromVersion: 1, toVersion: 1, changedOn: '2023-10-20' },
  ]);
  const { said } = await county.ask('auditAdmin', '/api/audit');
  expect(JSON.stringify(said)).toMatch(/三（二）7：[^"]*每月 3[^"]* → [^"]*每月 5/);
  const six = fiveAMonth.replace('5篇', '6篇');
  expect((await amend(county, { version: 2 }, six)).status).toBe(201);
  const after = await planOf(county);
  expect(quota(after.duties)).toMatchObject([{ count: 6 }]);
  expect(after.formerDuties.map(({ count, fromVersion, toVersion }) => [count, fromVersion, toVersion])).toEqual([
    [5, 2, 2],
    [3, 1, 1],
  ]);
  expect((await amend(county, { version: 3 }, six)).said.code).toBe('plan.nothingNew');
});

test('看着像同一项职责的，由人说：照旧不改，或者另加一项', async () => {
  const county = await planned();
  const [old] = quota((await planOf(county)).duties);
  const say = (decision: string) => ({ duties: { [old?.id ?? '']: decision } });
  const only = fiveAMonth.replace(/二、[\s\S]*(?=县打好)/, '');
  expect((await amend(county, say('keep'), only)).said.code).toBe('plan.nothingNew');
  expect((await amend(county, say('apart'), only)).status).toBe(201);
  const { duties, formerDuties } = await planOf(county);
  expect([quota(duties).map(({ count }) => count), formerDuties]).toEqual([[3, 5], []]);
});

test('没有方案的年份不能补充；信息员不能改方案', async () => {
  const county = await aCounty('2023-10-20');
  expect((await amend(county)).said.code).toBe('plan.noPlan');
  const order = { ...(await orderFor(county, supplement)), version: 1, cancelled: [] };
  expect((await county.ask('何静', '/api/plan-amendments', order)).said.code).toBe('plan.mayNotCreate');
});

test('补充通知用话说的改动：调整的改过去，取消的由人点头，理由是来文的那一句', async () => {
  const county = await planned();
  const text = `关于调整集中宣传安排的补充通知
县直各责任单位：
经研究，作如下调整：
一、“养老服务”主题宣传时间由11月6日至10日调整为11月13日至17日。
二、取消“就业社保”主题宣传活动。
县打好重点民生保障仗工作专班办公室
2023年10月20日`;
  const { calledOff, planned: before } = (await county.ask('李卫平', '/api/readings', { source: { text } }))
    .said as unknown as Read;
  const off = before?.campaigns.find(({ theme }) => theme === '就业社保');
  expect(calledOff).toEqual([{ id: off?.id, reason: '二、取消“就业社保”主题宣传活动。', line: 5 }]);
  const cancelled = calledOff.map(({ id, reason }) => ({ id, reason }));
  expect((await amend(county, { cancelled }, text)).status).toBe(201);
  const { campaigns } = await planOf(county);
  expect(named(campaigns, '养老服务')).toMatchObject({ fromOn: '2023-11-13', toOn: '2023-11-17', version: 2 });
  expect(named(campaigns, '就业社保')).toMatchObject({ cancelledOn: '2023-10-20' });
});
