import type { Context } from '../../kernel/context.ts';
import { rows } from '../../kernel/rows.ts';
import { type NamedUnit, type Naming, type NamingKind, namedUnitRow, namingRow } from '../naming.ts';

type InCounty = Pick<Context, 'db' | 'county'>;

const all = ({ db, county }: InCounty) => db`
  select n.month, n.kind, n.round, n.state, n.rule, n.proposed_by, p.name as proposed_by_name, n.proposed_on, n.proposed_at,
    c.name as confirmed_by_name, n.confirmed_on, n.reason, n.version
  from naming n
  join person p on p.county_id = n.county_id and p.id = n.proposed_by
  left join person c on c.county_id = n.county_id and c.id = n.confirmed_by
  where n.county_id = ${county}`;

/** Of a month; who may not see the lists is told before. */
export const namingsIn = (context: InCounty, month: string): Promise<Naming[]> => rows(context.db, namingRow)`
  ${all(context)} and n.month = ${month} order by n.kind`;

/** What waits for the second person, of all months. */
export const namingsProposed = (context: InCounty): Promise<Naming[]> => rows(context.db, namingRow)`
  ${all(context)} and n.state = 'proposed' order by n.month desc, n.kind`;

/** Held until the end of the transaction, then read. */
export async function lockNaming(context: InCounty, month: string, kind: NamingKind): Promise<Naming | undefined> {
  const { db, county } = context;
  await db`select from naming where county_id = ${county} and month = ${month} and kind = ${kind} for update`;
  return (await namingsIn(context, month)).find((each) => each.kind === kind);
}

/** The units of a month's lists as they were last put forward, those taken off too. */
export const namedUnitsIn = ({ db, county }: InCounty, month: string): Promise<NamedUnit[]> => rows(db, namedUnitRow)`
  select u.kind, u.round, u.unit_id, u.place, u.name, u.reason, u.by_hand, u.off_why
  from naming_unit u
  join naming n on n.county_id = ${county} and n.month = u.month and n.kind = u.kind and n.round = u.round
  where u.county_id = ${county} and u.month = ${month} order by u.kind, u.off_why is not null, u.place`;

type New = Pick<Naming, 'month' | 'kind' | 'rule'>;
type Units = readonly Omit<NamedUnit, 'kind' | 'round' | 'place'>[];

/** Puts a list forward: the first one, or again after it was withdrawn. `settled`: it needs nobody else. */
export async function saveProposed(context: Context, given: New, units: Units, before: Naming | undefined, settled: boolean) {
  const { db, county, actor, day, now } = context;
  const [round, version] = [(before?.round ?? 0) + 1, (before?.version ?? 0) + 1];
  const row = {
    ...{ round, rule: given.rule, state: settled ? 'confirmed' : 'proposed', reason: '', version },
    ...{ proposedBy: actor.id, proposedOn: day, proposedAt: now },
    ...{ confirmedBy: settled ? actor.id : null, confirmedOn: settled ? day : null },
  };
  const { month, kind } = given;
  if (before) await db`update naming set ${db(row)} where county_id = ${county} and month = ${month} and kind = ${kind}`;
  else await db`insert into naming ${db({ countyId: county, month, kind, ...row })}`;
  const named = units.map((unit, at) => ({ countyId: county, month, kind, round, place: at + 1, ...unit }));
  if (named.length > 0) await db`insert into naming_unit ${db(named)}`;
}

export async function saveConfirmed({ db, county, actor, day }: Context, { month, kind, version }: Naming) {
  const row = { state: 'confirmed', confirmedBy: actor.id, confirmedOn: day, version: version + 1 };
  await db`update naming set ${db(row)} where county_id = ${county} and month = ${month} and kind = ${kind}`;
}

/** Taken back by the office or not agreed to; why. */
export async function saveWithdrawn({ db, county }: Context, { month, kind, version }: Naming, reason: string) {
  const row = { state: 'withdrawn', confirmedBy: null, confirmedOn: null, reason, version: version + 1 };
  await db`update naming set ${db(row)} where county_id = ${county} and month = ${month} and kind = ${kind}`;
}
