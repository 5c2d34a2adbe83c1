import type { Fact, FactAttributes, FactKind } from '../fact/fact.ts';
import { byCodePoint } from '../kernel/order.ts';
import type { Month } from './months.ts';

/** A fact as the ledger or a file has it; ids are any text here. */
export type LedgerFact = Omit<Fact, 'id' | 'unit' | 'day' | 'cancels' | 'replaces' | 'corrects'> & {
  id: string;
  unit: string;
  day: string;
  cancels: string | null;
  replaces: string | null;
  corrects?: Month | null | undefined; // the earlier month that should have held it
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
  const verified = facts.filter((fact) => fact.verified);
  const rare = verified.some(({ id }) => /[\ud800-\udfff]/.test(id));
  verified.sort(rare ? (a, b) => byCodePoint(a.id, b.id) : byText);
  const named = new Set(verified.map(undoneBy));
  const undone = new Map(verified.filter(({ id }) => named.has(id)).map((fact) => [fact.id, fact]));
  const entries = verified.map((fact, at) => ({ fact, standing: standingOf(fact, at, undone) }));
  const corrections = verified.filter((fact) => corrects(fact, undone));
  return { entries, undone, corrections };
}

const standingOf = (fact: LedgerFact, at: number, undone: ReadonlyMap<string, LedgerFact>): Standing => {
  const { id, unit, kind, day, attributes } = fact;
  return { at, id, unit, kind, day, month: monthOf(fact, undone), attributes };
};

/** The month that a fact counts for: what replaces another stands in its place, what was missed in the month it was missed in. */
export function monthOf({ replaces, period, corrects }: LedgerFact, undone: ReadonlyMap<string, LedgerFact>): Month {
  const replaced = replaces === null ? undefined : undone.get(replaces);
  return replaced === undefined ? (corrects ?? period) : monthOf(replaced, undone);
}
export const undoneBy = ({ cancels, replaces }: LedgerFact) => cancels ?? replaces;

const byText = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : Number(a.id > b.id));

/** It undoes a fact that counts for a month before its own, or was missed in one: never an ordinary fact. */
function corrects(fact: LedgerFact, undone: ReadonlyMap<string, LedgerFact>): boolean {
  const target = undone.get(undoneBy(fact) ?? '');
  if ((fact.corrects ?? fact.period) < fact.period) return true;
  return target !== undefined && monthOf(target, undone) < fact.period;
}

/** What counts, as the ledger stood at the end of `month`; of one ledger the same fact is always the same object. */
export function standingAt({ entries }: Ledger, asOf: Month): Standing[] {
  const written = entries.filter(({ fact }) => fact.period <= asOf);
  const gone = new Set<string | null>();
  for (const { fact } of written) if (undoneBy(fact) !== null) gone.add(undoneBy(fact));
  const counting = written.filter(({ fact }) => fact.cancels === null && !gone.has(fact.id) && fact.attributes.tier !== null);
  return counting.map(({ standing }) => standing);
}

/** The earliest month that the facts of `month` cancel, replace or add something of; the month itself when there is none. */
export function earliestTouched(facts: readonly LedgerFact[], month: Month): Month {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  let first = month;
  for (const fact of facts) {
    if (fact.period !== month) continue;
    for (let at: LedgerFact | undefined = fact; at !== undefined; at = byId.get(undoneBy(at) ?? '')) {
      const counted = at.corrects ?? at.period;
      if (counted < first) first = counted;
    }
  }
  return first;
}
