import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoAccounts, demoPassword } from '../server/seeding.ts';
import { type Clone, freshClone, megabytes, npm, removeClone, residentMebibytes } from './clone.ts';
import type { Row } from './row.ts';

/** From nothing but the sources to a signed-in page, and again; what it takes of disk and memory. */
export async function run(): Promise<Row[]> {
  const clone = await freshClone();
  try {
    const first = await startAndStop(clone);
    const forStart = await megabytes(join(clone.folder, 'node_modules'));
    const later = [await startAndStop(clone), await startAndStop(clone), await startAndStop(clone)];
    await once(npm(clone, 'run', '-s', 'bench'), 'close'); // without a name: installs everything, and says how it is used
    const forTest = await megabytes(join(clone.folder, 'node_modules'));
    return [
      figure('first start', 's', [first.seconds]),
      figure(
        'second start',
        's',
        later.map(({ seconds }) => seconds),
      ),
      figure('installed for start', 'MB', [forStart]),
      figure('installed for test', 'MB', [forTest]),
      figure(
        'at rest',
        'MiB',
        later.flatMap(({ atRest }) => atRest ?? []),
      ),
    ].filter(({ n }) => n > 0);
  } finally {
    await removeClone(clone);
  }
}

async function startAndStop(clone: Clone): Promise<{ seconds: number; atRest: number | null }> {
  const before = performance.now();
  const child = npm(clone, 'start');
  try {
    await signedInPage(await addressFrom(child));
    const seconds = (performance.now() - before) / 1000;
    const running = JSON.parse(await readFile(join(clone.folder, 'data', 'running.json'), 'utf8'));
    await sleep(3000); // garbage of the start is gone, autovacuum asleep
    return { seconds, atRest: await residentMebibytes(running.mark.pid) };
  } finally {
    child.kill('SIGTERM');
    await once(child, 'close'); // not before its server has closed the pipe too
  }
}

function addressFrom(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (part) => {
      said += part;
      const [address] = /^http:\S+$/m.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('close', () => reject(new Error('npm start ended without an address')));
  });
}

/** The page, and what it shows first: who has signed in. */
async function signedInPage(address: string): Promise<void> {
  const headers = { Origin: address, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
  const body = JSON.stringify({ account: demoAccounts[0]?.[0], password: demoPassword });
  const signedIn = await fetch(`${address}/api/sign-in`, { method: 'POST', headers, body });
  const [cookie = ''] = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]);
  const replies = await Promise.all(['/workbench/', '/api/me'].map((path) => fetch(address + path, { headers: { cookie } })));
  if (replies.some(({ status }) => status !== 200)) throw new Error(`no signed-in page: ${signedIn.status}`);
}

function figure(name: string, unit: string, values: number[]): Row {
  const sorted = values.toSorted((a, b) => a - b);
  const [min = 0, median = 0, max = 0] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  return { name, unit, better: 'lower', min, median, max, n: values.length, floor: null, ratio: null };
}
