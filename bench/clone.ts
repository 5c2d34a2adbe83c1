import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** The project as a stranger would clone it now, beside an npm cache that has nothing in it. */
export type Clone = { folder: string; env: NodeJS.ProcessEnv; port: number };

export async function freshClone(): Promise<Clone> {
  const place = await mkdtemp(join(tmpdir(), 'minsheng-clone-'));
  await chmod(place, 0o755); // root's database runs as somebody else
  const folder = join(place, 'clone');
  const project = join(import.meta.dirname, '..');
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: project });
  const kept = stdout.split('\0').filter((path) => path !== '');
  for (const path of kept) await cp(join(project, path), join(folder, path), { recursive: true }).catch(ignoreDeleted);
  const port = await freePort();
  return { folder, port, env: strangersEnvironment(join(place, 'cache'), port) };
}

export const removeClone = ({ folder }: Clone) => rm(join(folder, '..'), { recursive: true });

const ignoreDeleted = (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : Promise.reject(error));

/** Without what npm told this run, and without this project's tools on the path. */
function strangersEnvironment(cache: string, port: number): NodeJS.ProcessEnv {
  const told = /^(npm_(package|lifecycle|command|execpath|node_execpath|config_loglevel)|INIT_CWD|DATABASE_|MINSHENG_)/;
  const kept = Object.entries(process.env).filter(([name]) => !told.test(name));
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), npm_config_cache: cache, PORT: String(port) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** `npm …` in the clone; what it says goes to standard error. */
export function npm({ folder, env }: Clone, ...args: string[]): ChildProcess {
  const child = spawn('npm', args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout?.pipe(process.stderr, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  return child;
}

/** What a folder takes on the disk, in MB. */
export async function megabytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(entries.map((entry) => lstat(join(folder, entry)).then(({ blocks }) => blocks * 512)));
  return sizes.reduce((a, b) => a + b, 0) / 1e6;
}

/** What a process and its descendants hold of the memory in MiB, shared pages shared out; null where nothing tells. */
export async function residentMebibytes(pid: number): Promise<number | null> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => null);
  if (rollup === null) return null;
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim();
  const below = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map((child) => residentMebibytes(Number(child))),
  );
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1]) / 1024 + below.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}
