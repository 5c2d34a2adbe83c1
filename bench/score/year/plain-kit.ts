import type { LedgerFact } from '../../../server/assessment/ledger.ts';
import { months, type World } from './world.ts';

export type Kept = { clause: string; effect: string; points: number; words: string; facts: LedgerFact[] };

/** What counts at a time, and the lines of the months up to then. */
export type Books = {
  units: World['units'];
  of: (unit: string, kind: string, month: string) => LedgerFact[];
  lines: Map<string, Map<string, Kept[]>>; // by month and unit
};

export const sum = (kept: readonly { points: number }[]) => kept.reduce((all, { points }) => all + points, 0);
export const round = (value: number) => (Math.sign(value) * Math.round(Math.abs(value) * 100 + 1e-7)) / 100;
export const text = (value: number) => (Object.is(value, -0) ? 0 : value).toFixed(2);
export const inOrder = (facts: LedgerFact[]) => [...new Set(facts)].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));

export type Line = Omit<Kept, 'clause'>;
type Run = (books: Books, month: string) => (unit: string, group: string) => Line[];
export type Plain = ((books: Books, month: string) => (unit: string, group: string) => Kept[]) & { no: string };
export const plain = (no: string, run: Run): Plain => {
  const each = (books: Books, month: string) => {
    const lines = run(books, month);
    return (unit: string, group: string) => lines(unit, group).map((line) => ({ clause: no, ...line }));
  };
  return Object.assign(each, { no });
};
export const line = (effect: string, points: number, words: string, facts: LedgerFact[]): Line => ({
  effect,
  points,
  words,
  facts,
});

export const quarter = (month: string) =>
  Number(month.slice(5)) % 3 === 0 ? months.slice(Number(month.slice(5)) - 3, Number(month.slice(5))) : [];
export const toDate = (month: string) => months.slice(0, Number(month.slice(5)));
export const own = ({ of }: Books, unit: string, kind: string, span: readonly string[]) =>
  span.flatMap((month) => of(unit, kind, month).filter((fact) => fact.unit === unit));
export const linesOf = ({ lines }: Books, unit: string, span: readonly string[], clauses: readonly string[]) =>
  span.flatMap((month) => (lines.get(month)?.get(unit) ?? []).filter(({ clause }) => clauses.includes(clause)));
export const factsOf = (kept: readonly Kept[]) => inOrder(kept.flatMap(({ facts }) => facts));
