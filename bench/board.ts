import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedPostgres } from '../server/kernel/embedded.ts';
import { log } from '../server/kernel/log.ts';
import { migrate } from '../server/kernel/migration.ts';
import { connect, type Pool } from '../server/kernel/pool.ts';
import { app } from '../server/modules.ts';
import { history } from './board/history.ts';
import { type Province, province } from './ledger/province.ts';
import type { Row } from './row.ts';

log.level = 'warn';
const counties = 122;
const [warm, rounds] = [10, 100];

/** What the pages ask for, one request after the other as a browser's address would. */
const pages = {
  coverage: ['/api/coverage', '/api/coverage?axis=unit', '/api/coverage?axis=family', '/api/coverage-aim', '/api/coverage-gaps'],
  duties: ['/api/plan', '/api/duty-board'],
  home: ['/api/home', '/api/claim-counts', '/api/objection-counts', '/api/vouchers', '/api/months/2023-10'],
} as const;

type Place = { owner: Pool; pool: Pool; county: Province };
/** The same county with three years of history, alone in one database and among 121 others in another; asked by turns. */
export async function run(): Promise<Row[]> {
  const data = await mkdtemp(join(tmpdir(), 'minsheng-bench-'));
  await chmod(data, 0o755); // the database's account passes through
  const { connection, stop } = await embeddedPostgres({ folder: join(data, 'postgres'), say: () => undefined, durable: false });
  const root = connect({ ...connection }, undefined, 1);
  const places: Place[] = [];
  try {
    for (const [database, many] of [
      ['alone', 1],
      ['among', counties],
    ] as const) {
      await root.unsafe(`create database ${database}`);
      places.push(await settled({ ...connection, database }, many));
    }
    const [alone, among] = places;
    if (!alone || !among) throw new Error('a database is missing');
    return await measured(alone, among);
  } finally {
    for (const { pool, owner } of places) await Promise.all([pool.end(), owner.end()]);
    await root.end();
    await stop();
    await rm(data, { recursive: true, force: true });
  }
}

async function settled(where: { host: string; port: number; database: string }, many: number): Promise<Place> {
  const owner = connect(where, undefined, 2);
  const pool = connect(where, 'minsheng_app', 6);
  await migrate(owner, join(import.meta.dirname, '../database/migrations'));
  const county = await province(pool);
  await history(owner, county.code, many, { units: county.units, office: county.office.id });
  return { owner, pool, county };
}

async function ask({ pool, county: { code, cookie } }: Place, path: string): Promise<object> {
  const host = `${code}.localhost`;
  const bindings = { pool, defaultCounty: code, counties: new Set([code]), address: '127.0.0.1' };
  const reply = await app.request(`http://${host}${path}`, { headers: { host, cookie } }, bindings);
  if (reply.status !== 200) throw new Error(`${path} ${reply.status}: ${await reply.text()}`);
  return (await reply.json()) as object;
}

async function measured(alone: Place, among: Place): Promise<Row[]> {
  const rows: Row[] = [];
  const floors: Row[] = [];
  await sameFigures(alone, among);
  for (const [page, paths] of Object.entries(pages)) {
    for (const path of paths) {
      const [floor, ours]: [number[], number[]] = [[], []];
      for (let round = -warm; round < rounds; round++) {
        const [least, most] = [await took(alone, path), await took(among, path)];
        if (round < 0) continue;
        floor.push(least);
        ours.push(most);
      }
      const least = p95(`floor ${page} ${path} alone`, floor, null);
      rows.push(p95(`${page} ${path}`, ours, least));
      floors.push(least);
    }
  }
  const [{ n = 0 } = {}] = await among.owner<{ n: number }[]>`select count(*)::int as n from article`;
  const size: Row = { ...p95('articles of history', [n], null), unit: '篇', better: 'higher' };
  return [...rows, size, ...floors];
}

async function took(place: Place, path: string): Promise<number> {
  const start = performance.now();
  await ask(place, path);
  return performance.now() - start;
}

/** The 95th percentile stands where a median would: it is what the ratio compares. */
function p95(name: string, times: readonly number[], floor: Row | null): Row {
  const sorted = times.toSorted((a, b) => a - b);
  const high = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? 0;
  const [min = 0, max = 0] = [sorted[0], sorted.at(-1)];
  const ratio = floor && high / floor.median;
  return { name, unit: 'ms', better: 'lower', min, median: high, max, n: times.length, floor: floor?.name ?? null, ratio };
}

type Shown = { grid: { totals: number[]; total: number; rows: { name: string; total: number }[] } };
/** Both tell the same of the county, and what a grouping over its rows comes to. */
async function sameFigures(alone: Place, among: Place) {
  for (const axis of ['project', 'unit', 'family']) {
    const [least, ours] = (await Promise.all([alone, among].map((place) => ask(place, `/api/coverage?axis=${axis}`)))) as Shown[];
    const told = (shown: Shown | undefined) =>
      JSON.stringify([shown?.grid.totals, shown?.grid.rows.map(({ name, total }) => [name, total]).sort()]);
    if (told(least) !== told(ours)) throw new Error(`${axis}: the two do not tell the same`);
    const [{ n = 0 } = {}] = await among.owner<{ n: number }[]>`
      select count(*)::int as n from ${among.owner(axis === 'unit' ? 'submission' : 'claim')}
      where county_id = ${among.county.code} and ${among.owner(axis === 'unit' ? 'submitted_on' : 'published_on')} between '2023-01-02' and '2023-12-31'`;
    if (n !== ours?.grid.total || n === 0) throw new Error(`${axis}: the rows are ${n}, the page says ${ours?.grid.total}`);
  }
}
