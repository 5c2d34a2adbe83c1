import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf, isAlive } from '../processes.ts';
import type { Place } from './place.ts';

/** The first process of a running PostgreSQL, as its lock file tells. */
export type Postmaster = { pid: number; state: 'starting' | 'ready' | 'stopping' };

/** Null when none runs on this cluster, whatever its lock file says. */
export async function postmasterOf(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const postmaster = readLockFile(text);
  return postmaster !== null && (await isPostmaster(postmaster.pid, cluster)) ? postmaster : null;
}

/** Its lines: pid, folder, start, port, socket folder, address, shared memory, state. */
export function readLockFile(text: string): Postmaster | null {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  const state = lines[7];
  return { pid, state: state === 'ready' || state === 'stopping' ? state : 'starting' };
}

async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  if (!(await isAlive({ pid, born: null }))) return false;
  return process.platform !== 'linux' || ((await commandLineOf(pid))?.includes(cluster) ?? false);
}

/** After a kill -9 these stop the next start, when the pid lives on as a zombie or as another program. */
export async function removeLeftovers({ cluster, listening: { host, port } }: Place): Promise<void> {
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  if (process.platform !== 'win32') await rm(join(host, `.s.PGSQL.${port}.lock`), { force: true });
}

/** Waits through another process's start or stop; null once none runs. */
export async function settled(cluster: string): Promise<Postmaster | null> {
  for (;;) {
    const found = await postmasterOf(cluster);
    if (found === null || found.state === 'ready') return found;
    await sleep(20);
  }
}

/** Fast, and after ten seconds without farewell: what was acknowledged stands on the disk either way. */
export async function stopPostmaster(cluster: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const found = await postmasterOf(cluster);
    if (found === null) return;
    if (tries === 0) signal(found.pid, 'SIGINT');
    if (tries === 500) signal(found.pid, 'SIGQUIT');
    await sleep(20);
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone in the meantime
  }
}

export const clusterExists = async (cluster: string) => (await stat(join(cluster, 'PG_VERSION')).catch(() => null)) !== null;
