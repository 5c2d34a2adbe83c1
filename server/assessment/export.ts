import { z } from 'zod';
import { canonicalJson } from '../kernel/canonical.ts';
import { sha256 } from '../kernel/digest.ts';
import { byCodePoint } from '../kernel/order.ts';
import { refuse } from '../kernel/refusal.ts';
import { CalendarRow, FactRecord, RosterRow } from './facts.ts';
import type { LedgerFact } from './ledger.ts';
import type { Month } from './months.ts';
import { readValue } from './reading.ts';
import { refusals } from './refusals.ts';
import type { Roster } from './roster.ts';
import { Scheme } from './scheme.ts';
import { score } from './scoring.ts';
import { monthText } from './shapes.ts';
import type { Calendar } from './workdays.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/, '应是 64 位小写十六进制的 SHA-256');
const name = z.string().min(1);
/** A file that proves something: what facts call it by, and its digest. */
const EvidenceRow = z.strictObject({ id: name, sha256: digest });
export type Evidence = z.infer<typeof EvidenceRow>;

const Row = z.strictObject({
  unit: name,
  group: name,
  rank: z.int().nullable(),
  total: z.string(),
  submitted: z.int(),
  adopted: z.int(),
  adoptions: z.int(),
});
const LineRow = z.strictObject({
  unit: name,
  clause: name,
  effect: name,
  points: z.string(),
  arithmetic: z.string(),
  facts: z.array(name),
  corrects: monthText.nullable(),
});

export const parts = {
  schemes: '细则',
  units: '名单',
  calendar: '工作日历',
  facts: '事实',
  evidence: '佐证',
  lines: '得分单',
  table: '总表',
} as const;
export type Part = keyof typeof parts;

const digests = Object.fromEntries(Object.keys(parts).map((part) => [part, digest])) as Record<Part, typeof digest>;

/** One month as one value: what went in, what came out, and a digest of each part. */
export const MonthExport = z.strictObject({
  format: z.literal('minsheng-month-1'),
  county: z.int(),
  month: monthText,
  state: z.enum(['open', 'locked']),
  schemes: z.array(Scheme).min(1),
  units: z.array(RosterRow),
  calendar: z.array(CalendarRow),
  facts: z.array(FactRecord),
  evidence: z.array(EvidenceRow),
  lines: z.array(LineRow),
  table: z.array(Row),
  digests: z.strictObject(digests),
  head: digest,
});
export type MonthExport = z.infer<typeof MonthExport>;

export type MonthInput = {
  county: number;
  month: Month;
  state: 'open' | 'locked';
  schemes: readonly Scheme[];
  units: Roster;
  calendar: Calendar;
  facts: readonly LedgerFact[];
  evidence: readonly Evidence[];
};

/** Everything that a stranger needs to compute the month again. `head` is what the 通报 prints. Throws `Refused`. */
export function exportMonth(input: MonthInput): MonthExport {
  // through JSON, so that what is handed on is what a reader of the file will see
  return readValue(MonthExport, JSON.parse(drawUp(input).text), `${input.month} 的台账`);
}

/** How facts are written and texts digested; whoever does it often may remember what he wrote, or digest with the machine's own. */
export type Means = { factText: (fact: MonthExport['facts'][number]) => string; digest: (text: string) => string };
const plainMeans: Means = { factText: canonicalJson, digest: sha256 };

/** The month scored, and the bytes of its file. Its values are those handed in, not yet a reader's. Throws `Refused`. */
export function drawUp(input: MonthInput, { factText, digest }: Means = plainMeans): { month: MonthExport; text: string } {
  const { county, month, state, schemes, units, calendar, facts } = input;
  const { table: scored } = score(schemes, units, facts, calendar, month);
  const content = {
    schemes: schemes.toSorted(by(({ id }) => id)),
    units: units.toSorted(by(({ id, from }) => `${id} ${from}`)),
    calendar: calendar.toSorted(by(({ day }) => day)),
    facts: facts.toSorted(by(({ id }) => id)).map(plainFact),
    evidence: evidenceOf(input),
    lines: scored.flatMap(({ unit, lines }) => lines.map((line) => ({ unit, ...line }))),
    table: scored.map(({ lines: _, ...row }) => row),
  } as Pick<MonthExport, Part>; // which nobody changes, whatever its type allows
  const texts = ofParts((part) =>
    part === 'facts' ? `[${content.facts.map(factText).join(',')}]` : canonicalJson(content[part]),
  );
  const digests = ofParts((part) => digest(texts[part]));
  const head = headOf({ county, month, state, digests });
  const whole = { format: 'minsheng-month-1' as const, county, month, state, ...content, digests, head };
  return { month: whole, text: `${written(whole, texts)}\n` };
}

/** Canonical, of a month whose parts are written already. */
function written(month: MonthExport, texts: Record<Part, string>): string {
  const known: Partial<Record<string, string>> = texts;
  const keys = Object.keys(month).sort(byCodePoint) as (keyof MonthExport)[];
  return `{${keys.map((key) => `${JSON.stringify(key)}:${known[key] ?? canonicalJson(month[key])}`).join(',')}}`;
}

/** The bytes of the file: one line, the only way to write this month. */
export const exportText = (month: MonthExport) => `${canonicalJson(month)}\n`;

const ofParts = (value: (part: Part) => string) =>
  Object.fromEntries((Object.keys(parts) as Part[]).map((part) => [part, value(part)])) as Record<Part, string>;

export const digestsOf = (content: Record<Part, unknown>) => ofParts((part) => sha256(canonicalJson(content[part])));

export const headOf = ({ county, month, state, digests }: Pick<MonthExport, 'county' | 'month' | 'state' | 'digests'>) =>
  sha256(canonicalJson({ format: 'minsheng-month-1', county, month, state, digests }));

const by =
  <T>(key: (item: T) => string) =>
  (a: T, b: T) =>
    byCodePoint(key(a), key(b));

/** A fact with the fields that are exported, whatever else a row has. */
export function plainFact({
  id,
  unit,
  kind,
  day,
  period,
  verified,
  cancels,
  replaces,
  corrects,
  attributes,
  evidence,
}: LedgerFact) {
  const fact = { id, unit, kind, day, period, verified, cancels, replaces, attributes, evidence };
  return corrects == null ? fact : { ...fact, corrects }; // absent where there is none, as in files frozen before there could be one
}

/** Each file that a fact rests on, once, by id; refuses a fact whose evidence has no digest. */
function evidenceOf({ facts, evidence }: MonthInput): Evidence[] {
  const known = new Map(evidence.map((each) => [each.id, each]));
  const named = new Map(facts.flatMap((fact) => fact.evidence.map((id) => [id, fact.id] as const)));
  return [...named]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([id, fact]) => known.get(id) ?? refuse(refusals.badFact(fact, `的佐证“${id}”没有摘要，请先补齐`)));
}
