import { addMonths, lastDay, type Month } from '../assessment/months.ts';
import type { BasisMonth } from './supervision.ts';

type Row = { unit: string; name: string; group: string; submitted: number };
/** A month's table as far as shortness is judged by it. `quota` null: the plan asks nothing a month. */
export type JudgedTable = {
  month: Month;
  state: 'locked' | 'open';
  mode: 'score' | 'countOnly';
  groups: readonly { name: string; ranked: boolean }[];
  listedOnly: readonly string[];
  exempt: readonly { unit: string }[];
  roster: readonly { id: string; from: string; to: string | null }[];
  rows: readonly Row[];
  quota: number | null;
};
export type Run = { unit: string; name: string; months: BasisMonth[]; zero: number };

/** Whose month is held against its quota: of a group that is ranked, not listed only, not exempt, and still there at its end. */
export function isJudged({ groups, listedOnly, exempt, roster, month }: JudgedTable, { unit, group }: Row): boolean {
  const ranked = groups.some(({ name, ranked }) => ranked && name === group);
  const end = lastDay(month);
  const there = roster.some(({ id, from, to }) => id === unit && from <= end && (to === null || to > end));
  return ranked && there && !listedOnly.includes(unit) && !exempt.some((each) => each.unit === unit);
}

/**
 * The months in a row, up to the last of the tables, in which a unit sent less than it was asked for, oldest first. A month that is
 * missing, met, exempt or without a quota ends it: the doubt is the unit's.
 */
export function runsIn(tables: readonly JudgedTable[]): Run[] {
  const [last, ...before] = tables.toReversed();
  if (last === undefined) return [];
  return last.rows.flatMap((row): Run[] => {
    const months: BasisMonth[] = [];
    for (const [back, table] of [last, ...before].entries()) {
      const short = table.month === addMonths(last.month, -back) ? shortIn(table, row.unit) : null;
      if (short === null) break;
      months.unshift(short);
    }
    return months.length > 0 ? [{ unit: row.unit, name: row.name, months, zero: zeroAtEnd(months) }] : [];
  });
}

/** The unit's figures where it fell short; null where it did not, or is not judged. */
export function shortIn(table: JudgedTable, unit: string): BasisMonth | null {
  const row = table.rows.find((each) => each.unit === unit);
  if (row === undefined || table.quota === null || !isJudged(table, row) || row.submitted >= table.quota) return null;
  return { month: table.month, submitted: row.submitted, quota: table.quota, countOnly: table.mode === 'countOnly' };
}

function zeroAtEnd(months: readonly BasisMonth[]): number {
  const sent = months.findLastIndex(({ submitted }) => submitted > 0);
  return months.length - 1 - sent;
}
