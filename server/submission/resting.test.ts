import { expect, test } from 'vitest';
import { desk, text } from '../../test/articles.ts';
import { aCounty, type County, password } from '../../test/county.ts';

const today = '2023-10-20';
const said = ({ status, said }: { status: number; said: { message?: string } }) => (status === 201 ? '好' : said.message);

/** 县水利局到这一天为止。 */
const close = (county: County, toOn: string | null) =>
  county.ask('李卫平', `/api/units/${county.ids[1]}/closing`, { version: 1, toOn, reason: '机构改革' });

test('停用了的单位：它的人看得到自己的东西，写、审、认领都不行，说得出哪天停用、找谁', async () => {
  const { county, id, path, show, act } = await desk(today);
  await act('何静', 'handing-in');
  await close(county, '2023-10-19');
  const why = '本单位 2023-10-19 停用了，材料只能看，不能再写、再办；有没办完的，请找专班办公室。';
  expect(await show('何静')).toMatchObject({
    state: 'inReview',
    may: { save: why, withdraw: why, review: '现在是初审、一校，由股室负责人签，请等他签完。' },
  });
  expect(await show('刘股长')).toMatchObject({ may: { review: why, proof: why } });
  const { version } = await show('何静');
  const tried: [who: string, path: string, body: object | Uint8Array][] = [
    ['何静', '/api/articles', text],
    ['何静', path('text'), { version, ...text }],
    ['何静', path('withdrawal'), { version, reason: '不报了' }],
    ['刘股长', path('signatures'), { version, kind: 'review' }],
    ['何静', '/api/claims', { articleId: id, fields: { outlet: '邵阳日报', publishedOn: today, title: '试' } }],
  ];
  for (const [who, to, body] of tried) expect(said(await county.ask(who, to, body as object)), to).toBe(why);
  for (const list of ['/api/articles', '/api/claims', '/api/commissions', path()]) {
    expect((await county.ask('何静', list)).status, list).toBe(200);
  }
  expect((await county.ask('何静', '/api/me')).said).toMatchObject({ resting: why });
  expect((await county.ask('何静', '/api/articles')).said).toMatchObject({ may: { write: why } });
  expect((await county.ask('何静', '/api/claims')).said).toMatchObject({ may: { make: why } });
  expect((await county.ask('何静', '/api/me/password', { current: password, next: 'Xin-mima-2023-ok' })).status).toBe(201);
});

test('停用的最后一天还能办；别的单位、专班照常办；恢复以后接着办', async () => {
  const { county, act } = await desk(today);
  await close(county, today);
  expect(await act('何静', 'text', text)).toBe('好');
  await county.ask('李卫平', '/api/demo-day', { day: '2023-10-21' });
  expect(await act('何静', 'text', text)).toContain('停用了');
  expect(said(await county.ask('罗建平', '/api/articles', text))).toBe('好');
  const claim = {
    unitId: county.ids[1],
    articleId: null,
    fields: { outlet: '邵阳日报', publishedOn: today, title: '渠', link: 'https://a.cn/1' },
  };
  expect(said(await county.ask('李卫平', '/api/claims', claim))).toBe('好');
  await county.ask('李卫平', `/api/units/${county.ids[1]}/closing`, { version: 2, toOn: null, reason: '改革缓行' });
  expect(await act('何静', 'text', text)).toBe('好');
});

test('以后才设立的单位：看得到，也说得出哪天起能办；约稿也要等到那天', async () => {
  const county = await aCounty(today);
  const { ids } = (
    await county.ask('李卫平', '/api/units', {
      units: [{ name: '县数据局', kind: 'government', fromOn: '2023-12-01' }],
    })
  ).said as unknown as { ids: string[] };
  await county.as(async ({ db }) => {
    await db`update person set unit_id = ${ids[0] ?? ''} where county_id = ${county.code} and name = '何静'`;
  });
  const why = '本单位 2023-12-01 才设立，现在只能看，到那天再办；要早些办，请找专班办公室。';
  expect((await county.ask('何静', '/api/me')).said).toMatchObject({ person: { unitName: '县数据局' }, resting: why });
  expect(said(await county.ask('何静', '/api/articles', text))).toBe(why);
  expect((await county.ask('何静', '/api/people')).said).toMatchObject({ people: [{ name: '何静', unitName: '县数据局' }] });
  const order = { unitId: ids[0], title: '试', dueOn: '2023-12-20' };
  expect(said(await county.ask('李卫平', '/api/commissions', order))).toBe(
    '名录里没有这个单位，它还没有设立或已停用，请重新选。',
  );
  await county.ask('李卫平', '/api/demo-day', { day: '2023-12-01' });
  expect(said(await county.ask('何静', '/api/articles', text))).toBe('好');
});

test('设立之前已经写下的，专班和本单位都打得开', async () => {
  const { county, path, act } = await desk(today);
  await act('何静', 'handing-in');
  await county.as(async ({ db }) => {
    await db`update unit set from_on = '2023-12-01' where county_id = ${county.code} and id = ${county.ids[1] ?? ''}`;
    await db`update unit_name set from_on = '2023-12-01' where county_id = ${county.code} and unit_id = ${county.ids[1] ?? ''}`;
  });
  for (const who of ['何静', '李卫平']) {
    expect((await county.ask(who, path())).said).toMatchObject({ unitName: '县水利局' });
    expect((await county.ask(who, '/api/articles')).said).toMatchObject({ articles: [{ unitName: '县水利局' }] });
  }
});
