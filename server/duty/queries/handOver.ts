import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { type Id, newId } from '../../kernel/ids.ts';
import type { Part } from '../../kernel/queries.ts';
import { id, int, rows, text } from '../../kernel/rows.ts';
import { type HandOver, handOverRow, type Officer, officerRow, type Thing, type ThingKind, thingRow } from '../handOver.ts';

/** Whose it is since it was last handed over; null where it never was. */
export const takenOverBy = ({ db, county }: Pick<Context, 'db' | 'county'>, kind: ThingKind, subject: Part) => db`(
  select h.to_id from hand_over_item i join hand_over h on h.county_id = i.county_id and h.id = i.hand_over_id
  where i.county_id = ${county} and i.kind = ${kind} and i.subject_id = ${subject} order by h.done_at desc limit 1)`;

/** 信息员 of the viewer's unit, those too whose account is stopped; of all units for the office. */
export const officersSeen = ({ db, county, onlyUnit }: Context): Promise<Officer[]> => rows(db, officerRow)`
  select id, unit_id, name, suspended_at is not null as suspended from person
  where county_id = ${county} and 'informationOfficer' = any(roles) and unit_id is not null
    and (${onlyUnit}::uuid is null or unit_id = ${onlyUnit})
  order by unit_id, suspended_at is null, name`;

/** What he has under way in his unit: what he wrote or claimed and what he took over; orders nobody took over are anybody's. */
export const thingsOf = (context: Context, { id: from, unitId }: Pick<Officer, 'id' | 'unitId'>): Promise<Thing[]> => {
  const { db, county, onlyUnit } = context;
  const own = db`county_id = ${county} and unit_id = ${unitId} and (${onlyUnit}::uuid is null or unit_id = ${onlyUnit})`;
  return rows(db, thingRow)`
  select * from (
    select 'article' as kind, a.id, a.title, a.state from article a
    where ${own} and a.state in ('draft', 'returned', 'inReview', 'submitted')
      and coalesce(${takenOverBy(context, 'article', db`a.id`)}, a.author_id) = ${from}
    union all
    select 'claim', c.id, c.title, c.state from claim c
    where ${own} and c.state in ('pending', 'refused') and coalesce(${takenOverBy(context, 'claim', db`c.id`)}, c.claimed_by) = ${from}
    union all
    select 'commission', m.id, m.title, m.state from commission m
    where ${own} and m.state = 'open' and coalesce(${takenOverBy(context, 'commission', db`m.id`)}, ${from}) = ${from}) t
  order by kind, id`;
};

/** 信息员 whose account is stopped and whose articles nobody has taken over yet. */
export const leftBehind = (context: Context) => {
  const { db, county, onlyUnit, day: today } = context;
  return rows(db, { id: id<'person'>(), name: text(), unitName: text(), count: int() })`
  select p.id, p.name, n.name as unit_name, count(*)::int as count
  from person p
  join article a on a.county_id = p.county_id and a.unit_id = p.unit_id and a.author_id = p.id and a.state in ('draft', 'returned', 'inReview')
  join unit_name n on n.county_id = p.county_id and n.unit_id = p.unit_id and ${nameOn({ db, day: today })}
  where p.county_id = ${county} and p.suspended_at is not null and p.unit_id = ${onlyUnit}
    and ${takenOverBy(context, 'article', db`a.id`)} is null
  group by p.id, p.name, n.name`;
};

type Taken = { unitId: Officer['unitId']; fromId: Officer['id']; things: readonly Thing[] };
export async function insertHandOver({ db, county, actor, day, now }: Context, { unitId, fromId, things }: Taken) {
  const handOverId: Id<'handOver'> = newId(now);
  await db`insert into hand_over ${db({ countyId: county, id: handOverId, unitId, fromId, toId: actor.id, doneOn: day, doneAt: now })}`;
  const items = things.map(({ kind, id: subjectId }) => ({ countyId: county, handOverId, kind, subjectId }));
  if (items.length > 0) await db`insert into hand_over_item ${db(items)}`;
  return handOverId;
}

/** Who took over from whom, the latest first; a unit sees its own. */
export const handOvers = ({ db, county, onlyUnit, day: today }: Context): Promise<HandOver[]> => rows(db, handOverRow)`
  select h.id, n.name as unit_name, f.name as from_name, t.name as to_name, h.done_on,
    (select count(*)::int from hand_over_item i where i.county_id = ${county} and i.hand_over_id = h.id and i.kind = 'article') as articles,
    (select count(*)::int from hand_over_item i where i.county_id = ${county} and i.hand_over_id = h.id and i.kind = 'claim') as claims,
    (select count(*)::int from hand_over_item i where i.county_id = ${county} and i.hand_over_id = h.id and i.kind = 'commission') as commissions
  from hand_over h
  join unit_name n on n.county_id = h.county_id and n.unit_id = h.unit_id and ${nameOn({ db, day: today })}
  join person f on f.county_id = h.county_id and f.id = h.from_id
  join person t on t.county_id = h.county_id and t.id = h.to_id
  where h.county_id = ${county} and (${onlyUnit}::uuid is null or h.unit_id = ${onlyUnit})
  order by h.done_at desc`;
