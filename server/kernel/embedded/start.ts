import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { refuse } from '../refusal.ts';
import { initdbArguments, postgresArguments } from './configuration.ts';
import type { Place } from './place.ts';
import { clusterExists, type Postmaster, postmasterOf, removeLeftovers, settled } from './postmaster.ts';
import { machine, programIn } from './programs.ts';
import { refusalFor, refusals } from './refusals.ts';

/** All that starting takes, found once. */
export type Setup = Place & { programs: string; durable: boolean; say: (words: string) => void };

/** A postmaster that takes connections: the one that runs already, else a new one, else a refusal. */
export async function ensureRunning(setup: Setup): Promise<Postmaster> {
  await ensureCluster(setup);
  return (await settled(setup.cluster)) ?? start(setup);
}

async function ensureCluster(setup: Setup): Promise<void> {
  const { cluster, say } = setup;
  if (!(await clusterExists(cluster))) {
    say('正在建立数据库……');
    return createCluster(setup);
  }
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version !== '18') refuse(refusals.otherVersion(cluster, version));
}

/** Under another name first: a creation cut short is begun again, never opened. */
async function createCluster(setup: Setup): Promise<void> {
  const { home, cluster, programs, account, durable } = setup;
  const half = `${cluster}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  if (account !== null) await chown(half, account.uid, account.gid);
  const options = { cwd: '/', ...account };
  await promisify(execFile)(programIn(programs, 'initdb'), initdbArguments(half, durable), options).catch(async (error) => {
    await rm(half, { recursive: true, force: true });
    refuse(failure(error as Failure, { home, log: setup.log }));
  });
  await rename(half, cluster);
  if (durable) await syncFolder(home);
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // which cannot open one
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

type Failure = { code?: unknown; stderr?: string; message: string };
const failure = ({ code, stderr, message }: Failure, where: { home: string; log: string }) =>
  code === 'ENOENT' || code === 'ENOEXEC' ? refusals.cannotRun(machine) : refusalFor(stderr || message, where);

/** Orphans of a killed postmaster hold its memory until they notice: then try again, for ten seconds. */
async function start(setup: Setup): Promise<Postmaster> {
  for (let tries = 1; ; tries++) {
    const outcome = await startOnce(setup);
    if ('pid' in outcome) return outcome;
    const passing = /shared memory block .* is still in use|lock file .* already exists/.test(outcome.said);
    if (!passing || tries === 100) refuse(refusalFor(outcome.said, setup));
    await sleep(100);
  }
}

async function startOnce(setup: Setup): Promise<Postmaster | { said: string }> {
  const { cluster, listening, programs, account, durable, log } = setup;
  await removeLeftovers(setup);
  const file = await openLog(log);
  try {
    const { size: before } = await file.stat();
    const child = spawn(programIn(programs, 'postgres'), postgresArguments(cluster, listening, durable), {
      ...account,
      cwd: '/',
      detached: true, // a Ctrl-C is for this process alone
      stdio: ['ignore', file.fd, file.fd],
    });
    child.unref(); // lives on when this process is killed, and is found again
    return (await readiness(child, setup)) ?? { said: (await readFile(log)).subarray(before).toString() };
  } finally {
    await file.close();
  }
}

/** Null when it ended first. Recovery takes as long as it takes. */
async function readiness(child: ChildProcess, { cluster, say }: Setup): Promise<Postmaster | null> {
  const failed = once(child, 'error').then(([error]) => refuse(failure(error as Failure, { home: cluster, log: cluster })));
  failed.catch(() => undefined);
  if (child.pid === undefined) await failed;
  for (let waited = 0; child.exitCode === null && child.signalCode === null; waited++) {
    const found = await postmasterOf(cluster);
    if (found?.state === 'ready' && found.pid === child.pid) return found;
    if (waited === 100) say('数据库上次没有正常关闭，正在恢复……');
    await sleep(20);
  }
  return null;
}

/** Kept small: what an older start said is of no use once it fills the disk. */
async function openLog(log: string) {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  return open(log, size > 8_000_000 ? 'w' : 'a', 0o600);
}
