import type { Context } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { flag, id, orNull, rows, text } from '../kernel/rows.ts';
import { keyOf, type MediaTier, type Outlet, type OutletKind, outletRow, type TierRow } from './channel.ts';

type InCounty = Pick<Context, 'db' | 'county'>;

const outlets = ({ db, county, day }: Context) => db`
  select o.id, o.name, array(
      select n.name from outlet_name n where n.county_id = ${county} and n.outlet_id = o.id and n.alias order by n.name) as aliases,
    o.kind, o.group_name, o.mainstream,
    (select t.tier from outlet_tier t
      where t.county_id = ${county} and t.outlet_id = o.id and t.from_on <= ${day}
      order by t.from_on desc, t.decided_at desc, t.id desc limit 1) as tier,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', t.id, 'fromOn', t.from_on, 'tier', t.tier, 'reason', t.reason, 'by', p.name, 'at', t.decided_at)
        order by t.from_on desc, t.decided_at desc, t.id desc), '[]')
      from outlet_tier t left join person p on p.county_id = t.county_id and p.id = t.decided_by
      where t.county_id = ${county} and t.outlet_id = o.id) as history,
    o.version
  from outlet o
  where o.county_id = ${county}`;

/** 待认定 first, then from the highest tier. */
export const listOutlets = (context: Context): Promise<Outlet[]> => rows(context.db, outletRow)`
  select * from (${outlets(context)}) listed
  order by coalesce(array_position(array['central', 'provincial', 'municipal', 'county'], tier), 0), name`;

export async function lockOutlet(context: Context, outlet: Outlet['id']): Promise<Outlet | undefined> {
  await context.db`select from outlet where county_id = ${context.county} and id = ${outlet} for update`;
  const [found] = await rows(context.db, outletRow)`${outlets(context)} and o.id = ${outlet}`;
  return found;
}

const namedRow = {
  id: id<'outlet'>(),
  name: text(),
  kind: text<OutletKind>(),
  groupName: orNull(text()),
  mainstream: flag(),
};

/** Which outlet a paper means by a name, its own or an alias, however it is written. */
export async function outletNamed({ db, county }: InCounty, name: string) {
  const [found] = await rows(db, namedRow)`
    select o.id, o.name, o.kind, o.group_name, o.mainstream from outlet_name n
    join outlet o on o.county_id = n.county_id and o.id = n.outlet_id
    where n.county_id = ${county} and n.key = ${keyOf(name)}`;
  return found;
}

/** The row that decides on that day; its tier is null while the office leaves it 待认定. */
export async function tierOn({ db, county }: InCounty, outlet: Outlet['id'], day: CountyDate) {
  const [found] = await rows(db, { tier: orNull(text<MediaTier>()), rowId: id<'outletTier'>() })`
    select tier, id as row_id from outlet_tier
    where county_id = ${county} and outlet_id = ${outlet} and from_on <= ${day}
    order by from_on desc, decided_at desc, id desc limit 1`;
  return found;
}

type NewOutlet = Pick<Outlet, 'id' | 'name' | 'kind' | 'groupName' | 'mainstream'>;
export async function insertOutlet({ db, county }: Context, outlet: NewOutlet) {
  await db`insert into outlet ${db({ countyId: county, ...outlet, version: 1 })}`;
}

export async function insertName({ db, county }: Context, outletId: Outlet['id'], name: string, alias: boolean) {
  await db`insert into outlet_name ${db({ countyId: county, key: keyOf(name), outletId, name, alias })}`;
}

type NewTier = Pick<TierRow, 'id' | 'tier' | 'reason'> & { outletId: Outlet['id']; fromOn: CountyDate };
export async function insertTier({ db, county, actor, now }: Context, row: NewTier) {
  await db`insert into outlet_tier ${db({ countyId: county, ...row, decidedBy: actor.id, decidedAt: now })}`;
}

export async function saveOutlet({ db, county }: Context, { id, kind, groupName, mainstream, version }: Outlet) {
  await db`
    update outlet set kind = ${kind}, group_name = ${groupName}, mainstream = ${mainstream}, version = ${version + 1}
    where county_id = ${county} and id = ${id}`;
}
