import { expect, test } from 'vitest';
import { desk, text } from '../../test/articles.ts';
import { aCounty, type County } from '../../test/county.ts';
import { closePeriod, factsOf, lockPeriod, standingSources } from '../fact/queries.ts';
import type { Actor } from '../kernel/context.ts';
import { CountyDate } from '../kernel/dates.ts';
import { deliverCommission, settleMissed, withdrawCommission } from '../plan/actions/commission.ts';
import type { Commission } from '../plan/commission/commission.ts';
import { commissionFactsDueUnscoped, listCommissions, nothingWanted, overdueCommissions } from '../plan/queries/commission.ts';

type Reply = {
  commissions: (Commission & { notice: string; may: Record<string, string | null> })[];
  counts: { standing: string; count: number }[];
  may: { order: string | null };
};
const dueOn = '2023-10-20';
const given = (county: County, more: object = {}) => ({ unitId: county.ids[1], title: text.title, dueOn, ...more });
const listOf = async (county: County, who: string, query = '') =>
  (await county.ask(who, `/api/commissions${query}`)).said as unknown as Reply;
const said = (reply: { status: number; said: { message?: string } }) => (reply.status === 201 ? '好' : reply.said.message);

/** 一份 10 月 9 日约县水利局、10 月 20 日（星期五）交的稿；`on` 让县里的日子走到那天再办。 */
async function ordered(more: object = {}) {
  const county = await aCounty('2023-10-09');
  await county.ask('李卫平', '/api/commissions', given(county, more));
  const { commissions } = await listOf(county, '李卫平');
  const id = commissions[0]?.id ?? ('' as Commission['id']);
  const office: Actor = { id: county.person('李卫平') as never, name: '李卫平', unitId: null, roles: ['officeStaff'] };
  const on = <T>(day: string, run: Parameters<typeof county.as<T>>[0]) =>
    county.as((context) => run({ ...context, day: CountyDate.parse(day) }), office);
  const deliver = (day: string) =>
    on(day, (context) => deliverCommission(context, id, { articleId: county.ids[2] as never, title: text.title }));
  const settle = (day: string, version = 1) => on(day, (context) => settleMissed(context, id, { version, reason: '没有交来' }));
  const standing = (day: string) =>
    on(day, async (context) => (await listCommissions(context, nothingWanted)).map((each) => each.standing));
  const facts = (month: string) =>
    on('2023-12-01', async (context) =>
      (await factsOf(context, month, month)).map(({ day, cancels, replaces, attributes: { deliveredOn } }) =>
        [cancels && '撤', replaces && '替', day, deliveredOn ?? '未交'].filter(Boolean).join(' '),
      ),
    );
  const drift = () =>
    on('2023-12-01', async (context) => {
      const held = (await standingSources(context)).filter(({ kind }) => kind === 'commission');
      expect(held.map(({ kind: _, ...rest }) => rest)).toEqual(await commissionFactsDueUnscoped(context));
      return held.length;
    });
  return { county, id, on, deliver, settle, standing, facts, drift };
}

test('专班向单位约稿：单位只看到自己的，通知现成可贴；专班都看到', async () => {
  const { county } = await ordered({ wishes: '受益群体', words: 800 });
  await county.ask('李卫平', '/api/commissions', given(county, { unitId: county.ids[2], title: '老旧小区' }));
  const titles = async (who: string, query = '') => (await listOf(county, who, query)).commissions.map(({ title }) => title);
  expect(await titles('何静')).toEqual([text.title]);
  expect((await titles('陈建国')).sort()).toEqual([text.title, '老旧小区'].sort());
  expect(await titles('李卫平', `?unit=${county.ids[2]}&standing=waiting`)).toEqual(['老旧小区']);
  expect(await titles('李卫平', '?standing=late')).toEqual([]);
  const { commissions, counts, may } = await listOf(county, '何静');
  expect(commissions[0]?.notice).toContain('2023年10月20日（星期五）前报送');
  expect(commissions[0]?.may).toMatchObject({ write: null, withdraw: '约稿由专班办公室发，请找他们。' });
  expect([counts, may.order]).toEqual([[{ standing: 'waiting', count: 1 }], '约稿由专班办公室发，请找他们。']);
  expect((await county.ask('systemAdmin', '/api/commissions')).status).toBe(404);
  expect((await county.ask('李卫平', '/api/commissions.xlsx')).status).toBe(200);
});

