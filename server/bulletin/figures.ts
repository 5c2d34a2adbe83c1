import type { MonthExport } from '../assessment/export.ts';
import { exemptIn, rowsOf, unitsSeen, versionIn } from '../assessment/league.ts';
import { ledgerOf, type Standing, standingAt } from '../assessment/ledger.ts';
import { refusals } from '../assessment/refusals.ts';
import type { Scheme } from '../assessment/scheme.ts';
import type { Line, Row } from '../assessment/scoring.ts';
import { type MediaTier, mediaTiers } from '../channel/channel.ts';
import { type FactKind, factKinds } from '../fact/fact.ts';
import { formatPoints, type Hundredths, points } from '../kernel/quantity.ts';
import { refuse } from '../kernel/refusal.ts';

/** A row of the month under its unit's name; `listed`: shown, but not part of the comparison; `exempt`: why it has no place. */
export type UnitRow = Row & { name: string; listed: boolean; exempt: string | null };
export type Figures = ReturnType<typeof figuresOf>;

/** All that a 通报 counts, taken from the export alone: its rows, its lines, its standing facts. */
export function figuresOf(given: MonthExport) {
  const { month } = given;
  const scheme = versionIn(given) ?? refuse(refusals.noneAdopted(month));
  const found = rowsOf(given);
  const names = new Map(unitsSeen(given, found).map(({ id, name }) => [id, name]));
  const ranked = new Set(scheme.groups.filter(({ ranked }) => ranked).map(({ name }) => name));
  const all = found.map((row): UnitRow => {
    const listed = !ranked.has(row.group) || scheme.listedOnly.includes(row.unit);
    return { ...row, name: names.get(row.unit) ?? row.unit, listed, exempt: exemptIn(given, row.unit) };
  });
  const rows = [...all.filter(({ listed }) => !listed), ...all.filter(({ listed }) => listed)];
  const standing = standingAt(ledgerOf(given.facts), month);
  const place = new Map(rows.map(({ unit }, at) => [unit, at]));
  const adoptions = standing
    .filter((fact) => fact.kind === 'adoption' && fact.month === month)
    .sort((a, b) => (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0) || (a.day < b.day ? -1 : Number(a.day > b.day)));
  return { month, scheme, rows, adoptions, standing, counts: scheme.mode === 'score' };
}

/** Groups in the scheme's order, with the rows that the month has in each. */
export const groupsIn = ({ scheme, rows }: Pick<Figures, 'scheme' | 'rows'>) =>
  scheme.groups
    .map(({ name }) => ({ name, rows: rows.filter(({ group }) => group === name) }))
    .filter(({ rows }) => rows.length > 0);

export const total = (rows: readonly UnitRow[], of: 'submitted' | 'adopted' | 'adoptions') =>
  rows.reduce((sum, row) => sum + row[of], 0);

export const sumOf = (texts: readonly string[]): string =>
  formatPoints(texts.reduce((sum, text) => sum + points(text), 0) as Hundredths);

export const ordinary = ({ lines }: UnitRow): Line[] => lines.filter(({ corrects }) => corrects === null);

/** Media tiers from the highest, with how often each took something. */
export const byTier = (adoptions: readonly Standing[]): { tier: string; count: number }[] =>
  (Object.keys(mediaTiers) as MediaTier[]).map((tier) => ({
    tier: mediaTiers[tier],
    count: adoptions.filter(({ attributes }) => attributes.tier === tier).length,
  }));

/** Clauses that count the same kind of thing, under its name: 报送分, 采用分, 约稿分; what counts none is 其他. */
export function clauseGroups({ clauses }: Scheme): { name: string; clauses: string[] }[] {
  const groups = Map.groupBy(clauses, (clause) => kindOf(clause));
  return [...groups].map(([kind, found]) => ({
    name: kind === null ? '其他' : factKinds[kind],
    clauses: found.map(({ no }) => no),
  }));
}

function kindOf(clause: Scheme['clauses'][number]): FactKind | null {
  if (clause.kind === 'points' || clause.kind === 'bands') return clause.counts;
  if (clause.kind === 'quota') return clause.needs[0]?.counts ?? null;
  return null;
}
