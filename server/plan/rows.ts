import type { Id } from '../kernel/ids.ts';
import type { Reading } from '../notice/reading.ts';

type Ids = { plan: Id<'plan'>; units: ReadonlyMap<string, Id<'unit'>>; next: <Of extends string>() => Id<Of> };

/** What a settled reading becomes in the tables, in the order in which they may be filled. */
export function rowsOf({ campaigns, duties }: Reading, { plan: planId, units, next }: Ids) {
  const projects = new Map(campaigns.flatMap(({ projects }) => projects).map((name) => [name, next<'project'>()]));
  const made = campaigns.map((campaign) => ({ ...campaign, id: next<'campaign'>() }));
  return {
    project: [...projects].map(([name, id], place) => ({ id, planId, place, name, version: 1 })),
    campaign: made.map(({ id, no, theme, window, line }, place) => ({
      ...{ id, planId, place, no: `${no ?? place + 1}`, theme, line, ...windowRow(window) },
      days: [...window.days],
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
    duty: duties.map(({ what, count, per, each, due, clause, line, who }, place) => ({
      ...{ id: next<'duty'>(), planId, place, what, count, per, each, clause, line, who },
      ...{ fromOn: due?.from ?? null, toOn: due?.to ?? null, dueText: due?.text ?? null },
    })),
  };
}

const windowRow = ({ from: fromOn, to: toOn, text: windowText, precision }: Reading['campaigns'][number]['window']) => ({
  ...{ fromOn, toOn, windowText, precision },
});

/** A unit that a row names twice stands in it once, in the role named first. */
const firstOf = <T extends { unitId: unknown }>(given: readonly T[]) =>
  given.filter(({ unitId }, place) => given.findIndex((other) => other.unitId === unitId) === place);
