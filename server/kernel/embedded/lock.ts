import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, markOf, type ProcessMark } from '../processes.ts';

let taken = 0;

/** Runs while no other process, nor another caller in this one, holds `file`. What a dead process left is taken over. */
export async function alone<T>(file: string, run: () => Promise<T>): Promise<T> {
  while (!(await take(file))) await sleep(20);
  try {
    return await run();
  } finally {
    await rm(file, { force: true });
  }
}

/** Linked into place rather than created there, so that nobody ever reads a lock without its holder. */
async function take(file: string): Promise<boolean> {
  const mine = `${file}.${process.pid}.${taken++}`;
  await writeFile(mine, JSON.stringify(await markOf(process.pid)));
  try {
    await link(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await removeIfAbandoned(file, `${mine}.abandoned`);
    return false;
  } finally {
    await rm(mine, { force: true });
  }
}

/** Two may find the same dead holder: whoever moved a living one's lock away in between puts it back. */
async function removeIfAbandoned(file: string, aside: string): Promise<void> {
  if (await isHeld(file)) return;
  await rename(file, aside).catch(() => undefined);
  if (await isHeld(aside)) await link(aside, file);
  await rm(aside, { force: true });
}

async function isHeld(file: string): Promise<boolean> {
  const holder = await readFile(file, 'utf8').catch(() => null);
  return holder !== null && isAlive(JSON.parse(holder) as ProcessMark);
}
