import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuse } from '../refusal.ts';
import { type Account, databaseAccount, mayPass, reaches } from './account.ts';
import type { Listening } from './configuration.ts';
import { commonFolder, makePassable } from './programs.ts';
import { refusals } from './refusals.ts';

export type Place = { home: string; cluster: string; log: string; account: Account | null; listening: Listening };

/** Where the database of a data folder lies and listens, who runs it, and what rights that takes. */
export async function settle(folder: string, say: (words: string) => void): Promise<Place> {
  const note = join(folder, 'moved-to');
  const moved = (await readFile(note, 'utf8').catch(() => '')).trim();
  const account = await databaseAccount(join(moved || folder, 'cluster'));
  const home = moved || (account === null || (await reaches(account, folder)) ? folder : await elsewhere(folder, note, say));
  await mkdir(home, { recursive: true, mode: 0o700 });
  if (account !== null) await letIn(account, home);
  const listening = await listeningIn(home, account);
  return { home, cluster: join(home, 'cluster'), log: join(folder, 'postgres.log'), account, listening };
}

/** The account's group may pass through, and nobody else. */
async function letIn(account: Account, home: string): Promise<void> {
  const found = await stat(home);
  if (mayPass(account, found)) return;
  await chown(home, found.uid, account.gid);
  await chmod(home, 0o710);
}

/** Noted in the data folder, so that a new clone at the same path never meets the database of an older one. */
async function elsewhere(folder: string, note: string, say: (words: string) => void): Promise<string> {
  const first = join(commonFolder, shortName(folder));
  let home = first;
  for (let next = 2; await stat(home).catch(() => null); next++) home = `${first}-${next}`;
  say(`数据库账户进不了 ${folder}，数据库改放在 ${home}。`);
  await makePassable(commonFolder);
  await mkdir(home, { mode: 0o700 });
  await writeFile(note, `${home}\n`);
  return home;
}

async function listeningIn(home: string, account: Account | null): Promise<Listening> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: 20_000 + (Number.parseInt(shortName(home), 16) % 20_000) };
  const inside = join(home, 'socket');
  const host = Buffer.byteLength(inside) <= 80 ? inside : await shortFolder(home, account); // with its file's name, 104 bytes is the least
  await mkdir(host, { recursive: true, mode: 0o700 });
  if (account !== null) await chown(host, account.uid, account.gid);
  await chmod(host, 0o700);
  return { host, port: 5432 };
}

/** A stranger may have put a folder of that name into the common one first. */
async function shortFolder(home: string, account: Account | null): Promise<string> {
  const usual = join(tmpdir(), `minsheng-${shortName(home)}`);
  const folder = account === null || (await reaches(account, usual)) ? usual : join('/tmp', `minsheng-${shortName(home)}`);
  const owner = account?.uid ?? process.getuid?.();
  const found = await lstat(folder).catch(() => null);
  if (found !== null && (!found.isDirectory() || (found.uid !== owner && found.uid !== 0))) refuse(refusals.takenFolder(folder));
  return folder;
}

const shortName = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 10);
