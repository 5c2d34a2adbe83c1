import type { Fact, FactAttributes, FactKind } from '../fact/fact.ts';
import { byCodePoint } from '../kernel/order.ts';
import type { Month } from './months.ts';

/** A fact as the ledger or a file has it; ids are any text here. */
export type LedgerFact = Omit<Fact, 'id' | 'unit' | 'day' | 'cancels' | 'replaces'> & {
  id: string;
  unit: string;
  day: string;
  cancels: string | null;
  replaces: string | null;
};

/** A fact that counts, in the month that it counts for; `at` is its place among all facts by id. */
export type Standing = {
  at: number;
  id: string;
  unit: string;
  kind: FactKind;
  day: string;
  month: Month;
  attributes: FactAttributes;
};

export type Ledger = ReturnType<typeof ledgerOf>;
/** Facts in the order of their ids, with what cancels and replaces what. Only verified facts have a say. */
export function ledgerOf(facts: readonly LedgerFact[]) {
  const rare = facts.some(({ id }) => /[\ud800-\udfff]/.test(id));
  const verified = facts.filter((fact) => fact.verified).sort(rare ? (a, b) => byCodePoint(a.id, b.id) : byText);
  const byId = new Map(verified.map((fact) => [fact.id, fact]));
  const countsFor = new Map<string, Month>();
  /** What replaces an earlier month's fact stands in its place. */
  function monthOf(fact: LedgerFact): Month {
    const known = countsFor.get(fact.id);
    if (known !== undefined) return known;
    const replaced = fact.replaces === null ? undefined : byId.get(fact.replaces);
    const month = replaced === undefined ? fact.period : monthOf(replaced);
    countsFor.set(fact.id, month);
    return month;
  }
  const entries = verified.map((fact, at) => ({ ...fact, at, month: monthOf(fact), undoes: fact.cancels ?? fact.replaces }));
  return { entries, byId, corrections: entries.filter((entry) => corrects(entry, byId)) };
}

export type Correction = Ledger['corrections'][number];
const byText = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : Number(a.id > b.id));

/** It undoes a fact that counts for a month before its own: never an ordinary fact. */
function corrects({ undoes, period }: { undoes: string | null; period: Month }, byId: ReadonlyMap<string, LedgerFact>): boolean {
  const undone = undoes === null ? undefined : byId.get(undoes);
  if (undone === undefined) return false;
  return undone.period < period || corrects({ undoes: undone.replaces, period }, byId);
}

/** What counts, as the ledger stood at the end of `month`. */
export function standingAt({ entries }: Ledger, month: Month): Standing[] {
  const written = entries.filter(({ period }) => period <= month);
  const undone = new Set(written.map(({ undoes }) => undoes));
  return written.filter(({ id, cancels, attributes }) => cancels === null && !undone.has(id) && attributes.tier !== null);
}
