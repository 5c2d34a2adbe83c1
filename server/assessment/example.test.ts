import { expect, test } from 'vitest';
import { aCounty } from '../../test/county.ts';

test('示例细则载入就能采用；写法说明谁都下载得到', async () => {
  const county = await aCounty();
  const { said } = await county.ask('李卫平', '/api/schemes/example');
  expect(await county.ask('李卫平', '/api/schemes', { text: said.text })).toMatchObject({
    status: 201,
    said: { code: '示例细则-1' },
  });
  expect((await county.ask('何静', '/api/schemes/guide')).status).toBe(200);
});
