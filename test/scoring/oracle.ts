import type { LedgerFact } from '../../server/assessment/ledger.ts';
import type { RosterUnit } from '../../server/assessment/roster.ts';
import type { Scheme } from '../../server/assessment/scheme.ts';
import type { Calendar } from '../../server/assessment/workdays.ts';
import { Fraction } from './fraction.ts';
import { linesOfClause } from './oracle-clauses.ts';
import { type Given, meetsAll } from './oracle-facts.ts';

/** Scores by the contract's words alone: no index, no memory, every question asked of all facts again. */
export type OracleFact = LedgerFact & { counts: string };
export type OracleLine = { clause: string; effect: string; value: Fraction; facts: string[] };
export type World = { scheme: Scheme; units: readonly RosterUnit[]; facts: readonly LedgerFact[]; calendar: Calendar };

/** The month that a fact counts for: its own, the one that should have held it, or that of what it stands in for. */
const countsFor = (fact: LedgerFact, all: readonly LedgerFact[]): string => {
  const before = all.find(({ id, verified }) => verified && id === fact.replaces);
  return before === undefined ? (fact.corrects ?? fact.period) : countsFor(before, all);
};

function ledger(world: World, asOf: string): OracleFact[] {
  const written = world.facts.filter((fact) => fact.verified && fact.period <= asOf);
  const gone = written.flatMap(({ cancels, replaces }) => [cancels, replaces]);
  return written
    .filter(({ id, cancels, attributes }) => !cancels && !gone.includes(id) && attributes.tier !== null)
    .map((fact) => ({ ...fact, counts: countsFor(fact, world.facts) }));
}

export const onRoster = ({ from, to }: { from: string; to: string | null }, month: string) =>
  from.slice(0, 7) <= month && (to === null || to.slice(0, 7) >= month);
const inForce = ({ scheme }: World, month: string) =>
  scheme.from <= `${month}-01` && (scheme.to === null || scheme.to >= `${month}-31`);

/** Remembered for one state of the ledger: a running limit asks for every earlier month, each of which asks again. */
const told = new WeakMap<OracleFact[], Map<string, OracleLine[]>>();
function linesOf(world: World, facts: OracleFact[], unit: RosterUnit, month: string): OracleLine[] {
  const known = told.get(facts) ?? new Map<string, OracleLine[]>();
  told.set(facts, known);
  const key = `${unit.id} ${month}`;
  const lines = known.get(key) ?? workedOut(world, facts, unit, month);
  known.set(key, lines);
  return lines;
}

function workedOut(world: World, facts: OracleFact[], unit: RosterUnit, month: string): OracleLine[] {
  if (!inForce(world, month)) return [];
  const given: Given = {
    ...world,
    facts,
    unit,
    month,
    again: (at) => linesOf(world, facts, unit, at),
    of: (other, at) => linesOf(world, facts, other, at),
  };
  return world.scheme.clauses.flatMap((clause) => linesOfClause(clause, given).map((line) => ({ ...line, clause: clause.no })));
}

