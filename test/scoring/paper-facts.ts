import { readFileSync } from 'node:fs';
import { readSchemes, scoreFiles } from '../../server/assessment/files.ts';
import type { FactAttributes, FactKind } from '../../server/fact/fact.ts';

const fileOf = (no: number, kind: string) => new URL(`papers/${String(no).padStart(2, '0')}.${kind}`, import.meta.url);
const textOf = (no: number, kind: string) => readFileSync(fileOf(no, kind), 'utf8');
/** A county's paper, its title first and then its clauses, as printed. */
export const paperOf = (no: number) => textOf(no, 'txt').trim().split('\n');
export const schemeOf = (no: number) => readSchemes(textOf(no, 'json'));

/** `[how many, what, on which day, with what]`, all of one unit. */
export type Happened = [number, FactKind, string, (FactAttributes | ((at: number) => FactAttributes))?];
type County = Record<string, { group: string; from?: string; to?: string; did?: Happened[] }>;

/** Each unit's total in that month, by the files alone. */
export function totalsOf(no: number, county: County, month: string): Record<string, string> {
  return Object.fromEntries(tableOf(no, county, month).map(({ unit, total }) => [unit, total]));
}

export function tableOf(no: number, county: County, month: string) {
  const units = Object.entries(county).map(([id, { group, from = '2023-01-01', to = null }]) => ({
    id,
    name: id,
    group,
    from,
    to,
  }));
  const facts = Object.entries(county).flatMap(([unit, { did = [] }]) =>
    did.flatMap(([count, kind, day, more = {}], row) =>
      Array.from({ length: count }, (_, at) => {
        const attributes = typeof more === 'function' ? more(at) : more;
        return { id: `${unit}${row}-${at}`, unit, kind, day, period: day.slice(0, 7), verified: true, attributes };
      }),
    ),
  );
  return scoreFiles(textOf(no, 'json'), JSON.stringify({ county: 1, units, facts }), month).table;
}
