import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pool, ReservedDb } from '../pool.ts';
import { rollBack } from '../queries.ts';

/** `first` is what must be sent ahead of anything else: the end of the transaction that held the connection before. */
export type Held = { db: ReservedDb; first: '' | 'rollback; ' };
type Queue = { held: number; waiting: { resolve: (held: Held) => void; reject: (error: Error) => void }[] };

const queues = new WeakMap<Pool, Queue>();

/** One connection for one transaction; where all are taken, the next that is passed on. */
export async function takeConnection(pool: Pool): Promise<Held> {
  const queue = queueOf(pool);
  if (queue.held >= pool.options.max) return new Promise((resolve, reject) => queue.waiting.push({ resolve, reject }));
  queue.held += 1;
  try {
    return { db: await pool.reserve(), first: '' };
  } catch (error) {
    dropConnection(pool);
    throw error;
  }
}

/** To whoever waits, at once: if its transaction is still `open`, the end travels with the beginning of the next. */
export function passOn(pool: Pool, db: ReservedDb, open: boolean): void {
  const queue = queueOf(pool);
  const next = queue.waiting.shift();
  if (next) {
    next.resolve({ db, first: open ? 'rollback; ' : '' });
  } else if (open) {
    rollBack(db).then(
      () => passOn(pool, db, false),
      () => dropConnection(pool),
    );
  } else {
    queue.held -= 1;
    db.release();
  }
}

/**
 * After a failure. What the failed act still had on its way is answered first: what it asks after the rollback fails for want
 * of a county, so that by the second nothing of it is left that could reach into the transaction of another.
 */
export async function takeBack(pool: Pool, db: ReservedDb, error: unknown): Promise<void> {
  if (isLost(error)) return dropConnection(pool);
  try {
    await rollBack(db);
    await nextTurn();
    await rollBack(db);
    passOn(pool, db, false);
  } catch {
    dropConnection(pool);
  }
}

/** The driver opens another in its place. */
function dropConnection(pool: Pool): void {
  const queue = queueOf(pool);
  queue.held -= 1;
  const next = queue.waiting.shift();
  if (next) takeConnection(pool).then(next.resolve, next.reject);
}

const isLost = (error: unknown) => error instanceof Error && /^CONN/.test(`${(error as { code?: string }).code}`);

function queueOf(pool: Pool): Queue {
  const queue = queues.get(pool) ?? { held: 0, waiting: [] };
  queues.set(pool, queue);
  return queue;
}
