import { expect, test } from 'vitest';
import { claimsDesk, printed } from '../claims.ts';

const january = { outlet: '邵阳日报', publishedOn: '2012-01-05' };

test('同一条剪报换一篇同题的稿件再认领一次，不成', async () => {
  const { county, claim } = await claimsDesk();
  await claim();
  const second = await county.ask('何静', '/api/articles', { title: '水渠通到田埂上', body: '又建一篇。' });
  const told = await claim('何静', {}, { articleId: (second.said as { id?: string }).id });
  expect(told).toMatch(/已经认领（待核验），不用再报/);
});

test('外单位的人看不到、也动不了这条认领和它的稿件、佐证', async () => {
  const { county, claim, articleId, file, show } = await claimsDesk();
  const sha256 = await file();
  const id = await claim('何静', {}, { evidence: [sha256] });
  const { version } = (await show(id)).claim;
  const seen = await Promise.all(
    [
      `/api/claims/${id}`,
      `/api/articles/${articleId}`,
      `/api/files/${sha256}`,
      `/api/files/${sha256}/about`,
      `/api/articles/${articleId}/sheet.pdf`,
      `/api/months/2023-10/account/${county.ids[1]}`,
    ].map((path) => county.ask('罗建平', path)),
  );
  expect(seen.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  const lists = ['claims', 'claim-queue', 'articles', `claim-articles?unit=${county.ids[1]}`, `claims?unit=${county.ids[1]}`];
  for (const list of lists) {
    expect(JSON.stringify((await county.ask('罗建平', `/api/${list}`)).said), list).not.toContain('水渠');
  }
  const words = { version, reason: '试' };
  const acts: [string, object][] = [
    [`claims/${id}/withdrawal`, words],
    [`claims/${id}/supplement`, { ...words, fields: printed }],
    [`articles/${articleId}/text`, { version: 1, title: '改' }],
    [`articles/${articleId}/handing-in`, { version: 1 }],
    [`articles/${articleId}/withdrawal`, { version: 1, reason: '试' }],
  ];
  for (const [path, body] of acts) expect((await county.ask('罗建平', `/api/${path}`, body)).status, path).toBe(404);
});

test('不能给外单位认领，不能拿外单位的稿件和佐证认领', async () => {
  const { county, articleId, file } = await claimsDesk();
  const [ours, theirs] = [await file('罗建平', 'x'), await file('何静')];
  const order = { articleId: null, fields: printed, evidence: [ours] };
  const told = async (more: object) => (await county.ask('罗建平', '/api/claims', { ...order, ...more })).said.code;
  expect(await told({ unitId: county.ids[1] })).toBe('claim.mayNotClaim');
  expect(await told({ articleId })).toBe('claim.noArticle');
  expect(await told({ evidence: [theirs] })).toBe('claim.noFile');
  const picture = { title: '题', pictures: [{ sha256: theirs, caption: '图' }] };
  expect((await county.ask('罗建平', '/api/articles', picture)).said.code).toBe('article.noPicture');
});

test('自己认领、补交过的，不能自己核验；单位的人不能核验', async () => {
  const { county, claim, judge, act, file } = await claimsDesk();
  const id = await claim('李卫平', {}, { unitId: county.ids[1], articleId: null });
  expect(await judge('李卫平', id, 'accept')).toMatch('不能自己核验');
  expect(await judge('李卫平', id, 'refuse', { reason: '退' })).toMatch('不能自己核验');
  expect(await judge('何静', id, 'accept')).toMatch('由专班办公室核验');
  await judge('周敏', id, 'refuse', { reason: '看不清' });
  await act('周敏', id, 'supplement', { reason: '补清楚的', fields: printed, evidence: [await file('周敏', 'a')] });
  for (const who of ['李卫平', '周敏']) expect(await judge(who, id, 'accept'), who).toMatch('不能自己核验');
  expect(await judge('陈建国', id, 'accept')).toBe('好');
});

test('未来的刊发不收；十年前的剪报照收，但不进这个月的得分', async () => {
  const { claim, judge, show } = await claimsDesk();
  expect(await claim('何静', { publishedOn: '2023-11-03' })).toBe('刊发日期还没有到，请核对日期。');
  const id = await claim('何静', january);
  expect(await judge('李卫平', id, 'accept')).toBe('好');
  expect((await show(id)).claim.period).toBe('2012-01');
});

test('载体名里夹一个看不见的字符，还是那一家，不能再认领一次', async () => {
  const { claim } = await claimsDesk();
  await claim();
  expect(await claim('何静', { outlet: '邵阳\u200b日报', title: '另一题' })).toMatch(/不用再报/);
});

test('还没有设立的单位，不能替它认领：这样的认领谁也看不到', async () => {
  const { county, file } = await claimsDesk();
  const unit = { name: '明日局', kind: 'government', fromOn: '2023-12-01' };
  const { ids } = (await county.ask('李卫平', '/api/units', { units: [unit] })).said as unknown as { ids: string[] };
  const order = { unitId: ids[0], articleId: null, fields: printed, evidence: [await file('李卫平')] };
  expect((await county.ask('李卫平', '/api/claims', order)).said.code).toBe('identity.noUnit');
});
