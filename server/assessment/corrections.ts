import { byCodePoint } from '../kernel/order.ts';
import { formatPoints, type Hundredths } from '../kernel/quantity.ts';
import type { Book } from './book.ts';
import type { Entry } from './clauses/rule.ts';
import { type Ledger, type LedgerFact, monthOf, undoneBy } from './ledger.ts';
import { addMonths, type Month, monthsBetween } from './months.ts';

/** What a correction changes in one line of an earlier month. */
export type Difference = {
  clause: string;
  effect: Entry['effect'];
  value: Hundredths;
  words: string;
  facts: string[];
  corrects: Month;
};

/** Which earlier months this month's corrections may touch; a quarter or year clause is paid after the month it is about. */
export function monthsCorrected({ undone }: Ledger, made: readonly LedgerFact[], month: Month): Month[] {
  const targets = made.map((fact) => undone.get(undoneBy(fact) ?? '') ?? fact); // what was missed is its own target
  const first = targets.map((fact) => monthOf(fact, undone)).sort()[0];
  return first === undefined ? [] : monthsBetween(first, addMonths(month, -1));
}

/** One unit's lines of those months, scored with this month's corrections and without them. */
export function differences(
  unit: string,
  months: readonly Month[],
  made: readonly LedgerFact[],
  before: Book,
  after: Book,
): Difference[] {
  return months.flatMap((month) => {
    const [old, now] = [byLine(before.entriesOf(unit, month)), byLine(after.entriesOf(unit, month))];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
      const [was, is] = [old.get(key), now.get(key)];
      const value = ((is?.value ?? 0) - (was?.value ?? 0)) as Hundredths;
      const entry = is ?? was;
      if (entry === undefined || value === 0) return [];
      const [from, to] = [was, is].map((each) => formatPoints(each?.value ?? (0 as Hundredths)));
      const words = `更正 ${month}：${to} - ${from}`;
      const { clause, effect } = entry;
      return [{ clause, effect, value, words, facts: causes(was, is, made), corrects: month }];
    });
  });
}

const byLine = (entries: readonly Entry[]) =>
  new Map(entries.map((entry) => [JSON.stringify([entry.clause, entry.effect]), entry]));

/** The facts that stand in only one of the two lines, and what undid them; else all that was corrected. */
function causes(was: Entry | undefined, is: Entry | undefined, made: readonly LedgerFact[]): string[] {
  const [old, now] = [was, is].map((entry) => new Set(entry?.facts.map(({ id }) => id))) as [Set<string>, Set<string>];
  const changed = new Set([...old, ...now].filter((id) => !(old.has(id) && now.has(id))));
  const undoing = made.filter((fact) => changed.has(fact.id) || changed.has(undoneBy(fact) ?? '')).map(({ id }) => id);
  const found = new Set([...changed, ...undoing]);
  return [...(found.size > 0 ? found : new Set(made.map(({ id }) => id)))].sort(byCodePoint);
}
