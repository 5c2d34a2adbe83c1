import postgres from 'postgres';
import type { Db } from './context.ts';
import { isDistributed, type Pool } from './pool.ts';
import { enterCounty } from './queries.ts';
import { lent, passOn, takeBack, takeConnection, whileHeld } from './transaction/connections.ts';

type Statement = postgres.PendingQuery<postgres.Row[]>;
type Writes = { sent: Promise<unknown>[]; last: (() => Statement | null)[]; fault?: unknown };
const writesOf = new WeakMap<Db, Writes>();

const writesIn = (db: Db): Writes => {
  const writes = writesOf.get(db);
  if (!writes) throw new TypeError('a write outside of inCounty');
  return writes;
};

/** Asked once, ahead of the commit: what the act has gathered by then goes out in one statement, or was sent before (null). */
export function lastOfAll(db: Db, make: () => Statement | null): void {
  writesIn(db).last.push(make);
}

/** Sends one statement now and has it answered with the commit: a write on which nothing later in the act rests. If it fails, so does the whole act. */
export function alongside(db: Db, write: Statement): void {
  const writes = writesIn(db);
  writes.sent.push(write.execute());
  write.catch((fault) => {
    writes.fault ??= fault;
  });
}

/** Statements behind one that failed only say that it did. */
const causeOf = (error: unknown, { fault }: Writes) =>
  fault !== undefined && error instanceof postgres.PostgresError && error.code === '25P02' ? fault : error;

/**
 * Everything that `run` writes becomes visible at once, or nothing does. The commit is sent behind the last write without
 * waiting for its answer: a write that failed has made a rollback of it, which is never taken for a commit. `once` is a name
 * in hexadecimal that only one transaction of the county may hold at a time.
 */
export async function inCounty<T>(pool: Pool, county: number, run: (db: Db) => Promise<T>, once?: string): Promise<T> {
  const { line, first } = await takeConnection(pool);
  const begun = enterCounty(line.db, { begin: `${first}begin`, county, once, distributed: isDistributed(pool) });
  const [loan, writes]: [ReturnType<typeof lent>, Writes] = [lent(line), { sent: [], last: [] }];
  writesOf.set(loan.db, writes);
  try {
    const [result] = await whileHeld(line, Promise.all([run(loan.db), begun]));
    for (const make of writes.last) {
      const write = make();
      if (write) alongside(loan.db, write);
    }
    loan.over();
    const [{ command }] = await whileHeld(line, Promise.all([line.db`commit`.execute(), ...writes.sent]));
    if (command !== 'COMMIT') throw new Error('a statement failed whose answer nobody awaited');
    passOn(pool, line, false);
    return result;
  } catch (error) {
    loan.over();
    await takeBack(pool, line);
    throw causeOf(error, writes);
  }
}

/**
 * One snapshot of one county. Begin and enter are sent ahead without waiting for their answers, and the result does not wait
 * for the end of the transaction: a page costs one round trip for each question it asks, and none beside.
 */
export async function lookingAtCounty<T>(pool: Pool, county: number, run: (db: Db) => Promise<T>): Promise<T> {
  const { line, first } = await takeConnection(pool);
  const begun = enterCounty(line.db, {
    begin: `${first}begin isolation level repeatable read read only`,
    county,
    distributed: isDistributed(pool),
  });
  const loan = lent(line);
  try {
    const [result] = await whileHeld(line, Promise.all([run(loan.db), begun]));
    loan.over();
    passOn(pool, line, true);
    return result;
  } catch (error) {
    loan.over();
    await takeBack(pool, line);
    throw error;
  }
}
