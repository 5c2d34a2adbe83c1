import { type Database, openDatabase } from '../database.ts';
import type { Context } from '../kernel/context.ts';
import { refusal, refuse } from '../kernel/refusal.ts';
import { lookingAtCounty } from '../kernel/transaction.ts';
import { demoCounties, seedDemo } from '../seeding.ts';
import { settings } from '../settings.ts';
import { say } from './say.ts';

const noCounty = (code: number) =>
  refusal('command.noCounty', 404, `没有 ${code} 这个县，请核对代码，或先用 county create 建县。`);
const noneYet = refusal('command.noneYet', 404, '数据库里还没有县，请先用 county create 建县。');

/** Opens the database for one command, beside a running server or alone; a Ctrl-C leaves none running behind. */
export async function withDatabase<T>(run: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(say);
  const interrupted = () => void database.stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await run(database);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await database.stop();
  }
}

type Looking = Pick<Context, 'db' | 'county' | 'now'>;

/** One snapshot of the county that was named, else of the first; a demo county is made if it is not there yet. */
export const lookingAt = <T>(code: string | undefined, run: (context: Looking) => Promise<T>): Promise<T> =>
  withDatabase(async (database) => {
    const county = await countyIn(database, code);
    return lookingAtCounty(database.pool, county, (db) => run({ db, county, now: new Date() }));
  });

async function countyIn(database: Database, code: string | undefined): Promise<number> {
  const usual = settings.county ?? (database.embedded ? demoCounties[0].code : ([...database.counties][0] ?? refuse(noneYet)));
  const county = code === undefined ? usual : Number(code);
  if (database.embedded && demoCounties.some((demo) => demo.code === county)) await seedDemo(database, say);
  return database.counties.has(county) ? county : refuse(noCounty(county));
}
