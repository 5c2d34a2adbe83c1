import type { Id } from '../kernel/ids.ts';
import type { Campaign, Duty } from '../notice/reading.ts';
import type { PlannedDuty } from './plan.ts';

/** What of a reading becomes rows; a campaign with an id is in the plan already, a duty that follows one takes its place. */
export type Taken = {
  campaigns: readonly (Campaign & { id?: Id<'campaign'> })[];
  duties: readonly (Duty & { follows?: Pick<PlannedDuty, 'id' | 'place'> })[];
};

/** What is there already: the projects by name, and for each table the next place in the plan. */
export type Ids = {
  plan: Id<'plan'>;
  amendment: Id<'amendment'> | null;
  units: ReadonlyMap<string, Id<'unit'>>;
  projects: ReadonlyMap<string, Id<'project'>>;
  places: { project: number; campaign: number; duty: number };
  version: number; // of the plan, from which on it holds
  next: <Of extends string>() => Id<Of>;
};

/** What a settled reading becomes in the tables, in the order in which they may be filled. */
export function rowsOf(
  { campaigns, duties }: Taken,
  { plan: planId, amendment: amendmentId, units, places, version, next, ...ids }: Ids,
) {
  const named = [...new Set(campaigns.flatMap(({ projects }) => projects))];
  const added = named.filter((name) => !ids.projects.has(name)).map((name) => [name, next<'project'>()] as const);
  const projects = new Map([...ids.projects, ...added]);
  const made = campaigns.map((campaign) => ({ ...campaign, id: campaign.id ?? next<'campaign'>() }));
  return {
    project: added.map(([name, id], at) => ({ id, planId, place: places.project + at, name, version: 1 })),
    campaign: made.map(({ id, no, theme, window, line }, at) => ({
      ...{ id, planId, place: places.campaign + at, no: `${no ?? places.campaign + at + 1}`, theme, line, ...windowRow(window) },
      ...{ days: [...window.days], amendmentId, version: 1 },
    })),
    campaign_project: made.flatMap(({ id: campaignId, projects: given }) =>
      [...new Set(given)].map((name, place) => ({ campaignId, projectId: projects.get(name), place })),
    ),
    campaign_unit: made.flatMap(({ id: campaignId, units: given }) =>
      firstOf(given.map(({ name, role }) => ({ unitId: units.get(name), role }))).map((unit, place) => ({
        campaignId,
        place,
        ...unit,
      })),
    ),
    duty: duties.map(({ what, count, per, each, due, clause, line, who, follows }, at) => ({
      ...{ id: next<'duty'>(), planId, what, count, per, each, clause, line, who, amendmentId, fromVersion: version },
      ...{ place: follows?.place ?? places.duty + at, replacesId: follows?.id ?? null },
      ...{ fromOn: due?.from ?? null, toOn: due?.to ?? null, dueText: due?.text ?? null },
    })),
  };
}

const windowRow = ({ from: fromOn, to: toOn, text: windowText, precision }: Campaign['window']) => ({
  ...{ fromOn, toOn, windowText, precision },
});

/** A unit that a row names twice stands in it once, in the role named first. */
const firstOf = <T extends { unitId: unknown }>(given: readonly T[]) =>
  given.filter(({ unitId }, place) => given.findIndex((other) => other.unitId === unitId) === place);
