import { putInForce } from '../../server/assessment/actions/scheme.ts';
import { Scheme } from '../../server/assessment/scheme.ts';
import { act, commandLine, found } from '../../server/founding.ts';
import { invitePerson } from '../../server/identity/actions/person.ts';
import { acceptInvitation } from '../../server/identity/actions/session.ts';
import { addUnits } from '../../server/identity/actions/unit.ts';
import { hashed } from '../../server/identity/passwords.ts';
import type { Actor } from '../../server/kernel/context.ts';
import { CountyDate } from '../../server/kernel/dates.ts';
import type { Id } from '../../server/kernel/ids.ts';
import type { Pool } from '../../server/kernel/pool.ts';

const [code, units, months, counties, each] = [430523, 80, 51, 122, 804];
const month = '2023-10';
const today = CountyDate.parse('2023-10-31');

/** Plain points, so that a grouping query comes to the same. */
const scheme = {
  ...{ id: '明细', name: '逐条计分', mode: 'score', from: '2019-08-01', ties: [], listedOnly: [] },
  groups: [{ name: '县直', ranked: true }],
  clauses: [
    { no: '一', title: '报送', kind: 'points', counts: 'submission', rates: [{ points: '1.00' }] },
    { no: '二', title: '省级', kind: 'points', counts: 'adoption', where: { tier: ['provincial'] }, rates: [{ points: '8.00' }] },
    { no: '三', title: '市级', kind: 'points', counts: 'adoption', where: { tier: ['municipal'] }, rates: [{ points: '5.00' }] },
    { no: '四', title: '县级', kind: 'points', counts: 'adoption', where: { tier: ['county'] }, rates: [{ points: '2.00' }] },
  ],
};

const ground = { proposedBy: null, basis: '基准', paper: null };

/** One county at work, founded and staffed by acts. */
export async function province(pool: Pool) {
  await found(pool, { code, name: '某县', demoDay: today });
  const registrar: Actor = { ...commandLine, roles: ['securityAdmin', 'systemAdmin', 'officeStaff'] };
  const asked = Array.from({ length: units }, (_, place) => {
    return {
      name: `第${place + 1}局`,
      kind: 'government' as const,
      code: null,
      host: false,
      fromOn: CountyDate.parse('2019-01-01'),
    };
  });
  const { ids } = await act(pool, code, registrar, (context) => addUnits(context, asked), today);
  const person = { account: 'office', name: '李卫平', unitId: null, roles: ['officeStaff'] as const };
  const invited = await act(
    pool,
    code,
    registrar,
    (context) => invitePerson(context, { ...person, unitId: ids[0] ?? null, roles: ['officeStaff'] }),
    today,
  );
  const password = await hashed('Ceshi-2023-mima');
  const { secret } = await act(
    pool,
    code,
    commandLine,
    (context) => acceptInvitation(context, invited.invitation, password, ''),
    today,
  );
  const office: Actor = { id: invited.id as Id<'person'>, name: person.name, unitId: ids[0] ?? null, roles: ['officeStaff'] };
  await act(pool, code, office, (context) => putInForce(context, Scheme.parse(scheme), ground), today);
  return { code, month, today, office, units: ids as readonly string[], cookie: `session=${code}.${secret}` };
}
export type Province = Awaited<ReturnType<typeof province>>;

/**
 * Four years and a quarter of 122 counties with 80 units each, ten facts a unit and month, as the owner: indexes and foreign keys
 * come after the rows. All months but the last are locked. The number of facts.
 */
export async function history(owner: Pool, { code, units }: Province): Promise<number> {
  const first = CountyDate.parse('2019-08-01');
  const indexes = await owner<{ name: string; made: string; key: boolean }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made,
      exists (select from pg_constraint c where c.conindid = i.indexrelid) as key
    from pg_index i where i.indrelid = 'fact'::regclass`;
  await owner.begin(async (db) => {
    await db`set local session_replication_role = replica`; // the other counties' units are nobody's here
    for (const { name } of indexes.filter(({ key }) => !key)) await db`drop index ${db(name)}`;
    await db`
      insert into period (county_id, month, version, locked_at, locked_by)
      select ${code} + c, to_char(${first}::date + make_interval(months => m), 'YYYY-MM'), ${each},
        case when m < ${months - 1} then now() end, case when m < ${months - 1} then gen_random_uuid() end
      from generate_series(0, ${counties - 1}) c, generate_series(0, ${months - 1}) m`;
    for (let m = 0; m < months; m++) {
      await db`
        insert into fact (county_id, id, unit_id, kind, day, period, verified, cancels, replaces, attributes, evidence, source_id, recorded_by, recorded_at)
        select ${code} + c,
          (substr(lpad(to_hex((extract(epoch from d) * 1000)::bigint + n * 60000), 12, '0'), 1, 12) || '7' || substr(md5(c || ' ' || n), 1, 3) || '8'
            || substr(md5(n || ' ' || c), 1, 15))::uuid,
          case when c = 0 then (${units as string[]}::uuid[])[1 + n % ${units.length}] else md5(c || 'u' || n % ${units.length})::uuid end,
          case when n / ${units.length} % 5 < 2 then 'submission' else 'adoption' end, d::date + n % 28, to_char(d, 'YYYY-MM'), true, null, null,
          jsonb_build_object('article', 'a' || m || '-' || n, 'title', '把民生实事办到群众家门口') || case when n / ${units.length} % 5 < 2 then '{}'
            else jsonb_build_object('carrier', '邵阳日报', 'tier', (array['county', 'municipal', 'provincial'])[1 + n % 3]) end,
          '{}', gen_random_uuid(), gen_random_uuid(), now()
        from (select ${first}::date + make_interval(months => ${m}) as d, ${m}::int as m) s, generate_series(0, ${counties - 1}) c,
          generate_series(0, ${each - 1}) n`;
    }
    for (const { made, key } of indexes) if (!key) await db.unsafe(made);
  });
  await owner`vacuum analyze fact`;
  const [{ n = 0 } = {}] = await owner<{ n: number }[]>`select count(*)::int as n from fact`;
  return n;
}
