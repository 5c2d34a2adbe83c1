import { expect, test } from 'vitest';
import { aCounty, type County } from '../../test/county.ts';
import { CountyDate } from '../kernel/dates.ts';
import type { Outlet } from './channel.ts';
import { knownIn } from './known.ts';
import { outletNamed, tierOn } from './queries.ts';

const day = (text: string) => CountyDate.parse(text);
const list = async (county: County) => (await county.ask('何静', '/api/outlets')).said as unknown as { outlets: Outlet[] };
const find = async (county: County, name: string) => (await list(county)).outlets.find((outlet) => outlet.name === name);
const add = (county: County, given: object) => county.ask('李卫平', '/api/outlets', { outlets: [{ kind: 'paper', ...given }] });
const verb = async (county: County, name: string, path: string, body: object) => {
  const { id, version } = (await find(county, name)) ?? {};
  return county.ask('李卫平', `/api/outlets/${id}${path}`, { version, ...body });
};
const decide = (county: County, fromOn: string, tier: string | null, reason = '专班会议定') =>
  verb(county, '红网邵阳站', '/tiers', { fromOn, tier, reason });

test('没有认定层级的媒体是待认定，排在最前；认定从哪天起，哪天起算', async () => {
  const county = await aCounty('2023-11-02');
  await add(county, { name: '湖南日报', tier: { fromOn: '2023-01-01', tier: 'provincial', reason: '省委机关报' } });
  await add(county, { name: '红网邵阳站', kind: 'site', groupName: '红网' });
  expect((await list(county)).outlets.map(({ name, tier }) => [name, tier])).toEqual([
    ['红网邵阳站', null],
    ['湖南日报', 'provincial'],
  ]);
  expect((await decide(county, '2023-10-10', 'municipal', '主办单位在市里')).status).toBe(201);
  expect((await decide(county, '2023-12-01', 'provincial', '改由省站主办')).status).toBe(201);
  const found = await find(county, '红网邵阳站');
  expect(found?.tier).toBe('municipal'); // December has not come
  expect(found?.history.map(({ fromOn, tier, by }) => [fromOn, tier, by])).toEqual([
    ['2023-12-01', 'provincial', '李卫平'],
    ['2023-10-10', 'municipal', '李卫平'],
  ]);
  const on = (text: string) =>
    county.as(async (context) => (await tierOn(context, found?.id ?? ('' as Outlet['id']), day(text)))?.tier);
  expect([await on('2023-10-09'), await on('2023-10-10'), await on('2023-12-01')]).toEqual([
    undefined,
    'municipal',
    'provincial',
  ]);
});

test('同一天认定错了再认定一次，后一次算数，前一次还看得到；也可以退回待认定', async () => {
  const county = await aCounty('2023-11-02');
  await add(county, { name: '红网邵阳站', kind: 'site' });
  await decide(county, '2023-10-10', 'central');
  await decide(county, '2023-10-10', 'municipal');
  expect(await find(county, '红网邵阳站')).toMatchObject({
    tier: 'municipal',
    history: [{ tier: 'municipal' }, { tier: 'central' }],
  });
  await decide(county, '2023-11-01', null, '层级有争议');
  expect(await find(county, '红网邵阳站')).toMatchObject({ tier: null, history: { length: 3 } });
});

test('按名称或别名认，书名号、空格、全角半角都不影响；一个名字只属于一家', async () => {
  const county = await aCounty();
  await add(county, { name: '邵阳交通频道', kind: 'broadcast', aliases: ['FM95.4'], groupName: '邵阳广播电视台' });
  await verb(county, '邵阳交通频道', '/aliases', { name: '交通频道' });
  const named = (text: string) => county.as(async (context) => (await outletNamed(context, text))?.name);
  for (const text of ['《邵阳 交通频道》', 'ＦＭ９５．４', 'fm 95.4', '“交通频道”'])
    expect(await named(text), text).toBe('邵阳交通频道');
  expect(await named('交通台')).toBeUndefined();
  expect((await add(county, { name: '《交通频道》' })).said.code).toBe('channel.nameTaken');
  expect((await add(county, { name: '《》' })).said.code).toBe('channel.noName');
  expect((await list(county)).outlets).toHaveLength(1); // nothing half-done
});

test('类型、集团、主流可以改，名称不改；打开之后有人改过的，先看再改', async () => {
  const county = await aCounty();
  await add(county, { name: '爱上邵阳' });
  const change = { kind: 'app', groupName: '邵阳广播电视台', mainstream: true };
  expect((await verb(county, '爱上邵阳', '', change)).status).toBe(201);
  expect(await find(county, '爱上邵阳')).toMatchObject({ ...change, version: 2 });
  expect((await verb(county, '爱上邵阳', '', { ...change, version: 1 })).said.code).toBe('channel.movedOn');
  expect((await county.ask('何静', '/api/outlets', { outlets: [{ name: '某报', kind: 'paper' }] })).said.code).toBe(
    'channel.mayNotKeep',
  );
});

test('照常见名录填入：全国的人人有，省市的只给本省本市，县里的三家每县都有；再填一次不重复', async () => {
  const county = await aCounty('2023-11-02');
  await add(county, { name: '央视', kind: 'broadcast' }); // in the list only an alias
  expect((await county.ask('李卫平', '/api/known-outlets', {})).status).toBe(201);
  const { outlets } = await list(county);
  expect(outlets).toHaveLength(knownIn(county.code).length + 1);
  expect(outlets.find(({ name }) => name === '中央广播电视总台')?.aliases).toEqual(['国际台', '央广']);
  expect(outlets.filter(({ tier }) => tier === 'county').map(({ name }) => name)).toEqual([
    '县工作简报',
    '县政府门户网站',
    '县融媒体中心',
  ]);
  expect((await county.ask('李卫平', '/api/known-outlets', {})).said).toMatchObject({ ids: [] });
  const names = (code: number) => knownIn(code).map(({ name }) => name);
  expect(names(430523)).toEqual(expect.arrayContaining(['人民日报', '湖南日报', '邵阳日报', '县工作简报']));
  expect(names(430124)).not.toContain('邵阳日报');
  expect(names(520423)).not.toContain('湖南日报');
});
