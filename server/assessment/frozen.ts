import { canonicalJson } from '../kernel/canonical.ts';
import { byCodePoint } from '../kernel/order.ts';
import type { MonthExport } from './export.ts';
import type { Json } from './json.ts';
import { firstDay, lastDay } from './months.ts';

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

function schemeDifference(frozen: FrozenScheme, { body, fromOn, toOn }: KeptScheme, end: string): string | undefined {
  const now = body as Fields & { clauses?: readonly Fields[]; listedOnly?: readonly string[]; groups?: readonly object[] };
  if (toOn !== frozen.to && !(frozen.to === null && toOn !== null && toOn >= end))
    return `的 to 冻结的是 ${frozen.to}，现在是 ${toOn}`;
  const at = frozen.clauses.findIndex((clause, place) => json(clause) !== json(now.clauses?.[place] ?? null));
  const clause = frozen.clauses[at];
  if (clause) return `的“${clause.no}”被改动过：${fieldDifference(clause, now.clauses?.[at] ?? {})}`;
  const hosts = frozen.listedOnly.slice(now.listedOnly?.length ?? 0);
  const theirs = hosts.length > 0 ? frozen.groups.slice(now.groups?.length ?? 0) : [];
  const groups = [...(now.groups ?? []), ...theirs];
  const kept = { ...now, from: fromOn, to: frozen.to, groups, listedOnly: [...(now.listedOnly ?? []), ...hosts] };
  const difference = fieldDifference(frozen, kept);
  return difference && `被改动过：${difference}`;
}
