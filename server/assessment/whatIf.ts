import { formatPoints, type Hundredths, points } from '../kernel/quantity.ts';
import { refuse } from '../kernel/refusal.ts';
import { Book, type Ready, ready } from './book.ts';
import type { Effect } from './clauses/rule.ts';
import type { MonthExport } from './export.ts';
import { ledgerOf, type Standing, standingAt } from './ledger.ts';
import type { Month } from './months.ts';
import { refusals } from './refusals.ts';
import { type RosterUnit, unitsOf } from './roster.ts';
import { covers, type Scheme } from './scheme.ts';
import { accountsOf, type Row } from './scoring.ts';
import { knownLines, regrouped } from './whatIf/known.ts';
import { workdaysOf } from './workdays.ts';

/** A month as it was frozen or as it stands; nothing of it is changed here. */
export type Given = Pick<MonthExport, 'schemes' | 'units' | 'calendar' | 'facts' | 'lines' | 'table' | 'month' | 'state'>;
/** What stands in place of the version in force, from which month on; the group that a unit would have under it. */
export type Trial = { scheme: Scheme; from: Month; groupOf?: ((row: RosterUnit) => string) | undefined };

export type Side = { group: string; total: string; rank: number | null };
/** One line of a unit that differs; null where there is none. Points are text with two decimals. */
export type LineMoved = {
  clause: string;
  effect: Effect;
  was: { points: string; arithmetic: string } | null;
  now: { points: string; arithmetic: string } | null;
};
export type UnitMoved = { unit: string; was: Side | null; now: Side | null; difference: string; lines: LineMoved[] };
export type MonthMoved = { month: Month; state: Given['state']; mode: Scheme['mode']; units: UnitMoved[] };

/**
 * The month scored once more by the changed scheme, beside what it came to: every unit of either table, in the order of the
 * new one. Lines that correct earlier months stay out, as they do of the total. Throws `Refused` as `score` does.
 */
export function monthIf(given: Given, trial: Trial): MonthMoved {
  const { table, mode } = scoredAs(given, trial);
  const [was, now] = [new Map(given.table.map((row) => [row.unit, row])), new Map(table.map((row) => [row.unit, row]))];
  const old = Map.groupBy(
    given.lines.filter(({ corrects }) => corrects === null),
    ({ unit }) => unit,
  );
  const unitIds = [...now.keys(), ...[...was.keys()].filter((unit) => !now.has(unit))];
  const units = unitIds.map((unit): UnitMoved => {
    const [before, after] = [was.get(unit), now.get(unit)];
    const difference = points(after?.total ?? '0.00') - points(before?.total ?? '0.00');
    const lines = linesMoved(old.get(unit) ?? [], after?.lines ?? []);
    return {
      unit,
      was: before ? sideOf(before) : null,
      now: after ? sideOf(after) : null,
      difference: formatPoints(difference as Hundredths),
      lines,
    };
  });
  return { month: given.month, state: given.state, mode, units };
}

/** The whole table under the changed scheme. @public the tests hold it against `score` */
export function scoredAs(given: Given, { scheme, from, groupOf }: Trial): { table: Row[]; mode: Scheme['mode'] } {
  const { month, schemes, calendar } = given;
  const workdays = workdaysOf(calendar);
  const units = unitsOf(groupOf ? regrouped(given.units, from, groupOf) : given.units);
  const standing = standingAt(ledgerOf(given.facts), month);
  const versions = schemes.map((version) => ({ version, asIs: ready(version, workdays) }));
  const kept = new Map<Scheme, Ready>();
  const changedFor = (version: Scheme): Ready => {
    const changed = { ...scheme, from: version.from, to: version.to };
    const made =
      kept.get(version) ?? knownLines(ready(changed, workdays), version, given, placesOf(standing), groupOf !== undefined);
    kept.set(version, made);
    return made;
  };
  const schemeOf = (each: Month): Ready | undefined => {
    const found = versions.find(({ version }) => covers(version, each));
    return found && each >= from ? changedFor(found.version) : found?.asIs;
  };
  const ofMonth = schemeOf(month) ?? refuse(refusals.noneAdopted(month));
  const book = new Book(units, standing, schemeOf);
  return { table: accountsOf(ofMonth.scheme, units, month, book, () => []), mode: scheme.mode };
}

const placesOf = (standing: readonly Standing[]) => {
  let places: Map<string, Standing> | undefined;
  return (id: string) => {
    places ??= new Map(standing.map((fact) => [fact.id, fact]));
    return places.get(id);
  };
};

const sideOf = ({ group, total, rank }: Side): Side => ({ group, total, rank });

type Told = { clause: string; effect: string; points: string; arithmetic: string };
/** The lines of a unit that differ between two of its accounts. */
export function linesMoved(old: readonly Told[], now: readonly Told[]): LineMoved[] {
  const keyOf = ({ clause, effect }: Told) => JSON.stringify([clause, effect]);
  const [was, is] = [new Map(old.map((line) => [keyOf(line), line])), new Map(now.map((line) => [keyOf(line), line]))];
  const told = (line: Told | undefined) => (line ? { points: line.points, arithmetic: line.arithmetic } : null);
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key): LineMoved[] => {
    const [before, after] = [was.get(key), is.get(key)];
    const line = after ?? before;
    if (line === undefined || (before?.points === after?.points && before?.arithmetic === after?.arithmetic)) return [];
    return [{ clause: line.clause, effect: line.effect as Effect, was: told(before), now: told(after) }];
  });
}
