import { expect, test } from 'vitest';
import { png, text } from '../articles.ts';
import { printed } from '../claims.ts';
import { aCounty, type County } from '../county.ts';
import { bringScheme, demoScheme } from '../scored.ts';

const unstorable = '文字里夹着看不见的坏字符，多半是粘贴带来的，没有保存；请把这一处删掉重新输入。';
const told = async (asked: ReturnType<County['ask']>) => {
  const { status, said } = await asked;
  return `${status} ${said.message ?? '好'}`;
};

test.each(['水\0渠', '水\ud800渠'])('粘贴带来的坏字符（%j）无论填在哪里，都有一句话，什么也不留下', async (bad) => {
  const { ask, ids } = await aCounty('2023-11-02');
  const article = ((await ask('何静', '/api/articles', text)).said as { id?: string }).id;
  const sha256 = ((await ask('何静', '/api/files', png)).said as { sha256?: string }).sha256;
  const tier = { fromOn: '2023-01-01', tier: 'municipal', reason: bad };
  const bulletin = { version: 0, opening: bad, closing: '', number: '', issuedOn: null };
  const places: [who: string | null, path: string, body: object][] = [
    ['何静', '/api/articles', { ...text, body: bad }],
    ['何静', `/api/articles/${article}/text`, { ...text, version: 1, pictures: [{ sha256, caption: bad }] }],
    ['何静', `/api/articles/${article}/withdrawal`, { version: 1, reason: bad }],
    ['何静', '/api/claims', { articleId: null, fields: { ...printed, title: bad }, evidence: [sha256] }],
    ['李卫平', '/api/units', { units: [{ name: bad, kind: 'government' }] }],
    ['李卫平', '/api/outlets', { outlets: [{ name: '县报', kind: 'paper', tier }] }],
    ['李卫平', '/api/commissions', { unitId: ids[1], title: '题', wishes: bad, dueOn: '2023-11-09' }],
    ['李卫平', '/api/bulletins/2023-10', bulletin],
    ['李卫平', '/api/people', { account: 'xin', name: bad, unitId: ids[1], roles: ['informationOfficer'] }],
    ['李卫平', '/api/plans', { source: { text: bad }, answers: {}, newUnits: [] }],
    [null, '/api/sign-in', { account: 'u1', password: bad }],
  ];
  for (const [who, path, body] of places) expect(await told(ask(who, path, body)), path).toBe(`422 ${unstorable}`);
  expect((await ask('何静', '/api/articles')).said).toMatchObject({ articles: [{ title: text.title }] });
});

test('查找框里的坏字符也是一句话', async () => {
  const { ask } = await aCounty();
  for (const list of ['articles', 'claims']) expect(await told(ask('李卫平', `/api/${list}?q=%00`))).toBe(`422 ${unstorable}`);
});

test('细则文件里写成转义的坏字符，指出在哪一行', async () => {
  const { ask } = await aCounty('2023-11-02');
  for (const bad of ['\\u0000', '\\ud800']) {
    const scheme = demoScheme.replace('"name": "示例细则"', `"name": "${bad}"`);
    const message = '细则不是完整的 JSON：第 4 行第 11 个字符，这段文字里有不能直接写的字符。';
    expect(await told(bringScheme({ ask }, scheme))).toBe(`422 ${message}`);
  }
});

test('提交的内容不是 UTF-8 的，不当乱码收下', async () => {
  const { ask } = await aCounty();
  const gb18030 = Uint8Array.from([...Buffer.from('{"title":"'), 0xd6, 0xd0, 0xb9, 0xfa, ...Buffer.from('"}')]);
  expect(await told(ask('何静', '/api/articles', gb18030))).toBe('422 提交的内容不完整，请刷新页面再试。');
  expect((await ask('何静', '/api/articles')).said).toMatchObject({ articles: [] });
});

test.each(['2023-02-30', '0000-01-01', '0001-01-01', '9999-12-31'])('日期写成 %s，有一句话', async (day) => {
  const { ask, ids } = await aCounty('2023-11-02');
  const sha256 = ((await ask('何静', '/api/files', png)).said as { sha256?: string }).sha256;
  const tries: [who: string, path: string, body?: object][] = [
    ['何静', '/api/claims', { articleId: null, fields: { ...printed, publishedOn: day }, evidence: [sha256] }],
    ['李卫平', '/api/commissions', { unitId: ids[1], title: '题', dueOn: day }],
    ['李卫平', '/api/units', { units: [{ name: '新局', kind: 'government', fromOn: day }] }],
    ['李卫平', `/api/units/${ids[1]}/names`, { version: 1, name: '新名', fromOn: day, alias: false }],
    ['李卫平', `/api/units/${ids[1]}/closing`, { version: 1, toOn: day, reason: '撤销' }],
    ['李卫平', '/api/demo-day', { day }],
    ['何静', `/api/claim-place?outlet=${encodeURIComponent('邵阳日报')}&on=${day}`],
  ];
  for (const [who, path, body] of tries) expect(await told(ask(who, path, body)), path).toBe('422 填写有误，请按提示改正。');
});

test.each(['0000-01', '9999-12', '2023-13', 'abc'])('月份写成 %s，有一句话', async (month) => {
  const { ask } = await aCounty('2023-11-02');
  await bringScheme({ ask });
  const pages = ['', '/export.json', '/table.xlsx'].map((part) => `/api/months/${month}${part}`);
  const papers = ['', '/file.pdf', '/file.docx', '/file.xlsx'].map((part) => `/api/bulletins/${month}${part}`);
  const lists = ['scheme', 'articles', 'claims', 'article-counts', 'articles.xlsx'].map((list) => `/api/${list}?month=${month}`);
  for (const path of [...pages, ...papers, ...lists])
    expect(await told(ask('李卫平', path)), path).toBe('422 填写有误，请按提示改正。');
});

test('版次和年份大得存不下，有一句话', async () => {
  const { ask } = await aCounty();
  const article = ((await ask('何静', '/api/articles', text)).said as { id?: string }).id;
  const beyond = '422 有数字或日期超出了能保存的范围，没有保存；请核对。';
  expect(await told(ask('何静', `/api/articles/${article}/text`, { ...text, version: 3_000_000_000 }))).toBe(beyond);
  expect(await told(ask('何静', '/api/plan?year=3000000000'))).toBe(beyond);
});

test('不认识的键、没有编号的提交、别处来的提交，都不办', async () => {
  const { ask, ids } = await aCounty();
  expect((await ask('何静', '/api/articles', { ...text, unitId: ids[2] })).status).toBe(422);
  expect((await ask('何静', '/api/articles', '{"__proto__":{"title":"x"}}')).status).toBe(422);
  expect((await ask('何静', '/api/articles', text, { 'idempotency-key': '' })).said.code).toBe('request.keyless');
  for (const origin of ['', 'null', 'http://example.com'])
    expect((await ask('何静', '/api/articles', text, { origin })).said.code).toBe('request.elsewhere');
  expect((await ask('何静', '/api/articles')).said).toMatchObject({ articles: [] });
});

test('同一个提交编号换了内容，是另一件事；原样重发，只办一次', async () => {
  const { ask } = await aCounty();
  const key = { 'idempotency-key': '0198f0a0-0000-4000-8000-000000000001' };
  const made = await Promise.all(['一', '一', '二', '一'].map((title) => ask('何静', '/api/articles', { ...text, title }, key)));
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  const { articles } = (await ask('何静', '/api/articles')).said as unknown as { articles: { title: string }[] };
  expect(articles.map(({ title }) => title).sort()).toEqual(['一', '二']);
});
