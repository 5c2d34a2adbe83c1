import type { Waiting } from '../../../server/assessment/due.ts';
import { type Part, partsOf } from '../../../server/assessment/parts.ts';
import type { Line } from '../../../server/assessment/scoring.ts';
import { type Hundredths, points } from '../../../server/kernel/quantity.ts';

type Clause = { no: string; title: string };
/** One tint of the bars and the clauses that it stands for. */
export type Series = { label: string; clauses: readonly string[] };
/** A piece of a bar in its own pixels; `series` is null for what was taken away. */
export type Piece = { series: number | null; points: Hundredths; x: number; width: number };
export type Scale = { low: number; high: number };

const mostSeries = 6;

/** One tint a clause that gave anybody anything, in the scheme's order; of too many, those that gave least share the last. */
export function seriesOf(clauses: readonly Clause[], accounts: readonly (readonly Part[])[]): Series[] {
  const won = new Map<string, number>();
  for (const { clause, points: text } of accounts.flat()) won.set(clause, (won.get(clause) ?? 0) + Math.max(0, points(text)));
  const given = (no: string) => won.get(no) ?? 0;
  const giving = clauses.map((clause) => ({ ...clause, given: given(clause.no) })).filter(({ given }) => given > 0);
  if (giving.length <= mostSeries) return giving.map(({ no, title }) => ({ label: title, clauses: [no] }));
  const least = giving.toSorted((a, b) => a.given - b.given)[giving.length - mostSeries]?.given ?? 0;
  const most = giving.filter(({ given }) => given > least).slice(0, mostSeries - 1);
  const rest = giving.filter((clause) => !most.includes(clause));
  const label = rest.length === 2 ? rest.map(({ title }) => title).join('、') : `其余 ${rest.length} 条`;
  return [...most.map(({ no, title }) => ({ label: title, clauses: [no] })), { label, clauses: rest.map(({ no }) => no) }];
}

/** What was won and what was lost, in hundredths, in the order of the tints. */
function amountsOf(parts: readonly Part[], series: readonly Series[]) {
  const net = new Map(parts.map(({ clause, points: text }) => [clause, points(text)]));
  const won = series.map(({ clauses }) => clauses.reduce((sum, no) => sum + Math.max(0, net.get(no) ?? 0), 0));
  const lost = [...net.values()].reduce((sum, each) => sum + Math.min(0, each), 0);
  return { won, lost };
}

/** The furthest that any of these accounts reaches to either side of zero. */
export function scaleOf(accounts: readonly (readonly Part[])[], series: readonly Series[]): Scale {
  const all = accounts.map((parts) => amountsOf(parts, series));
  const high = Math.max(0, ...all.map(({ won }) => won.reduce((a, b) => a + b, 0)));
  return { low: Math.min(0, ...all.map(({ lost }) => lost)), high };
}

/** Won stacks to the right of zero, lost hangs to the left of it. */
export function barOf(parts: readonly Part[], series: readonly Series[], scale: Scale, width: number): Piece[] {
  const unit = width / Math.max(1, scale.high - scale.low);
  const { won, lost } = amountsOf(parts, series);
  let at = 0;
  const pieces = won.map((amount, place): Piece => {
    const piece = { series: place, points: amount as Hundredths, x: at * unit, width: amount * unit };
    at += amount;
    return piece;
  });
  const gone: Piece = { series: null, points: lost as Hundredths, x: lost * unit, width: -lost * unit };
  return [gone, ...pieces].filter((piece) => piece.width > 0);
}

export type Step = { clause: string; points: Hundredths; from: number; to: number };

/** The same account as stairs: each clause begins where the one before it ended. */
export function stepsOf(lines: readonly Line[], waiting: readonly Waiting[] = []): Step[] {
  let at = 0;
  return partsOf(lines, waiting).map(({ clause, points: text }) => {
    const amount = points(text);
    const step = { clause, points: amount, from: at, to: at + amount };
    at = step.to;
    return step;
  });
}
