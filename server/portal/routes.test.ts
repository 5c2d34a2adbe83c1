import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCounty, pool } from '../../test/county.ts';
import { app } from '../modules.ts';
import { asksWords } from '../plan/settling.ts';

const page = async (code: number, path = '/') => {
  const reply = await app.request(
    `http://${code}.localhost${path}`,
    { headers: { host: `${code}.localhost`, accept: 'text/html' } },
    { pool, defaultCounty: 0, counties: new Set<number>() },
  );
  return { status: reply.status, text: await reply.text(), policy: reply.headers.get('content-security-policy') ?? '' };
};

test('还没有方案时，门户说明以后这里有什么', async () => {
  const { status, text } = await page((await aCounty()).code);
  expect([status, text]).toEqual([200, expect.stringContaining('今年的实事清单还没有公布')]);
});

test('门户不用登录、不用脚本就能读到每个项目、每一场和主办单位；名称里的标记不起作用', async () => {
  const county = await aCounty('2023-11-02');
  const seed = await readFile(join(import.meta.dirname, '../../database/demo/notice-2023-10-08.txt'), 'utf8');
  const source = { text: seed.replace('水利建設', '水利<script>alert(1)</script>') };
  const { said } = await county.ask('李卫平', '/api/readings', { source });
  const { reading, newUnits } = said as unknown as {
    reading: { questions: { id: string; choices: string[] }[] };
    newUnits: string[];
  };
  const answers = Object.fromEntries(
    reading.questions.map(({ id, choices }) => [id, { choice: choices.find((choice) => !asksWords(choice)) ?? '' }]),
  );
  await county.ask('李卫平', '/api/plans', { source, answers, newUnits: newUnits.map((name) => ({ name, kind: 'government' })) });
  const { text, policy } = await page(county.code);
  expect(text).not.toContain('级别'); // nobody has decided it yet: nothing for a resident to read
  expect(text).toContain('第 5 场　水利&lt;script&gt;');
  expect(text).toMatch(/正在宣传[\s\S]*10月30日—11月3日 · 县水利局/);
  expect([text.includes('<script'), policy]).toEqual([false, expect.stringContaining("script-src 'self'")]);
  expect(Buffer.byteLength(text)).toBeLessThan(60_000);
});

test('没有这个县、没有这一页的，居民读到的是一句话和回首页的路', async () => {
  expect((await page(999_999)).status).toBe(404);
  const { status, text } = await page((await aCounty()).code, '/meiyou');
  expect([status, text]).toEqual([404, expect.stringMatching(/<h1>没有这个页面[\s\S]*href="\/"/)]);
});
