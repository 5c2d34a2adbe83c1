import type { UnitKind } from '../identity/identity.ts';
import type { Context } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import { at, day, flag, id, json, orNull, rows, text } from '../kernel/rows.ts';
import type { MonthExport } from './export.ts';
import type { Month } from './months.ts';

type InCounty = Pick<Context, 'db' | 'county'>;

const schemeRow = {
  id: id<'scheme'>(),
  code: text(),
  name: text(),
  body: json(),
  fromOn: day(),
  toOn: orNull(day()),
  adoptedBy: text(),
  adoptedAt: at(),
  proposedBy: orNull(text()), // null: before a change needed two people
  basis: text(),
  paper: orNull(text()),
};

/** Every version that was ever adopted, oldest first. */
export const schemeVersions = ({ db, county }: InCounty) => rows(db, schemeRow)`
  select s.id, s.code, s.name, s.body, s.from_on, s.to_on, coalesce(p.name, '命令行') as adopted_by, s.adopted_at,
    a.name as proposed_by, s.basis, s.paper
  from scheme s
  left join person p on p.county_id = s.county_id and p.id = s.adopted_by
  left join person a on a.county_id = s.county_id and a.id = s.proposed_by
  where s.county_id = ${county} order by s.from_on`;
export type SchemeVersion = Awaited<ReturnType<typeof schemeVersions>>[number];

type NewScheme = Pick<SchemeVersion, 'id' | 'code' | 'name' | 'body' | 'fromOn' | 'toOn' | 'basis' | 'paper'> & {
  proposedBy: Id<'person'> | null;
};
export async function insertScheme({ db, county, actor, now }: Context, { body, ...scheme }: NewScheme) {
  const row = { countyId: county, ...scheme, body: db.json(body as never), adoptedBy: actor.id, adoptedAt: now };
  await db`insert into scheme ${db(row)}`;
}

export const endScheme = ({ db, county }: Context, scheme: Id<'scheme'>, lastOn: CountyDate) =>
  db`update scheme set to_on = ${lastOn} where county_id = ${county} and id = ${scheme}`.execute();

/** The county's units under the names that they had on that day; one founded later, under its first. */
export const unitsOn = ({ db, county }: InCounty, on: string) => rows(db, {
  id: id<'unit'>(),
  name: text(),
  kind: text<UnitKind>(),
  host: flag(),
  from: day(),
  to: orNull(day()),
})`
  select u.id, n.name, u.kind, u.host, u.from_on as from, u.to_on as to
  from unit u
  join unit_name n on n.county_id = u.county_id and n.unit_id = u.id and not n.alias
    and n.from_on <= greatest(${on}::date, u.from_on) and (n.to_on is null or n.to_on >= greatest(${on}::date, u.from_on))
  where u.county_id = ${county} order by u.id`;

const lockRow = { month: text(), head: text(), lockedBy: text(), lockedAt: at(), lockedOn: day() };
export const monthLocks = ({ db, county }: InCounty) => rows(db, lockRow)`
  select l.month, l.head, coalesce(p.name, '命令行') as locked_by, l.locked_at, l.locked_on from month_lock l
  left join person p on p.county_id = l.county_id and p.id = l.locked_by
  where l.county_id = ${county} order by l.month`;
export type MonthLock = Awaited<ReturnType<typeof monthLocks>>[number];

/** Who locked a month and when, and who adopted which version, by their ids: for holding them against the audit. */
export const lockStamps = ({ db, county }: InCounty) => rows(db, {
  month: text(),
  head: text(),
  lockedBy: id<'person'>(),
  lockedAt: at(),
  lockedOn: day(),
})`
  select month, head, locked_by, locked_at, locked_on from month_lock where county_id = ${county} order by month`;
export const schemeStamps = ({ db, county }: InCounty) => rows(db, {
  ...schemeRow,
  adoptedBy: id<'person'>(),
  proposedBy: orNull(id<'person'>()),
  basis: text(),
  paper: orNull(text()),
})`
  select id, code, name, body, from_on, to_on, adopted_by, adopted_at, proposed_by, basis, paper from scheme where county_id = ${county} order by from_on`;

/** The frozen file, byte for byte; all units' lines are in it, so that who asks must be told only his own. */
export async function frozenExportUnscoped({ db, county }: InCounty, month: Month): Promise<string | undefined> {
  const [found] = await rows(db, { export: text() })`
    select export from month_lock where county_id = ${county} and month = ${month}`;
  return found?.export;
}

export async function insertMonthLock(
  { db, county, actor, now, day }: Context,
  lock: { month: Month; export: string; head: string },
) {
  await db`insert into month_lock ${db({ countyId: county, ...lock, lockedBy: actor.id, lockedAt: now, lockedOn: day })}`;
}

type Part = Pick<MonthExport, 'table' | 'units' | 'schemes' | 'lines'>;
/** Frozen tables with their corrections and rescaling, without facts; all units' lines of these kinds are in them. */
export const frozenTablesUnscoped = ({ db, county }: InCounty, months: readonly Month[]) => rows(db, {
  month: text(),
  head: text(),
  part: json<Part>(),
})`
  select month, head, jsonb_build_object('table', whole -> 'table', 'units', whole -> 'units', 'schemes', whole -> 'schemes',
    'lines', jsonb_path_query_array(whole, '$.lines[*] ? (@.corrects != null || @.effect == "rescale")')) as part
  from (select month, head, export::jsonb as whole from month_lock
    where county_id = ${county} and month = any(${[...months]}) offset 0) frozen
  order by month`;
export type FrozenTable = Awaited<ReturnType<typeof frozenTablesUnscoped>>[number];
