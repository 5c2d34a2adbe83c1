import type { Pool, ReservedDb } from '../pool.ts';
import { rollBack } from '../queries.ts';

/** `first` is what must be sent ahead of anything else: the end of the transaction that held the connection before. */
export type Held = { db: ReservedDb; first: '' | 'rollback; ' };
/** What the driver says when the line is cut between two statements: it tells this to nobody who reserved a connection. */
type Line = { cut?: Error; tell?: (cut: Error) => void };
const lines = new WeakMap<ReservedDb, Line>();

/** The driver's own hook, which its `begin` uses too: hears of the end of the connection on which the statement went out. */
export const watching = (db: ReservedDb) => ({
  onexecute: (connection: { onclose?: (cut: Error) => void }) => {
    connection.onclose = (cut) => {
      const line = lineOf(db);
      line.cut = cut;
      line.tell?.(cut);
    };
    return true;
  },
});

/** The same as `work`, or a failure as soon as the line is cut. One at a time on a connection. */
export const whileHeld = <T>(db: ReservedDb, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const line = lineOf(db);
    if (line.cut) reject(line.cut);
    line.tell = reject;
    work.then(resolve, reject);
  });

function lineOf(db: ReservedDb): Line {
  const line = lines.get(db) ?? {};
  lines.set(db, line);
  return line;
}
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
    whileHeld(db, rollBack(db)).then(
      () => passOn(pool, db, false),
      () => dropConnection(pool),
    );
  } else {
    queue.held -= 1;
    db.release();
  }
}

/** After a failure: what the failed act still had on its way is answered before the rollback, and it can send nothing behind it. */
export async function takeBack(pool: Pool, db: ReservedDb, error: unknown): Promise<void> {
  if (isLost(error) || lineOf(db).cut) return dropConnection(pool); // what is sent there now is answered to whoever comes next
  try {
    await whileHeld(db, rollBack(db));
    passOn(pool, db, false);
  } catch {
    dropConnection(pool);
  }
}

/** The connection as one transaction sees it: once that is over, what a straggler of it still asks is not sent to the next. */
export function lent(db: ReservedDb): { db: ReservedDb; over: () => void } {
  let isOver = false;
  const apply = (sql: ReservedDb, self: unknown, given: unknown[]) => {
    if (isOver) throw new Error('a statement behind the end of its transaction');
    return Reflect.apply(sql, self, given);
  };
  const over = () => {
    isOver = true;
  };
  return { db: new Proxy(db, { apply }), over };
}

/** The driver opens another in its place. */
function dropConnection(pool: Pool): void {
  const queue = queueOf(pool);
  queue.held -= 1;
  const next = queue.waiting.shift();
  if (next) takeConnection(pool).then(next.resolve, next.reject);
}

const isLost = (error: unknown) => error instanceof Error && /^(CONN|57P|E[A-Z]+$)/.test(`${(error as { code?: string }).code}`);

function queueOf(pool: Pool): Queue {
  const queue = queues.get(pool) ?? { held: 0, waiting: [] };
  queues.set(pool, queue);
  return queue;
}
