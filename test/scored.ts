import { readFileSync } from 'node:fs';
import { approveDraft, proposeDraft } from '../server/assessment/actions/approve.ts';
import { startDraft } from '../server/assessment/actions/draft.ts';
import { recordFact } from '../server/fact/actions.ts';
import type { FactAttributes, FactKind } from '../server/fact/fact.ts';
import type { Role } from '../server/identity/rights.ts';
import type { Actor, Context } from '../server/kernel/context.ts';
import { CountyDate } from '../server/kernel/dates.ts';
import { type Id, newId } from '../server/kernel/ids.ts';
import { aCounty, type County, type Said } from './county.ts';

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

type Asks = Pick<County, 'ask'>;

/** Brings a version in force as the office does: drafted and asked for by one, approved by another. What was said last. */
export async function bringScheme({ ask }: Asks, text = demoScheme): Promise<Said> {
  const begun = await ask('李卫平', '/api/scheme-drafts', { kind: 'text', text });
  if (begun.status !== 201) return begun;
  const { id, version } = begun.said as unknown as { id: string; version: number };
  const asked = await ask('李卫平', `/api/scheme-drafts/${id}/proposal`, { version });
  if (asked.status !== 201) return asked;
  return ask('陈建国', `/api/scheme-drafts/${id}/approval`, { version: version + 1 });
}

/** The same by the acts themselves, on a day of the county; throws what is refused. */
export async function bringOn(
  as: <T>(run: (context: Context) => Promise<T>, actor: Actor) => Promise<T>,
  text: string,
  [office, lead]: [Actor, Actor],
) {
  const draft = await as((context) => startDraft(context, { kind: 'text', text }), office);
  const proposed = await as((context) => proposeDraft(context, draft, ''), office);
  return as((context) => approveDraft(context, proposed, false), lead);
}

/** A county whose office has adopted the demo scheme. */
export async function aScoredCounty(day = '2023-11-02', scheme = demoScheme) {
  const county = await aCounty(day);
  const office = acting(county, '李卫平', 'officeStaff');
  const lead = acting(county, '陈建国', 'officeLead');
  await bringOn(county.as, scheme, [office, lead]);
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
