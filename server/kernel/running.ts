import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, markOf, type ProcessMark } from './processes.ts';

type Running = { mark: ProcessMark; address: string };

const noteIn = (folder: string) => join(folder, 'running.json');

/** Tells later starts that this process serves the data folder at `address`; what comes back takes the word back. */
export async function announceRunning(folder: string, address: string): Promise<() => Promise<void>> {
  const [note, text] = [noteIn(folder), JSON.stringify({ mark: await markOf(process.pid), address } satisfies Running)];
  await mkdir(folder, { recursive: true }); // with a database elsewhere nobody has made it yet
  const half = `${note}.${process.pid}`;
  await writeFile(half, text);
  await rename(half, note);
  return async () => {
    if ((await readFile(note, 'utf8').catch(() => null)) === text) await rm(note, { force: true });
  };
}

/** The address of the server that serves this data folder already; null when none does, or the one that did is silent. */
export async function findRunning(folder: string): Promise<string | null> {
  const running = await readNote(noteIn(folder));
  if (running === null || !(await isAlive(running.mark))) return null;
  return (await answers(running.address)) ? running.address : null;
}

async function readNote(note: string): Promise<Running | null> {
  try {
    return JSON.parse(await readFile(note, 'utf8')) as Running;
  } catch {
    return null; // missing, or cut short by a full disk
  }
}

const answers = (address: string) =>
  fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(3000) }).then(
    () => true,
    () => false,
  );
