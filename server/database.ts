import { join } from 'node:path';
import { embeddedPostgres } from './kernel/embedded.ts';
import { migrate } from './kernel/migration.ts';
import { connect, type Pool } from './kernel/pool.ts';
import { distributes } from './kernel/queries.ts';
import { refusal, refuse } from './kernel/refusal.ts';
import { settings } from './settings.ts';

const gone = refusal('database.gone', 503, '连不上 DATABASE_URL 指的数据库；请检查地址、账号和网络，或去掉它用自带的数据库。');
const badUrl = refusal('database.badUrl', 503, 'DATABASE_URL 写得不对；请写成 postgres://账号:密码@地址:端口/库名。');
const closed = refusal('database.closed', 503, '数据库不让 minsheng_app 登录；请给这个角色设密码，写进 DATABASE_APP_URL。');

/** `counties` are those that existed at the start, and those that somebody has written in through this process since. */
export type Database = { pool: Pool; embedded: boolean; counties: Set<number>; stop: () => Promise<void> };

/** The migrated database, entered as the role that owns nothing. `say` gets one line at a time for the person who waits. */
export async function openDatabase(
  say: (words: string) => void,
  folder = join(settings.data, 'postgres'),
  durable = true,
): Promise<Database> {
  if (settings.databaseUrl !== undefined) return openServer(settings.databaseUrl);
  const { connection, stop } = await embeddedPostgres({ folder, say, durable });
  const counties = await withOwner(connect(connection, undefined, 1));
  const pool = connect(connection, 'minsheng_app');
  return { pool, embedded: true, counties, stop: () => pool.end({ timeout: 2 }).then(stop) };
}

async function openServer(url: string): Promise<Database> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) refuse(badUrl);
  const owner = connect(url, undefined, 1);
  const distributed = await distributes(owner).catch(() => refuse(gone));
  const counties = await withOwner(owner);
  const pool = connect(settings.databaseAppUrl ?? url, settings.databaseAppUrl ? undefined : 'minsheng_app', 12, distributed);
  await pool`select 1`.catch(() => refuse(closed));
  return { pool, embedded: false, counties, stop: () => pool.end({ timeout: 2 }) };
}

async function withOwner(owner: Pool) {
  try {
    await migrate(owner, join(settings.project, 'database/migrations'));
    const found = await owner<{ countyId: number }[]>`select county_id from county order by county_id`;
    return new Set(found.map(({ countyId }) => countyId));
  } finally {
    await owner.end();
  }
}
