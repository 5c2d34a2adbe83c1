import type { LedgerFact } from '../../server/assessment/ledger.ts';
import type { RosterUnit } from '../../server/assessment/roster.ts';
import type { Scheme } from '../../server/assessment/scheme.ts';
import { Fraction } from './fraction.ts';
import type { OracleFact, OracleLine, World } from './oracle.ts';
import { type Selector, selects } from './oracle-selection.ts';

export type Given = Omit<World, 'facts'> & {
  facts: OracleFact[];
  unit: RosterUnit;
  month: string;
  again: (month: string) => OracleLine[];
  of: (unit: RosterUnit, month: string) => OracleLine[];
};
export type Clause = Scheme['clauses'][number];
export type Of<K> = Extract<Clause, { kind: K }>;
export type Line = Omit<OracleLine, 'clause'>;
export const F = Fraction.of;
export const zero = new Fraction(0);
export const ids = (facts: readonly LedgerFact[]) => [...new Set(facts.map(({ id }) => id))].sort();
export const sum = (lines: readonly Line[]) => Fraction.sum(lines.map(({ value }) => value));

const spanTo = (number: number, length: number) =>
  number % length === 0 ? Array.from({ length }, (_, at) => number - length + 1 + at) : [];

/** The months settled now; a quarter is settled in its third month and so on. */
export function settled(clause: Clause, per: string, month: string): string[] {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))];
  const length = { month: 1, week: 1, quarter: 3, half: 6, year: 12 }[per] ?? 1;
  const list = per === 'toDate' ? Array.from({ length: number }, (_, at) => at + 1) : spanTo(number, length);
  const months = list.map((each) => `${year}-${String(each).padStart(2, '0')}`);
  return months.filter((each) => (!clause.from || each >= clause.from) && (!clause.to || each <= clause.to));
}

export type Sharing = 'shares' | 'equal' | 'each' | 'owner';
export const involved = (fact: LedgerFact, unit: string, sharing: Sharing) =>
  fact.attributes.shares && sharing !== 'owner' ? (fact.attributes.shares[unit] ?? 0) > 0 : fact.unit === unit;

export const found = (selector: Selector, given: Given, months: string[], sharing: Sharing = 'owner') =>
  given.facts.filter(
    (fact) => months.includes(fact.counts) && involved(fact, given.unit.id, sharing) && selects(selector, fact, given),
  );

type Once = { distinctArticles?: boolean; distinctBy?: Same | undefined; countBy?: string | undefined };
type Same = 'day' | 'article' | 'carrier' | 'outletGroup' | 'issue' | 'project' | 'campaign';
export const sameOf = (fact: OracleFact, by: Same) => (by === 'day' ? fact.day : fact.attributes[by]);
/** Of the facts that are alike only the earliest counts: of the same article, then of the same whatever it is; unlike articles, what has none of it does not count. */
export function once(facts: OracleFact[], { distinctArticles, distinctBy }: Once): OracleFact[] {
  const firsts = (list: OracleFact[], by: Same) =>
    list.filter((fact) => inTurn(list).find((other) => sameOf(other, by) === sameOf(fact, by)) === fact || !sameOf(fact, by));
  const articles = distinctArticles ? firsts(facts, 'article') : facts;
  return distinctBy ? firsts(articles, distinctBy).filter((fact) => sameOf(fact, distinctBy)) : articles;
}
export const size = (fact: OracleFact, { countBy }: Once) => (countBy === 'quantity' ? (fact.attributes.quantity ?? 1) : 1);
export const count = (facts: OracleFact[], how: Once) => facts.reduce((total, fact) => total + size(fact, how), 0);

type Needed = NonNullable<Clause['onlyIf']>;
/** Whether the unit did all that something presupposes. */
export const meetsAll = (needed: Needed, given: Given, months: string[]) =>
  needed.every((each) => {
    const done = count(once(found(each, given, months), each), each);
    const row = each.except?.find(({ groups, units }) => groups?.includes(given.unit.group) || units?.includes(given.unit.id));
    return done >= ((row ?? each).atLeast ?? 0) && done <= (each.atMost ?? 1e15);
  });

type Band = { from?: string | undefined; above?: string | undefined; below?: string | undefined; upTo?: string | undefined };
export const inBand = ({ from, above, below, upTo }: Band, value: Fraction) =>
  !(from && value.cmp(F(from)) < 0) &&
  !(above && value.cmp(F(above)) <= 0) &&
  !(below && value.cmp(F(below)) >= 0) &&
  !(upTo && value.cmp(F(upTo)) > 0);
export const inTurn = (facts: OracleFact[]) => [...facts].sort((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? -1 : 1));

export type Rates = {
  rates: readonly (Omit<Selector, 'counts'> & { points: string })[];
  factors?: readonly (Omit<Selector, 'counts'> & { times: string })[];
};
export function worth({ rates, factors = [] }: Rates, fact: OracleFact, given: Given): Fraction | undefined {
  const rate = rates.find((each) => selects({ counts: fact.kind, where: each.where, not: each.not }, fact, given));
  if (rate === undefined) return undefined;
  const applied = factors.filter(({ where, not }) => selects({ counts: fact.kind, where, not }, fact, given));
  return applied.reduce((value, { times }) => value.times(F(times)), F(rate.points));
}

/** One unit's part of one fact: hundredths are handed out one by one to whoever is furthest below his due. */
export function part(value: Fraction, fact: OracleFact, unit: string, sharing: Sharing): Fraction {
  const { shares } = fact.attributes;
  if (!shares || sharing === 'each' || sharing === 'owner') return value;
  const weights = Object.entries(shares)
    .filter(([, weight]) => weight > 0)
    .map(([id, weight]) => ({ id, weight: sharing === 'equal' ? 1 : weight }));
  weights.sort((a, b) => (a.id < b.id ? -1 : 1));
  const all = weights.reduce((total, { weight }) => total + weight, 0);
  const [size, sign] = value.n < 0n ? [value.cents().times(new Fraction(-1)), -1] : [value.cents(), 1];
  const cent = new Fraction(1, 100);
  const dues = weights.map(({ id, weight }) => {
    const due = size.times(new Fraction(weight, all));
    const hundred = due.times(new Fraction(100));
    return { id, due, has: new Fraction(hundred.n / hundred.d, 100) };
  });
  for (let left = size.minus(Fraction.sum(dues.map(({ has }) => has))); left.n > 0n; left = left.minus(cent)) {
    const next = dues.reduce((most, each) => (each.due.minus(each.has).cmp(most.due.minus(most.has)) > 0 ? each : most));
    next.has = next.has.plus(cent);
  }
  return (dues.find(({ id }) => id === unit)?.has ?? zero).times(new Fraction(sign));
}

export function fractionOf({ attributes: { shares } }: OracleFact, unit: string, sharing: Sharing): Fraction {
  if (!shares || sharing === 'owner' || sharing === 'each') return new Fraction(1);
  const all = Object.values(shares).filter((weight) => weight > 0);
  return sharing === 'equal'
    ? new Fraction(1, all.length)
    : new Fraction(
        shares[unit] ?? 0,
        all.reduce((a, b) => a + b),
      );
}
