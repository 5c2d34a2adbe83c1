import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { markOf } from './processes.ts';
import { announceRunning, findRunning } from './running.ts';

let folder: string;
let server: Server;
let address: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minsheng-running-'));
  server = createServer((_, reply) => reply.end('民生宣传'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const note = (text: string) => writeFile(join(folder, 'running.json'), text);

test('第二次启动找到正在运行的那一个，它退出后就找不到了', async () => {
  expect(await findRunning(folder)).toBeNull();
  const withdraw = await announceRunning(folder, address);
  expect(await findRunning(folder)).toBe(address);
  await withdraw();
  expect(await findRunning(folder)).toBeNull();
});

test('进程号被别的程序用了，不当成正在运行', async () => {
  const { pid, born } = await markOf(process.pid);
  await note(JSON.stringify({ mark: { pid, born: `${born}0` }, address }));
  expect(await findRunning(folder)).toBeNull();
});

test('进程还在，地址却没有人应答，不当成正在运行', async () => {
  await announceRunning(folder, address);
  await new Promise((closed) => server.close(closed));
  expect(await findRunning(folder)).toBeNull();
});

test('后来者接替之后，先前的退出不抹掉后来者的话', async () => {
  const withdraw = await announceRunning(folder, 'http://127.0.0.1:9');
  await announceRunning(folder, address);
  await withdraw();
  expect(await findRunning(folder)).toBe(address);
});

test('写了一半的记录当作没有', async () => {
  await note('{"mark":{"pid":');
  expect(await findRunning(folder)).toBeNull();
});
