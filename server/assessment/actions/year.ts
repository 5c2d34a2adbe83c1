import { countyNow } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import { addMonths, type Month, monthOf, monthsBetween } from '../months.ts';
import { schemeVersions } from '../queries.ts';
import { refusals } from '../refusals.ts';
import { type Year, yearOf } from '../year.ts';
import type { YearForm } from '../yearForm.ts';
import { tablesOf } from './tables.ts';

type Looking = Pick<Context, 'db' | 'county' | 'day' | 'onlyUnit'>;

/** Years with a scheme in force, newest first; the county's own year where there is none yet. */
async function yearsSeen(context: Looking): Promise<number[]> {
  const [versions, current] = [await schemeVersions(context), yearIn(context.day)];
  const first = versions[0] ? Math.min(yearIn(versions[0].fromOn), current) : current;
  return Array.from({ length: current - first + 1 }, (_, back) => current - back);
}
const yearIn = (day: string) => Number(day.slice(0, 4));

/** Totals and places are for all, as in a month; what corrected a unit is for itself and for who sees the county. */
export async function yearPage(context: Looking, year: number): Promise<Year & { years: number[] }> {
  const current = monthOf(context.day);
  if (year > yearIn(context.day)) refuse(refusals.noYear(year));
  const found = yearOf(year, await tablesOf(context, monthsBetween(`${year}-01`, current)), current);
  const mine = (unit: string) => context.onlyUnit === null || unit === context.onlyUnit;
  const rows = found.rows.map((row) => (mine(row.unit) ? row : { ...row, corrections: [] }));
  return { ...found, rows, years: await yearsSeen(context) };
}

export async function yearForm(context: Looking, { param: { year } }: { param: { year: number } }): Promise<YearForm> {
  const [found, county] = [await yearPage(context, year), await countyNow(context)];
  return { year: found, county: county?.name ?? '', day: context.day };
}

const lately = 6;
type Point = { rank: number | null; total: string; settled: string };

/** The last months up to this one that were scored, with each unit's place and total in them; null where it was not on the roster. */
export async function trendTo(context: Looking, month: Month) {
  if (month > monthOf(context.day)) refuse(refusals.noMonth(month));
  const tables = await tablesOf(context, monthsBetween(addMonths(month, 1 - lately), month));
  const months = tables.map(({ month, state, running, mode }) => ({ month, state, running, mode }));
  const rows = tables.map(({ rows }) => new Map(rows.map((row) => [row.unit, row])));
  const pointOf = (row: Point | undefined): Point | null =>
    row ? { rank: row.rank, total: row.total, settled: row.settled } : null;
  const unitIds = [...new Set(rows.flatMap((each) => [...each.keys()]))];
  return { months, units: Object.fromEntries(unitIds.map((unit) => [unit, rows.map((each) => pointOf(each.get(unit)))])) };
}
