import type { Db } from '../context.ts';
import { endLine, openLine, type Pool } from '../pool.ts';
import { rollBack } from '../queries.ts';

/** A connection; `tell` is whoever waits on it now, and hears when it is cut. */
export type Line = { db: Pool; cut: boolean; tell?: (cut: Error) => void };
/** `first` is what must be sent ahead of anything else: the end of the transaction that held the connection before. */
export type Held = { line: Line; first: '' | 'rollback; ' };
type Queue = { open: number; free: Line[]; waiting: ((held: Held) => void)[] };

const queues = new WeakMap<Pool, Queue>();
function queueOf(pool: Pool): Queue {
  const queue = queues.get(pool) ?? { open: 0, free: [], waiting: [] };
  queues.set(pool, queue);
  return queue;
}

/** One connection for one transaction; where all are taken, the next that is passed on. */
export async function takeConnection(pool: Pool): Promise<Held> {
  const queue = queueOf(pool);
  const line = queue.free.pop();
  if (line) return { line, first: '' };
  if (queue.open >= pool.options.max) return new Promise((resolve) => queue.waiting.push(resolve));
  queue.open += 1;
  return { line: newLine(pool, queue), first: '' };
}

function newLine(pool: Pool, queue: Queue): Line {
  const db = openLine(pool, () => {
    line.cut = true; // the driver would go on with a new connection, outside of any transaction
    line.tell?.(Object.assign(new Error('the connection was closed'), { code: 'CONNECTION_CLOSED' }));
    if (!queue.free.includes(line)) return;
    queue.free.splice(queue.free.indexOf(line), 1);
    drop(pool, line);
  });
  const line: Line = { db, cut: false };
  return line;
}

/** The same as `work`, or a failure as soon as the line is cut. One at a time on a connection. */
export const whileHeld = <T>(line: Line, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    line.tell = reject;
    work.then(resolve, reject);
  });

/** To whoever waits, at once: if its transaction is still `open`, the end travels with the beginning of the next. */
export function passOn(pool: Pool, line: Line, open: boolean): void {
  const queue = queueOf(pool);
  const next = line.cut ? undefined : queue.waiting.shift();
  if (line.cut) drop(pool, line);
  else if (next) next({ line, first: open ? 'rollback; ' : '' });
  else if (!open) queue.free.push(line);
  else {
    whileHeld(line, rollBack(line.db)).then(
      () => passOn(pool, line, false),
      () => drop(pool, line),
    );
  }
}

/** After a failure: what the failed act still had on its way is answered before the rollback, and it can send nothing behind it. */
export async function takeBack(pool: Pool, line: Line): Promise<void> {
  if (line.cut) return drop(pool, line);
  try {
    await whileHeld(line, rollBack(line.db));
    passOn(pool, line, false);
  } catch {
    drop(pool, line);
  }
}

/** The connection as one transaction sees it: once that is over or the line cut, what is still asked is not sent. */
export function lent(line: Line): { db: Db; over: () => void } {
  let isOver = false;
  const apply = (sql: Pool, _self: unknown, given: unknown[]) => {
    if (isOver || line.cut) throw new Error('a statement behind the end of its transaction');
    return Reflect.apply(sql, undefined, given);
  };
  const over = () => {
    isOver = true;
  };
  return { db: new Proxy(line.db, { apply }), over };
}

/** Another is opened in its place when somebody wants one. */
function drop(pool: Pool, line: Line): void {
  const queue = queueOf(pool);
  queue.open -= 1;
  endLine(pool, line.db);
  const next = queue.waiting.shift();
  if (next) void takeConnection(pool).then(next);
}
