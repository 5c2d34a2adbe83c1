import { formatPoints, type Hundredths, points } from '../kernel/quantity.ts';
import { Book, type Ready, ready } from './book.ts';
import type { Clause } from './clauses/clauses.ts';
import { type Effect, type Entry, type Rule, sumOf } from './clauses/rule.ts';
import { concerns } from './clauses/whom.ts';
import type { MonthExport } from './export.ts';
import { asIfDelivered } from './lack/commissions.ts';
import { leftOf } from './lack.ts';
import { ledgerOf, standingAt } from './ledger.ts';
import { lastDay, type Month } from './months.ts';
import { unitsOf } from './roster.ts';
import { covers } from './scheme.ts';
import type { Judge } from './selection.ts';
import { type Workdays, workdaysOf } from './workdays.ts';

/** What of a clause is not settled this month; `points` is what the score already has for it: below 0 where it can be made good, else what follows from that or a place among others. */
export type Waiting = { clause: string; effect: Effect | null; points: string; words: string };
/** `settled` + `waiting` = the row's total: what stands whatever comes, and what is only taken off until it is made good. */
export type Due = { settled: string; waiting: string; items: Waiting[] };
type Given = Pick<MonthExport, 'schemes' | 'units' | 'calendar' | 'facts' | 'lines' | 'table' | 'month' | 'state'>;

/** Before its last day is over an open month runs: nothing that is owed by its end is missing yet. */
export const isRunning = ({ month, state }: Pick<Given, 'month' | 'state'>, day: string) =>
  state === 'open' && day <= lastDay(month);

/**
 * By unit, what of its lines is not due on `day`: the month is worked out once more without what can still be made good, so
 * that caps, floors and rescaling follow. The lines of `score` stay as they are. Null for a month that does not run.
 */
export function notYetDue(given: Given, day: string): ReadonlyMap<string, Due> | null {
  if (!isRunning(given, day)) return null;
  const { month, schemes, calendar } = given;
  const workdays = workdaysOf(calendar);
  const [units, notes] = [unitsOf(given.units), new Map<string, string>()];
  const versions = schemes.map((scheme) => ready(scheme, workdays));
  const schemeOf = (each: Month) => {
    const version = versions.find(({ scheme }) => covers(scheme, each));
    return version && each === month ? calm(version, { month, day, workdays, notes }) : version;
  };
  const kept = new Map<Month, Ready | undefined>();
  const once = (each: Month) => kept.get(each) ?? kept.set(each, schemeOf(each)).get(each);
  const book = new Book(units, standingAt(ledgerOf(given.facts), month), once);
  const lines = Map.groupBy(
    given.lines.filter(({ corrects }) => corrects === null),
    ({ unit }) => unit,
  );
  return new Map(given.table.map((row) => [row.unit, dueOf(row, { given, book, notes, lines: lines.get(row.unit) ?? [] })]));
}

type At = { month: Month; day: string; workdays: Workdays; notes: Map<string, string> };

/** The version with what is not due left out of its own month. */
function calm({ scheme, rules, enough }: Ready, at: At): Ready {
  const judge = { workdays: at.workdays, deadlines: scheme.deadlines };
  return { scheme, enough, rules: rules.map((rule) => ({ ...rule, run: calmly(rule.clause, rule.run, judge, at) })) };
}

function calmly(clause: Clause, run: Rule, judge: Judge, { month, day, notes }: At): Rule {
  return (view) => {
    if (view.month !== month) return run(view);
    const { seen, note } = asIfDelivered(view, judge, day);
    const left = leftOf(clause, run(seen), seen, judge, day);
    const words = note(clause) ?? left.words;
    if (words !== undefined) notes.set(`${view.unit} ${clause.no}`, words);
    return left.lines;
  };
}

type About = { given: Given; book: Book; notes: ReadonlyMap<string, string>; lines: Given['lines'] };
function dueOf({ unit, group, total }: Given['table'][number], { given, book, notes, lines }: About): Due {
  const settled = book.entriesOf(unit, given.month);
  const version = given.schemes.find((scheme) => covers(scheme, given.month));
  const items = (version?.clauses ?? []).flatMap((clause) => {
    if (!concerns(clause, { unit, group })) return [];
    const own = differencesOf(
      clause.no,
      lines.filter((line) => line.clause === clause.no),
      settled,
    );
    const words = notes.get(`${unit} ${clause.no}`);
    if (own.length > 0) return own.map((each) => ({ ...each, words: words ?? '随未到期的各条变' }));
    const owes = clause.kind === 'quota' || clause.kind === 'points' || clause.kind === 'target';
    return words === undefined || !owes ? [] : [{ clause: clause.no, effect: null, points: '0.00', words }];
  });
  const waiting = points(total) - sumOf(settled);
  return { settled: formatPoints(sumOf(settled)), waiting: formatPoints(waiting as Hundredths), items };
}

/** Lines that would be otherwise without what is not due, those too that only then appear, as a cap that the shortfall kept away. */
function differencesOf(clause: string, lines: Given['lines'], settled: readonly Entry[]): Omit<Waiting, 'words'>[] {
  const then = settled.filter((entry) => entry.clause === clause);
  const kinds = new Set([...lines.map(({ effect }) => effect as Effect), ...then.map(({ effect }) => effect)]);
  return [...kinds].flatMap((effect) => {
    const was = lines.find((line) => line.effect === effect)?.points ?? '0.00';
    const value = points(was) - (then.find((entry) => entry.effect === effect)?.value ?? 0);
    return value === 0 ? [] : [{ clause, effect, points: formatPoints(value as Hundredths) }];
  });
}
