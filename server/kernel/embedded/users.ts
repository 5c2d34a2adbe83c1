import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, markOf, type ProcessMark } from '../processes.ts';

let enlisted = 0;

/** Notes that this process uses the database, once more for each call; what comes back strikes the note out. */
export async function enlist(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const note = join(folder, `${process.pid}-${enlisted++}`);
  await writeFile(note, JSON.stringify(await markOf(process.pid)));
  return () => rm(note, { force: true });
}

/** Whether a living process is noted; notes of dead ones are struck out on the way. */
export async function inUse(folder: string): Promise<boolean> {
  const notes = await readdir(folder).catch(() => []);
  const alive = await Promise.all(notes.map((note) => isStanding(join(folder, note))));
  return alive.includes(true);
}

async function isStanding(note: string): Promise<boolean> {
  const text = await readFile(note, 'utf8').catch(() => '');
  if (text !== '' && (await isAlive(JSON.parse(text) as ProcessMark))) return true;
  await rm(note, { force: true });
  return false;
}
