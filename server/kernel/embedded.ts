import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Listening } from './embedded/configuration.ts';
import { alone } from './embedded/lock.ts';
import { settle } from './embedded/place.ts';
import { stopPostmaster } from './embedded/postmaster.ts';
import { programsFor } from './embedded/programs.ts';
import { refusalFor } from './embedded/refusals.ts';
import { ensureRunning, type Setup } from './embedded/start.ts';
import { enlist, inUse } from './embedded/users.ts';
import { watch } from './embedded/watch.ts';
import { Refused, refuse } from './refusal.ts';

type Wanted = {
  folder: string;
  say: (words: string) => void; // one line at a time, for the person who waits
  durable?: boolean; // false: quick and forgetful, for tests
};

export type EmbeddedPostgres = {
  connection: Listening & { database: string; username: string };
  stop: () => Promise<void>;
};

/**
 * The PostgreSQL 18 of a data folder: made on first use, shared by every process that asks for it, started again when it is
 * killed, stopped by the last that leaves. Throws `Refused` with what is wrong and what to do.
 */
export async function embeddedPostgres({ folder: given, say, durable = true }: Wanted): Promise<EmbeddedPostgres> {
  const folder = await inSentences(given, () => mkdir(given, { recursive: true }).then(() => realpath(given)));
  const [lock, users] = [join(folder, 'lock'), join(folder, 'users')];
  const { setup, leave } = await inSentences(folder, () =>
    alone(lock, async () => {
      const setup = await prepare(folder, durable, say);
      const leave = await enlist(users);
      await ensureRunning(setup).catch((error) => leave().then(() => Promise.reject(error)));
      return { setup, leave };
    }),
  );
  const unwatch = watch(setup.cluster, () => alone(lock, () => ensureRunning(setup)), say);
  const stop = async () => {
    await unwatch();
    await alone(lock, async () => {
      await leave();
      if (!(await inUse(users))) await stopPostmaster(setup.cluster);
    });
  };
  return { connection: { ...setup.listening, database: 'postgres', username: 'postgres' }, stop };
}

async function prepare(folder: string, durable: boolean, say: Wanted['say']): Promise<Setup> {
  const place = await settle(folder, say);
  return { ...place, programs: await programsFor(place.account, say), durable, say };
}

/** What the file system refuses is said like everything else. */
const inSentences = <T>(folder: string, run: () => Promise<T>): Promise<T> =>
  run().catch((error: Error) => {
    if (error instanceof Refused) throw error;
    refuse(refusalFor(error.message, { home: folder, log: join(folder, 'postgres.log') }));
  });
