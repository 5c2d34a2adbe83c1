import { hash } from 'node:crypto';
import type { Fact } from '../../fact/fact.ts';
import { factsSince, periodsOf } from '../../fact/queries.ts';
import { canonicalJson } from '../../kernel/canonical.ts';
import type { Context } from '../../kernel/context.ts';
import { type Due, notYetDue } from '../due.ts';
import { drawUp, exportMonth, type MonthExport, plainFact } from '../export.ts';
import { FactRecord } from '../facts.ts';
import type { Month } from '../months.ts';
import { monthLocks } from '../queries.ts';
import { groundOf, inputFrom, january, ledgerTo, monthExport } from './month.ts';

type InCounty = Pick<Context, 'db' | 'county'>;
type Period = Awaited<ReturnType<typeof periodsOf>>[number];

/** Months already scored. What they came from is the key, so that nothing here is ever out of date. */
const scored = new Map<string, MonthExport>();
/** The facts of a county's year to a month, and how each is written: facts never change, new ones only join. */
const ledgers = new Map<string, { facts: readonly Fact[]; texts: Map<string, string> }>();
const most = 24;

function keep<T>(kept: Map<string, T>, key: string, value: T): T {
  if (kept.size >= most && !kept.has(key)) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, value);
  return value;
}

/**
 * `monthExport` for a page, which is opened far more often than anything changes. In a read-only snapshot only: facts never
 * change and each is counted in its period's version, but a transaction that takes its own back would leave a month that never was.
 */
export async function rememberedMonth(context: InCounty, month: Month): Promise<MonthExport> {
  const lock = (await monthLocks(context)).find((each) => each.month === month);
  if (lock) return remembered([context.county, month, lock.head], () => monthExport(context, month));
  const [ground, periods] = [await groundOf(context, month), await periodsOf(context)];
  const versions = periods.map(({ month, version }) => [month, version]);
  return remembered([context.county, month, versions, ground], async () => {
    const { facts, texts } = await ledgerNow(context, month, periods);
    const factText = (fact: MonthExport['facts'][number]) => texts.get(fact.id) ?? told(texts, fact);
    const means = { factText, digest: (text: string) => hash('sha256', text) };
    const input = await inputFrom(context, month, ground, async () => facts);
    const isRead = (fact: Fact) => texts.has(fact.id) || FactRecord.safeParse(plainFact(fact)).success;
    return facts.every(isRead) ? drawUp(input, means).month : exportMonth(input); // which says where it cannot be read
  });
}

function told(texts: Map<string, string>, fact: MonthExport['facts'][number]): string {
  const text = canonicalJson(fact);
  texts.set(fact.id, text);
  return text;
}

async function remembered(from: unknown, score: () => Promise<MonthExport>): Promise<MonthExport> {
  const key = hash('sha256', JSON.stringify(from));
  return scored.get(key) ?? keep(scored, key, await score());
}

/** Only what has joined since is read; where that does not add up to what the periods count, all of it is. */
async function ledgerNow(context: InCounty, month: Month, periods: readonly Period[]) {
  const key = `${context.county} ${month}`;
  const [first, known] = [january(month), ledgers.get(key)];
  const count = periods
    .filter((period) => period.month >= first && period.month <= month)
    .reduce((sum, { version }) => sum + version, 0);
  const joined = known && (await withNew(context, known.facts, month));
  if (known && joined?.length === count && reachesBack(joined, month))
    return keep(ledgers, key, { facts: joined, texts: known.texts });
  return keep(ledgers, key, { facts: await ledgerTo(context, month), texts: new Map() });
}

const slack = 10 * 60_000; // ms: who began to record before others may commit after them

async function withNew(context: InCounty, known: readonly Fact[], month: Month): Promise<readonly Fact[]> {
  const last = Number.parseInt((known.at(-1)?.id ?? '').replace('-', '').slice(0, 12), 16);
  if (Number.isNaN(last)) return [];
  const time = Math.max(0, last - slack)
    .toString(16)
    .padStart(12, '0');
  const after = `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
  const ids = new Set<string>(known.slice(-1000).map(({ id }) => id));
  const found = (await factsSince(context, january(month), month, after)).filter(({ id }) => !ids.has(id));
  return found.length === 0 ? known : [...known, ...found].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a fact undoes is there too; what it undoes of an earlier year, or adds to one, is for the long way. */
function reachesBack(facts: readonly Fact[], month: Month): boolean {
  const ids = new Set<string>(facts.map(({ id }) => id));
  const first = january(month);
  const within = ({ period, corrects }: Fact) => period !== month || (corrects ?? first) >= first;
  return facts.every((fact) => ids.has(fact.cancels ?? fact.replaces ?? facts[0]?.id ?? '') && within(fact));
}

const dues = new WeakMap<MonthExport, { day: string; due: ReadonlyMap<string, Due> | null }>();

/** `notYetDue` of a month that is remembered, once a day. */
export function rememberedDue(given: MonthExport, day: string): ReadonlyMap<string, Due> | null {
  const known = dues.get(given);
  if (known?.day === day) return known.due;
  const due = notYetDue(given, day);
  dues.set(given, { day, due });
  return due;
}
