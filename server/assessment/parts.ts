import { formatPoints, type Hundredths, points } from '../kernel/quantity.ts';
import type { Waiting } from './due.ts';
import type { Line } from './scoring.ts';

/** A clause and what it came to, its caps taken off; without what is not due yet. */
export type Part = { clause: string; points: string };

/** Corrections of earlier months stand outside this month. */
export function partsOf(lines: readonly Line[], items: readonly Waiting[] = []): Part[] {
  const net = new Map<string, number>();
  const add = (clause: string, value: number) => net.set(clause, (net.get(clause) ?? 0) + value);
  for (const { clause, points: text, corrects } of lines) if (corrects === null) add(clause, points(text));
  for (const { clause, points: text } of items) add(clause, -points(text));
  return [...net].flatMap(([clause, value]) => (value === 0 ? [] : [{ clause, points: formatPoints(value as Hundredths) }]));
}
