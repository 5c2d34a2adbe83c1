import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { aCounty, pool } from '../test/county.ts';
import { frontDoor } from './frontDoor.ts';
import { app } from './modules.ts';

const server = frontDoor(app, { pool, defaultCounty: 0, counties: new Set() }).listen(0, '127.0.0.1');
afterAll(() => void server.close());

async function ask(path: string, headers: Record<string, string>, body?: string) {
  const { port } = server.address() as AddressInfo;
  const reply = await new Promise<import('node:http').IncomingMessage>((resolve, reject) =>
    request({ port, path, headers, method: body === undefined ? 'GET' : 'POST' }, resolve)
      .on('error', reject)
      .end(body),
  );
  return { status: reply.statusCode, text: await text(reply), headers: reply.headers };
}

test('门户的页面留着给所有人看；有人一写，下一个人看到的就是新的', async () => {
  const county = await aCounty('2023-11-02');
  const host = `${county.code}.localhost`;
  const first = await ask('/', { host });
  expect(first.text).toContain('2023年11月2日');
  await county.inside((db) => db`update county set name = '改过的县' where county_id = ${county.code}`); // beside the server
  expect((await ask('/', { host })).text).toBe(first.text);
  expect((await ask('/', { host, 'cache-control': 'no-cache' })).text).toContain('改过的县');
  const writer = { host, origin: `http://${host}`, cookie: county.cookies.get('李卫平') ?? '', 'idempotency-key': randomUUID() };
  expect((await ask('/api/demo-day', writer, JSON.stringify({ day: '2023-11-03' }))).status).toBe(201);
  expect((await ask('/', { host })).text).toContain('2023年11月3日');
});

test('留着的页面带着同样的安全头；别的县、别的地址、没有的页面各是各的', async () => {
  const [one, other] = [await aCounty('2023-11-02'), await aCounty('2023-11-05')];
  const [kept, again] = [await ask('/', { host: `${one.code}.localhost` }), await ask('/', { host: `${one.code}.localhost` })];
  const policy = (reply: typeof kept) => reply.headers['content-security-policy'];
  expect([policy(again), again.headers['x-content-type-options']]).toEqual([policy(kept), 'nosniff']);
  expect((await ask('/', { host: `${other.code}.localhost` })).text).toContain('2023年11月5日');
  expect((await ask('/?large=1', { host: `${one.code}.localhost` })).text).toContain('标准字');
  expect((await ask('/none', { host: `${one.code}.localhost` })).status).toBe(404);
});

test('不管答的是数据、拒绝、文件还是页面，安全头一样，一个不少', async () => {
  const county = await aCounty('2023-11-02');
  const host = `${county.code}.localhost`;
  const signedIn = {
    host,
    origin: `http://${host}`,
    cookie: county.cookies.get('李卫平') ?? '',
    'idempotency-key': randomUUID(),
  };
  const replies = [
    await ask('/api/units', signedIn),
    await ask('/api/units', { host }),
    await ask('/api/units.xlsx', signedIn),
    await ask('/api/none', signedIn),
    await ask('/api/demo-day', signedIn, JSON.stringify({ day: '2023-11-04' })),
    await ask('/api/demo-day', { ...signedIn, origin: 'http://elsewhere' }, '{}'),
    await ask('/none', { host, accept: 'text/html' }),
    await ask('/', { host }),
  ];
  expect(replies.map(({ status }) => status)).toEqual([200, 401, 200, 404, 201, 403, 404, 200]);
  for (const { headers } of replies) {
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect([headers['x-content-type-options'], headers['referrer-policy'], headers['x-frame-options']]).toEqual([
      'nosniff',
      'same-origin',
      'SAMEORIGIN',
    ]);
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  }
});

test('代理后面，各人按各自的地址记登录失败；自己编的地址不算', async () => {
  const county = await aCounty();
  const behind = frontDoor(app, { pool, defaultCounty: 0, counties: new Set() }, { proxied: true }).listen(0, '127.0.0.1');
  await once(behind, 'listening');
  const host = `${county.code}.localhost`;
  const headers = { host, origin: `http://${host}`, 'idempotency-key': randomUUID(), 'x-forwarded-for': '1.1.1.1, 10.0.0.7' };
  const { port } = behind.address() as AddressInfo;
  await new Promise((resolve, reject) =>
    request({ port, path: '/api/sign-in', headers, method: 'POST' }, resolve)
      .on('error', reject)
      .end(JSON.stringify({ account: 'u0', password: 'cuo' })),
  );
  behind.close();
  const failed = await county.inside((db) => db`select address from sign_in_failure where county_id = ${county.code}`);
  expect(failed.map(({ address }) => address)).toEqual(['10.0.0.7']);
});
