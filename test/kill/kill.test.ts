import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

const rounds = 20;
const writers = 4;
let [folder, cookie] = ['', ''];
let running: { child: ChildProcess; port: number };

async function start() {
  const child = fork(join(import.meta.dirname, 'server.ts'), [folder], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  const told = JSON.parse(String(line)) as { port: number; cookie: string };
  cookie ||= told.cookie;
  return { child, port: told.port };
}

/** The server first or the database first, by turns: neither gets to finish anything. */
async function kill(round: number) {
  const postmaster = Number((await readFile(join(folder, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0]);
  const victims = [running.child.pid as number, postmaster];
  for (const pid of round % 2 === 0 ? victims : victims.reverse()) process.kill(pid, 'SIGKILL');
  await once(running.child, 'exit');
}

async function send(name: string, key: string): Promise<boolean> {
  const host = `127.0.0.1:${running.port}`;
  const headers = { origin: `http://${host}`, cookie, 'idempotency-key': key };
  const body = JSON.stringify({ units: [{ name, kind: 'government' }] });
  const reply = await fetch(`http://${host}/api/units`, { method: 'POST', headers, body }).catch(() => null);
  return reply?.status === 201;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minsheng-kill-'));
  running = await start();
});
afterAll(async () => {
  await kill(0);
  await rm(folder, { recursive: true, force: true });
});

test(`写到一半断电 ${rounds} 次：答应过的一条不丢，一条不重，每次都又能办事`, async () => {
  const acknowledged: string[] = [];
  let over = false;
  const writing = Array.from({ length: writers }, async (_, writer) => {
    for (let no = 0; !over; no++) {
      const [name, key] = [`单位${writer}-${no}`, randomUUID()];
      while (!(await send(name, key))) await sleep(5); // as a browser does: the same intent again, until it is answered
      acknowledged.push(name);
    }
  });
  for (let round = 0; round < rounds; round++) {
    await sleep(60 + ((round * 37) % 120));
    await kill(round);
    running = await start();
  }
  over = true;
  await Promise.all(writing);
  const reply = await fetch(`http://127.0.0.1:${running.port}/api/units`, { headers: { cookie } });
  const { units } = (await reply.json()) as { units: { name: string }[] };
  const kept = units.map(({ name }) => name).filter((name) => name.startsWith('单位'));
  expect(kept.sort()).toEqual(acknowledged.sort());
  console.info(`断电 ${rounds} 次，${acknowledged.length} 条都在`); // how soon is told by `bench kill`
}, 120_000);