test('时限已过、单位停用、项目不在方案里的约不了；信息员不能约稿', async () => {
  const county = await aCounty('2023-10-09');
  const order = async (more: object, who = '李卫平') => said(await county.ask(who, '/api/commissions', given(county, more)));
  expect(await order({ dueOn: '2023-10-08' })).toBe('时限已经过了，请填今天或以后的一天。');
  expect(await order({ dueOn: '2023-10-09' })).toBe('好');
  const nothing = '0198f0a0-0000-7000-8000-000000000000';
  expect(await order({ unitId: nothing })).toContain('名录里没有这个单位');
  expect(await order({ projectId: nothing })).toBe('方案里没有这个项目，请重新选。');
  expect(await order({ campaignId: nothing })).toBe('方案里没有这场宣传，请重新选。');
  expect(await order({}, '何静')).toBe('约稿由专班办公室发，请找他们。');
  await county.ask('李卫平', `/api/units/${county.ids[2]}/closing`, { version: 1, toOn: '2023-10-08', reason: '并入' });
  expect(await order({ unitId: county.ids[2] })).toContain('已停用');
});

test('按时交、迟交、跨月迟交都记到该记的月份，状态用各自的词', async () => {
  const onTime = await ordered();
  expect(await onTime.standing('2023-10-20')).toEqual(['waiting']);
  expect(await onTime.standing('2023-10-21')).toEqual(['overdue']);
  await onTime.deliver('2023-10-20');
  expect([await onTime.standing('2023-10-31'), await onTime.facts('2023-10')]).toEqual([
    ['delivered'],
    ['2023-10-20 2023-10-20'],
  ]);
  await onTime.deliver('2023-10-25'); // delivered once it stays delivered
  expect(await onTime.drift()).toBe(1);
  const late = await ordered();
  await late.deliver('2023-11-02');
  expect([await late.standing('2023-11-02'), await late.facts('2023-10')]).toEqual([['late'], ['2023-10-21 2023-11-02']]);
  expect(await late.drift()).toBe(1);
});

test('月底最后一天到期没交的，算在下月：那时才看得出没交', async () => {
  const { on, settle, facts, drift } = await ordered({ dueOn: '2023-10-31' });
  const overdue = (month: string) => on('2023-11-02', async (context) => (await overdueCommissions(context, month)).length);
  expect([await overdue('2023-10'), await overdue('2023-11')]).toEqual([0, 1]);
  await expect(settle('2023-10-31')).rejects.toThrow('时限还没有过');
  await settle('2023-11-01');
  expect([await facts('2023-11'), await overdue('2023-11'), await drift()]).toEqual([['2023-11-01 未交'], 0, 1]);
});

test('记了未交以后又交来：新的顶替旧的；月份锁了，更正记在下月', async () => {
  const open = await ordered();
  await open.settle('2023-10-25');
  await open.deliver('2023-10-26');
  expect(await open.facts('2023-10')).toEqual(['2023-10-21 未交', '替 2023-10-21 2023-10-26']);
  expect(await open.drift()).toBe(1);
  const locked = await ordered();
  await locked.settle('2023-10-25');
  await locked.on('2023-11-03', async (context) => {
    await lockPeriod(context, '2023-10');
    await closePeriod(context, '2023-10');
  });
  await locked.deliver('2023-11-06');
  expect((await locked.facts('2023-11')).at(-1)).toBe('替 2023-10-21 2023-11-06');
  expect(await locked.drift()).toBe(1);
});

test('撤回要在交来之前，要写理由；两个人同时动，后一个先看前一个的', async () => {
  const { county, id, on, deliver, standing, drift } = await ordered();
  const withdraw = (who: string, body: object) => county.ask(who, `/api/commissions/${id}/withdrawal`, { version: 1, ...body });
  expect(said(await withdraw('李卫平', { reason: ' ' }))).toBeTruthy();
  expect((await withdraw('何静', { reason: '写不了' })).status).toBe(403);
  expect((await withdraw('罗建平', { reason: '看不到' })).status).toBe(404);
  expect(said(await withdraw('李卫平', { reason: '改由县住建局写' }))).toBe('好');
  expect(said(await withdraw('周敏', { reason: '也撤' }))).toBe('打开之后有人动过这份约稿，请刷新看过再办。');
  await deliver('2023-10-12');
  expect([await standing('2023-10-12'), await drift()]).toEqual([['withdrawn'], 0]);
  const again = on('2023-10-12', (context) => withdrawCommission(context, id, { version: 2, reason: '再撤' }));
  await expect(again).rejects.toThrow('已经交了、记了或撤了');
});

