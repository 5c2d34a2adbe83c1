import { expect, test } from 'vitest';
import { aCounty } from '../../test/county.ts';
import { bringScheme } from '../../test/scored.ts';
import { readySchemes } from './jobs.ts';

test('示例细则一人提请、一人批准就生效；写法说明谁都下载得到', async () => {
  const county = await aCounty();
  expect(await bringScheme(county)).toMatchObject({ status: 201, said: { code: '示例细则-1' } });
  expect((await county.ask('何静', '/api/schemes/guide')).status).toBe(200);
});

test('每一套现成细则，示例县拿来填上名称编号就提请得了', async () => {
  const county = await aCounty();
  for (const { key } of await readySchemes()) {
    const { said } = await county.ask('李卫平', '/api/scheme-drafts', { kind: 'ready', key });
    const { id, version } = said as unknown as { id: string; version: number };
    expect(await county.ask('李卫平', `/api/scheme-drafts/${id}/proposal`, { version }), key).toMatchObject({ status: 201 });
  }
  expect((await county.ask('李卫平', '/api/scheme-drafts', { kind: 'ready', key: '../x' })).status).toBe(404);
});
