import { canonicalJson } from '../kernel/canonical.ts';
import { byCodePoint } from '../kernel/order.ts';
import type { MonthExport } from './export.ts';
import type { Json } from './json.ts';
import { firstDay, lastDay } from './months.ts';
import { touches } from './roster.ts';
import { sparing } from './versions.ts';

type Fields = Record<string, unknown>;
type FrozenFact = MonthExport['facts'][number];
type FrozenScheme = MonthExport['schemes'][number];
/** A version as the county keeps it. */
export type KeptScheme = { code: string; name: string; body: object; fromOn: string; toOn: string | null };

const json = (value: unknown) => canonicalJson(value as Json | undefined);

/** The first field in which two values differ, in words; undefined when they are equal. */
function fieldDifference(frozen: Fields, now: Fields): string | undefined {
  const key = Object.keys({ ...frozen, ...now }).find((each) => json(frozen[each] ?? null) !== json(now[each] ?? null));
  return key && `${key} 冻结的是 ${excerpt(frozen[key])}，现在是 ${excerpt(now[key])}`;
}
const excerpt = (value: unknown) => {
  const text = json(value ?? null);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

/** What was frozen against what the ledger says of the same months today. */
export function factsDifference(frozen: readonly FrozenFact[], ledger: readonly Fields[]): string | undefined {
  const [was, is] = [byId(frozen), byId(ledger)];
  for (const id of [...new Set([...was.keys(), ...is.keys()])].sort(byCodePoint)) {
    const [before, now] = [was.get(id), is.get(id)];
    if (now === undefined) return `事实 ${id} 冻结了，台账里却没有了`;
    if (before === undefined) return `台账里多出事实 ${id}（${String(now.kind)} ${String(now.day)}），锁定时没有它`;
    const difference = fieldDifference(before, now);
    if (difference !== undefined) return `事实 ${id} 被改动过：${difference}`;
  }
  return undefined;
}
const byId = (facts: readonly Fields[]) => new Map(facts.map((fact) => [String(fact.id), fact]));

/** The versions that the month was scored by against those that the county keeps. */
export function schemesDifference({ schemes, month }: MonthExport, kept: readonly KeptScheme[]): string | undefined {
  for (const frozen of schemes) {
    const now = kept.find(({ code }) => code === frozen.id);
    const difference = now ? schemeDifference(frozen, now, lastDay(month)) : '没有了';
    if (difference !== undefined) return `细则“${frozen.name}”（${frozen.id}）${difference}`;
  }
  const added = kept.find(({ code, fromOn }) => fromOn <= firstDay(month) && !schemes.some(({ id }) => id === code));
  return added && `细则里多出“${added.name}”（${added.code}），从 ${added.fromOn} 起，锁定时没有它`;
}

/** A clause that the county keeps, with the host left out where it was frozen so. */
function asFrozen(clause: Fields, frozen: FrozenScheme, place: number): Fields {
  const spared = sparing(clause as FrozenScheme['clauses'][number], frozen);
  return json(spared) === json(frozen.clauses[place] ?? null) ? spared : clause;
}

type Kept = { unit: string; from: string; to: string | null; reason: string };

/** Who was exempt in the month as it was frozen, against what the county keeps confirmed. */
export function exemptionsDifference({ units, month }: MonthExport, kept: readonly Kept[]): string | undefined {
  const told = ({ unit, from, reason }: Omit<Kept, 'to'>) => `“${nameOf(unit)}”从 ${from} 起的豁免（${reason}）`;
  const nameOf = (unit: string) => units.find(({ id }) => id === unit)?.name ?? unit;
  const frozen = units.flatMap(({ id, exempt }) => exempt.map((span) => ({ ...span, unit: id }))).filter(inMonth);
  const now = kept.filter(inMonth);
  const [was, is] = [new Set(frozen.map(told)), new Set(now.map(told))];
  const gone = [...was].find((each) => !is.has(each));
  if (gone !== undefined) return `${gone}冻结了，现在却没有了`;
  const added = [...is].find((each) => !was.has(each));
  return added && `${added}锁定时没有`;

  function inMonth(span: Omit<Kept, 'unit'>) {
    return touches(span, month);
  }
}

function schemeDifference(frozen: FrozenScheme, { body, fromOn, toOn }: KeptScheme, end: string): string | undefined {
  const now = body as Fields & { clauses?: readonly Fields[]; listedOnly?: readonly string[]; groups?: readonly object[] };
  if (toOn !== frozen.to && !(frozen.to === null && toOn !== null && toOn >= end))
    return `的 to 冻结的是 ${frozen.to}，现在是 ${toOn}`;
  const clauses = (now.clauses ?? []).map((each, place) => asFrozen(each, frozen, place));
  const at = frozen.clauses.findIndex((clause, place) => json(clause) !== json(clauses[place] ?? null));
  const clause = frozen.clauses[at];
  if (clause) return `的“${clause.no}”被改动过：${fieldDifference(clause, clauses[at] ?? {})}`;
  const hosts = frozen.listedOnly.slice(now.listedOnly?.length ?? 0);
  const theirs = hosts.length > 0 ? frozen.groups.slice(now.groups?.length ?? 0) : [];
  const groups = [...(now.groups ?? []), ...theirs];
  const kept = { ...now, clauses, from: fromOn, to: frozen.to, groups, listedOnly: [...(now.listedOnly ?? []), ...hosts] };
  const difference = fieldDifference(frozen, kept);
  return difference && `被改动过：${difference}`;
}
