import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { Refused, refuse } from '../../kernel/refusal.ts';
import { type Check, checksIn } from '../checks.ts';
import type { MonthExport } from '../export.ts';
import * as league from '../league.ts';
import { addMonths, type Month, monthOf, monthsBetween } from '../months.ts';
import { factCounts, monthLocks, schemeVersions } from '../queries.ts';
import { refusals } from '../refusals.ts';
import { monthExport } from './month.ts';
import { type Open, openIn } from './open.ts';
import { type Pending, pendingIn } from './pending.ts';

/** The months that can be looked at, newest first: from the first fact or scheme to the county's month. */
export async function listMonths(context: Context) {
  const [periods, locks, versions] = await Promise.all([factCounts(context), monthLocks(context), schemeVersions(context)]);
  const current = monthOf(context.day);
  const begun = [
    ...periods.filter(({ facts }) => facts > 0).map(({ month }) => month),
    ...versions.map(({ fromOn }) => monthOf(fromOn)),
  ];
  const last = locks.at(-1)?.month ?? '';
  const all = monthsBetween([...begun, current].sort()[0] ?? current, current).toReversed();
  const months = all.flatMap((month) => {
    const lock = locks.find((each) => each.month === month);
    if (lock === undefined && month < last) return []; // before the county's first locked month
    const facts = periods.find((each) => each.month === month)?.facts ?? 0;
    const state = lock ? ('locked' as const) : ('open' as const);
    return [{ month, state, lockedAt: lock?.lockedAt ?? null, head: lock?.head ?? null, facts }];
  });
  return { months, current };
}

/** A month as it stands: scored, or null where no scheme was adopted for it. */
export async function stateOf(context: Context, month: Month) {
  if (month > monthOf(context.day)) refuse(refusals.noMonth(month));
  const [periods, locks, given] = await Promise.all([factCounts(context), monthLocks(context), scored(context, month)]);
  const lock = locks.find((each) => each.month === month);
  const open = lock ? { pending: [], overdue: 0 } : await openIn(context, month);
  return { month, version: periods.find((each) => each.month === month)?.version ?? 0, lock, locks, given, open };
}
type State = Awaited<ReturnType<typeof stateOf>>;

const scored = (context: Context, month: Month): Promise<MonthExport | null> =>
  monthExport(context, month).catch((error) => {
    if (error instanceof Refused && error.refusal.code === 'assessment.noneAdopted') return null;
    throw error;
  });

/** Before locking: what stands in the way, and what should be known. A locked month has none. */
export const checksOf = async (context: Context, month: Month): Promise<Check[]> =>
  checksFor(context, await stateOf(context, month));

export async function checksFor(context: Context, { month, lock, locks, given, open }: State): Promise<Check[]> {
  if (lock) return [];
  const last = locks.at(-1)?.month ?? null;
  const first = monthOf((await schemeVersions(context))[0]?.fromOn ?? context.day);
  const earlierOpen = monthsBetween(last === null ? first : addMonths(last, 1), addMonths(month, -1));
  const laterLocked = last !== null && last > month ? last : null;
  const pending = open.pending.filter(({ period }) => period === month).length;
  return checksIn({ month, day: context.day, given, pending, overdue: open.overdue, earlierOpen, laterLocked });
}

/** What the page of a month shows this viewer. */
export async function monthPage(context: Context, month: Month) {
  const state = await stateOf(context, month);
  const checks = await checksFor(context, state);
  const { onlyUnit } = context;
  return {
    ...headOf(state),
    ...seen(state, onlyUnit),
    checks: onlyUnit === null ? checks : [],
    may: { lock: whyNotLock(context, state, checks) },
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
    units: league.unitsSeen(given),
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
  const state = await stateOf({ ...context, onlyUnit: unit as NonNullable<Context['onlyUnit']> }, month);
  const { table, units, facts, pending } = seen(state, unit);
  const { lines, ...row } = table.find((each) => each.unit === unit) ?? refuse(refusals.noUnit);
  const about = units.find(({ id }) => id === unit) ?? refuse(refusals.noUnit);
  return { ...headOf(state), unit: about, row, lines: lines ?? [], facts, pending, next: league.nextPlace(table, unit) };
}
