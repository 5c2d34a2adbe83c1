import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedPostgres } from '../server/kernel/embedded.ts';
import { articles, code, crowd } from './http/county.ts';
import { cpuOf } from './http/cpu.ts';
import type { Row } from './row.ts';

const clients = 32;
const seconds = 3;
const rounds = 5;
const body = JSON.stringify({ title: '农村饮水安全工程通水', body: '水通了，村里人都高兴。'.repeat(40), genre: 'news' });

/** 20,000 articles, 32 clients on kept connections in a process of their own, row security and session on; ours and the floor by turns. */
export async function run(): Promise<Row[]> {
  const data = await mkdtemp(join(tmpdir(), 'minsheng-bench-'));
  await chmod(data, 0o755); // the database's account passes through
  const { connection, stop } = await embeddedPostgres({ folder: join(data, 'postgres'), say: () => undefined });
  const port = 8790;
  const ours = await started(join(import.meta.dirname, '../server/main.ts'), [], {
    PORT: `${port}`,
    MINSHENG_DATA: data,
    MINSHENG_COUNTY: `${code}`,
  });
  try {
    const { cookie, unit, author } = await crowd(`http://127.0.0.1:${port}`, { ...connection });
    const page = await (await fetch(`http://127.0.0.1:${port}/`)).text();
    const wanted = { host: connection.host, port: connection.port, county: code, unit, author, page };
    const floor = await started(join(import.meta.dirname, 'http/floor.ts'), [JSON.stringify(wanted)], {});
    try {
      return await measured({ port, cookie }, Number(floor.said), await pids(ours.child, join(data, 'postgres')));
    } finally {
      floor.child.kill();
    }
  } finally {
    ours.child.kill('SIGTERM');
    await once(ours.child, 'exit');
    await stop();
    await rm(data, { recursive: true, force: true });
  }
}

async function started(
  script: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ child: ChildProcess; said: string }> {
  const child = fork(script, args, { stdio: ['ignore', 'pipe', 'ignore', 'ipc'], env: { ...process.env, ...env } });
  const [said] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  child.stdout?.resume(); // its log
  return { child, said: String(said).trim() };
}

const pids = async ({ pid = 0 }: ChildProcess, folder: string) => ({
  server: pid,
  postmaster: Number((await readFile(join(folder, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0]),
});

type Ours = { port: number; cookie: string };
async function measured(
  { port, cookie }: Ours,
  floorPort: number,
  processes: { server: number; postmaster: number },
): Promise<Row[]> {
  const middle = idOf(articles / 2);
  await sameAnswers({ port, cookie }, floorPort, middle);
  const get = (path: string) => () => [request('GET', path, port, cookie)];
  const rows = [
    ...(await pair('list', port, floorPort, get('/api/articles'))),
    ...(await pair('one article', port, floorPort, get(`/api/articles/${middle}`))),
    ...(await pair('create', port, floorPort, () =>
      Array.from({ length: 40_000 }, () => request('POST', '/api/articles', port, cookie, body)),
    )),
    ...(await pair(
      'page cached',
      port,
      floorPort,
      get('/'),
      setInterval(() => void write(port, cookie), 1000),
    )),
  ];
  return [await renderedPage(port, processes), ...rows].sort(
    (a, b) => Number(a.name.startsWith('floor')) - Number(b.name.startsWith('floor')),
  );
}

const idOf = (n: number) => `0198f0a0-${n.toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;

function request(method: string, path: string, port: number, cookie: string, body = ''): string {
  const host = `127.0.0.1:${port}`;
  const key =
    method === 'POST'
      ? `Origin: http://${host}\r\nIdempotency-Key: ${crypto.randomUUID()}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`
      : '';
  return `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n${key}\r\n${body}`;
}

const write = (port: number, cookie: string) => {
  const origin = `http://127.0.0.1:${port}`;
  return fetch(`${origin}/api/articles`, {
    method: 'POST',
    body,
    headers: { origin, cookie, 'idempotency-key': crypto.randomUUID() },
  });
};

/** Ours and the floor by turns, so that whatever else the machine does meets both. */
async function pair(
  name: string,
  port: number,
  floorPort: number,
  requests: () => string[],
  meanwhile?: NodeJS.Timeout,
): Promise<Row[]> {
  const [ours, floor]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    floor.push(await load(floorPort, requests()));
    ours.push(await load(port, requests()));
  }
  clearInterval(meanwhile);
  const least = rate(`floor ${name}`, floor, null);
  return [rate(name, ours, least), least];
}

async function load(port: number, requests: string[]): Promise<number> {
  const script = join(import.meta.dirname, 'http/client.ts');
  const child = fork(script, [], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
  child.stdin?.end(JSON.stringify({ port, requests, clients, seconds }));
  const [said] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  return Number(said);
}

function rate(name: string, values: readonly number[], floor: Row | null): Row {
  const sorted = values.toSorted((a, b) => a - b);
  const [min = 0, median = 0, max = 0] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  const ratio = floor && median / floor.median;
  return { name, unit: '次/秒', better: 'higher', min, median, max, n: values.length, floor: floor?.name ?? null, ratio };
}

/** Rendered anew each time, as after a browser's reload: processor time of server and database together, in ms a request. */
async function renderedPage(port: number, { server, postmaster }: { server: number; postmaster: number }): Promise<Row> {
  const each: number[] = [];
  const fresh = [`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCache-Control: no-cache\r\n\r\n`];
  await load(port, fresh);
  for (let round = 0; round < rounds; round++) {
    const before = await cpuOf(server, postmaster);
    const count = (await load(port, fresh)) * seconds;
    each.push(((await cpuOf(server, postmaster)) - before) / count);
  }
  return { ...rate('page', each, null), unit: 'ms CPU', better: 'lower' };
}

async function sameAnswers({ port, cookie }: Ours, floorPort: number, id: string) {
  const ask = async (port: number, path: string) =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } })).json();
  const titles = async (port: number) =>
    ((await ask(port, '/api/articles')) as { articles: { id: string }[] }).articles.map(({ id }) => id);
  const [mine, least] = [await titles(port), await titles(floorPort)];
  if (mine.length !== 50 || mine.join() !== least.join()) throw new Error('the lists differ');
  const [one, bare] = (await Promise.all([ask(port, `/api/articles/${id}`), ask(floorPort, `/api/articles/${id}`)])) as Record<
    string,
    unknown
  >[];
  if (JSON.stringify(one).indexOf(`${bare?.title}`) < 0) throw new Error('the articles differ');
}
