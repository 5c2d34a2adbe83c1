import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inDatabase } from '../../test/ownDatabase.ts';
import { migrate } from './migration.ts';
import type { Pool } from './pool.ts';

const folder = join(import.meta.dirname, '../../database/migrations');

test('空库建好表；再启动一次，什么也不重做', () =>
  inDatabase(async (owner) => {
    await migrate(owner, folder);
    await migrate(owner, folder);
    const [found] = await owner`select count(*)::int as n from migration`;
    expect(found?.n).toBeGreaterThan(10);
  }));

test('别的程序的库不动它一张表', () =>
  inDatabase(async (owner) => {
    await owner`create table county (name text)`;
    await expect(migrate(owner, folder)).rejects.toThrow('别的程序的同名表');
    expect(await owner`select from pg_tables where schemaname = 'public'`).toHaveLength(1);
  }));

test('只读的备机说清楚，请指到主库', () =>
  inDatabase((owner) => expect(migrate(owner, folder)).rejects.toThrow('只读'), 'default_transaction_read_only = on'));

test('更新的程序升级过的库，旧程序不碰', () =>
  inDatabase(async (owner) => {
    await migrate(owner, folder);
    await owner`insert into migration values ('9999-later.sql', '', now())`;
    await expect(migrate(owner, folder)).rejects.toThrow('更新的程序');
  }));

test('建库的文件后来被改过，版本对不上', () =>
  inDatabase(async (owner) => {
    await migrate(owner, folder);
    await owner`update migration set digest = '' where file like '0003%'`;
    await expect(migrate(owner, folder)).rejects.toThrow('版本对不上');
  }));

test('太旧的数据库说出版本', async () => {
  const old = (async () => [{ version: 14, readOnly: false, foreign: false }]) as never as Pool; // none so old can be had here
  await expect(migrate(old, folder)).rejects.toThrow('PostgreSQL 14');
});
