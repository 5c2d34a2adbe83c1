import type { LedgerFact } from './ledger.ts';
import type { Month } from './months.ts';
import type { Roster } from './roster.ts';
import type { Scheme } from './scheme.ts';
import { type Line, type Row, score } from './scoring.ts';
import type { Calendar } from './workdays.ts';

const reading = ['points', 'rescale', 'excess', 'shortfall', 'zero', 'cap', 'floor'];

/** For a page or a document: within a clause what was earned comes before what limits it; corrections last. */
export function inReadingOrder(lines: readonly Line[]): Line[] {
  const clauses = [...new Set(lines.map(({ clause }) => clause))];
  const place = ({ clause, effect, corrects }: Line) =>
    (corrects === null ? 0 : 1e6) + clauses.indexOf(clause) * reading.length + reading.indexOf(effect);
  return lines.toSorted((a, b) => place(a) - place(b));
}

/**
 * The unit's row if what it has pending were verified, all other units' pending facts left out; undefined when nothing of
 * its is pending this month. Throws `Refused` as `score` does.
 */
export function ifVerified(
  unit: string,
  schemes: readonly Scheme[],
  roster: Roster,
  facts: readonly LedgerFact[],
  calendar: Calendar,
  month: Month,
): Row | undefined {
  const pending = (fact: LedgerFact) => fact.unit === unit && !fact.verified && fact.period === month;
  if (!facts.some(pending)) return undefined;
  const verified = facts.map((fact) => (pending(fact) ? { ...fact, verified: true } : fact));
  return score(schemes, roster, verified, calendar, month).table.find((row) => row.unit === unit);
}
