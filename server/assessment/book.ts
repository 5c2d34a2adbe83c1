import { ruleOf } from './clauses/clauses.ts';
import { conditionOf } from './clauses/counting.ts';
import { depthsOf } from './clauses/order.ts';
import type { Entry, Of, View } from './clauses/rule.ts';
import { concerns } from './clauses/whom.ts';
import type { Standing } from './ledger.ts';
import { type Month, monthOf } from './months.ts';
import { type Readings, readingsOf } from './readings.ts';
import { type RosterUnit, rowIn, touches } from './roster.ts';
import type { Scheme } from './scheme.ts';
import type { Workdays } from './workdays.ts';

/** A scheme made ready: its clauses in the order of working out, and from how much on a unit is ranked. */
export type Ready = { scheme: Scheme; rules: readonly ReadyRule[]; enough: ReturnType<typeof conditionOf> };
type ReadyRule = { clause: Scheme['clauses'][number]; depth: number; run: ReturnType<typeof ruleOf> };

export function ready(scheme: Scheme, workdays: Workdays): Ready {
  const depths = depthsOf(scheme.clauses);
  const judge = { workdays, deadlines: scheme.deadlines };
  const rules = scheme.clauses.map((clause) => ({ clause, depth: depths?.get(clause.no) ?? 0, run: ruleOf(clause, judge) }));
  return { scheme, rules: rules.sort((a, b) => a.depth - b.depth), enough: conditionOf(scheme.rankedFrom ?? [], judge) };
}

/** One unit's month while it is worked out: the rules before `next` have given their lines. */
type Account = { version: Ready; row: RosterUnit; month: Month; view: Bare; entries: Entry[]; next: number };
type Accounts = Map<Month, Map<string, Account | undefined>>;

/** What every unit's lines of every month are under one state of the ledger; each worked out when first asked for. */
export class Book {
  readonly accounts: Accounts;
  readonly competitors = new Map<Month, readonly RosterUnit[]>();
  readonly found = new Map<string, unknown>();
  readonly readings: Readings;
  readonly units: ReadonlyMap<string, readonly RosterUnit[]>;
  readonly schemeOf: (month: Month) => Ready | undefined;
  /** `kept`: a book of an earlier state of the same ledger that has the same facts for the months before `upTo`. */
  constructor(
    units: ReadonlyMap<string, readonly RosterUnit[]>,
    standing: readonly Standing[],
    schemeOf: (month: Month) => Ready | undefined,
    kept?: { from: Book; upTo: Month },
  ) {
    this.units = units;
    this.readings = readingsOf(standing, kept && { from: kept.from.readings, upTo: kept.upTo });
    this.accounts = new Map([...(kept?.from.accounts ?? [])].filter(([month]) => month < (kept?.upTo ?? '')));
    this.schemeOf = schemeOf;
  }

  accountOf(unit: string, month: Month): Account | undefined {
    const accounts = this.accounts.get(month) ?? new Map<string, Account | undefined>();
    if (accounts.size === 0) this.accounts.set(month, accounts);
    const known = accounts.get(unit);
    if (known !== undefined || accounts.has(unit)) return known;
    const [version, rows] = [this.schemeOf(month), this.units.get(unit) ?? []];
    const row = rowIn(rows, month) ?? rows.at(-1);
    const account = version && row && { version, row, month, view: this.bareView(row, month, version), entries: [], next: 0 };
    accounts.set(unit, account);
    return account;
  }

  entriesOf(unit: string, month: Month): readonly Entry[] {
    return this.entriesUpTo(unit, month, Infinity);
  }

  /**
   * The lines of all clauses that come before a depth. A clause that looks at other units takes their lines up to its own
   * depth and no further, so that two units which look at each other never wait for each other.
   */
  entriesUpTo(unit: string, month: Month, depth: number): readonly Entry[] {
    const account = this.accountOf(unit, month);
    if (account === undefined) return [];
    const { version, row, entries } = account;
    for (let rule = version.rules[account.next]; rule && rule.depth < depth; rule = version.rules[account.next]) {
      if (concerns(rule.clause, { unit, group: row.group })) this.addLines(rule, account);
      account.next++;
    }
    return entries;
  }

  addLines({ clause: { no }, clause, depth, run }: ReadyRule, account: Account): void {
    for (const { effect, value, words, facts } of run(this.viewFrom(account, depth, clause)))
      account.entries.push({ clause: no, effect, value, words, facts, depth });
  }

  viewFrom({ row, month, view }: Account, depth: number, clause: ReadyRule['clause']): View {
    const linesOf = (of: Of, at: Month) => {
      const before = at === month ? this.entriesUpTo(row.id, month, depth) : this.entriesOf(row.id, at);
      return of === 'all' ? before.filter((entry) => entry.depth < depth) : before.filter((entry) => of.includes(entry.clause));
    };
    return {
      ...view,
      lines: (of, months) => (months.length === 1 ? linesOf(of, months[0] ?? '') : months.flatMap((each) => linesOf(of, each))),
      own: (months) => months.flatMap((each) => this.entriesOf(row.id, each).filter((entry) => entry.clause === clause.no)),
      amongRivals: (among, find) => {
        const group = among === 'group' ? row.group : undefined;
        const key = JSON.stringify([month, clause.no, group ?? null]);
        if (!this.found.has(key)) this.found.set(key, find(this.rivalViews(month, depth, clause, group)));
        return this.found.get(key) as ReturnType<typeof find>;
      },
    };
  }

  rivalViews(month: Month, depth: number, clause: ReadyRule['clause'], group: string | undefined): View[] {
    return this.competing(month).flatMap((row) => {
      const meant = (group === undefined || row.group === group) && concerns(clause, { unit: row.id, group: row.group });
      const account = meant ? this.accountOf(row.id, month) : undefined;
      return account === undefined ? [] : [this.viewFrom(account, depth, clause)];
    });
  }

  /** On the roster this month, neither exempt nor listed only. */
  competing(month: Month): readonly RosterUnit[] {
    const known = this.competitors.get(month);
    if (known !== undefined) return known;
    const { listedOnly = [] } = this.schemeOf(month)?.scheme ?? {};
    const rows = [...this.units].flatMap(([unit, all]) => {
      const row = rowIn(all, month);
      return row && !listedOnly.includes(unit) && !row.exempt.some((span) => touches(span, month)) ? [row] : [];
    });
    this.competitors.set(month, rows);
    return rows;
  }

  /** Whether there is enough to rank the unit by. */
  rankable(unit: string, month: Month): boolean {
    const account = this.accountOf(unit, month);
    if (account?.version.scheme.rankedFrom === undefined) return true;
    const [rule] = account.version.rules;
    return rule === undefined || account.version.enough(this.viewFrom(account, 0, rule.clause), [month]);
  }

  bareView(row: RosterUnit, month: Month, { scheme }: Ready): Bare {
    const { readings } = this;
    const starts = [monthOf(scheme.from), monthOf(row.from)];
    return {
      unit: row.id,
      group: row.group,
      month,
      present: touches(row, month),
      exempt: row.exempt.some((span) => touches(span, month)),
      since: starts.sort().at(-1) ?? month,
      facts: (kind, months) => readings.facts(row.id, kind, months),
      firstReporter: (article) => readings.firstReporter(article, month),
      adoptionRate: (months) => readings.adoptionRate(row.id, months),
      scored: (at) => this.schemeOf(at) !== undefined && (this.units.get(row.id) ?? []).some((span) => touches(span, at)),
    };
  }
}

/** What does not depend on the clause that asks. */
type Bare = Omit<View, 'lines' | 'own' | 'amongRivals'>;
