import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse } from '../refusal.ts';
import { refusals } from './refusals.ts';

/** Who PostgreSQL runs as, since it refuses to be root. */
export type Account = { uid: number; gid: number };

/** Null: this process may run it itself. A database that is there already is run by its owner. */
export async function databaseAccount(cluster: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(cluster).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return serviceAccount(await readFile('/etc/passwd', 'utf8').catch(() => '')) ?? refuse(refusals.noAccount);
}

export function serviceAccount(passwd: string): Account | null {
  const lines = passwd.split('\n').map((line) => line.split(':'));
  const [, , uid, gid] = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Whether the account may pass through every folder above `path`; those not there yet will be made passable. */
export async function reaches(account: Account, path: string): Promise<boolean> {
  for (let above = dirname(path); ; above = dirname(above)) {
    const found = await stat(above).catch(() => null);
    if (found !== null && !mayPass(account, found)) return false;
    if (above === dirname(above)) return true;
  }
}

export function mayPass({ uid, gid }: Account, folder: Pick<Stats, 'mode' | 'uid' | 'gid'>): boolean {
  const needed = folder.uid === uid ? 0o100 : folder.gid === gid ? 0o010 : 0o001;
  return (folder.mode & needed) !== 0;
}
