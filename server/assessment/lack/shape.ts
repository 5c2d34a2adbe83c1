import type { Clause } from '../clauses/clauses.ts';
import type { Period } from '../clauses/periods.ts';
import type { View, Yield } from '../clauses/rule.ts';

export type Kind<K extends Clause['kind']> = Extract<Clause, { kind: K }>;
/** What of a clause's lines stands whatever comes, and in words what can still be made good; no words where nothing can. */
export type Left = { lines: Yield[]; words?: string | undefined };

/** A week ends on its Sunday, every other period with the month that it is settled in. */
export function isOver({ label }: Period, { month }: Pick<View, 'month'>, day: string): boolean {
  const end = /至 (\d\d-\d\d)/.exec(label)?.[1];
  return end !== undefined && `${month.slice(0, 4)}-${end}` < day;
}

/** The lines with another value for one effect; none at 0. */
export const withValue = (lines: readonly Yield[], effect: Yield['effect'], value: number): Yield[] =>
  lines.flatMap((line) => {
    if (line.effect !== effect) return [line];
    return value === 0 ? [] : [{ ...line, value: value as Yield['value'] }];
  });

/** Nobody makes anything good by one more mistake. */
export const canBeMore = (counts: string) => counts !== 'error';