test('三审三校签完，约稿同时交来；本单位撤回稿件，约稿重新等交', async () => {
  const { county, id: article, act, signAll } = await desk('2023-10-20');
  await county.ask('李卫平', '/api/commissions', given(county));
  const queueOf = async (who: string) =>
    ((await county.ask(who, '/api/home')).said as unknown as { tasks: { kind: string }[] }).tasks.filter(
      ({ kind }) => kind === '约稿',
    );
  expect(await queueOf('何静')).toMatchObject([{ words: text.title, dueOn }]);
  const commissionId = (await listOf(county, '何静')).commissions[0]?.id;
  await act('何静', 'text', { ...text, commissionId });
  await act('何静', 'handing-in');
  expect((await listOf(county, '何静')).commissions).toMatchObject([{ standing: 'waiting' }]);
  await signAll();
  expect((await listOf(county, '何静')).commissions).toMatchObject([{ standing: 'delivered', articleId: article }]);
  const { attributes } =
    (await county.as((context) => factsOf(context, '2023-10', '2023-10'))).find(({ kind }) => kind === 'commission') ?? {};
  expect(attributes).toEqual({ title: text.title, article, dueOn, deliveredOn: dueOn });
  expect(await act('何静', 'withdrawal', { reason: '数字要核' })).toBe('好');
  expect((await listOf(county, '何静')).commissions).toMatchObject([{ standing: 'waiting', articleId: null }]);
  expect([await queueOf('何静'), await queueOf('李卫平')]).toMatchObject([[{ dueOn }], []]); // the office hears of it when it is late
});

/** 县水利局交来的约稿；`stands` 是约稿现在怎样，`facts` 是台账里约稿的事实。 */
async function delivered() {
  const given = await desk('2023-10-20');
  const { county, act, signAll } = given;
  await county.ask('李卫平', '/api/commissions', { unitId: county.ids[1], title: text.title, dueOn });
  const commissionId = (await listOf(county, '何静')).commissions[0]?.id;
  await act('何静', 'text', { ...text, commissionId });
  await act('何静', 'handing-in');
  await signAll();
  const stands = async () => (await listOf(county, '何静')).commissions.map(({ standing }) => standing).join();
  const facts = async () =>
    (await county.as((context) => factsOf(context, '2023-10', '2023-10')))
      .filter(({ kind }) => kind === 'commission')
      .map(({ cancels, attributes }) => (cancels ? '撤' : `交 ${attributes.deliveredOn}`));
  return { ...given, stands, facts };
}

test('交来的是废稿：专班退回或不用，约稿重新等交，事实撤掉；改了主意又留用，还算那天交的', async () => {
  const { act, signAll, stands, facts } = await delivered();
  expect(await stands()).toBe('delivered');
  await act('李卫平', 'decisions', { decision: 'return', reason: '不是约的那件事' });
  expect([await stands(), await facts()]).toEqual(['waiting', ['交 2023-10-20', '撤']]);
  await act('何静', 'handing-in');
  await signAll();
  await act('李卫平', 'decisions', { decision: 'leave', reason: '还是不能用' });
  expect([await stands(), (await facts()).at(-1)]).toEqual(['waiting', '撤']);
  expect(await act('李卫平', 'decisions', { decision: 'take' })).toBe('好');
  expect([await stands(), (await facts()).at(-1)]).toEqual(['delivered', '交 2023-10-20']);
});

test('退回时约稿已经过了时限的，成了逾期未交，可以记未交', async () => {
  const { county, act, stands } = await delivered();
  await county.ask('李卫平', '/api/demo-day', { day: '2023-10-30' });
  await act('李卫平', 'decisions', { decision: 'return', reason: '数字对不上' });
  expect(await stands()).toBe('overdue');
  expect((await listOf(county, '李卫平')).commissions[0]?.may.settle).toBeNull();
});
