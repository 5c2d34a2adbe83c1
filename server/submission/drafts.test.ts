import { expect, test } from 'vitest';
import { desk, png, text } from '../../test/articles.ts';

test('没标题、没正文、图片没说明的送不了审', async () => {
  const { county, act } = await desk();
  await act('何静', 'text', { ...text, title: ' ' });
  expect(await act('何静', 'handing-in')).toContain('还没有标题');
  await act('何静', 'text', { ...text, body: '\n　' });
  expect(await act('何静', 'handing-in')).toContain('正文还是空的');
  const { sha256 } = (await county.ask('何静', '/api/files?name=1.png', png)).said as unknown as { sha256: string };
  expect(await act('何静', 'text', { ...text, pictures: [{ sha256, caption: '' }] })).toBe('好');
  expect(await act('何静', 'handing-in')).toContain('图片没写说明');
});

test('别的单位的图片、别的单位的约稿用不上', async () => {
  const { county, act } = await desk();
  const { sha256 } = (await county.ask('罗建平', '/api/files?name=1.png', png)).said as unknown as { sha256: string };
  expect(await act('何静', 'text', { ...text, pictures: [{ sha256, caption: '渠首' }] })).toContain('图片没有传上来');
  const commissionId = '0198f0a0-0000-7000-8000-000000000000';
  expect(await act('何静', 'text', { ...text, commissionId })).toContain('没有发给本单位的这份约稿');
  expect(await act('何静', 'text', { ...text, projectId: commissionId })).toBe('方案里没有这个项目，请重新选。');
});

test('自动保存：两处同时写，后存的一处不会盖掉先存的', async () => {
  const { county, path, show } = await desk();
  const save = (who: string, version: number, body: string, key?: string) =>
    county.ask(who, path('text'), { version, ...text, body }, key ? { 'idempotency-key': key } : {});
  const key = '0198f0a0-0000-4000-8000-000000000001';
  expect((await save('何静', 1, '第一处', key)).said).toMatchObject({ version: 2 });
  expect((await save('何静', 1, '第一处', key)).said).toMatchObject({ version: 2 }); // the same try again is no conflict
  const { status, said } = await save('刘股长', 1, '第二处');
  expect([status, said.code]).toEqual([409, 'article.conflict']);
  expect(await show()).toMatchObject({ body: '第一处', version: 2 });
  const both = await Promise.all([save('何静', 2, '甲'), save('刘股长', 2, '乙')]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('送审以后不能再改；自动保存不进审计，送审进', async () => {
  const { county, id, act } = await desk();
  await act('何静', 'text', { ...text, body: '改过一次' });
  await act('何静', 'handing-in');
  expect(await act('何静', 'text', text)).toBe('稿件已经送审，不能再改；要改请先撤回。');
  const entries = await county.inside(
    (db) => db`
    select what from audit_entry where county_id = ${county.code} and subject_id = ${id} order by id`,
  );
  expect(entries.map(({ what }) => what)).toEqual(['article.create', 'article.handIn']);
});
