import { byCodePoint } from '../kernel/order.ts';
import { formatPoints } from '../kernel/quantity.ts';
import { refuse } from '../kernel/refusal.ts';
import { Book, type Ready, ready } from './book.ts';
import { type Effect, type Entry, sumOf } from './clauses/rule.ts';
import { type Difference, differences, monthsCorrected } from './corrections.ts';
import { type LedgerFact, ledgerOf, standingAt } from './ledger.ts';
import { addMonths, type Month } from './months.ts';
import { rank } from './ranking.ts';
import { refusals } from './refusals.ts';
import { checkFacts, type Roster, rowIn, touches, unitsOf } from './roster.ts';
import { covers, type Scheme } from './scheme.ts';
import { type Calendar, workdaysOf } from './workdays.ts';

/** One line of a unit's account: the clause, the arithmetic and the facts it counted. Points are text with two decimals. */
export type Line = {
  clause: string;
  effect: Effect;
  points: string;
  arithmetic: string;
  facts: string[];
  corrects: Month | null; // the earlier month that this line corrects, outside this month's total
};
export type Row = {
  unit: string;
  group: string;
  rank: number | null;
  total: string;
  submitted: number;
  adopted: number;
  adoptions: number;
  lines: Line[];
};
export type Score = { month: Month; scheme: string; mode: Scheme['mode']; table: Row[] };

/**
 * Pure and exact: the same facts in any order give the same bytes everywhere. The facts are those of the year to the month's
 * end, with those of whatever months they correct; later ones are ignored. Of several versions of a scheme the one in force
 * counts, for a corrected month that month's. Throws `Refused` on facts that contradict the roster or each other.
 */
export function score(
  scheme: Scheme | readonly Scheme[],
  roster: Roster,
  facts: readonly LedgerFact[],
  calendar: Calendar,
  month: Month,
): Score {
  const [only] = scoreMonths(scheme, roster, facts, calendar, [month]);
  return only as Score;
}

/** Several months in turn, each as `score` has it; what months share is worked out once. The facts are those up to the last one. */
export function scoreMonths(
  scheme: Scheme | readonly Scheme[],
  roster: Roster,
  facts: readonly LedgerFact[],
  calendar: Calendar,
  months: readonly Month[],
): Score[] {
  const units = unitsOf(roster);
  checkFacts(facts, units);
  const schemeOf = versionsOf([scheme].flat(), calendar);
  const inForce = (month: Month) => schemeOf(month) ?? refuse(refusals.noScheme(month, [scheme].flat().map(periodOf).join('、')));
  const ledger = ledgerOf(facts);
  let last: { month: Month; book: Book } | undefined;
  return months.map((month) => {
    const version = inForce(month);
    const made = ledger.corrections.filter(({ period }) => period === month);
    const corrected = monthsCorrected(ledger, made, month);
    const then = addMonths(month, -1);
    const isNext = last?.month === then;
    const before = isNext ? last?.book : corrected.length > 0 ? new Book(units, standingAt(ledger, then), schemeOf) : undefined;
    const kept = before && { from: before, upTo: corrected[0] ?? month };
    const book = new Book(units, standingAt(ledger, month), schemeOf, kept);
    last = { month, book };
    const changes = (unit: string) => (before ? differences(unit, corrected, made, before, book) : []);
    return {
      month,
      scheme: version.scheme.id,
      mode: version.scheme.mode,
      table: accountsOf(version.scheme, units, month, book, changes),
    };
  });
}

/** Each version made ready once; refuses two in force in the same month. */
function versionsOf(schemes: readonly Scheme[], calendar: Calendar) {
  const [workdays, known] = [workdaysOf(calendar), new Map<Month, Ready | undefined>()];
  const prepared = schemes.map((scheme) => ready(scheme, workdays));
  return (month: Month): Ready | undefined => {
    if (known.has(month)) return known.get(month);
    const [version, other] = prepared.filter(({ scheme }) => covers(scheme, month));
    if (version && other) refuse(refusals.twoSchemes(month, version.scheme.id, other.scheme.id));
    known.set(month, version);
    return version;
  };
}
const periodOf = ({ id, from, to }: Scheme) => `“${id}”从 ${from} ${to === null ? '起' : `到 ${to}`}`;

/** The rows of a month as the book has them, in the order of the table. */
export function accountsOf(
  scheme: Scheme,
  units: ReturnType<typeof unitsOf>,
  month: Month,
  book: Book,
  corrected: (unit: string) => Difference[],
): Row[] {
  const order = new Map(scheme.clauses.map(({ no }, at) => [no, at]));
  const accounts = [...units].flatMap(([unit, rows]) => {
    const present = rowIn(rows, month);
    const row = present ?? rows.at(-1);
    const [entries, changes] = [book.entriesOf(unit, month), corrected(unit)];
    if (row === undefined || !(present || book.readings.hasFacts(unit, month) || entries.length + changes.length > 0)) return [];
    const { group, exempt } = row;
    const kept = scheme.groups.find(({ name }) => name === group) ?? refuse(refusals.unknownGroup(unit, group));
    const free = scheme.listedOnly.includes(unit) || exempt.some((span) => touches(span, month));
    const ranked = scheme.mode === 'score' && kept.ranked && !free && present !== undefined && book.rankable(unit, month);
    const lines = [...entries.map(ordinaryLine), ...changes.map(correctingLine)].sort(byPlace(order));
    return [{ unit, group, ranked, total: sumOf(entries), tally: book.readings.tallyOf(unit, month), entries, lines }];
  });
  return rank(accounts, scheme).map(({ unit, group, rank, total, tally: { submitted, adopted, adoptions }, lines }) => {
    return { unit, group, rank, total: formatPoints(total), submitted, adopted, adoptions, lines };
  });
}

function ordinaryLine({ clause, effect, value, words, facts }: Entry): Line {
  const points = formatPoints(value);
  return { clause, effect, points, arithmetic: `${words} = ${points}`, facts: facts.map(({ id }) => id), corrects: null };
}

function correctingLine({ clause, effect, value, words, facts, corrects }: Difference): Line {
  const points = formatPoints(value);
  return { clause, effect, points, arithmetic: `${words} = ${points}`, facts, corrects };
}

/** The scheme's order of clauses (those of an earlier version last), then effect, then what is corrected. */
function byPlace(order: ReadonlyMap<string, number>) {
  const place = ({ clause }: Line) => order.get(clause) ?? order.size;
  return (a: Line, b: Line) =>
    place(a) - place(b) ||
    byCodePoint(a.clause, b.clause) ||
    byCodePoint(a.effect, b.effect) ||
    byCodePoint(a.corrects ?? '', b.corrects ?? '');
}
