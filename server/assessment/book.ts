import type { FactKind } from '../fact/fact.ts';
import { ruleOf } from './clauses/clauses.ts';
import { depthsOf } from './clauses/order.ts';
import { concerns, type Entry, type Of, type View } from './clauses/rule.ts';
import type { Standing } from './ledger.ts';
import { type Month, monthOf } from './months.ts';
import { readingsOf } from './readings.ts';
import { type RosterUnit, rowIn, touches } from './roster.ts';
import type { Scheme } from './scheme.ts';
import type { Workdays } from './workdays.ts';

/** A scheme made ready: its clauses in the order of working out. */
export type Ready = { scheme: Scheme; rules: readonly ReadyRule[] };
type ReadyRule = { clause: Scheme['clauses'][number]; depth: number; run: ReturnType<typeof ruleOf> };

export function ready(scheme: Scheme, workdays: Workdays): Ready {
  const depths = depthsOf(scheme.clauses);
  const judge = { workdays, deadlines: scheme.deadlines };
  const rules = scheme.clauses.map((clause) => ({ clause, depth: depths?.get(clause.no) ?? 0, run: ruleOf(clause, judge) }));
  return { scheme, rules: rules.sort((a, b) => a.depth - b.depth) };
}

/** What every unit's lines of every month are under one state of the ledger; each worked out when first asked for. */
export type Book = ReturnType<typeof bookOf>;
export function bookOf(
  units: ReadonlyMap<string, readonly RosterUnit[]>,
  standing: readonly Standing[],
  schemeOf: (month: Month) => Ready | undefined,
) {
  const readings = readingsOf(standing);
  const written = new Map<string, readonly Entry[]>();

  function entriesOf(unit: string, month: Month): readonly Entry[] {
    const key = `${month} ${unit}`;
    const known = written.get(key);
    if (known !== undefined) return known;
    const entries = workOut(unit, month);
    written.set(key, entries);
    return entries;
  }

  function workOut(unit: string, month: Month): readonly Entry[] {
    const [version, rows] = [schemeOf(month), units.get(unit) ?? []];
    const row = rowIn(rows, month) ?? rows.at(-1);
    if (version === undefined || row === undefined) return [];
    const entries: Entry[] = [];
    for (const { clause, depth, run } of version.rules) {
      if (!concerns(clause, { unit, group: row.group })) continue;
      const view = {
        ...viewOf(readings, row, month, version.scheme),
        lines: (of: Of, months: readonly Month[]) => linesBefore(depth, of, months),
      };
      entries.push(...run(view).map((each) => ({ ...each, clause: clause.no, depth })));
    }
    return entries;

    function linesBefore(depth: number, of: Of, months: readonly Month[]) {
      const all = months.flatMap((each) => (each === month ? entries : entriesOf(unit, each)));
      return of === 'all' ? all.filter((entry) => entry.depth < depth) : all.filter((entry) => of.includes(entry.clause));
    }
  }

  return { entriesOf, tallyOf: readings.tallyOf, hasFacts: readings.hasFacts };
}

type Readings = ReturnType<typeof readingsOf>;
function viewOf(readings: Readings, row: RosterUnit, month: Month, scheme: Scheme): Omit<View, 'lines'> {
  const start = [monthOf(scheme.from), monthOf(row.from)];
  return {
    unit: row.id,
    group: row.group,
    month,
    present: touches(row, month),
    exempt: row.exempt.some((span) => touches(span, month)),
    facts: (kind: FactKind, months) => readings.facts(row.id, kind, months),
    firstReporter: (article) => readings.firstReporter(article, month),
    adoptionRate: (months) => readings.adoptionRate(row.id, months),
    since: start.sort().at(-1) ?? month,
  };
}
