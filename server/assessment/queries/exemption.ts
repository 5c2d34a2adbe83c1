import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import { day, id, orNull, rows, text } from '../../kernel/rows.ts';
import { type Exemption, type ExemptionState, exemptionRow, heldSpan } from '../exemption/exemption.ts';

type InCounty = Pick<Context, 'db' | 'county'>;
export type Wanted = { state: ExemptionState | null; unit: Exemption['unitId'] | null };
export const nothingWanted: Wanted = { state: null, unit: null };

const exemptions = ({ db, county, onlyUnit, day: today }: Context) => db`
  select e.id, e.unit_id, n.name as unit_name, e.from_on, e.to_on, e.reason, e.basis, e.evidence, e.state,
    e.proposed_by, coalesce(p.name, '命令行') as proposed_by_name, e.proposed_on, c.name as confirmed_by_name, e.confirmed_on,
    w.name as withdrawn_by_name, e.withdrawn_on, e.withdrawn_at, e.withdrawn_why, e.ends_before, e.version
  from exemption e
  join unit_name n on n.county_id = e.county_id and n.unit_id = e.unit_id and ${nameOn({ db, day: today })}
  left join person p on p.county_id = e.county_id and p.id = e.proposed_by
  left join person c on c.county_id = e.county_id and c.id = e.confirmed_by
  left join person w on w.county_id = e.county_id and w.id = e.withdrawn_by
  where e.county_id = ${county} and (${onlyUnit}::uuid is null or e.unit_id = ${onlyUnit})`;

/** What waits for a second person first, then the newest. */
export const listExemptions = (context: Context, { state, unit }: Wanted): Promise<Exemption[]> => rows(context.db, exemptionRow)`
  ${exemptions(context)} and (${state}::text is null or e.state = ${state}) and (${unit}::uuid is null or e.unit_id = ${unit})
  order by e.state <> 'proposed', e.from_on desc, e.id desc`;

export async function lockExemption(context: Context, exemption: Exemption['id']): Promise<Exemption | undefined> {
  await context.db`select from exemption where county_id = ${context.county} and id = ${exemption} for update`;
  const [found] = await rows(context.db, exemptionRow)`${exemptions(context)} and e.id = ${exemption}`;
  return found;
}

/** By unit, what the months are scored with: confirmed, and withdrawn ones as far as they were locked. */
export async function exemptionsHeld({ db, county }: InCounty) {
  const found = await rows(db, {
    unit: id<'unit'>(),
    fromOn: day(),
    toOn: orNull(day()),
    endsBefore: orNull(day()),
    reason: text(),
  })`
    select unit_id as unit, from_on, to_on, ends_before, reason from exemption
    where county_id = ${county} and confirmed_by is not null order by unit_id, from_on, id`;
  return found.flatMap(({ unit, reason, ...ends }) => {
    const span = heldSpan(ends);
    return span === null ? [] : [{ unit, ...span, reason }];
  });
}

type New = Pick<Exemption, 'id' | 'unitId' | 'fromOn' | 'toOn' | 'reason' | 'basis' | 'evidence'>;
export async function insertExemption({ db, county, actor, day, now }: Context, given: New): Promise<void> {
  const proposed = { state: 'proposed', proposedBy: actor.id, proposedOn: day, proposedAt: now, withdrawnWhy: '', version: 1 };
  await db`insert into exemption ${db({ countyId: county, ...given, ...proposed })}`;
}

export async function saveConfirmed({ db, county, actor, day, now }: Context, { id, version }: Exemption): Promise<void> {
  const row = { state: 'confirmed', confirmedBy: actor.id, confirmedOn: day, confirmedAt: now, version: version + 1 };
  await db`update exemption set ${db(row)} where county_id = ${county} and id = ${id}`;
}

type Withdrawn = Pick<Exemption, 'id' | 'version'> & { why: string; endsBefore: CountyDate | null };
export async function saveWithdrawn({ db, county, actor, day, now }: Context, { id, version, why, endsBefore }: Withdrawn) {
  const by = { withdrawnBy: actor.id, withdrawnOn: day, withdrawnAt: now, withdrawnWhy: why };
  await db`update exemption set ${db({ state: 'withdrawn', ...by, endsBefore, version: version + 1 })}
    where county_id = ${county} and id = ${id}`;
}
