import { type MediaTier, mediaTiers } from '../channel/channel.ts';
import type { FactKind } from '../fact/fact.ts';
import type { Standing } from './ledger.ts';
import type { Month } from './months.ts';
import { keysOf } from './shapes.ts';

const none: readonly Standing[] = [];
const tiers = keysOf(mediaTiers);

/** Standing facts, found by unit, kind and month. */
export function readingsOf(standing: readonly Standing[]) {
  const shelves = new Map<string, Map<string, Standing[]>>();
  const active = new Set<string>();
  for (const fact of standing) {
    active.add(`${fact.month} ${fact.unit}`);
    const { shares } = fact.attributes;
    const units = shares === undefined ? [fact.unit] : new Set([fact.unit, ...Object.keys(shares)]);
    for (const unit of units) {
      const shelf = shelves.get(unit) ?? new Map<string, Standing[]>();
      shelves.set(unit, shelf);
      const key = `${fact.kind} ${fact.month}`;
      const found = shelf.get(key);
      if (found === undefined) shelf.set(key, [fact]);
      else found.push(fact);
    }
  }

  function facts(unit: string, kind: FactKind, months: readonly Month[]): readonly Standing[] {
    const shelf = shelves.get(unit);
    const lists = months.map((month) => shelf?.get(`${kind} ${month}`) ?? none);
    return lists.length === 1 ? (lists[0] ?? none) : lists.flat();
  }
  const own = (unit: string, kind: FactKind, months: readonly Month[]) =>
    facts(unit, kind, months).filter((fact) => fact.unit === unit);

  return {
    facts,
    hasFacts: (unit: string, month: Month) => active.has(`${month} ${unit}`),
    firstReporter: firstReporterAmong(standing),
    tallyOf: (unit: string, month: Month) =>
      tally(own(unit, 'submission', [month]), own(unit, 'adoption', [month]), adoptedIn(unit, [month])),
    adoptionRate(unit: string, months: readonly Month[]) {
      const submitted = own(unit, 'submission', months);
      return { part: adoptedIn(unit, months), whole: submitted.length, facts: [...submitted, ...own(unit, 'adoption', months)] };
    },
  };

  /** Articles that the unit submitted by then, and whose first adoption falls into these months. */
  function adoptedIn(unit: string, months: readonly Month[]): number {
    const { submittedSince, adoptedSince } = lives(unit);
    return [...adoptedSince].filter(([article, month]) => {
      const since = submittedSince.get(article);
      return months.includes(month) && since !== undefined && since <= month;
    }).length;
  }

  function lives(unit: string) {
    const [submittedSince, adoptedSince] = [new Map<string, Month>(), new Map<string, Month>()];
    for (const [key, found] of shelves.get(unit) ?? []) {
      const since = key.startsWith('submission ') ? submittedSince : key.startsWith('adoption ') ? adoptedSince : undefined;
      for (const { attributes, month, unit: owner } of since === undefined ? none : found) {
        const known = attributes.article === undefined ? undefined : since?.get(attributes.article);
        if (attributes.article === undefined || owner !== unit) continue;
        if (known === undefined || month < known) since?.set(attributes.article, month);
      }
    }
    return { submittedSince, adoptedSince };
  }
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
