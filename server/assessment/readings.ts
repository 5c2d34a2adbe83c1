import { type MediaTier, mediaTiers } from '../channel/channel.ts';
import type { FactKind } from '../fact/fact.ts';
import type { Standing } from './ledger.ts';
import type { Month } from './months.ts';
import { keysOf } from './shapes.ts';

const none: readonly Standing[] = [];
const tiers = keysOf(mediaTiers);

type Shelf = Map<string, Standing[]>; // by kind and month

/** Standing facts, found by unit, kind and month. */
export function readingsOf(standing: readonly Standing[]) {
  const shelves = shelvesOf(standing);
  const active = new Set(standing.map(({ month, unit }) => `${month} ${unit}`));

  function facts(unit: string, kind: FactKind, months: readonly Month[]): readonly Standing[] {
    const shelf = shelves.get(unit);
    const lists = months.map((month) => shelf?.get(`${kind} ${month}`) ?? none);
    return lists.length === 1 ? (lists[0] ?? none) : lists.flat();
  }
  const own = (unit: string, kind: FactKind, months: readonly Month[]) =>
    facts(unit, kind, months).filter((fact) => fact.unit === unit);
  const adopted = (unit: string, months: readonly Month[]) => adoptedIn(shelves.get(unit), unit, months);

  return {
    facts,
    hasFacts: (unit: string, month: Month) => active.has(`${month} ${unit}`),
    firstReporter: firstReporterAmong(standing),
    tallyOf: (unit: string, month: Month) =>
      tally(own(unit, 'submission', [month]), own(unit, 'adoption', [month]), adopted(unit, [month])),
    adoptionRate(unit: string, months: readonly Month[]) {
      const submitted = own(unit, 'submission', months);
      return { part: adopted(unit, months), whole: submitted.length, facts: [...submitted, ...own(unit, 'adoption', months)] };
    },
  };
}

/** What is shared stands on every sharer's shelf. */
function shelvesOf(standing: readonly Standing[]): Map<string, Shelf> {
  const shelves = new Map<string, Shelf>();
  const put = (unit: string, fact: Standing) => {
    const shelf = shelves.get(unit) ?? new Map<string, Standing[]>();
    shelves.set(unit, shelf);
    const key = `${fact.kind} ${fact.month}`;
    const found = shelf.get(key);
    if (found === undefined) shelf.set(key, [fact]);
    else found.push(fact);
  };
  for (const fact of standing) {
    const { shares } = fact.attributes;
    if (shares === undefined) put(fact.unit, fact);
    else for (const unit of new Set([fact.unit, ...Object.keys(shares)])) put(unit, fact);
  }
  return shelves;
}

/** Articles that the unit submitted by then, and whose first adoption falls into these months. */
function adoptedIn(shelf: Shelf | undefined, unit: string, months: readonly Month[]): number {
  const adoptedSince = firstMonths(shelf, unit, 'adoption');
  const fresh = [...adoptedSince].filter(([, month]) => months.includes(month));
  if (fresh.length === 0) return 0;
  const submittedSince = firstMonths(shelf, unit, 'submission');
  return fresh.filter(([article, month]) => (submittedSince.get(article) ?? '9999-99') <= month).length;
}

function firstMonths(shelf: Shelf | undefined, unit: string, kind: FactKind): Map<string, Month> {
  const first = new Map<string, Month>();
  for (const [key, found] of shelf ?? []) {
    if (!key.startsWith(`${kind} `)) continue;
    for (const { attributes, month, unit: owner } of found) {
      const { article } = attributes;
      if (article === undefined || owner !== unit) continue;
      if (month < (first.get(article) ?? '9999-99')) first.set(article, month);
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
