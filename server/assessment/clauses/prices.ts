import { type FactKind, factKinds } from '../../fact/fact.ts';
import { formatPoints, points, type Ratio, ratio, ratioOf, times } from '../../kernel/quantity.ts';
import type { Standing } from '../ledger.ts';
import type { Month } from '../months.ts';
import { type Judge, labelOf, matcherOf, type Where } from '../selection.ts';
import { type Multiply, multiplierOf } from './multiply.ts';

/** What one fact brings, exact and in hundredths, and the words that it is counted under. */
export type Price = { value: Ratio; words: (count: string) => string; order: number; under: number };
/** `size` is how many times the fact counts, in units of 1 ÷ `price.under`; the price's value is for one such unit. */
export type Priced = { fact: Standing; price: Price; size: number };

type Condition = { where?: Where | undefined; not?: Where | undefined; title?: string | undefined };
type Table = {
  counts: FactKind;
  where?: Where | undefined;
  rates: readonly (Condition & { points: string })[];
  factors?: readonly (Condition & { times: string })[];
  multiply?: Multiply | undefined;
};

/** A table of rates and factors; equal combinations share one price, so that they can be counted instead of added. */
export function pricesOf(table: Table, judge: Judge) {
  const factors = table.factors ?? [];
  const rateMatchers = table.rates.map((rate) => matcherOf(rate, judge));
  const factorMatchers = factors.map((factor) => matcherOf(factor, judge));
  const { under, by, sizeOf } = multiplierOf(table.multiply, judge);
  const known = new Map<number, Price>();

  /** The row and, in the lower bits, the factors that apply. */
  function orderOf(fact: Standing, month: Month): number {
    const row = rateMatchers.findIndex((matches) => matches(fact, month));
    const applied = factorMatchers.reduce((bits, matches, at) => bits | (Number(matches(fact, month)) << at), 0);
    return (row << factors.length) | applied;
  }
  function priceOf(fact: Standing, month: Month): Price | undefined {
    const order = orderOf(fact, month);
    const price = order < 0 ? undefined : (known.get(order) ?? priceAt(table, order, under, by));
    if (price !== undefined) known.set(order, price);
    return price;
  }
  const priced = (facts: readonly Standing[], month: Month): Priced[] =>
    facts.flatMap((fact) => {
      const price = priceOf(fact, month);
      const size = price === undefined ? 0 : sizeOf(fact, month);
      return price === undefined || size === 0 ? [] : [{ fact, price, size }];
    });
  return { priced };
}

function priceAt({ counts, where, rates, factors = [] }: Table, order: number, under: number, by: string): Price | undefined {
  const rate = rates[order >> factors.length];
  if (rate === undefined) return undefined;
  const applied = factors.filter((_, at) => (order >> at) & 1);
  const value = applied.reduce((price, factor) => times(price, ratio(factor.times)), ratioOf(points(rate.points), under));
  const named = applied.map((factor) => ` × ${factor.times}（${factor.title ?? labelOf(factor.where, '系数')}）`).join('');
  const name = rate.title ?? labelOf(rate.where, labelOf(where, factKinds[counts]));
  return { order, under, value, words: (count) => `${name}${by} ${count} × ${formatPoints(points(rate.points))}${named}` };
}
