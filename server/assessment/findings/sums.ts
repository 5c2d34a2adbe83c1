import { formatPoints, type Hundredths, points, ratio, rounded, times } from '../../kernel/quantity.ts';
import type { Clause } from '../clauses/clauses.ts';

const most = (values: readonly string[]) => Math.max(...values.map(points)) as Hundredths;
const sum = (values: readonly Hundredths[]) => values.reduce((a, b) => a + b, 0) as Hundredths;

/** The most that one fact brings in this clause, its dearest row with every factor above 1. */
export function dearest(clause: Clause): Hundredths | null {
  if (clause.kind !== 'points') return null;
  const factors = clause.factors.map(({ times }) => ratio(times)).filter(({ over, under }) => over > under);
  const top = { over: BigInt(most(clause.rates.map((rate) => rate.points))), under: 1n };
  return rounded(factors.reduce(times, top));
}

/** The most that the clause gives in a period; null where nothing bounds it. */
export function mostOf(clause: Clause): Hundredths | null {
  switch (clause.kind) {
    case 'points':
      if (clause.cap !== undefined) return points(clause.cap);
      return clause.countAtMost === undefined || clause.multiply !== undefined
        ? null
        : ((clause.countAtMost * (dearest(clause) ?? 0)) as Hundredths);
    case 'quota':
      if ((clause.excess && clause.excess.atMost === undefined) || clause.completion !== undefined) return null;
      return sum([points(clause.met ?? '0'), points(clause.excess?.atMost ?? '0')]);
    case 'bands':
      return most(clause.bands.map((band) => band.points));
    case 'rate':
      return sum([
        clause.bands.length > 0 ? most(clause.bands.map((band) => band.points)) : points('0'),
        points(clause.proportion ?? '0'),
      ]);
    case 'limit':
      return clause.atMost === undefined ? null : points(clause.atMost);
    default:
      return null;
  }
}

/** What the items of a clause about clauses come to at most; null where one of them has no bound, or all are meant. */
export function itemsOf(clause: Clause, clauses: readonly Clause[]): Hundredths | null {
  if (clause.kind !== 'limit' || clause.of === 'all') return null;
  const maxima = clause.of.map((no) => {
    const item = clauses.find((each) => each.no === no);
    return item === undefined ? null : mostOf(item);
  });
  return maxima.some((each) => each === null) ? null : sum(maxima as Hundredths[]);
}

const printed = /(?:满分|最高|至多|不超过|共计?|合计|封顶|总分)(?:为|得|计|分值)?\s*(\d{1,6}(?:\.\d{1,2})?)\s*分/;
/** The maximum that the paper prints: '本项满分 10 分' is '10.00'; null where it prints none. */
export function printedMost({ text = '' }: Clause): Hundredths | null {
  const [, found] = printed.exec(text) ?? [];
  return found === undefined ? null : points(found);
}

const printedOff = /(?:最多|至多)扣\s*(\d{1,6}(?:\.\d{1,2})?)\s*分/;
/** The most that the paper takes off and the most that the clause does, where both say so. */
export function lossesOf(clause: Clause): { paper: Hundredths; most: Hundredths } | null {
  const [, paper] = printedOff.exec(clause.text ?? '') ?? [];
  const most =
    clause.kind === 'points' ? clause.floor?.replace('-', '') : clause.kind === 'quota' ? clause.missing?.atMost : undefined;
  return paper === undefined || most === undefined ? null : { paper: points(paper), most: points(most) };
}

export const told = (value: Hundredths) => `${formatPoints(value)} 分`;
