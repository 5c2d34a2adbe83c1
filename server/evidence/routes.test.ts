import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { aCounty, pool } from '../../test/county.ts';
import { app } from '../modules.ts';

const png = (width: number, height: number) => {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  return Uint8Array.from(Buffer.concat([head, size, Buffer.from('0806000000', 'hex'), Buffer.alloc(16)]));
};
const clipping = png(480, 640);
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

test('剪报收下一次，再交一次还是那一份；本单位和专班打得开，别的单位说没有', async () => {
  const county = await aCounty();
  const sha256 = hash('sha256', clipping);
  for (const _ of [1, 2]) {
    const { status, said } = await county.ask('何静', '/api/files?name=剪报.png', clipping);
    expect([status, said]).toEqual([201, { sha256, mediaType: 'image/png', name: '剪报.png', size: clipping.length }]);
  }
  const open = async (who: string) => (await county.ask(who, `/api/files/${sha256}`)).status;
  expect(await Promise.all(['何静', '李卫平', '罗建平', 'auditAdmin'].map(open))).toEqual([200, 200, 404, 404]);
  await county.ask('罗建平', '/api/files?name=b.png', clipping); // has the same bytes himself
  expect(await open('罗建平')).toBe(200);
});

test.each([
  ['空的', bytes(''), '文件是空的'],
  ['改了后缀的压缩包', bytes('PK\x03\x04'), '压缩包或 Word、Excel 文件'],
  ['旧版 Word', bytes('\xd0\xcf\x11\xe0'), '旧版 Word、Excel 文件'],
  ['里面有脚本的图', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), '网页或 SVG 图'],
  ['网页', bytes('<!DOCTYPE html><script>alert(1)</script>'), '网页或 SVG 图'],
  ['苹果手机的 HEIC', bytes('\0\0\0\x18ftypheic'), 'HEIC 图片'],
  ['一堆字节', bytes('\x01\x02\x03\x04'), '不认识的文件'],
  ['只有开头的图', clipping.slice(0, 12), '图片打不开'],
  ['长宽写成十万的图', png(100_000, 100_000), '长宽太大'],
  ['长宽是零的图', png(0, 5), '图片打不开'],
])('%s，不收，说清楚', async (_, content, words) => {
  const county = await aCounty();
  const { status, said } = await county.ask('何静', '/api/files?name=a.png', content);
  expect([status, said.message]).toEqual([422, expect.stringContaining(words)]);
  expect(await county.inside((db) => db`select from file where county_id = ${county.code}`)).toHaveLength(0);
});

test('文件名里的路径和记号去掉，只留名字', async () => {
  const county = await aCounty();
  const named = async (name: string) =>
    (await county.ask('何静', `/api/files?name=${encodeURIComponent(name)}`, clipping)).said as unknown as { name: string };
  expect([
    (await named('../../etc/passwd')).name,
    (await named('C:\\照片\\a"b.png')).name,
    (await named('..\u202e')).name,
  ]).toEqual(['passwd', 'ab.png', '未命名']);
});

test('200 MB 的文件没传完就说太大，不占内存', async () => {
  const county = await aCounty();
  const { status, said } = await county.ask('何静', '/api/files?name=a.png', clipping, {
    'content-length': `${200 * 1024 * 1024}`,
  });
  expect([status, said.message]).toEqual([413, expect.stringContaining('超过 20 MB')]);
  let sent = 0;
  const endless = new ReadableStream({
    pull: (out) => {
      sent += 1024 * 1024;
      out.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const host = `${county.code}.localhost`;
  const headers = {
    host,
    origin: `http://${host}`,
    cookie: county.cookies.get('何静') ?? '',
    'idempotency-key': '0198f0a0-0000-7000-8000-000000000000',
  };
  const request = new Request(`http://${host}/api/files?name=a.png`, {
    method: 'POST',
    headers,
    body: endless,
    duplex: 'half',
  } as RequestInit);
  const reply = await app.request(request, {}, { pool, defaultCounty: county.code, counties: new Set<number>() });
  expect([reply.status, sent < 30 * 1024 * 1024]).toEqual([413, true]);
});

test('打开的文件在浏览器里什么也运行不了', async () => {
  const county = await aCounty();
  await county.ask('何静', '/api/files?name=剪报.png', clipping);
  const host = `${county.code}.localhost`;
  const headers = { host, cookie: county.cookies.get('何静') ?? '' };
  const reply = await app.request(
    `http://${host}/api/files/${hash('sha256', clipping)}`,
    { headers },
    { pool, defaultCounty: county.code, counties: new Set<number>() },
  );
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  expect(Buffer.from(await reply.arrayBuffer()).equals(Buffer.from(clipping))).toBe(true);
});
