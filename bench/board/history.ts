import type { Pool } from '../../server/kernel/pool.ts';

export const years = [2021, 2022, 2023] as const;
export const [units, monthly, months] = [80, 240, 36] as const; // articles a county and month, for three years
const first = '2020-11-01';
const tables = ['article', 'submission', 'claim', 'fact', 'commission'] as const;

/**
 * Three years of so many counties from this code on, as the owner: indexes and foreign keys come after the rows. The first is the
 * one at work, whose units and office stand there already; all months but the last are locked.
 */
export async function history(owner: Pool, code: number, counties: number, own: { units: readonly string[]; office: string }) {
  await owner.unsafe(`create function bench_id(text) returns uuid language sql immutable as
    $$ select overlay(overlay(md5($1) placing '7' from 13) placing '8' from 17)::uuid $$`);
  await owner`create table bench_unit as select ${code} + c as county_id, k,
    case when c = 0 then (${own.units as string[]}::uuid[])[k + 1] else bench_id(c || 'u' || k) end as id
    from generate_series(0, ${counties - 1}) c, generate_series(0, ${units - 1}) k`;
  await owner.begin(async (db) => {
    await db`set local session_replication_role = replica`;
    const indexes = await db<{ name: string; made: string }[]>`
      select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
      where i.indrelid = any(${[...tables]}::text[]::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;
    for (const { name } of indexes) await db.unsafe(`drop index ${name}`);
    await rosters(db as unknown as Pool, code);
    await plans(db as unknown as Pool, code, counties, own.office);
    for (let month = 0; month < months; month++)
      await aMonth(db as unknown as Pool, { code, counties, month, office: own.office });
    for (const { made } of indexes) await db.unsafe(made);
  });
  await owner`drop table bench_unit`;
  for (const table of [...tables, 'period', 'unit', 'unit_name', 'project', 'campaign', 'outlet'])
    await owner.unsafe(`vacuum analyze ${table}`);
}

async function rosters(db: Pool, code: number) {
  await db`insert into unit (county_id, id, kind, host, from_on, version)
    select county_id, id, 'government', k = 0, '2019-01-01', 1 from bench_unit where county_id > ${code}`;
  await db`insert into unit_name (county_id, unit_id, name, alias, from_on)
    select county_id, id, '第' || k + 1 || '局', false, '2019-01-01' from bench_unit where county_id > ${code}`;
  await db`insert into outlet (county_id, id, name, kind, mainstream, version)
    select county_id, bench_id(county_id || 'o' || k), '第' || k || '报', (array['paper', 'broadcast', 'site', 'app', 'account', 'brief'])[1 + k % 6], k < 6, 1
    from bench_unit where k < 12`;
  await db`insert into outlet_name (county_id, key, outlet_id, name, alias)
    select county_id, name, id, name, false from outlet where county_id >= ${code}`;
  await db`insert into outlet_tier (county_id, id, outlet_id, from_on, tier, reason, decided_by, decided_at)
    select county_id, bench_id(county_id || 't' || k), bench_id(county_id || 'o' || k), '2019-01-01', (array['municipal', 'provincial', 'county'])[1 + k / 4],
      '名录', gen_random_uuid(), now() from bench_unit where k < 12`;
}

async function plans(db: Pool, code: number, counties: number, office: string) {
  await db`insert into plan (county_id, id, year, title, issued_on, source, kept_repairs, answers, created_by, created_at, version)
    select ${code} + c, bench_id(${code} + c || 'p' || y), y, '方案', make_date(y, 1, 4), '', '{}', '{}', ${office}, now(), 1
    from generate_series(0, ${counties - 1}) c, unnest(${[...years]}::int[]) y`;
  await db`insert into project (county_id, id, plan_id, place, name, version)
    select county_id, bench_id(county_id || 'p' || year || 'j' || j), id, j, '第' || j || '项', 1 from plan, generate_series(0, 17) j where county_id >= ${code}`;
  await db`insert into campaign (county_id, id, plan_id, place, no, theme, from_on, to_on, days, window_text, precision, line, version)
    select county_id, bench_id(county_id || 'p' || year || 'g' || g), id, g, g::text, '主题' || g, make_date(year, 1 + g, 5), make_date(year, 1 + g, 12),
      '{}', '', 'day', g, 1 from plan, generate_series(0, 10) g where county_id >= ${code}`;
  await db`insert into campaign_project (county_id, campaign_id, project_id, place)
    select county_id, bench_id(county_id || 'p' || year || 'g' || j % 11), bench_id(county_id || 'p' || year || 'j' || j), j
    from plan, generate_series(0, 17) j where county_id >= ${code}`;
  await db`insert into campaign_unit (county_id, campaign_id, unit_id, place, role)
    select p.county_id, bench_id(p.county_id || 'p' || year || 'g' || k % 11), u.id, k, 'responsible'
    from plan p join bench_unit u on u.county_id = p.county_id and u.k between 1 and 22`;
  await db`insert into duty (county_id, id, plan_id, place, what, count, per, each, line, from_version)
    select county_id, bench_id(county_id || 'd' || year || d), id, d, '第' || d || '件', 3, 'month', 'unit', d, 1
    from plan, generate_series(0, 17) d where county_id >= ${code}`;
}

type Month = { code: number; counties: number; month: number; office: string };
/** Of 240 articles 96 are published; each of both is a fact. */
async function aMonth(db: Pool, { code, counties, month, office }: Month) {
  const [{ from = '' } = {}] = await db<
    { from: string }[]
  >`select (${first}::date + make_interval(months => ${month}))::date::text as from`;
  const last = month === months - 1;
  await db`insert into period (county_id, month, version, locked_at, locked_by)
    select ${code} + c, ${from.slice(0, 7)}, ${monthly}, ${last ? db`null` : db`now()`}, ${last ? db`null` : db`gen_random_uuid()`}
    from generate_series(0, ${counties - 1}) c`;
  await db`create temp table this_month on commit drop as
    select u.county_id, n, u.id as unit_id, bench_id(u.county_id || 'a' || ${month}::int || '-' || n) as article_id
    from generate_series(0, ${monthly - 1}) n join bench_unit u on u.k = 1 + n % ${units - 1}`;
  await db`insert into article (county_id, id, unit_id, origin, author_id, title, body, pictures, genre, project_id, campaign_id, state, version_no, version, created_at, saved_at)
    select u.county_id, u.article_id, u.unit_id, 'unit', ${office}, '把民生实事办到群众家门口', '水通了。', '[]', 'news',
      case when n % 4 > 0 then bench_id(u.county_id || 'p' || ${Number(from.slice(0, 4))}::int || 'j' || n % 18) end,
      case when n % 2 > 0 then bench_id(u.county_id || 'p' || ${Number(from.slice(0, 4))}::int || 'g' || n % 11) end,
      ${last ? 'submitted' : 'taken'}, 1, 1, now(), now()
    from this_month u`;
  await db`insert into submission (county_id, id, article_id, version_no, submitted_on, submitted_at, outcome, reason, fact_id)
    select county_id, gen_random_uuid(), article_id, 1, ${from}::date + n % 28, now(),
      ${last ? null : 'taken'}, '', gen_random_uuid()
    from this_month`;
  await db`insert into claim (county_id, id, unit_id, article_id, outlet_id, outlet_text, outlet_key, published_on, title, form, placement, state,
      claimed_by, claimed_on, claimed_at, decided_by, decided_on, decided_at, reason, fact_id, tier, tier_row, version)
    select u.county_id, gen_random_uuid(), u.unit_id, u.article_id,
      bench_id(u.county_id || 'o' || n % 12), '第' || n % 12 || '报', '第' || n % 12 || '报', ${from}::date + n % 28, '把民生实事办到群众家门口', 'sole', 'ordinary', 'accepted',
      ${office}, ${from}::date + n % 28, now(), gen_random_uuid(), ${from}::date + n % 28, now(), '', gen_random_uuid(),
      (array['municipal', 'provincial', 'county'])[1 + n % 12 / 4], bench_id(u.county_id || 't' || n % 12), 1
    from this_month u where n % 5 < 2`;
  await db`insert into fact (county_id, id, unit_id, kind, day, period, verified, attributes, evidence, source_id, recorded_by, recorded_at)
    select u.county_id, gen_random_uuid(), u.unit_id, k.kind, ${from}::date + n % 28, ${from.slice(0, 7)}, true,
      jsonb_build_object('article', n::text, 'title', '把民生实事办到群众家门口') || case when k.sign = 'f' then '{}' else
        jsonb_build_object('carrier', '第' || n % 12 || '报', 'tier', (array['municipal', 'provincial', 'county'])[1 + n % 12 / 4]) end,
      '{}', gen_random_uuid(), ${office}, now()
    from this_month u join (values ('f', 'submission'), ('h', 'adoption')) k (sign, kind) on k.sign = 'f' or n % 5 < 2`;
  await db`insert into commission (county_id, id, unit_id, title, wishes, project_id, due_on, late_from, ordered_by, ordered_on, ordered_at, state, reason, version,
      delivered_on, article_id, fact_id)
    select u.county_id, gen_random_uuid(), u.unit_id, '约一篇', '政策内容',
      bench_id(u.county_id || 'p' || ${Number(from.slice(0, 4))}::int || 'j' || n % 18), ${from}::date + 20, ${from}::date + 21, ${office}, ${from}::date + n % 10, now(),
      ${last ? 'open' : 'delivered'}, '', 1, ${last ? db`null` : db`${from}::date + 19`},
      ${last ? db`null` : db`u.article_id`}, ${last ? db`null` : db`gen_random_uuid()`}
    from this_month u where n < 20`;
  await db`drop table this_month`;
}
