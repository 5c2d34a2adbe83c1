import { byCodePoint } from '../kernel/order.ts';
import { formatPoints, type Hundredths, points } from '../kernel/quantity.ts';
import { inReadingOrder } from './account.ts';
import type { Due, Waiting } from './due.ts';
import type { MonthExport } from './export.ts';
import { firstDay, lastDay, type Month } from './months.ts';
import { type Part, partsOf } from './parts.ts';
import { type Roster, rowIn, touches } from './roster.ts';
import { covers, type Scheme } from './scheme.ts';
import type { Line, Row } from './scoring.ts';

/** What of a running month's total is not due yet; `words` where the unit is the viewer's to open. */
export type DueSeen = Pick<Due, 'settled' | 'waiting'> & { words: string | null };
/** A unit's row as a table shows it: what each clause came to in place of the lines, null where they are not the viewer's to open. */
export type LeagueRow = Omit<Row, 'lines'> & {
  parts: readonly Part[] | null;
  short: boolean; // it owes something that was due
  due: DueSeen | null; // null: the month does not run
};
type OnlyUnit = string | null;
type Dues = ReadonlyMap<string, Due> | null;

/** The month's rows with their lines, as a page or a paper reads them: the groups in the scheme's order. */
export function rowsOf(given: Pick<MonthExport, 'table' | 'lines' | 'schemes' | 'month'>): Row[] {
  const byUnit = Map.groupBy(given.lines, ({ unit }) => unit);
  const groups = versionIn(given)?.groups.map(({ name }) => name) ?? [];
  return given.table
    .toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
    .map((row) => {
      const own = (byUnit.get(row.unit) ?? []).map(({ unit: _, ...line }) => line as Line);
      return { ...row, lines: inReadingOrder(own) };
    });
}

/** Places and totals are for all, as the 通报 prints them; what a unit's total is made of is for itself and for who sees the county. */
export const rowsSeen = (rows: readonly Row[], dues: Dues, onlyUnit: OnlyUnit): LeagueRow[] =>
  rows.map(({ lines, ...row }) => {
    const mine = onlyUnit === null || row.unit === onlyUnit;
    const due = dues?.get(row.unit);
    const [settled, items] = [due?.settled ?? row.total, due?.items ?? []];
    const first = items.find(({ effect }) => effect === 'shortfall') ?? items[0];
    return {
      ...row,
      parts: mine ? partsOf(lines, items) : null,
      short: mine && isShort(lines, items),
      due: due ? { settled, waiting: due.waiting, words: mine ? (first?.words ?? null) : null } : null,
    };
  });

/** It still owes something of this month's quota, and the time for it is over. */
function isShort(lines: readonly Line[], items: readonly Waiting[]): boolean {
  const open = new Map(items.map(({ clause, effect, points }) => [`${clause} ${effect}`, points]));
  return lines.some(
    ({ clause, effect, points, corrects }) =>
      effect === 'shortfall' && corrects === null && open.get(`${clause} ${effect}`) !== points,
  );
}

type FactSeen = Omit<MonthExport['facts'][number], 'id' | 'verified'>;

/** A unit's facts of the month and all that its lines rest on, by id. */
export function factsSeen(given: MonthExport, own: string, lines: readonly Line[]): Record<string, FactSeen> {
  const named = new Set(lines.flatMap(({ facts }) => facts));
  const seen = given.facts.filter(({ id, unit, period }) => named.has(id) || (period === given.month && unit === own));
  return Object.fromEntries(seen.map(({ id, verified: _, ...fact }) => [id, fact]));
}

/** The version that the month was scored by. */
export const versionIn = ({ schemes, month }: Pick<MonthExport, 'schemes' | 'month'>): Scheme | undefined =>
  schemes.find((scheme) => covers(scheme, month));

/** What a page says about a scheme, and how it names its clauses; an earlier version's too where a line corrects its month. */
export function schemeSeen(given: Pick<MonthExport, 'schemes' | 'month'>) {
  const version = versionIn(given);
  if (version === undefined) return null;
  const { id, name, mode, source = null, from, to, groups, listedOnly, ties, afterTies } = version;
  const earlier = given.schemes.filter((scheme) => scheme !== version).toReversed();
  const clauses = new Map<string, Scheme['clauses'][number]>();
  for (const clause of [version, ...earlier].flatMap((scheme) => scheme.clauses)) {
    if (!clauses.has(clause.no)) clauses.set(clause.no, clause);
  }
  const words = [...clauses.values()].map(({ no, title, text = null, kind }) => ({ no, title, text, kind }));
  return { id, name, mode, source, from, to, groups, listedOnly, ties, afterTies, clauses: words };
}

/** The units of these rows, under the names that they had in the month; `exempt`: why one is scored without being ranked; `partly`: see below. */
export const unitsSeen = (
  { units, month }: Pick<MonthExport, 'units' | 'month'>,
  rows: readonly Pick<Row, 'unit' | 'group'>[],
) => {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return rows.map(({ unit, group }) => ({
    id: unit,
    name: names.get(unit) ?? unit,
    group,
    exempt: exemptIn({ units, month }, unit),
    partly: partlyIn({ units, month }, unit),
  }));
};

/** '10月29日撤销': what of the unit began, ended or changed within the month, all of which it is scored for; null when nothing did. */
export function partlyIn({ units, month }: { units: Roster; month: Month }, unit: string): string | null {
  const [first, last] = [firstDay(month), lastDay(month)];
  const rows = units.filter((row) => row.id === unit && touches(row, month)).sort((a, b) => byCodePoint(a.from, b.from));
  const words = rows.flatMap(({ from, to, group }, at) => {
    const [before, after] = [rows[at - 1], rows[at + 1]];
    const begun = before ?? units.find((other) => other.group === group && other.from <= first); // else the whole group is new
    const begins =
      from <= first || !begun ? [] : [`${dayWords(from)}${before ? `由${before.group}换到${group}，按换后的组` : '列入'}`];
    return to === null || to >= last || after ? begins : [...begins, `${dayWords(to)}撤销`];
  });
  return words.length === 0 ? null : words.join('，');
}
const dayWords = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** Why the unit is exempt in the month; null when it is not. */
export const exemptIn = ({ units, month }: Pick<MonthExport, 'units' | 'month'>, unit: string): string | null =>
  rowIn(
    units.filter(({ id }) => id === unit),
    month,
  )?.exempt.find((span) => touches(span, month))?.reason ?? null;

/** The next better place in the group, and how far away it is; null for the first and for who is not ranked. */
export function nextPlace(rows: readonly Omit<Row, 'lines'>[], unit: string) {
  const own = rows.find((row) => row.unit === unit);
  if (own === undefined || own.rank === null) return null;
  const rank = own.rank;
  const better = rows.filter((row) => row.group === own.group && row.rank !== null && row.rank < rank);
  const next = better.at(-1);
  return next?.rank == null ? null : { rank: next.rank, points: difference(next.total, own.total) };
}

/** '33.00' less '32.00' is '1.00'. */
export const difference = (a: string, b: string) => formatPoints((points(a) - points(b)) as Hundredths);
