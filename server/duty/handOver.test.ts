import { expect, test } from 'vitest';
import { png } from '../../test/articles.ts';
import { bringPlan } from '../../test/bringPlan.ts';
import { aCounty } from '../../test/county.ts';
import { invitePerson } from '../identity/actions/person.ts';
import type { Context } from '../kernel/context.ts';
import type { Id } from '../kernel/ids.ts';
import { takeOver } from './actions/handOver.ts';
import { homeOf } from './actions/home.ts';

type Given = Record<string, unknown>;
type OnHand = {
  things: { id: string; kind: string; title: string; stateWords: string }[];
  contacts: boolean;
  may: { take: string | null };
};

/** 县水利局换信息员：何静手上有一篇退回的、一篇草稿、一条被退的认领和一份约稿，报备里写的是她；新来的是江小渔。 */
async function leaving() {
  const county = await aCounty('2023-10-20');
  await bringPlan(county);
  const unitId = county.ids[1] as Id<'unit'>;
  const heJing = county.person('何静') as Id<'person'>;
  const article = async (title: string) =>
    ((await county.ask('何静', '/api/articles', { title, body: '通了。' })).said as Given).id as string;
  const returned = await article('退回的稿');
  await county.ask('何静', `/api/articles/${returned}/handing-in`, { version: 1 });
  await county.ask('刘股长', `/api/articles/${returned}/returns`, { version: 2, reason: '没有写时间' });
  const draft = await article('草稿');
  const { sha256 } = (await county.ask('何静', '/api/files', Uint8Array.from(png))).said as Given;
  const fields = { outlet: '邵阳日报', publishedOn: '2023-10-18', title: '一渠清水', form: 'sole', placement: 'front' };
  const claim = ((await county.ask('何静', '/api/claims', { articleId: draft, fields, evidence: [sha256] })).said as Given)
    .id as string;
  await county.ask('周敏', `/api/claims/${claim}/verdicts`, { version: 1, verdict: 'refuse', reason: '标题对不上' });
  await county.ask('李卫平', '/api/commissions', { unitId, title: '约的稿', dueOn: '2023-10-25' });
  await county.ask('何静', '/api/filings', { unitId, kind: 'contacts', version: 0, leader: '张局长', officerId: heJing });
  const person = { account: 'newcomer', name: '江小渔', unitId, roles: ['informationOfficer' as const] };
  const { id } = await county.as((context) => invitePerson(context, person), {
    id: heJing,
    name: '李卫平',
    unitId,
    roles: ['officeStaff'],
  });
  const newcomer = { id, name: '江小渔', unitId, roles: ['informationOfficer'] };
  const as = <T>(run: (context: Context) => Promise<T>) =>
    county.as((context) => run({ ...context, onlyUnit: unitId }), newcomer);
  const onHand = async (who = '何静') => (await county.ask(who, `/api/hand-overs/${heJing}`)).said as unknown as OnHand;
  return { county, heJing, as, onHand, returned };
}

test('接手的信息员一次接过稿件、认领、约稿，报备改写他；作者、认领人还是原来的人；谁接了谁、哪天、几件都在', async () => {
  const { county, heJing, as, onHand, returned } = await leaving();
  await county.as(
    (context) => context.db`update person set suspended_at = ${context.now} where county_id = ${county.code} and id = ${heJing}`,
  );
  const left = async () => (await as(homeOf)).tasks.filter(({ kind }) => kind === '交接').map(({ words }) => words);
  expect(await left()).toEqual(['何静停用了，手上 2 篇稿件没有交接']);
  const before = await onHand('张局长');
  expect(before.things.map(({ kind, title, stateWords }) => `${kind} ${title} ${stateWords}`)).toEqual([
    'article 退回的稿 退回待改',
    'article 草稿 草稿',
    'claim 一渠清水 退回待补',
    'commission 约的稿 未交',
  ]);
  expect([before.contacts, before.may.take]).toEqual([true, '由接手的信息员自己接，请等他办；还没有账号的，请专班登记。']);
  const seen = before.things.map(({ id }) => id);
  await expect(as((context) => takeOver(context, heJing, seen.slice(1)))).rejects.toThrow('他手上的事有变化');
  expect((await as((context) => takeOver(context, heJing, seen))).things).toBe(4);
  await expect(as((context) => takeOver(context, heJing, []))).rejects.toThrow('他手上没有要接的');
  expect(await onHand('张局长')).toMatchObject({ things: [], contacts: false });
  expect(await left()).toEqual([]);
  expect((await as(homeOf)).tasks.some(({ kind, words }) => kind === '改稿' && words === '退回的稿')).toBe(true);
  expect((await county.ask('张局长', `/api/articles/${returned}`)).said).toMatchObject({ authorName: '何静' });
  const { rows } = (await county.ask('李卫平', '/api/filings')).said as unknown as {
    rows: { name: string; cells: { filing: object }[] }[];
  };
  expect(rows.find(({ name }) => name === '县水利局')?.cells[1]?.filing).toMatchObject({
    officerName: '江小渔',
    leader: '张局长',
    state: 'filed',
  });
  expect((await county.ask('李卫平', '/api/hand-overs')).said).toMatchObject({
    done: [{ unitName: '县水利局', fromName: '何静', toName: '江小渔', articles: 2, claims: 1, commissions: 1 }],
  });
});

test('只有本单位的信息员自己接；别的单位看不到；两个人同时接只成一个', async () => {
  const { county, heJing, as, onHand } = await leaving();
  const { things } = await onHand();
  const seen = things.map(({ id }) => id);
  expect((await county.ask('张局长', `/api/hand-overs/${heJing}`, { seen })).said.message).toContain('由接手的信息员自己接');
  expect((await county.ask('李卫平', `/api/hand-overs/${heJing}`, { seen })).said.message).toContain('由接手的信息员自己接');
  expect((await county.ask('罗建平', `/api/hand-overs/${heJing}`)).status).toBe(404);
  expect((await county.ask('罗建平', '/api/hand-overs')).said).toMatchObject({ officers: [{ name: '罗建平' }], done: [] });
  const both = await Promise.allSettled([1, 2].map(() => as((context) => takeOver(context, heJing, seen))));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await county.ask('罗建平', '/api/hand-overs')).said).toMatchObject({ done: [] });
  expect((await county.ask('李卫平', '/api/hand-overs.xlsx')).status).toBe(200);
});
