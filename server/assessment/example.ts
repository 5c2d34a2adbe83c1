import { type FactAttributes, type FactKind, factKinds } from '../fact/fact.ts';
import { Refused } from '../kernel/refusal.ts';
import { inReadingOrder } from './account.ts';
import { Clause } from './clauses/clauses.ts';
import type { DraftBody, LooseClause } from './draft.ts';
import type { Json } from './json.ts';
import type { LedgerFact } from './ledger.ts';
import type { RosterUnit } from './roster.ts';
import { Scheme } from './scheme.ts';
import { type Line, score } from './scoring.ts';
import { labelOf, Where } from './selection.ts';
import { keysOf } from './shapes.ts';
import type { Calendar } from './workdays.ts';

/** So many facts of one sort, as a clause asks for them: '市级采用' × 2. */
export type Sample = { label: string; counts: FactKind; wheres: readonly Where[]; count: number };
type Given = { units: readonly RosterUnit[]; facts: readonly LedgerFact[]; calendar: Calendar; month: string };

/** What a clause counts, each condition of it once; two of the first, one of the others, none of what voids or zeroes. */
export function samplesOf(clause: LooseClause): Sample[] {
  const found = new Map<string, Sample>();
  const add = (counts: FactKind, wheres: Where[], none: boolean) => {
    const label = `${wheres.map((where) => labelOf(where, '')).join('')}${factKinds[counts]}`;
    if (!found.has(label)) found.set(label, { label, counts, wheres, count: none ? 0 : found.size === 0 ? 2 : 1 });
  };
  walk(clause, false, add);
  return [...found.values()];
}

type Add = (counts: FactKind, wheres: Where[], none: boolean) => void;
function walk(value: Json | undefined, none: boolean, add: Add): void {
  if (Array.isArray(value)) for (const each of value as readonly Json[]) walk(each, none, add);
  else if (typeof value === 'object' && value !== null) walkObject(value as LooseClause, none, add);
}

function walkObject(value: LooseClause, none: boolean, add: Add): void {
  const counts = keysOf(factKinds).find((kind) => kind === value.counts);
  const conditions = Array.isArray(value.rates)
    ? (value.rates as readonly LooseClause[]).map((rate) => rate?.where)
    : [undefined];
  if (counts) for (const where of conditions) add(counts, [whereOf(value.where), whereOf(where)].flat(), none);
  if (value.rate === 'adoptionRate') for (const kind of ['submission', 'adoption'] as const) add(kind, [], none);
  for (const [key, inside] of Object.entries(value)) {
    if (key !== 'where' && key !== 'not') walk(inside, none || key === 'voidedBy' || key === 'when', add);
  }
}

const whereOf = (value: Json | undefined): Where[] => {
  const read = Where.safeParse(value);
  return read.success ? [read.data] : [];
};

const sampleUnit = '示例单位';
/** December of the scheme's year: months, quarters, halves and years are all settled in it. */
const monthOfYear = ({ from }: DraftBody) => `${/^\d{4}/.exec(String(from))?.[0] ?? '2023'}-12`;

/** Facts of the unit, as many as said. */
export function sampleFacts(body: DraftBody, clause: LooseClause, samples: readonly Sample[]): Given {
  const month = monthOfYear(body);
  const id = (clause.for as { units?: string[] } | undefined)?.units?.[0] ?? sampleUnit;
  const group = (clause.for as { groups?: string[] } | undefined)?.groups?.[0] ?? groupsIn(body)[0] ?? '县直';
  const units = [{ id, name: sampleUnit, group, from: `${month.slice(0, 4)}-01-01`, to: null, exempt: [] }];
  const words = JSON.stringify(clause);
  const together = words.includes('"adoptionRate"');
  const many = words.includes('"quantity"') ? { quantity: 100 } : {};
  const facts = samples.flatMap((sample, sort) =>
    Array.from({ length: Math.min(sample.count, 200) }, (_, at) => {
      const same = together || sample.counts === 'error';
      return factOf(sample, `${sort}-${at}`, id, month, { article: `稿${same ? 0 : sort}-${at}`, ...many }, at);
    }),
  );
  return { units, facts, calendar: [], month };
}

