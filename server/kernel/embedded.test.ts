import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { postmasterOf } from './embedded/postmaster.ts';
import { type EmbeddedPostgres, embeddedPostgres } from './embedded.ts';
import { isAlive } from './processes.ts';

let folder: string;
const started: EmbeddedPostgres[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minsheng-database-'));
});
afterEach(async () => {
  for (const database of started.splice(0)) await database.stop();
});
afterAll(() => rm(folder, { recursive: true }));

async function begin(at = folder) {
  const database = await embeddedPostgres({ folder: at, say: () => undefined });
  started.push(database);
  return database;
}

function ask<T>({ connection }: EmbeddedPostgres, run: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres({ ...connection, max: 1 });
  return run(sql).finally(() => sql.end());
}

const postmaster = async () => (await postmasterOf(join(folder, 'cluster')))?.pid ?? 0;

test('几处同时要同一个库，得到同一个；最后一个离开才停；再要时数据还在', async () => {
  const [first, second] = await Promise.all([begin(), begin()]);
  const pid = await postmaster();
  await ask(first, (sql) => sql`create table kept as select '在' as word`);
  await first.stop();
  expect(await postmaster()).toBe(pid);
  expect(await ask(second, (sql) => sql`select word from kept`)).toEqual([{ word: '在' }]);
  await second.stop();
  expect(await postmaster()).toBe(0);
  expect(await ask(await begin(), (sql) => sql`select word from kept`)).toEqual([{ word: '在' }]);
});

test('只听私有的套接字；套接字和日志，别的用户都看不到', async () => {
  const database = await begin();
  expect(await ask(database, (sql) => sql`select current_setting('listen_addresses') as tcp`)).toEqual([{ tcp: '' }]);
  expect((await stat(database.connection.host)).mode & 0o077).toBe(0);
  expect((await stat(join(folder, 'postgres.log'))).mode & 0o077).toBe(0);
});

test('汉字是字：两个字的名称也能拆出三元组，排序按码位', async () => {
  const database = await begin();
  await ask(database, (sql) => sql`create extension pg_trgm`);
  const found = ask(database, (sql) => sql`select cardinality(show_trgm('医保')) as parts, '医' > '中' as later`);
  expect(await found).toEqual([{ parts: 3, later: true }]);
});

test('锁文件里的进程号已是别的程序，照样启动', async () => {
  await writeFile(
    join(folder, 'cluster', 'postmaster.pid'),
    `${process.pid}\n${folder}/cluster\n1700000000\n5432\n\n\n\nready\n`,
  );
  expect(await ask(await begin(), (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test('别的版本的数据不打开，说清怎么办', async () => {
  const version = join(folder, 'cluster', 'PG_VERSION');
  await writeFile(version, '17\n');
  await expect(begin()).rejects.toThrow(/PostgreSQL 17 的数据，本程序只打开 18 的；请/);
  await writeFile(version, '18\n');
});

test('运行中数据库被强行结束，自己恢复', { timeout: 60_000 }, async () => {
  const database = await begin();
  process.kill(await postmaster(), 'SIGKILL');
  const answered = () => ask(database, (sql) => sql`select word from kept`).catch(() => sleep(50).then(() => null));
  let found = await answered();
  while (found === null) found = await answered(); // how soon is told by `bench kill`
  expect(found).toEqual([{ word: '在' }]);
});

/** Writes 1, 2, 3 …, and prints each once PostgreSQL has acknowledged it. */
const writer = (from: number) => `
  import postgres from 'postgres';
  import { embeddedPostgres } from '${import.meta.dirname}/embedded.ts';
  const { connection } = await embeddedPostgres({ folder: '${folder}', say: () => undefined });
  const sql = postgres({ ...connection, max: 1, onnotice: () => undefined });
  await sql\`create table if not exists written (n int primary key)\`;
  for (let n = ${from}; ; n++) console.log((await sql\`insert into written values (\${n}) returning n\`)[0].n);`;

const startWriter = (from: number) =>
  spawn(process.execPath, ['--input-type=module', '-e', writer(from)], { stdio: ['ignore', 'pipe', 'ignore'] });

/** The last number that was acknowledged before the blow. */
async function lastBefore(child: ChildProcess, blow: () => Promise<unknown>): Promise<number> {
  let text = '';
  let struck = false;
  child.stdout?.on('data', (part) => {
    text += part;
    if (struck || text.split('\n').length < 30) return;
    struck = true;
    void blow();
  });
  await once(child, 'close');
  return Number(text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1));
}

test('写到一半，程序、数据库或两者被强行结束：再启动就恢复，确认过的一行不少', { timeout: 60_000 }, async () => {
  let written = 0;
  for (const victims of ['程序', '数据库', '程序和数据库']) {
    const child = startWriter(written + 1);
    let struck = 0;
    const last = await lastBefore(child, async () => {
      if (victims.includes('数据库')) {
        struck = await postmaster();
        process.kill(struck, 'SIGKILL');
      }
      child.kill('SIGKILL');
    });
    while (struck > 0 && (await isAlive({ pid: struck, born: null }))) await sleep(5); // a signal is not a death yet
    expect(last).toBeGreaterThan(written);
    const database = await begin();
    const rows = await ask(database, (sql) => sql`select n from written order by n`);
    expect(rows.slice(0, last).map(({ n }) => n)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    written = rows.length;
    await database.stop();
  }
});

test('文件夹的路径太长，套接字改放短处', async () => {
  const database = await begin(join(folder, '民生实事宣传考核数据'.repeat(4), '库'));
  expect(Buffer.byteLength(database.connection.host)).toBeLessThan(80);
  expect(await ask(database, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await database.stop();
  await rm(database.connection.host, { recursive: true });
});
