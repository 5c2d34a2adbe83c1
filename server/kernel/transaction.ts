import type { Db } from './context.ts';
import type { Pool } from './pool.ts';
import { enterCounty } from './queries.ts';

/** Everything that `run` writes becomes visible at once, or nothing does. */
export const inCounty = <T>(pool: Pool, county: number, run: (db: Db) => Promise<T>) =>
  pool.begin((db) => {
    const entered = enterCounty(db, county); // sent ahead of what `run` asks, and waited for with it
    return Promise.all([run(db), entered]).then(([result]) => result);
  }) as Promise<T>;

/**
 * One snapshot of one county. Begin and enter are sent ahead without waiting for their answers, and the result does not wait
 * for the end of the transaction: a page costs one round trip for each question it asks, and none beside.
 */
export async function lookingAtCounty<T>(pool: Pool, county: number, run: (db: Db) => Promise<T>): Promise<T> {
  const db = await pool.reserve();
  const begun = Promise.all([db`begin isolation level repeatable read read only`.execute(), enterCounty(db, county)]);
  try {
    const [result] = await Promise.all([run(db), begun]);
    return result;
  } finally {
    begun.catch(() => undefined); // told by `run`, whose question failed with it
    db`rollback`.execute().then(
      () => db.release(),
      () => db.release(),
    );
  }
}
