import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { row, timed } from './measure.ts';
import type { Row } from './row.ts';

type Running = { child: ChildProcess; port: number; cookie: string };

async function start(folder: string): Promise<Running> {
  const program = join(import.meta.dirname, '../test/kill/server.ts');
  const child = fork(program, [folder], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  return { child, ...JSON.parse(String(line)) };
}

/** One write, answered. */
async function works({ port }: Running, cookie: string, name: string): Promise<boolean> {
  const host = `127.0.0.1:${port}`;
  const headers = { origin: `http://${host}`, cookie, 'idempotency-key': randomUUID() };
  const body = JSON.stringify({ units: [{ name, kind: 'government' }] });
  const reply = await fetch(`http://${host}/api/units`, { method: 'POST', headers, body }).catch(() => null);
  return reply?.status === 201;
}

async function kill(folder: string, { child }: Running) {
  const postmaster = Number((await readFile(join(folder, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0]);
  const ended = once(child, 'exit');
  for (const pid of [child.pid as number, postmaster]) process.kill(pid, 'SIGKILL');
  await ended;
}

/** Server and database struck down while they write: until the same data take the next write again; asked within 3 s. */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'minsheng-bench-kill-'));
  let running = await start(folder);
  const { cookie } = running;
  try {
    const again = async () => {
      running = await start(folder);
      if (!(await works(running, cookie, randomUUID()))) throw new Error('it does not work again');
    };
    const struck = async () => {
      const writing = Array.from({ length: 4 }, () => works(running, cookie, randomUUID()));
      await sleep(5);
      await kill(folder, running);
      await Promise.all(writing);
    };
    return [row('working again', await timed(12, again, struck))];
  } finally {
    await kill(folder, running);
    await rm(folder, { recursive: true, force: true });
  }
}
