import { expect, test } from 'vitest';
import { lockMonth } from '../../server/assessment/actions/lock.ts';
import { monthPage } from '../../server/assessment/actions/sight.ts';
import { verifyMonths } from '../../server/assessment/actions/verify.ts';
import { recordFact } from '../../server/fact/actions.ts';
import { CountyDate } from '../../server/kernel/dates.ts';
import { newId } from '../../server/kernel/ids.ts';
import { desk } from '../articles.ts';
import { claimsDesk, printed } from '../claims.ts';
import { aCounty, type County } from '../county.ts';
import { aScoredCounty } from '../scored.ts';

const codes = (all: { status: number; said: { code?: string } }[]) => all.map(({ status, said }) => said.code ?? status).sort();

test('十月正在锁定，九月的旧事同时记进来：落到还开着的月份，锁定的月份核对得上', async () => {
  const county = await aScoredCounty('2023-11-03');
  await county.happened(1, 'submission', '2023-10-09');
  let record = Promise.resolve('' as unknown);
  await county.as(async (context) => {
    const { version, head } = await monthPage(context, '2023-10');
    await lockMonth(context, { month: '2023-10', version, head: head ?? '' });
    const old = { unit: county.given(1, 'submission', '2023-09-20').unit, kind: 'submission' as const, attributes: {} };
    record = county.as((other) => recordFact(other, { ...old, day: CountyDate.parse('2023-09-20'), sourceId: newId(other.now) }));
    await new Promise((done) => setTimeout(done, 200)); // until it waits
  }, county.lead);
  await record;
  const periods = await county.inside(
    (db) => db`select period from fact where county_id = ${county.code} and day = '2023-09-20'`,
  );
  expect(periods).toEqual([{ period: '2023-11' }]);
  expect(await county.inside((db) => verifyMonths({ db, county: county.code }, () => {}))).toMatchObject({ fault: null });
});

test('媒体自采的同一条，两个人同时认领（或一个人连点两下），只留一条', async () => {
  const { county, file } = await claimsDesk();
  const evidence = [await file('李卫平')];
  const order = { unitId: county.ids[1], articleId: null, fields: printed, evidence };
  const both = await Promise.all(['李卫平', '周敏', '李卫平'].map((who) => county.ask(who, '/api/claims', order)));
  expect(codes(both)).toEqual([201, 'claim.twice', 'claim.twice']);
});

test('同一篇稿件，两个人同时认领，只留一条', async () => {
  const { county, file, articleId } = await claimsDesk();
  const evidence = [await file('何静')];
  const order = { articleId, fields: printed, evidence };
  const both = await Promise.all([1, 2, 3].map(() => county.ask('何静', '/api/claims', order)));
  expect(codes(both)).toEqual([201, 'claim.twice', 'claim.twice']);
});

test('两个人同时核验一条，只有一个算数，台账只记一次', async () => {
  const { county, claim, show } = await claimsDesk();
  const id = await claim();
  const { version } = (await show(id)).claim;
  const all = ['李卫平', '周敏', '陈建国'].map((who, at) =>
    county.ask(who, `/api/claims/${id}/verdicts`, { version, verdict: at ? 'accept' : 'refuse', reason: '佐证看不清' }),
  );
  expect(codes(await Promise.all(all))).toEqual([201, 'claim.movedOn', 'claim.movedOn']);
  const facts = await county.inside((db) => db`select from fact where county_id = ${county.code}`);
  expect(facts.length).toBe((await show(id)).claim.state === 'accepted' ? 1 : 0);
});

test('送审、审签、报送、留用都连点两下，各只办一次', async () => {
  const { county, path, show } = await desk();
  const twice = async (who: string, verb: string, body: object = {}) => {
    const { version } = await show();
    const both = [1, 2].map(() => county.ask(who, path(verb), { version, ...body }));
    expect(codes(await Promise.all(both)), `${who} ${verb}`).toEqual([201, 'article.movedOn']);
  };
  await twice('何静', 'handing-in');
  for (const who of ['刘股长', '王副局长', '张局长'])
    for (const kind of ['review', 'proof']) await twice(who, 'signatures', { kind, mistakes: null });
  await twice('李卫平', 'decisions', { decision: 'take', reason: '' });
  const facts = await county.inside((db) => db`select kind from fact where county_id = ${county.code}`);
  expect(facts).toEqual([{ kind: 'submission' }]);
});

test('一个在签，作者同时撤回：只成一件', async () => {
  const { county, act, path, show } = await desk();
  await act('何静', 'handing-in');
  const { version } = await show();
  const both = await Promise.all([
    county.ask('刘股长', path('signatures'), { version, kind: 'review', mistakes: null }),
    county.ask('何静', path('withdrawal'), { version, reason: '数字要改' }),
  ]);
  expect(codes(both)).toEqual([201, 'article.movedOn']);
});

test('两个人同时写同一期通报，后来的被告知', async () => {
  const { county } = await claimsDesk();
  const texts = { version: 0, opening: '开头', closing: '', number: '', issuedOn: null };
  const both = ['李卫平', '周敏'].map((who) => county.ask(who, '/api/bulletins/2023-10', texts));
  expect(codes(await Promise.all(both))).toEqual([201, 'bulletin.movedOn']);
});

test('同一版细则、同一个文号，两个人同时办，后来的有一句话', async () => {
  const county = await aScoredCounty('2023-11-03');
  const locks = ['陈建国', '陈建国'].map(async (who) => {
    const { version, head } = (await county.ask(who, '/api/months/2023-10')).said as never;
    return county.ask(who, '/api/months/2023-10/lock', { version, head });
  });
  expect(codes(await Promise.all(locks))).toEqual([201, 'assessment.lockedAlready']);
});

test.each<[what: string, who: string, path: string, body: (county: County) => object]>([
  [
    '载体',
    '李卫平',
    '/api/outlets',
    () => ({ outlets: [{ name: '县报', kind: 'paper', tier: { fromOn: '2023-01-01', tier: 'county', reason: '县报' } }] }),
  ],
  ['单位', '李卫平', '/api/units', () => ({ units: [{ name: '县民政局', kind: 'government' }] })],
  ['账号', '李卫平', '/api/people', (c) => ({ account: 'xin', name: '新人', unitId: c.ids[1], roles: ['informationOfficer'] })],
  ['单位名称', '李卫平', '@names', () => ({ version: 1, name: '县水务局', fromOn: '2023-11-02', alias: false })],
  ['单位撤销', '李卫平', '@closing', () => ({ version: 1, toOn: '2023-12-31', reason: '改革' })],
])('同一个%s，三个人同时办，只成一个，别的各有一句话', async (_what, who, path, body) => {
  const county = await aCounty('2023-11-02');
  const where = path.replace('@', `/api/units/${county.ids[1]}/`);
  const all = await Promise.all([1, 2, 3].map(() => county.ask(who, where, body(county))));
  expect(all.map(({ status }) => status).sort(), JSON.stringify(all.map(({ said }) => said))).toEqual([201, 409, 409]);
});