const first = <T>(list: readonly T[] | undefined) => list?.[0];

function factOf(
  { counts, wheres }: Sample,
  id: string,
  unit: string,
  month: string,
  about: FactAttributes,
  at: number,
): LedgerFact {
  const where: Where = Object.assign({}, ...wheres);
  const named = Object.fromEntries(
    Object.entries(where).flatMap(([key, value]) => (Array.isArray(value) && key !== 'timing' ? [[key, first(value)]] : [])),
  );
  const words = where.words && { words: where.words.from ?? where.words.to ?? 0 };
  const tier = counts === 'adoption' && where.tier === undefined ? { tier: 'municipal' as const } : {};
  const day = where.day?.from ?? `${month}-${String(4 + (at % 20)).padStart(2, '0')}`;
  return {
    ...{ id, unit, kind: counts, day, period: month, verified: true, cancels: null, replaces: null, evidence: [] },
    attributes: { ...about, ...tier, ...named, ...words, ...timing(where, counts, month) } as FactAttributes,
  };
}

function timing(where: Where, counts: FactKind, month: string): FactAttributes {
  const late = where.daysLate?.from ?? where.workdaysLate?.from ?? 3;
  const wanted =
    first(where.timing) ?? (where.daysLate || where.workdaysLate ? 'late' : counts === 'commission' ? 'onTime' : null);
  if (wanted === null) return {};
  const delivered = { onTime: `${month}-08`, late: `${month}-${String(8 + late).padStart(2, '0')}`, missing: null }[wanted];
  return { dueOn: `${month}-08`, deliveredOn: delivered };
}

export const groupsIn = ({ groups }: DraftBody): string[] =>
  (Array.isArray(groups) ? groups : []).flatMap((group) => {
    const name = (group as { name?: Json } | null)?.name;
    return typeof name === 'string' && name !== '' ? [name] : [];
  });

/** The lines that this clause gives the unit; a sentence instead where it cannot be computed yet. The others may be unfinished. */
export function linesOf(body: DraftBody, clause: LooseClause, given: Given, unit: string): readonly Line[] | string {
  const scheme = schemeFor(body, clause, given);
  if (typeof scheme === 'string') return scheme;
  try {
    const row = score(scheme, given.units, given.facts, given.calendar, given.month).table.find((each) => each.unit === unit);
    return inReadingOrder(row?.lines.filter((line) => line.clause === clause.no && line.corrects === null) ?? []);
  } catch (fault) {
    if (fault instanceof Refused) return fault.message;
    throw fault;
  }
}

function schemeFor(body: DraftBody, clause: LooseClause, { units, month }: Given): Scheme | string {
  const own = Clause.safeParse(clause);
  if (!own.success) return '这一条写完整以后，这里就算给您看。';
  const groups = [...new Set([...groupsIn(body), ...units.map(({ group }) => group)])].map((name) => ({ name, ranked: true }));
  const head = { id: '试', name: '试', mode: 'score', from: `${month.slice(0, 4)}-01-01`, groups, deadlines: body.deadlines };
  const read = Scheme.safeParse({ ...head, clauses: withNamed(own.data, body) });
  return read.success ? read.data : (read.error.issues[0]?.message ?? '这一条还算不出。');
}

/** The clause with all that it is about. */
function withNamed(own: Clause, { clauses }: DraftBody): Clause[] {
  if (!('of' in own) || own.of === undefined) return [own];
  const others = clauses.flatMap((each) => {
    const read = Clause.safeParse(each);
    return read.success && read.data.no !== own.no ? [read.data] : [];
  });
  if (own.of === 'all') return [...others, own];
  const wanted = new Map<string, Clause>([[own.no, own]]);
  for (const clause of wanted.values()) {
    if (!('of' in clause) || !Array.isArray(clause.of)) continue;
    for (const no of clause.of) {
      const named = others.find((each) => each.no === no);
      if (named && !wanted.has(no)) wanted.set(no, named);
    }
  }
  return [...wanted.values()];
}
