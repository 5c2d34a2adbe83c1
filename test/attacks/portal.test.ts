import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { frontDoor } from '../../server/frontDoor.ts';
import { app } from '../../server/modules.ts';
import { closePdf } from '../../server/render/pdf.ts';
import { pool } from '../county.ts';
import { aCountyWithOctober, issued, lock, october } from '../issued.ts';

const server = frontDoor(app, { pool, defaultCounty: 0, counties: new Set() }).listen(0, '127.0.0.1');
afterAll(async () => {
  server.close();
  await closePdf();
});

async function ask(path: string, headers: Record<string, string>, body?: string, method = body === undefined ? 'GET' : 'POST') {
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const reply = await new Promise<import('node:http').IncomingMessage>((resolve, reject) =>
    request({ port, path, headers, method }, resolve).on('error', reject).end(body),
  );
  return { status: reply.statusCode, size: (await buffer(reply)).length, type: reply.headers['content-type'] };
}

test('收回的通报，留着的页面和 PDF 下一次就打不开，换个地址写法也一样', async () => {
  const county = await aCountyWithOctober();
  await lock(county);
  await county.write(issued);
  const host = `${county.code}.localhost`;
  const paths = ['/bulletins/2023-10', '/bulletins/2023-10.pdf', '/bulletins/2023-10?large=1', '/bulletins/2023-10?x=1'];
  const statuses = async (more: Record<string, string> = {}) =>
    Promise.all(paths.map(async (path) => (await ask(path, { host, ...more })).status));
  const set = async (disclosure: string, reason: string) => {
    const { version } = (await county.see('李卫平')).bulletin;
    const headers = {
      host,
      origin: `http://${host}`,
      cookie: county.cookies.get('陈建国') ?? '',
      'idempotency-key': randomUUID(),
    };
    const order = JSON.stringify({ version, disclosure, checked: true, reason });
    expect((await ask(`${october}/disclosure`, headers, order)).status).toBe(201);
  };
  expect(await statuses()).toEqual([404, 404, 404, 404]);
  await set('public', '');
  expect(await statuses()).toEqual([200, 200, 200, 200]);
  expect(await statuses()).toEqual([200, 200, 200, 200]);
  const taken = set('internal', '要更正');
  await taken;
  expect(await statuses()).toEqual([404, 404, 404, 404]);
  expect(await statuses({ 'cache-control': 'no-cache' })).toEqual([404, 404, 404, 404]);
  await set('onRequest', '');
  expect(await statuses()).toEqual([404, 404, 404, 404]);
});

test('门户从不按登录的人变样，也不给别的县看', async () => {
  const [county, other] = [await aCountyWithOctober(), await aCountyWithOctober()];
  await lock(county);
  await county.write(issued);
  const host = `${county.code}.localhost`;
  const cookie = county.cookies.get('李卫平') ?? '';
  expect((await ask('/bulletins/2023-10', { host, cookie })).status).toBe(404);
  expect((await ask('/api/bulletins/2023-10', { host, cookie })).status).toBe(200);
  expect((await ask('/api/bulletins/2023-10', { host })).status).toBe(401);
  expect((await ask('/api/bulletins/2023-10', { host: `${other.code}.localhost`, cookie })).status).toBe(401);
  expect((await ask('/bulletins/2023-10', { host: 'x/../y' })).status).not.toBe(500);
  for (const path of [
    '/%2e%2e/%2e%2e/etc/passwd',
    '/portal/..%2fhome.ts',
    '/bulletins/%00',
    '/bulletins/%E0%A4%A',
    '//',
    '/api/articles/%zz',
  ])
    expect([400, 401, 404, 422], path).toContain((await ask(path, { host })).status);
});
