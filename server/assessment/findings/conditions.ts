import type { FactKind } from '../../fact/fact.ts';
import type { Clause } from '../clauses/clauses.ts';
import type { Where } from '../selection.ts';

type Range = { from?: string | number | undefined; to?: string | number | undefined };
type Condition = { where?: Where | undefined; not?: Where | undefined };
const entriesOf = (where: Where | undefined) => Object.entries(where ?? {}) as [keyof Where, string[] | Range][];
const isList = (value: unknown): value is string[] => Array.isArray(value);

/** Does everything that meets `b` meet `a` too, as far as the conditions alone tell? */
export function covers(a: Condition, b: Condition): boolean {
  if (a.not !== undefined) return false;
  return entriesOf(a.where).every(([key, allowed]) => {
    const wanted = b.where?.[key] as string[] | Range | undefined;
    if (wanted === undefined) return false;
    return isList(allowed) ? isList(wanted) && wanted.every((each) => allowed.includes(each)) : within(allowed, wanted as Range);
  });
}

const within = (outer: Range, { from, to }: Range) =>
  (outer.from === undefined || (from !== undefined && from >= outer.from)) &&
  (outer.to === undefined || (to !== undefined && to <= outer.to));

const touching = (a: Range, b: Range) => !isBefore(a.to, b.from) && !isBefore(b.to, a.from);
const isBefore = (end: Range['to'], begin: Range['from']) => end !== undefined && begin !== undefined && end < begin;

/** Could one fact meet both, and do the two say so: a shared value, or one of them asks for nothing? */
export function overlap(a: Condition, b: Condition): boolean {
  const [here, there] = [new Map(entriesOf(a.where)), new Map(entriesOf(b.where))];
  const shared = [...here.keys()].filter((key) => there.has(key));
  if (shared.length === 0 && here.size > 0 && there.size > 0) return false;
  if ((a.not && covers({ where: a.not }, b)) || (b.not && covers({ where: b.not }, a))) return false;
  return shared.every((key) => meet(here.get(key) ?? [], there.get(key) ?? []));
}
const meet = (a: string[] | Range, b: string[] | Range) =>
  isList(a) && isList(b) ? a.some((each) => b.includes(each)) : touching(a as Range, b as Range);

/** The two conditions of a clause and of a row in it, as one. */
export const both = (outer: Condition, inner: Condition): Condition => ({
  where: { ...outer.where, ...inner.where },
  not: inner.not ?? outer.not,
});

const adoptionOnly = ['tier', 'carrier', 'outletGroup', 'form', 'placement'] as const;
const kindsOf: Partial<Record<keyof Where, readonly FactKind[]>> = {
  ...Object.fromEntries(adoptionOnly.map((key) => [key, ['adoption', 'error', 'instruction']])),
  rank: ['instruction'],
  nature: ['error'],
};
/** What the condition asks for and a fact of none of these kinds ever has. */
export const strangeTo = (kinds: readonly FactKind[], { where }: Condition): (keyof Where)[] =>
  entriesOf(where).flatMap(([key]) => (kindsOf[key]?.some((kind) => kinds.includes(kind)) === false ? [key] : []));

/** Do the two clauses speak of different units or different months? */
export function isApart(a: Clause, b: Clause): boolean {
  const groups = a.for?.groups && b.for?.groups && !a.for.units && !b.for.units;
  if (groups && !a.for?.groups?.some((group) => b.for?.groups?.includes(group))) return true;
  return !touching({ from: a.from, to: a.to }, { from: b.from, to: b.to });
}
