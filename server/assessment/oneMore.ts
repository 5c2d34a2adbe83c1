import { formatPoints, type Hundredths, points } from '../kernel/quantity.ts';
import { refuse } from '../kernel/refusal.ts';
import { isRunning } from './due.ts';
import type { MonthExport } from './export.ts';
import { versionIn } from './league.ts';
import type { LedgerFact } from './ledger.ts';
import { type Month, monthOf } from './months.ts';
import { type Choice, choicesOf, mostChoices } from './oneMore/choices.ts';
import { scorerOf } from './oneMore/scorer.ts';
import { countedWords, type Verdict, verdictOn } from './oneMore/verdict.ts';
import { refusals } from './refusals.ts';
import { rowIn } from './roster.ts';
import type { Scheme } from './scheme.ts';
import type { Line, Row } from './scoring.ts';
import { type LineMoved, linesMoved, type Side } from './whatIf.ts';

/** A month that runs, as it stands. */
export type Given = Pick<MonthExport, 'schemes' | 'units' | 'calendar' | 'facts' | 'lines' | 'table' | 'month' | 'state'>;

/** What one more of it would change. Where the scheme only counts, `difference` and `now` are null and `lines` empty. */
export type Outcome = {
  label: string;
  difference: string | null;
  now: Side | null;
  lines: LineMoved[];
  verdict: Verdict;
  words: string;
};
/** `late` says why nothing more can count for this month; then there is nothing to choose. `left`: how many choices are left out. */
export type OneMore = {
  month: Month;
  mode: Scheme['mode'];
  was: Side | null;
  late: string | null;
  choices: Outcome[];
  full: boolean; // there may be more to choose than is listed
};

/**
 * 再来一篇会怎样: for every sort of fact that the scheme tells apart, the month scored once more with one such fact of the
 * unit, verified today, all else as it stands. The best first. Throws `Refused` as `score` does.
 */
export function oneMore(given: Given, unit: string, day: string): OneMore {
  const { month } = given;
  const scheme = versionIn(given) ?? refuse(refusals.noneAdopted(month));
  const row = given.table.find((each) => each.unit === unit) ?? refuse(refusals.noUnit);
  const head = { month, mode: scheme.mode, was: scheme.mode === 'score' ? sideOf(row) : null };
  const late = whyLate(given, unit, day);
  if (late !== null) return { ...head, late, choices: [], full: false };
  const choices = choicesOf(scheme, { unit, group: row.group, day, facts: given.facts });
  const scored = scorerOf(given, unit);
  const outcomes = choices.map((choice) => outcomeOf(choice, { given, scheme, row, day, scored }));
  const gain = ({ difference, verdict }: Outcome) => (difference === null ? Number(verdict !== 'nothing') : points(difference));
  return { ...head, late, choices: outcomes.sort((a, b) => gain(b) - gain(a)), full: choices.length === mostChoices };
}

function whyLate(given: Given, unit: string, day: string): string | null {
  const { month, state, units } = given;
  if (state === 'locked') return `${month} 已经锁定，再来的记入以后的月份。`;
  if (!isRunning(given, day)) return `${month} 已经过完，从今天起刊发、报送的记入 ${monthOf(day)}。`;
  const listed = rowIn(
    units.filter(({ id }) => id === unit),
    month,
  );
  return listed === undefined ? `本单位 ${month} 不在考核名单里，再来的不计。` : null;
}

type About = { given: Given; scheme: Scheme; row: Given['table'][number]; day: string; scored: ReturnType<typeof scorerOf> };

function outcomeOf(choice: Choice, { given, scheme, row, day, scored }: About): Outcome {
  const fact = factOf(choice, row.unit, given, day);
  const found = scored(fact).find(({ unit }) => unit === row.unit);
  const then = found ?? refuse(refusals.noUnit);
  const lines = linesMoved(ownLines(given, row.unit), ordinary(then.lines));
  const counting = ordinary(then.lines).filter(({ facts }) => facts.includes(fact.id));
  const { label } = choice;
  if (scheme.mode !== 'score') {
    const words = countedWords(row, then, scheme, counting);
    return { label, difference: null, now: null, lines: [], verdict: words === null ? 'nothing' : 'gains', words: words ?? none };
  }
  const difference = formatPoints((points(then.total) - points(row.total)) as Hundredths);
  const told = verdictOn({ difference, lines, counting, fact, scheme, given, unit: row.unit, group: row.group });
  return { label, difference, now: sideOf(then), lines, ...told };
}
const none = '细则没有哪一条数它。';

const sideOf = ({ group, total, rank }: Omit<Row, 'lines'>): Side => ({ group, total, rank });
const ordinary = (lines: readonly Line[]) => lines.filter(({ corrects }) => corrects === null);
const ownLines = ({ lines }: Given, own: string) => lines.filter(({ unit, corrects }) => unit === own && corrects === null);

/** After all others, whatever their ids look like. */
const id = '\uffff再来一篇';
const reported: readonly string[] = ['submission', 'adoption', 'report'];

function factOf({ kind, attributes }: Choice, unit: string, given: Given, day: string): LedgerFact {
  const article = kind === 'adoption' ? (waiting(unit, given) ?? id) : id;
  return {
    ...{ id, unit, kind, day, period: given.month, verified: true, cancels: null, replaces: null, evidence: [] },
    attributes: reported.includes(kind) ? { article, ...attributes } : attributes,
  };
}

/** What is taken next is a piece that the unit has handed in and nobody has taken yet; undefined where there is none. */
function waiting(own: string, { facts, month }: Given): string | undefined {
  const standing = facts.filter(({ verified, cancels }) => verified && cancels === null);
  const touched = new Set(
    standing.filter(({ kind, unit }) => kind !== 'submission' || unit !== own).map(({ attributes }) => attributes.article),
  );
  const undone = new Set(facts.map(({ cancels, replaces }) => cancels ?? replaces));
  const mine = standing.filter((fact) => fact.unit === own && fact.kind === 'submission' && fact.period === month);
  return mine.find((fact) => !undone.has(fact.id) && !touched.has(fact.attributes.article))?.attributes.article;
}
