import type { Context } from '../kernel/context.ts';
import { type Id, newId } from '../kernel/ids.ts';
import { rows } from '../kernel/rows.ts';
import { type Matter, type Told, toldRow } from './message.ts';

/** Of each matter in these periods or later, the last time that somebody was reminded of it; a unit sees its own. */
export const lastTold = ({ db, county, onlyUnit }: Context, from: string): Promise<Told[]> => rows(db, toldRow)`
  select distinct on (m.matter, m.subject, m.unit_id, m.period) m.matter, m.subject, m.unit_id, m.period, m.round, p.name as by_name, g.made_on
  from message_matter m
  join message g on g.county_id = m.county_id and g.id = m.message_id
  join person p on p.county_id = g.county_id and p.id = g.made_by
  where m.county_id = ${county} and m.period >= ${from} and (${onlyUnit}::uuid is null or m.unit_id = ${onlyUnit})
  order by m.matter, m.subject, m.unit_id, m.period, m.round desc`;

/** Each matter one round further than it was when it was looked at. */
export async function insertMessage(
  { db, county, actor, day, now }: Context,
  words: string,
  matters: readonly (Matter & { round: number })[],
): Promise<Id<'message'>> {
  const messageId = newId<'message'>(now);
  await db`insert into message ${db({ countyId: county, id: messageId, words, madeBy: actor.id, madeOn: day, madeAt: now })}`;
  const rows = matters.map(({ matter, subject, unitId, period, round }) => ({
    ...{ countyId: county, messageId, matter, subject, unitId, period, round: round + 1 },
  }));
  await db`insert into message_matter ${db(rows)}`;
  return messageId;
}
