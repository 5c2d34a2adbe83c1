import { readFileSync } from 'node:fs';
import { adoptScheme } from '../server/assessment/actions/scheme.ts';
import { recordFact } from '../server/fact/actions.ts';
import type { FactAttributes, FactKind } from '../server/fact/fact.ts';
import type { Role } from '../server/identity/rights.ts';
import type { Actor, Context } from '../server/kernel/context.ts';
import { CountyDate } from '../server/kernel/dates.ts';
import { type Id, newId } from '../server/kernel/ids.ts';
import { aCounty, type County } from './county.ts';

export const demoScheme = readFileSync(new URL('../database/demo/scheme.json', import.meta.url), 'utf8');
/** The demo scheme as another version. */
export const another = (change: object) => JSON.stringify({ ...JSON.parse(demoScheme), ...change });

/** 县水利局 is the unit at 1, 县住建局 at 2; 县政府办 hosts the office. */
export type Place = 0 | 1 | 2;
export const unitAt = (county: County, place: Place) => county.ids[place] as Id<'unit'>;

/** Somebody of the county who acts, with the id that he has there. */
export const acting = (county: County, name: string, role: Role): Actor => {
  return { id: county.person(name) as Id<'person'>, name, unitId: unitAt(county, 0), roles: [role] };
};

/** A county whose office has adopted the demo scheme. */
export async function aScoredCounty(day = '2023-11-02', scheme = demoScheme) {
  const county = await aCounty(day);
  const office = acting(county, '李卫平', 'officeStaff');
  await county.as((context) => adoptScheme(context, { text: scheme }), office);
  const lead = acting(county, '陈建国', 'officeLead');
  const happened = (place: Place, kind: FactKind, on: string, attributes: FactAttributes = {}, evidence: string[] = []) =>
    county.as((context) => recordFact(context, given(place, kind, on, attributes, evidence)), office);
  const given = (place: Place, kind: FactKind, on: string, attributes: FactAttributes = {}, evidence: string[] = []) => {
    return { unit: unitAt(county, place), kind, day: CountyDate.parse(on), attributes, evidence, sourceId: newId(new Date()) };
  };
  /** What he does on another day of the county. */
  const later = <T>(on: string, run: (context: Context) => Promise<T>, actor = lead) =>
    county.as((context) => run({ ...context, day: CountyDate.parse(on) }), actor);
  return { ...county, office, lead, happened, given, later };
}
export type ScoredCounty = Awaited<ReturnType<typeof aScoredCounty>>;
