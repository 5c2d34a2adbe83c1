import type { LedgerFact } from '../../../server/assessment/ledger.ts';
import { clauses } from './plain-clauses.ts';
import { type Books, inOrder, type Kept, round, text } from './plain-kit.ts';
import { months, type World } from './world.ts';

export type PlainLine = Omit<Kept, 'words' | 'facts'> & { arithmetic: string; facts: string[]; corrects: string | null };

const none: LedgerFact[] = [];
type Shelves = Map<string, Map<string, Map<string, LedgerFact[]>>>; // by month, unit and kind

/**
 * The lines of a year in floating numbers, by plain loops: month by month what counts is put by unit and kind, what the
 * month takes back is worked out with and without it, and every clause is a function written for it.
 */
export function plainYear({ units, facts }: World): Map<string, Map<string, PlainLine[]>> {
  const sorted = inOrder(facts.filter(({ verified }) => verified));
  const byId = new Map(sorted.map((fact) => [fact.id, fact]));
  const made = new Map<string, Map<string, PlainLine[]>>();
  let [before, shelves]: [Books['lines'], Shelves] = [new Map(), new Map()];
  for (const month of months) {
    const undoing = sorted.filter((fact) => fact.period === month && (fact.cancels ?? fact.replaces) !== null);
    const first = undoing.map((fact) => monthOf(byId.get(fact.cancels ?? fact.replaces ?? '') as LedgerFact, byId)).sort()[0];
    const changed = first === undefined ? [] : months.filter((each) => each >= first && each < month);
    shelves = shelvesAt(month, sorted, byId, new Map([...shelves].filter(([each]) => !changed.includes(each))));
    const lines = new Map([...before].filter(([each]) => !changed.includes(each)));
    const books: Books = { units, lines, of: (unit, kind, at) => shelves.get(at)?.get(unit)?.get(kind) ?? none };
    for (const each of [...changed, month]) lines.set(each, linesOf(books, each));
    made.set(month, new Map(units.map(({ id }) => [id, told(id, { month, changed, undoing, before, books })])));
    before = lines;
  }
  return made;
}

const monthOf = (fact: LedgerFact, byId: Map<string, LedgerFact>): string => {
  const replaced = fact.replaces === null ? undefined : byId.get(fact.replaces);
  return replaced === undefined ? fact.period : monthOf(replaced, byId);
};

/** The months that are not on the shelves yet. */
function shelvesAt(month: string, sorted: LedgerFact[], byId: Map<string, LedgerFact>, shelves: Shelves): Shelves {
  const written = sorted.filter(({ period }) => period <= month);
  const gone = new Set(written.map(({ cancels, replaces }) => cancels ?? replaces));
  const known = new Set(shelves.keys());
  for (const fact of written) {
    const at = monthOf(fact, byId);
    if (known.has(at) || fact.cancels !== null || gone.has(fact.id)) continue;
    const sharers = fact.attributes.shares ? Object.keys(fact.attributes.shares) : [fact.unit];
    for (const unit of sharers) shelve(shelves, at, unit, fact);
  }
  return shelves;
}

function shelve(shelves: Shelves, month: string, unit: string, fact: LedgerFact) {
  const units = shelves.get(month) ?? new Map<string, Map<string, LedgerFact[]>>();
  const kinds = units.get(unit) ?? new Map<string, LedgerFact[]>();
  const facts = kinds.get(fact.kind) ?? [];
  facts.push(fact);
  shelves.set(month, units.set(unit, kinds.set(fact.kind, facts)));
}

function linesOf(books: Books, month: string): Map<string, Kept[]> {
  const lines = new Map<string, Kept[]>(books.units.map(({ id }) => [id, []]));
  books.lines.set(month, lines);
  for (const clause of clauses) {
    const run = clause(books, month);
    for (const { id, group } of books.units) lines.get(id)?.push(...run(id, group));
  }
  return lines;
}

type Told = { month: string; changed: string[]; undoing: LedgerFact[]; before: Books['lines']; books: Books };
function told(unit: string, { month, changed, undoing, before, books }: Told): PlainLine[] {
  const lines = (books.lines.get(month)?.get(unit) ?? []).map((kept) => lineOf(kept, null));
  const corrected = changed.flatMap((each) => {
    const [old, now] = [before.get(each)?.get(unit) ?? [], books.lines.get(each)?.get(unit) ?? []];
    return differences(old, now, undoing, each);
  });
  return corrected.length === 0 ? lines : [...lines, ...corrected].sort(byPlace);
}

const lineOf = ({ clause, effect, points, words, facts }: Kept, corrects: string | null): PlainLine => {
  return { clause, effect, points, arithmetic: `${words} = ${text(points)}`, facts: facts.map(({ id }) => id), corrects };
};

function differences(old: Kept[], now: Kept[], undoing: LedgerFact[], month: string): PlainLine[] {
  const keys = new Set([...old, ...now].map(({ clause, effect }) => `${clause} ${effect}`));
  return [...keys].flatMap((key) => {
    const [was, is] = [old, now].map((lines) => lines.find(({ clause, effect }) => `${clause} ${effect}` === key));
    const value = round((is?.points ?? 0) - (was?.points ?? 0));
    const entry = is ?? was;
    if (entry === undefined || value === 0) return [];
    const words = `更正 ${month}：${text(is?.points ?? 0)} - ${text(was?.points ?? 0)}`;
    return [lineOf({ ...entry, points: value, words, facts: causes(was?.facts ?? [], is?.facts ?? [], undoing) }, month)];
  });
}

function causes(was: LedgerFact[], is: LedgerFact[], undoing: LedgerFact[]): LedgerFact[] {
  const changed = [...was.filter((fact) => !is.includes(fact)), ...is.filter((fact) => !was.includes(fact))];
  const ids = new Set<string | null>(changed.map(({ id }) => id));
  const by = undoing.filter((fact) => ids.has(fact.id) || ids.has(fact.cancels ?? fact.replaces));
  return inOrder(changed.length + by.length > 0 ? [...changed, ...by] : undoing);
}

const order = new Map(clauses.map(({ no }, at) => [no, at]));
const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const byPlace = (a: PlainLine, b: PlainLine) =>
  (order.get(a.clause) ?? 0) - (order.get(b.clause) ?? 0) ||
  byText(a.effect, b.effect) ||
  byText(a.corrects ?? '', b.corrects ?? '');
