import { expect, test } from 'vitest';
import { mayPass, serviceAccount } from './account.ts';
import { readLockFile } from './postmaster.ts';
import { refusalFor } from './refusals.ts';

const where = { home: '/srv/data', log: '/srv/data/postgres.log' };

test.each([
  ['PANIC:  could not write to file "pg_wal/xlogtemp.9": No space left on device', /^磁盘满了.*\/srv\/data.*腾出/],
  ['FATAL:  could not open file "postmaster.pid": Permission denied', /^没有权限写 \/srv\/data；.*chown/],
  ["EROFS: read-only file system, mkdir '/srv/data'", /^没有权限写/],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /^内存不够.*256 MB/],
  ['FATAL:  could not create shared memory segment: Function not implemented', /^内存不够/],
  ['PANIC:  could not locate a valid checkpoint record at 0/174B3B8', /^数据库文件损坏.*备份/],
  [
    'LOG:  starting\nFATAL:  something nobody has thought of\nLOG:  database system is shut down\n',
    /postgres\.log 末尾.*最后一句是：FATAL: {2}something nobody/,
  ],
])('数据库启动不了时，一句话说清原因和办法：%s', (said, sentence) => {
  expect(refusalFor(said, where)).toMatchObject({ status: 503, message: expect.stringMatching(sentence) });
});

test('root 启动时由 postgres 账户运行，没有就由 nobody', () => {
  const nobody = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n';
  expect(serviceAccount(`${nobody}postgres:x:101:104::/var/lib/postgresql:/bin/bash\n`)).toEqual({ uid: 101, gid: 104 });
  expect(serviceAccount(nobody)).toEqual({ uid: 65534, gid: 65533 });
  expect(serviceAccount('root:x:0:0::/root:/bin/sh\n')).toBeNull();
});

test.each([
  ['自己的文件夹看属主一位', { uid: 101, gid: 0, mode: 0o40100 }, true],
  ['自己的文件夹不看其他人一位', { uid: 101, gid: 0, mode: 0o40001 }, false],
  ['同组的看组一位', { uid: 0, gid: 104, mode: 0o40710 }, true],
  ['root 家目录 0700 进不去', { uid: 0, gid: 0, mode: 0o40700 }, false],
  ['别人的看其他人一位', { uid: 0, gid: 0, mode: 0o40755 }, true],
])('数据库账户进文件夹：%s', (_, folder, may) => {
  expect(mayPass({ uid: 101, gid: 104 }, folder)).toBe(may);
});

test.each([
  ['71\n/d\n1700\n5432\n/s\n\n  5432001   98304\nready   \n', { pid: 71, state: 'ready' }],
  ['71\n/d\n1700\n5432\n/s\n\n  5432001   98304\nstopping\n', { pid: 71, state: 'stopping' }],
  ['71\n/d\n', { pid: 71, state: 'starting' }],
  ['', null],
  ['-1\n', null],
])('从锁文件读出数据库进程：%j', (text, postmaster) => {
  expect(readLockFile(text)).toEqual(postmaster);
});
