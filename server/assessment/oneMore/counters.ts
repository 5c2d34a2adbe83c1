import type { FactKind } from '../../fact/fact.ts';
import type { Clause } from '../clauses/clauses.ts';
import type { LedgerFact } from '../ledger.ts';
import type { Month } from '../months.ts';
import { type Judge, matcherOf, type Selector } from '../selection.ts';

type Counter = (fact: LedgerFact, month: Month) => boolean;
type Priced = { rates: readonly Pick<Selector, 'where' | 'not'>[]; alsoCounts?: readonly FactKind[] | undefined };

/** What in the clause counts a fact: its own condition and, where it has prices, one of them. */
export function countersIn(clause: Clause, judge: Judge): Counter[] {
  switch (clause.kind) {
    case 'points':
      return [both(counterOf(clause, judge), priceOf(clause, judge))];
    case 'quota':
      return clause.needs.map((need) => counterOf(need, judge));
    case 'rate':
      return clause.rate === 'adoptionRate'
        ? [({ kind }) => kind === 'submission' || kind === 'adoption']
        : [counterOf(clause.rate.part, judge), counterOf(clause.rate.whole, judge)];
    case 'placement':
      return clause.by ? [counterOf(clause.by, judge)] : [];
    case 'bands':
    case 'steps':
    case 'streak':
      return [counterOf(clause, judge)];
    default:
      return [];
  }
}

const both =
  (a: Counter, b: Counter): Counter =>
  (fact, month) =>
    a(fact, month) && b(fact, month);

function counterOf(selector: Selector & { alsoCounts?: readonly FactKind[] | undefined }, judge: Judge): Counter {
  const [matches, kinds] = [matcherOf(selector, judge), [selector.counts, ...(selector.alsoCounts ?? [])]];
  return (fact, month) => kinds.includes(fact.kind) && matches({ ...fact, at: 0, month }, month);
}

function priceOf({ rates }: Priced, judge: Judge): Counter {
  const prices = rates.map((rate) => matcherOf(rate, judge));
  return (fact, month) => prices.some((matches) => matches({ ...fact, at: 0, month }, month));
}
