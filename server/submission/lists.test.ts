import { expect, test } from 'vitest';
import { desk, text } from '../../test/articles.ts';
import { articleForMedium } from './actions/draft.ts';
import { submittedByUnit } from './queries/lists.ts';

test('别的单位什么也看不到；专班看得到送审过的，看不到没送审的草稿', async () => {
  const { county, path, act } = await desk();
  expect((await county.ask('李卫平', path())).status).toBe(404);
  await act('何静', 'handing-in');
  expect((await county.ask('李卫平', path())).status).toBe(200);
  expect((await county.ask('罗建平', path())).status).toBe(404);
  expect((await county.ask('罗建平', path('sheet.pdf'))).status).toBe(404);
  const listOf = async (who: string) =>
    ((await county.ask(who, '/api/articles')).said as unknown as { articles: object[] }).articles.length;
  expect([await listOf('何静'), await listOf('罗建平'), await listOf('李卫平')]).toEqual([1, 0, 1]);
  expect((await county.ask('systemAdmin', '/api/articles')).status).toBe(404);
});

test('列表按状态、月份、单位、标题、审签单编码找，一页五十篇接着看；能导出', async () => {
  const { county, act, show, signAll } = await desk();
  for (let no = 1; no <= 52; no++) await county.ask('何静', '/api/articles', { ...text, title: `第${no}篇` });
  await act('何静', 'handing-in');
  await signAll();
  type Reply = { articles: { id: string; title: string }[]; more: boolean };
  const ask = async (query: string, who = '何静') => (await county.ask(who, `/api/articles?${query}`)).said as unknown as Reply;
  const first = await ask('');
  expect([first.articles.length, first.more, first.articles[0]?.title]).toEqual([50, true, '第52篇']);
  const rest = await ask(`before=${first.articles.at(-1)?.id}`);
  expect([rest.articles.length, rest.more]).toEqual([3, false]);
  const titles = async (query: string, who?: string) => (await ask(query, who)).articles.map(({ title }) => title);
  expect(await titles('state=submitted')).toEqual([text.title]);
  expect(await titles('month=2023-10')).toEqual([text.title]);
  expect(await titles('month=2023-11')).toEqual([]);
  expect(await titles(`q=${encodeURIComponent('田埂')}`)).toEqual([text.title]);
  expect(await titles(`unit=${county.ids[2]}`, '李卫平')).toEqual([]);
  const code = (await show()).versions[0]?.digest.slice(0, 8).toUpperCase() ?? '';
  expect(await titles(`q=${code.slice(0, 4)}-${code.slice(4)}`, '李卫平')).toEqual([text.title]);
  expect((await county.ask('李卫平', '/api/articles.xlsx')).status).toBe(200);
});

test('本月报了几篇，零报送的单位也在表里', async () => {
  const { county, act, signAll } = await desk();
  await act('何静', 'handing-in');
  await signAll();
  const rows = await county.as((context) => submittedByUnit(context, '2023-10'));
  const told = rows.map(({ unitName, submitted }) => `${unitName} ${submitted}`);
  expect(told.sort()).toEqual(['县住建局 0', '县政府办 0', '县水利局 1']);
  expect((await county.ask('何静', '/api/article-queue')).said).toMatchObject({
    submitted: 1,
    month: '2023-10',
    quota: null,
    counts: [{ state: 'submitted', count: 1 }],
  });
  expect((await county.ask('李卫平', '/api/article-queue')).said).toMatchObject({ toDecide: 1, submitted: null });
  const { said } = await county.ask('何静', '/api/article-counts?month=2023-10');
  expect(said).toMatchObject({ units: [{ unitName: '县水利局', submitted: 1 }] });
});

test('媒体自己写的，登记成一篇没有报送的稿件', async () => {
  const { county, id: _ } = await desk();
  const office = { id: county.person('李卫平'), name: '李卫平', unitId: county.ids[0] ?? null, roles: ['officeStaff'] };
  const id = await county.as(
    (context) => articleForMedium(context, { unitId: county.ids[1] ?? ('' as never), title: '一渠清水进农家' }),
    office as never,
  );
  expect((await county.ask('李卫平', `/api/articles/${id}`)).said).toMatchObject({ state: 'recorded', submissions: [] });
  expect((await county.ask('何静', `/api/articles/${id}`)).said).toMatchObject({ title: '一渠清水进农家' });
});
