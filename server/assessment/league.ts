import { formatPoints, type Hundredths, points } from '../kernel/quantity.ts';
import { inReadingOrder } from './account.ts';
import type { MonthExport } from './export.ts';
import { rowIn, touches } from './roster.ts';
import { covers, type Scheme } from './scheme.ts';
import type { Line, Row } from './scoring.ts';

/** A unit's row; `lines` are null where they are not the viewer's to open. */
export type LeagueRow = Omit<Row, 'lines'> & { lines: Line[] | null };
type OnlyUnit = string | null;

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

/** Places and totals are for all, as the 通报 prints them; the lines of a unit are for itself and for who sees the county. */
export const rowsSeen = (rows: readonly Row[], onlyUnit: OnlyUnit): LeagueRow[] =>
  rows.map((row) => ({ ...row, lines: onlyUnit === null || row.unit === onlyUnit ? row.lines : null }));

type FactSeen = Omit<MonthExport['facts'][number], 'id' | 'verified'>;

/** The month's facts and all that a line rests on, by id; of a unit alone, its own and what its lines rest on. */
export function factsSeen(given: MonthExport, rows: readonly LeagueRow[], onlyUnit: OnlyUnit): Record<string, FactSeen> {
  const named = new Set(rows.flatMap(({ lines }) => lines?.flatMap(({ facts }) => facts) ?? []));
  const seen = given.facts.filter(
    ({ id, unit, period }) => named.has(id) || (period === given.month && (onlyUnit === null || unit === onlyUnit)),
  );
  return Object.fromEntries(seen.map(({ id, verified: _, ...fact }) => [id, fact]));
}

/** The version that the month was scored by. */
export const versionIn = ({ schemes, month }: Pick<MonthExport, 'schemes' | 'month'>): Scheme | undefined =>
  schemes.find((scheme) => covers(scheme, month));

/** What a page says about a scheme, and how it names its clauses; an earlier version's too where a line corrects its month. */
export function schemeSeen(given: Pick<MonthExport, 'schemes' | 'month'>) {
  const version = versionIn(given);
  if (version === undefined) return null;
  const { id, name, mode, source = null, from, to, groups, listedOnly, ties } = version;
  const earlier = given.schemes.filter((scheme) => scheme !== version).toReversed();
  const clauses = new Map<string, Scheme['clauses'][number]>();
  for (const clause of [version, ...earlier].flatMap((scheme) => scheme.clauses)) {
    if (!clauses.has(clause.no)) clauses.set(clause.no, clause);
  }
  const words = [...clauses.values()].map(({ no, title, text = null, kind }) => ({ no, title, text, kind }));
  return { id, name, mode, source, from, to, groups, listedOnly, ties, clauses: words };
}

/** The units of these rows, under the names that they had in the month; `exempt`: why one is scored without being ranked. */
export const unitsSeen = ({ units, month }: Pick<MonthExport, 'units' | 'month'>, rows: readonly LeagueRow[]) => {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return rows.map(({ unit, group }) => ({
    id: unit,
    name: names.get(unit) ?? unit,
    group,
    exempt: exemptIn({ units, month }, unit),
  }));
};

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
  return next ? { rank: next.rank, points: difference(next.total, own.total) } : null;
}

/** '33.00' less '32.00' is '1.00'. */
export const difference = (a: string, b: string) => formatPoints((points(a) - points(b)) as Hundredths);
