import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from './pool.ts';
import { refusal, refuse } from './refusal.ts';

const refusals = {
  tooOld: (version: number) =>
    refusal(
      'database.tooOld',
      503,
      `数据库是 PostgreSQL ${version}，本系统要 15 或更新的版本；请换一台，或去掉 DATABASE_URL 用自带的。`,
    ),
  readOnly: refusal('database.readOnly', 503, '数据库是只读的（可能是备机），不能建表；请把 DATABASE_URL 指到主库。'),
  foreign: refusal('database.foreign', 503, '这个库里有别的程序的同名表；请给本系统一个空库，改好 DATABASE_URL 再启动。'),
  newer: (file: string) =>
    refusal('database.newer', 503, `这个库已经升级到更新的程序（有“${file}”），这份程序打不开；请用那份更新的程序启动。`),
  changed: (file: string) =>
    refusal('database.changed', 503, `这个库是用另一份“${file}”建的，版本对不上；请用建库时的程序，或换一个空库。`),
};

/** Brings the database up to the newest of `folder`'s files, each in a transaction of its own; many may try at once, one does it. */
export async function migrate(owner: Pool, folder: string): Promise<void> {
  await refuseUnfit(owner);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  await refuseNewer(owner, files);
  for (const file of files) await apply(owner, file, await readFile(join(folder, file), 'utf8'));
}

async function refuseUnfit(owner: Pool) {
  const [server] = await owner<{ version: number; readOnly: boolean; foreign: boolean }[]>`
    select current_setting('server_version_num')::int / 10000 as version,
      pg_is_in_recovery() or current_setting('default_transaction_read_only')::bool as read_only,
      to_regclass('migration') is null and to_regclass('county') is not null as "foreign"`;
  if (!server || server.version < 15) refuse(refusals.tooOld(server?.version ?? 0));
  if (server.readOnly) refuse(refusals.readOnly);
  if (server.foreign) refuse(refusals.foreign);
}

async function refuseNewer(owner: Pool, files: readonly string[]) {
  const [begun] = await owner<{ is: boolean }[]>`select to_regclass('migration') is not null as is`;
  if (!begun?.is) return;
  const [strange] = await owner<
    { file: string }[]
  >`select file from migration where file <> all(${files as string[]}) order by file`;
  if (strange) refuse(refusals.newer(strange.file));
}

const apply = (owner: Pool, file: string, sql: string) =>
  owner.begin(async (db) => {
    await db`select pg_advisory_xact_lock(7300)`;
    await db`create table if not exists migration (file text primary key, digest text not null, applied_at timestamptz not null)`;
    const [known] = await db<{ digest: string }[]>`select digest from migration where file = ${file}`;
    const digest = hash('sha256', sql);
    if (known && known.digest !== digest) refuse(refusals.changed(file));
    if (known) return;
    await db.unsafe(sql);
    await db`insert into migration (file, digest, applied_at) values (${file}, ${digest}, ${new Date()})`;
  });
