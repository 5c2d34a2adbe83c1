import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import { rows } from '../../kernel/rows.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Bond, bondRow } from '../guidance.ts';

/** Of the viewer's unit, whichever side it is on, or of all. */
const bonds = ({ db, county, onlyUnit, day: today }: Context) => db`
  select b.id, b.lead_id, l.name as lead_name, b.unit_id, u.name as unit_name, b.set_on, b.ended_on, b.reason,
    (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'happenedOn', g.happened_on, 'what', g.what, 'byName', g.by_name,
        'sha256', g.sha256, 'recordedBy', p.name) order by g.happened_on desc, g.id desc), '[]')
      from guidance_note g join person p on p.county_id = g.county_id and p.id = g.recorded_by
      where g.county_id = ${county} and g.bond_id = b.id) as notes, b.version
  from guidance_bond b
  join unit_name l on l.county_id = b.county_id and l.unit_id = b.lead_id and not l.alias
    and l.from_on <= ${today} and (l.to_on is null or l.to_on >= ${today})
  join unit_name u on u.county_id = b.county_id and u.unit_id = b.unit_id and not u.alias
    and u.from_on <= ${today} and (u.to_on is null or u.to_on >= ${today})
  where b.county_id = ${county} and (${onlyUnit}::uuid is null or b.lead_id = ${onlyUnit} or b.unit_id = ${onlyUnit})`;

export const bondsOf = (context: Context, plan: Plan['id']): Promise<Bond[]> =>
  rows(context.db, bondRow)`${bonds(context)} and b.plan_id = ${plan} order by b.ended_on is not null, l.name, u.name`;

/** Locked, then read: had the locking statement to wait, its joined columns would still be the old ones. */
export async function lockBond(context: Context, id: Bond['id']): Promise<Bond | undefined> {
  await context.db`select from guidance_bond where county_id = ${context.county} and id = ${id} for update`;
  const [found] = await rows(context.db, bondRow)`${bonds(context)} and b.id = ${id}`;
  return found;
}

type NewBond = Pick<Bond, 'id' | 'leadId' | 'unitId'> & { planId: Plan['id'] };
export async function insertBond({ db, county, actor, day, now }: Context, bond: NewBond) {
  const by = { setBy: actor.id, setOn: day, setAt: now, reason: '', version: 1 };
  await db`insert into guidance_bond ${db({ countyId: county, ...bond, ...by })}`;
}

export async function endBond({ db, county, day }: Context, { id, version }: Pick<Bond, 'id' | 'version'>, reason: string) {
  await db`update guidance_bond set ${db({ endedOn: day, reason, version: version + 1 })} where county_id = ${county} and id = ${id}`;
}

type NewNote = { id: string; bondId: Bond['id']; happenedOn: CountyDate; what: string; byName: string; sha256: string | null };
export async function insertNote({ db, county, actor, day, now }: Context, note: NewNote) {
  await db`insert into guidance_note ${db({ countyId: county, ...note, recordedBy: actor.id, recordedOn: day, recordedAt: now })}`;
}
