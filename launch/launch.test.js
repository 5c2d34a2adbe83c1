import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts.js';
import { handOver } from './hand-over.js';
import { missingFrom } from './installed.js';
import { alone } from './lock.js';
import { reasonFor } from './reasons.js';

describe('装没装全', () => {
  const here = { optional: true, os: [process.platform], cpu: [process.arch] };
  const wanted = {
    '': {},
    'node_modules/hono': { version: '4.0.0' },
    'node_modules/vitest': { version: '5.0.0', dev: true },
    'node_modules/node-here': { version: '24.0.0', ...here },
    'node_modules/node-elsewhere': { version: '24.0.0', ...here, os: ['aix'] },
    'node_modules/node-musl': { version: '24.0.0', ...here, libc: ['musl'] },
    'node_modules/helper-of-elsewhere': { version: '1.0.0', optional: true },
  };
  const server = { 'node_modules/hono': { version: '4.0.0' }, 'node_modules/node-here': { version: '24.0.0' } };

  test.each([
    ['启动只要服务用的', server, 'start', []],
    ['测试还要工具', server, 'all', ['node_modules/vitest']],
    ['工具也有了', { ...server, 'node_modules/vitest': { version: '5.0.0' } }, 'all', []],
    ['版本不同的不算', { ...server, 'node_modules/hono': { version: '3.9.9' } }, 'start', ['node_modules/hono']],
    ['npm 悄悄略去的本机程序不能少', { 'node_modules/hono': { version: '4.0.0' } }, 'start', ['node_modules/node-here']],
  ])('%s', (_, standing, scope, missing) => {
    expect(missingFrom(standing, wanted, scope)).toEqual(missing);
  });
});

describe('两个窗口同时安装', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minsheng-launch-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('后来的等先来的装完，说一声在等', async () => {
    const order = [];
    const lock = join(folder, 'lock');
    const first = alone(lock, () => sleep(300).then(() => order.push('先')), expect.fail);
    await alone(
      lock,
      async () => order.push('后'),
      () => order.push('等'),
    );
    await first;
    expect(order).toEqual(['等', '先', '后']);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['进程已经不在', '999999999 1'],
    ['进程号已是别的程序', `${process.pid} 1`],
    ['内容看不懂', '???'],
  ])('留下锁的%s，不用等', async (_, holder) => {
    writeFileSync(join(folder, 'lock'), holder);
    expect(await alone(join(folder, 'lock'), async () => '装好了', expect.fail)).toBe('装好了');
  });
});

test.each([
  ['npm error code ENOSPC', /^磁盘满了.*腾出/],
  ['npm error code EACCES\nnpm error path /srv/minsheng/node_modules', /^没有权限写.*chown/],
  ['npm error code ENOTFOUND\nnpm error network request failed', /^连不上 npm 软件源；请检查网络/],
  ['npm error code EINTEGRITY', /cache clean/],
])('装不上时一句话说清原因和办法：%s', (said, sentence) => {
  expect(reasonFor(said)).toMatch(sentence);
});

test('交给子进程以后，退出码就是它的；被信号结束的照惯例加 128', async () => {
  const run = (code) => handOver(process.execPath, ['-e', code], {});
  expect(await run('process.exit(7)')).toBe(7);
  expect(await run('process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 9999)')).toBe(143);
});

describe('数出通过和失败', () => {
  const file = (status, ...tests) => ({ status, assertionResults: tests.map((status) => ({ status })) });

  test('还没跑到第一条就坏了的测试文件，算一条失败', () => {
    const testResults = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed'), file('failed')];
    expect(vitestCounts({ numPassedTests: 3, numFailedTests: 1, testResults })).toEqual({ passed: 3, failed: 2 });
  });

  test('重试才过的算通过；测试之外的错误算失败', () => {
    const stats = { expected: 4, flaky: 1, unexpected: 2, skipped: 3 };
    expect(playwrightCounts({ stats, errors: [{ message: '服务没有起来' }] })).toEqual({ passed: 5, failed: 3 });
  });
});
