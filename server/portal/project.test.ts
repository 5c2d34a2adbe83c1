import { expect, test } from 'vitest';
import { pool } from '../../test/county.ts';
import { aPlannedCounty } from '../../test/ledProject.ts';
import { app } from '../modules.ts';

const rests = { fromOn: '2023-10-08', source: '实施细则', clause: '第九条', statedOn: '2023-10-08' };

async function portal() {
  const { county, id, path, row } = await aPlannedCounty();
  const page = async (path = `/projects/${id}`) => {
    const headers = { host: `${county.code}.localhost`, accept: 'text/html' };
    const env = { pool, defaultCounty: 0, counties: new Set<number>() };
    const reply = await app.request(`http://${county.code}.localhost${path}`, { headers }, env);
    return { status: reply.status, text: await reply.text() };
  };
  const fill = async (element: string, value: object, given: object = {}) => {
    const body = { element, seen: (await row(element))?.seen ?? '', value, ...rests, ...given };
    return ((await county.ask('何静', `${path}/elements`, body)).said as unknown as { id: string }).id;
  };
  const confirm = (entry: string) =>
    county.ask('李卫平', `/api/project-elements/${entry}/decisions`, { version: 1, agree: true });
  return { page, fill, confirm };
}

test('门户只有确认了的、今天算数的、给居民看的；金额带单位和周期，写明从哪来', async () => {
  const { page, fill, confirm } = await portal();
  expect((await page()).text).toContain('这个项目的政策正在核对');
  const amounts = (cents: number) => ({ kind: 'amounts', amounts: [{ what: '', cents, most: true, per: '户', period: 'once' }] });
  const standard = await fill('subsidyStandard', amounts(300_000));
  expect((await page()).text).not.toContain('3000');
  await confirm(standard);
  await confirm(await fill('subsidyStandard', amounts(500_000), { fromOn: '2024-01-01' }));
  await confirm(await fill('innovation', { kind: 'text', text: '只给写稿的人看' }));
  await confirm(await fill('scope', { kind: 'text', text: '全县<script>alert(1)</script>' }));
  await confirm(await fill('progress', { kind: 'progress', measure: '户', planned: 310, done: 265, asOf: '2023-10-31' }));
  const { text } = await page();
  expect(text).toMatch(/给多少[\s\S]*不超过 3000 元\/户，一次性/);
  expect(text).toMatch(/补助标准[\s\S]*实施细则 第九条，2023年10月8日；2023年10月8日起/);
  expect(text).toContain('到2023年10月31日，正常：10 月底应完成 83.3%，已完成 85.5%，快 2.2 个百分点');
  for (const hidden of ['5000', '只给写稿的人看', '<script', '何静', '李卫平']) expect(text).not.toContain(hidden);
  expect(text).toContain('牵头单位');
  expect(Buffer.byteLength(text)).toBeLessThan(60_000);
});

test('改过的，以前怎么说、哪天到哪天算数，居民也读得到；写错更正掉的不说', async () => {
  const { page, fill, confirm } = await portal();
  const scope = (text: string) => ({ kind: 'text', text });
  await confirm(await fill('scope', scope('十个乡镇'), { fromOn: '2023-10-08' }));
  await confirm(await fill('scope', scope('写错的乡镇'), { fromOn: '2023-11-01' }));
  await confirm(await fill('scope', scope('全县'), { fromOn: '2023-11-01' }));
  const { text } = await page();
  expect(text).toMatch(/全县[\s\S]*改过 1 次[\s\S]*十个乡镇[\s\S]*2023年10月8日—2023年10月31日/);
  expect(text).not.toContain('写错的乡镇');
});

test('不适用的连理由写在来源里；首页的名字点进项目页；没有的项目说一句话', async () => {
  const { page, fill, confirm } = await portal();
  await confirm(await fill('hotline', { kind: 'phones', phones: ['0739-6821234', '12345'] }));
  await confirm(await fill('applicationProcedure', { kind: 'none', reason: '清淤修渠不用个人申请' }));
  const { text } = await page();
  expect(text).toContain('不适用：清淤修渠不用个人申请');
  expect(text).toContain('<a href="tel:12345">12345</a>');
  expect(text).not.toContain('怎么申请');
  expect((await page('/')).text).toMatch(/href="\/projects\/[0-9a-f-]{36}"/);
  const none = await page('/projects/meiyou');
  expect([none.status, none.text.includes('没有这个项目')]).toEqual([404, true]);
});
