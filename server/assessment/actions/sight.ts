import { periodsOf } from '../../fact/queries.ts';
import { mayAct, reach } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type Check, checksIn } from '../checks.ts';
import type { MonthExport } from '../export.ts';
import * as league from '../league.ts';
import { addMonths, type Month, monthOf, monthsBetween } from '../months.ts';
import { monthLocks, type SchemeVersion, schemeVersions } from '../queries.ts';
import { refusals } from '../refusals.ts';
import { covers } from '../scheme.ts';
import { monthExport } from './month.ts';
import { type Open, openIn } from './open.ts';
import { type Pending, pendingIn } from './pending.ts';
import { rememberedMonth } from './remembered.ts';

/** The months that can be looked at, newest first: from the first scheme, or where there is none the first fact, to the county's month. */
export async function listMonths(context: Context) {
  const [periods, locks, versions] = await Promise.all([periodsOf(context), monthLocks(context), schemeVersions(context)]);
  const current = monthOf(context.day);
  const lastYear = addMonths(current, -11); // without a scheme, an old clipping is no reason to list ten years
  const recorded = periods.find(({ month, version }) => version > 0 && month >= lastYear)?.month;
  const begun = versions[0] ? monthOf(versions[0].fromOn) : recorded;
  const last = locks.at(-1)?.month ?? '';
  const all = monthsBetween([begun ?? current, current].sort()[0] ?? current, current).toReversed();
  const months = all.flatMap((month) => {
    const lock = locks.find((each) => each.month === month);
    if (lock === undefined && month < last) return []; // no scheme was in force then
    const facts = periods.find((each) => each.month === month)?.version ?? 0;
    const state = lock ? ('locked' as const) : ('open' as const);
    return [{ month, state, lockedAt: lock?.lockedAt ?? null, head: lock?.head ?? null, facts }];
  });
  return { months, current };
}

type Scored = (context: Context, month: Month) => Promise<MonthExport>;

/** A month as it stands: scored, or null where no scheme was adopted for it. */
export async function stateOf(context: Context, month: Month, scored: Scored = monthExport) {
  if (month > monthOf(context.day)) refuse(refusals.noMonth(month));
  const [periods, locks, versions] = await Promise.all([periodsOf(context), monthLocks(context), schemeVersions(context)]);
  const lock = locks.find((each) => each.month === month);
  const given = lock || versions.some(inForceIn(month)) ? await scored(context, month) : null;
  const open: Open = lock ? { pending: [], overdue: 0, unconfirmed: 0, told: [] } : await openIn(context, month);
  const version = periods.find((each) => each.month === month)?.version ?? 0;
  const recorded = periods.filter((each) => each.version > 0).map((each) => each.month);
  return { month, version, recorded, lock, locks, versions, given, open };
}
type State = Awaited<ReturnType<typeof stateOf>>;

const inForceIn =
  (month: Month) =>
  ({ fromOn: from, toOn: to }: SchemeVersion) =>
    covers({ from, to }, month);

/** Before locking: what stands in the way, and what should be known. A locked month has none. */
export const checksOf = async (context: Context, month: Month): Promise<Check[]> =>
  checksFor(context, await stateOf(context, month));

export function checksFor({ day }: Context, { month, recorded, lock, locks, versions, given, open }: State): Check[] {
  if (lock) return [];
  const last = locks.at(-1)?.month ?? '';
  const first = [...recorded, ...versions.map(({ fromOn }) => monthOf(fromOn))].sort()[0] ?? month;
  const before = monthsBetween(last === '' ? first : addMonths(last, 1), addMonths(month, -1));
  const scored = (each: Month) => versions.some(inForceIn(each));
  return checksIn({
    month,
    day,
    given,
    pending: open.pending.filter(({ period, kind }) => period === month && kind === 'adoption').length,
    overdue: open.overdue,
    unconfirmed: open.unconfirmed,
    told: open.told,
    earlierOpen: before.filter(scored),
    uncounted: before.filter((each) => recorded.includes(each) && !scored(each)),
    laterLocked: last > month ? last : null,
  });
}

/** What the page of a month shows this viewer. */
export async function monthPage(context: Context, month: Month) {
  const state = await stateOf(context, month, rememberedMonth);
  const checks = checksFor(context, state);
  const { onlyUnit } = context;
  return {
    ...headOf(state),
    ...seen(state, onlyUnit),
    checks: onlyUnit === null ? checks : [],
    may: {
      lock: whyNotLock(context, state, checks),
      export: reach(context.actor, 'month.export').sees ? null : refusals.mayNotExport.message,
    },
  };
}

function headOf({ month, version, lock, given }: State) {
  const state = lock ? ('locked' as const) : ('open' as const);
  const frozen = { lockedAt: lock?.lockedAt ?? null, lockedBy: lock?.lockedBy ?? null };
  return { month, state, head: given?.head ?? null, version, ...frozen, scheme: given && league.schemeSeen(given) };
}

function seen({ given, open }: { given: MonthExport | null; open: Open }, onlyUnit: string | null) {
  if (given === null)
    return {
      units: [],
      table: [] as league.LeagueRow[],
      facts: {} as ReturnType<typeof league.factsSeen>,
      pending: [] as Pending[],
    };
  const table = league.rowsSeen(league.rowsOf(given), onlyUnit);
  return {
    units: league.unitsSeen(given, table),
    table,
    facts: league.factsSeen(given, table, onlyUnit),
    pending: pendingIn(given, open.pending, onlyUnit),
  };
}

function whyNotLock({ actor }: Context, { month, lock }: State, checks: readonly Check[]): string | null {
  if (!mayAct(actor, 'month.lock', null)) return refusals.mayNotLock.message;
  if (lock) return refusals.lockedAlready(month, lock.lockedBy).message;
  const blocking = checks.filter(({ blocking }) => blocking).map(({ words }) => words);
  return blocking.length > 0 ? refusals.stillOpen(blocking).message : null;
}

/** One unit's account: its row with every line opened, what it has pending, and how far the next place is. */
export async function accountOf(context: Context, month: Month, unit: string) {
  if (context.onlyUnit !== null && context.onlyUnit !== unit) refuse(refusals.noUnit);
  const state = await stateOf(context, month, rememberedMonth);
  const { table, units, facts, pending } = seen(state, unit);
  const { lines, ...row } = table.find((each) => each.unit === unit) ?? refuse(refusals.noUnit);
  const about = units.find(({ id }) => id === unit) ?? refuse(refusals.noUnit);
  return { ...headOf(state), unit: about, row, lines: lines ?? [], facts, pending, next: league.nextPlace(table, unit) };
}
