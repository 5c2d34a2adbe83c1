import { type FactKind, factKinds } from '../../fact/fact.ts';
import type { Clause } from '../clauses/clauses.ts';
import type { Json } from '../json.ts';
import type { Where } from '../selection.ts';
import { keysOf } from '../shapes.ts';

/** One sort of fact that a clause tells apart from others. */
export type Sort = { kind: FactKind; where: Where };
type Loose = { readonly [key: string]: Json };

const kinds = keysOf(factKinds);
const objectIn = (value: Json | undefined): Loose | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : undefined;
const listIn = (value: Json | undefined): readonly Loose[] =>
  Array.isArray(value) ? (value as readonly Json[]).map(objectIn).filter((each) => each !== undefined) : [];

/** What the clause tells apart and does not punish: its conditions, each with each price and each factor. */
export function sortsIn(clause: Clause): Sort[] {
  const found: Sort[] = [];
  const excess = clause.kind === 'quota' ? (clause.excess?.rates ?? []) : [];
  walk(clause as unknown as Loose, { excess: excess as unknown as readonly Loose[], punishing: false }, found);
  return found;
}

type At = { excess: readonly Loose[]; punishing: boolean };
function walk(value: Loose, at: At, found: Sort[]): void {
  if (!(at.punishing && value.atMost === undefined)) found.push(...sortsOf(value, at.excess));
  if (value.rate === 'adoptionRate') found.push({ kind: 'submission', where: {} }, { kind: 'adoption', where: {} });
  for (const [key, inside] of Object.entries(value)) {
    if (['where', 'not', 'voidedBy', 'rates', 'factors', 'excess'].includes(key)) continue;
    const inner = { ...at, punishing: at.punishing || key === 'when' };
    for (const each of [objectIn(inside) ?? [], listIn(inside)].flat()) walk(each, inner, found);
  }
}

function sortsOf(value: Loose, excess: readonly Loose[]): Sort[] {
  const named = [value.counts, ...(Array.isArray(value.alsoCounts) ? value.alsoCounts : [])];
  const counted = kinds.filter((kind) => kind !== 'error' && named.includes(kind));
  const rates = listIn(value.rates);
  const prices = [...(rates.length === 0 ? [{}] : rates), ...excess].filter(
    (each: Loose) => !String(each.points).startsWith('-'),
  );
  const factors = [{}, ...listIn(value.factors)];
  const wheres = prices.flatMap((price: Loose) =>
    factors.flatMap((factor: Loose) => together([value.where, price.where, factor.where]) ?? []),
  );
  return counted.flatMap((kind) => wheres.map((where) => ({ kind, where })));
}

type Ends = { from?: string | number; to?: string | number };

/** All conditions at once; undefined where no fact meets them, or only a late one. */
function together(wheres: readonly (Json | undefined)[]): Where | undefined {
  const whole: Record<string, unknown> = {};
  for (const [key, value] of wheres.flatMap((where) => Object.entries(objectIn(where) ?? {}))) {
    const known = whole[key];
    if (key === 'daysLate' || key === 'workdaysLate') return undefined;
    whole[key] = Array.isArray(value)
      ? value.filter((each) => known === undefined || (known as unknown[]).includes(each))
      : narrowed((known ?? {}) as Ends, value as Ends);
  }
  const { timing } = whole as Where;
  if (Object.values(whole).some((value) => Array.isArray(value) && value.length === 0)) return undefined;
  return timing && !timing.includes('onTime') ? undefined : (whole as Where);
}

function narrowed(a: Ends, b: Ends): Ends {
  const from = a.from === undefined || (b.from !== undefined && b.from > a.from) ? b.from : a.from;
  const to = a.to === undefined || (b.to !== undefined && b.to < a.to) ? b.to : a.to;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
