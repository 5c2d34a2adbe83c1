import { type MediaTier, mediaTiers } from '../channel/channel.ts';
import type { FactKind } from '../fact/fact.ts';
import type { Standing } from './ledger.ts';
import type { Month } from './months.ts';
import { keysOf } from './shapes.ts';

const none: readonly Standing[] = [];
const tiers = keysOf(mediaTiers);

/** By month and unit; what is shared stands with every sharer. */
type Shelves = Map<Month, Map<string, Shelf>>;
type Shelf = Map<FactKind, Standing[]>;

export type Readings = ReturnType<typeof readingsOf>;

/** Standing facts, found by unit, kind and month. Of the months before `upTo` they are known already: the same as `from` has. */
export function readingsOf(standing: readonly Standing[], kept?: { from: Readings; upTo: Month }) {
  const shelves = shelvesOf(standing, kept && { from: kept.from.shelves, upTo: kept.upTo });
  const firsts = new Map<string, Firsts>();

  const shelfOf = (unit: string, month: Month) => shelves.get(month)?.get(unit);
  function facts(unit: string, kind: FactKind, months: readonly Month[]): readonly Standing[] {
    const [month, ...more] = months;
    if (month !== undefined && more.length === 0) return shelfOf(unit, month)?.get(kind) ?? none;
    return months.flatMap((each) => shelfOf(unit, each)?.get(kind) ?? none);
  }
  const own = (unit: string, kind: FactKind, months: readonly Month[]) =>
    facts(unit, kind, months).filter((fact) => fact.unit === unit);
  /** Articles that the unit submitted by then, and whose first adoption falls into these months. */
  function adopted(unit: string, months: readonly Month[]): number {
    const { adoption, submission } = firsts.get(unit) ?? firstMonths(shelves, unit);
    if (!firsts.has(unit)) firsts.set(unit, { adoption, submission });
    const articles = new Set(own(unit, 'adoption', months).map(({ attributes }) => attributes.article ?? ''));
    return [...articles].filter((article) => {
      const month = adoption.get(article) ?? '';
      return months.includes(month) && (submission.get(article) ?? '9999-99') <= month;
    }).length;
  }

  return {
    shelves,
    facts,
    hasFacts: (unit: string, month: Month) =>
      [...(shelfOf(unit, month)?.values() ?? [])].some((found) => found.some((fact) => fact.unit === unit)),
    firstReporter: firstReporterAmong(standing),
    tallyOf: (unit: string, month: Month) =>
      tally(own(unit, 'submission', [month]), own(unit, 'adoption', [month]), adopted(unit, [month])),
    adoptionRate(unit: string, months: readonly Month[]) {
      const submitted = own(unit, 'submission', months);
      return { part: adopted(unit, months), whole: submitted.length, facts: [...submitted, ...own(unit, 'adoption', months)] };
    },
  };
}

function shelvesOf(standing: readonly Standing[], kept?: { from: Shelves; upTo: Month }): Shelves {
  const shelves: Shelves = new Map([...(kept?.from ?? [])].filter(([month]) => month < (kept?.upTo ?? '')));
  const put = (units: Map<string, Shelf>, unit: string, fact: Standing) => {
    const shelf = units.get(unit) ?? new Map<FactKind, Standing[]>();
    if (!units.has(unit)) units.set(unit, shelf);
    const found = shelf.get(fact.kind);
    if (found === undefined) shelf.set(fact.kind, [fact]);
    else found.push(fact);
  };
  for (const fact of standing) {
    if (kept && fact.month < kept.upTo) continue;
    const units = shelves.get(fact.month) ?? new Map<string, Shelf>();
    if (!shelves.has(fact.month)) shelves.set(fact.month, units);
    const { shares } = fact.attributes;
    if (shares === undefined) put(units, fact.unit, fact);
    else for (const unit of new Set([fact.unit, ...Object.keys(shares)])) put(units, unit, fact);
  }
  return shelves;
}

/** In which month each article was first adopted and first submitted. */
type Firsts = Record<'adoption' | 'submission', Map<string, Month>>;
function firstMonths(shelves: Shelves, unit: string): Firsts {
  const first: Firsts = { adoption: new Map(), submission: new Map() };
  for (const units of shelves.values()) {
    const shelf = units.get(unit);
    for (const kind of ['adoption', 'submission'] as const) {
      for (const { attributes, month, unit: owner } of shelf?.get(kind) ?? none) {
        const { article } = attributes;
        if (article === undefined || owner !== unit) continue;
        if (month < (first[kind].get(article) ?? '9999-99')) first[kind].set(article, month);
      }
    }
  }
  return first;
}

function tally(submitted: readonly Standing[], adoptions: readonly Standing[], adopted: number) {
  const byTier = tiers.map((tier: MediaTier) => adoptions.filter(({ attributes }) => attributes.tier === tier).length);
  return { submitted: submitted.length, adopted, adoptions: adoptions.length, byTier };
}
export type Tally = ReturnType<typeof tally>;

/** Who reported an article first by the end of a month: by day, then id. */
function firstReporterAmong(standing: readonly Standing[]) {
  let reports: Map<string, Standing[]> | undefined;
  return (article: string, month: Month): string | undefined => {
    reports ??= Map.groupBy(
      standing.filter(({ kind }) => kind === 'submission'),
      ({ attributes }) => attributes.article ?? '',
    );
    const by = reports.get(article)?.filter((report) => report.month <= month) ?? [];
    return by.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)) || a.at - b.at)[0]?.unit;
  };
}