const everyMonth = Array.from(
  { length: 60 },
  (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
);
const months = (from: string, until: string) => everyMonth.filter((month) => from <= month && month < until);
export const monthBefore = (month: string) => everyMonth[everyMonth.indexOf(month) - 1] ?? '';

function correctionsOf(world: World, unit: RosterUnit, month: string) {
  const made = world.facts.filter((fact) => {
    const undone = world.facts.find(({ id, verified }) => verified && id === (fact.cancels ?? fact.replaces));
    const about = undone ?? (fact.corrects == null ? undefined : fact); // what was missed in an earlier month is put there
    return fact.verified && fact.period === month && about !== undefined && countsFor(about, world.facts) < month;
  });
  if (made.length === 0) return [];
  const [before, after] = [ledger(world, monthBefore(month)), ledger(world, month)];
  return months('2023-10', month).flatMap((at) => {
    const [was, is] = [before, after].map((facts) => linesOf(world, facts, unit, at)) as [OracleLine[], OracleLine[]];
    const keys = new Set([...was, ...is].map(({ clause, effect }) => `${clause}\n${effect}`));
    return [...keys].flatMap((key) => {
      const [old, now] = [was, is].map((lines) => lines.find(({ clause, effect }) => `${clause}\n${effect}` === key));
      const value = (now?.value ?? new Fraction(0)).minus(old?.value ?? new Fraction(0));
      const [clause = '', effect = ''] = key.split('\n');
      return value.n === 0n ? [] : [{ clause, effect, value, corrects: at }];
    });
  });
}

function countsOf(facts: OracleFact[], { id }: RosterUnit, month: string) {
  const mine = facts.filter((fact) => fact.unit === id);
  const adoptions = mine.filter(({ kind }) => kind === 'adoption');
  const submissions = mine.filter(({ kind }) => kind === 'submission');
  const articles = new Set(adoptions.map(({ attributes }) => attributes.article));
  const adopted = [...articles].filter((article) => {
    if (article === undefined) return false;
    const first = adoptions
      .filter(({ attributes }) => attributes.article === article)
      .map(({ counts }) => counts)
      .sort()[0];
    return first === month && submissions.some(({ attributes, counts }) => attributes.article === article && counts <= month);
  }).length;
  const now = adoptions.filter(({ counts }) => counts === month);
  const tiers = ['central', 'provincial', 'municipal', 'county'].map(
    (tier) => now.filter(({ attributes }) => attributes.tier === tier).length,
  );
  return { submitted: submissions.filter(({ counts }) => counts === month).length, adopted, adoptions: now.length, tiers };
}
export const adoptedOf = (facts: OracleFact[], unit: RosterUnit, month: string) => countsOf(facts, unit, month);

export function oracle(world: World, month: string) {
  const facts = ledger(world, month);
  const rows = world.units.flatMap((unit) => {
    const [lines, corrections] = [linesOf(world, facts, unit, month), correctionsOf(world, unit, month)];
    const there = onRoster(unit, month);
    const acted = facts.some((fact) => fact.unit === unit.id && fact.counts === month);
    if (!there && !acted && lines.length + corrections.length === 0) return [];
    const group = world.scheme.groups.find(({ name }) => name === unit.group);
    const exempt = unit.exempt.some((span) => onRoster(span, month)) || world.scheme.listedOnly.includes(unit.id);
    const given: Given = { ...world, facts, unit, month, again: () => [], of: () => [] };
    const enough = !world.scheme.rankedFrom || !inForce(world, month) || meetsAll(world.scheme.rankedFrom, given, [month]);
    const ranked = enough && there && world.scheme.mode === 'score' && group?.ranked === true && !exempt;
    const total = Fraction.sum(lines.map(({ value }) => value));
    return [{ unit: unit.id, group: unit.group, ranked, total, lines, corrections, ...countsOf(facts, unit, month) }];
  });
  type Row = (typeof rows)[number];
  const better = (a: Row, b: Row): boolean => {
    const steps = [a.total.cmp(b.total)];
    for (const tie of world.scheme.ties) {
      if (tie === 'tierCounts') steps.push(...a.tiers.map((count, at) => count - (b.tiers[at] ?? 0)));
      else if (tie === 'adoptionRate') steps.push(rate(a).cmp(rate(b)));
      else if (typeof tie === 'string') steps.push(a[tie] - b[tie]);
      else steps.push(pointsOf(a, tie.of).cmp(pointsOf(b, tie.of)));
    }
    return (steps.find((step) => step !== 0) ?? 0) > 0;
  };
  const pointsOf = ({ lines }: Row, of: string[]) =>
    Fraction.sum(lines.filter(({ clause }) => of.includes(clause)).map(({ value }) => value));
  const rate = ({ submitted, adopted }: Row) => (submitted === 0 ? new Fraction(-1) : new Fraction(adopted, submitted));
  return rows.map((row) => {
    const ahead = rows.filter((other) => other.ranked && other.group === row.group && better(other, row));
    // without gaps a place is one more than how many places stand before it: of those who tie, the first alone makes a place
    const places = ahead.filter((one) => ahead.find((other) => !better(one, other) && !better(other, one)) === one);
    return { ...row, rank: row.ranked ? (world.scheme.afterTies === 'dense' ? places : ahead).length + 1 : null };
  });
}
