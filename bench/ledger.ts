import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordFact } from '../server/fact/actions.ts';
import { act } from '../server/founding.ts';
import { CountyDate } from '../server/kernel/dates.ts';
import { embeddedPostgres } from '../server/kernel/embedded.ts';
import { newId } from '../server/kernel/ids.ts';
import { log } from '../server/kernel/log.ts';
import { migrate } from '../server/kernel/migration.ts';
import { connect, type Pool } from '../server/kernel/pool.ts';
import { app } from '../server/modules.ts';
import { history, type Province, province } from './ledger/province.ts';
import { row, timed } from './measure.ts';
import type { Row } from './row.ts';

log.level = 'warn';

/** Five million facts of a province's history in the tables; one county at work. The page's own address answers, session and row security on. */
export async function run(): Promise<Row[]> {
  const data = await mkdtemp(join(tmpdir(), 'minsheng-bench-'));
  await chmod(data, 0o755); // the database's account passes through
  const { connection, stop } = await embeddedPostgres({ folder: join(data, 'postgres'), say: () => undefined, durable: false });
  const owner = connect({ ...connection }, undefined, 2);
  const pool = connect({ ...connection }, 'minsheng_app', 6);
  try {
    await migrate(owner, join(import.meta.dirname, '../database/migrations'));
    const place = await province(pool);
    const facts = await history(owner, place);
    return await measured(owner, pool, place, facts);
  } finally {
    await pool.end();
    await owner.end();
    await stop();
    await rm(data, { recursive: true, force: true });
  }
}

async function measured(owner: Pool, pool: Pool, place: Province, facts: number): Promise<Row[]> {
  const shown = () => page(pool, place);
  const record = async () => {
    const given = { unit: place.units[1] as never, kind: 'adoption' as const, day: CountyDate.parse(`${place.month}-10`) };
    const attributes = { tier: 'municipal' as const, carrier: '邵阳日报', title: '水引到田头' };
    return act(
      pool,
      place.code,
      place.office,
      (context) => recordFact(context, { ...given, attributes, sourceId: newId(context.now) }),
      place.today,
    );
  };
  for (let round = 0; round < 20; round++) await record().then(shown); // warm
  let before = 0;
  const fresh = await timed(
    30,
    async () => {
      if (totalOf((await shown()).table, place) !== before + 500) throw new Error('the new fact is not shown');
    },
    async () => {
      before = totalOf((await shown()).table, place);
      await record();
    },
  );
  const reading = await timed(50, shown);
  const whole = row('floor grouping query', await timed(3, () => grouped(owner)));
  await sameFigures(await shown(), await grouped(owner), place);
  const count: Row = { ...row('facts of history', [facts]), unit: '条', better: 'higher' };
  return [row('new fact shown', fresh), row('reading the league table', reading, whole), count, whole];
}

type Page = { table: { unit: string; total: string; adoptions: number; submitted: number }[] };
async function page(pool: Pool, { code, cookie, month }: Province): Promise<Page> {
  const host = `${code}.localhost`;
  const bindings = { pool, defaultCounty: code, counties: new Set([code]), address: '127.0.0.1' };
  const reply = await app.request(`http://${host}/api/months/${month}`, { headers: { host, cookie } }, bindings);
  if (reply.status !== 200) throw new Error(`${reply.status}: ${await reply.text()}`);
  return (await reply.json()) as Page;
}

const hundredths = (points: string) => Math.round(Number(points) * 100);
const totalOf = (table: Page['table'], { units }: Province) =>
  hundredths(table.find(({ unit }) => unit === units[1])?.total ?? '0');

type Group = { county: number; period: string; unit: string; adoptions: number; submitted: number; total: number };
/** The plain way: counts and points of every county, month and unit by one query over all facts. */
const grouped = (owner: Pool): Promise<Group[]> => owner<Group[]>`
  select county_id as county, period, unit_id as unit, count(*) filter (where kind = 'adoption')::int as adoptions,
    count(*) filter (where kind = 'submission')::int as submitted,
    sum(case when kind <> 'adoption' then 100 when attributes ->> 'tier' = 'provincial' then 800 when attributes ->> 'tier' = 'municipal' then 500
      else 200 end)::int as total
  from fact group by county_id, period, unit_id`;

async function sameFigures({ table }: Page, groups: readonly Group[], { code, month }: Province) {
  const own = new Map(
    groups.filter(({ county, period }) => county === code && period === month).map((each) => [each.unit, each]),
  );
  for (const { unit, total, adoptions, submitted } of table) {
    const { total: sum = 0, adoptions: taken = 0, submitted: sent = 0 } = own.get(unit) ?? {};
    if (hundredths(total) !== sum || adoptions !== taken || submitted !== sent) {
      throw new Error(`${unit}: the table says ${total} ${adoptions} ${submitted}, the query ${sum} ${taken} ${sent}`);
    }
  }
  if (own.size !== table.filter(({ adoptions, submitted }) => adoptions + submitted > 0).length)
    throw new Error('units are missing');
}
