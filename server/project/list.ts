import type { CountyDate } from '../kernel/dates.ts';
import type { Project } from '../plan/plan.ts';
import type { ElementKey } from './elements.ts';
import { type Entry, type Membership, membersOn } from './project.ts';
import { type Completeness, completenessOf, type SheetState, sheetOf, stateOf } from './sheet.ts';

/** A project in the list: who has it, and how much of its sheet there is. */
export type Listed = Project & {
  lead: { id: Membership['unitId']; name: string } | null;
  supports: readonly string[];
  completeness: Completeness;
  first: ElementKey | null; // what lacks first
  state: SheetState;
};

/** Who lacks most comes first; among equals the order of the plan stays. */
export function listOf(
  projects: readonly Project[],
  entries: readonly Entry[],
  memberships: readonly Membership[],
  on: CountyDate,
): Listed[] {
  const [valuesBy, membersBy] = [
    Map.groupBy(entries, ({ projectId }) => projectId),
    Map.groupBy(memberships, ({ projectId }) => projectId),
  ];
  const listed = projects.map((project) => {
    const completeness = completenessOf(sheetOf(valuesBy.get(project.id) ?? [], on));
    const members = membersOn(membersBy.get(project.id) ?? [], on);
    const lead = members.find(({ role }) => role === 'lead');
    return {
      ...project,
      ...{ completeness, first: completeness.lacking[0] ?? null, state: stateOf(completeness) },
      lead: lead ? { id: lead.unitId, name: lead.unitName } : null,
      supports: members.filter(({ role }) => role === 'support').map(({ unitName }) => unitName),
    };
  });
  return listed.toSorted((a, b) => b.completeness.lacking.length - a.completeness.lacking.length);
}

export type Wanted = { state?: SheetState | undefined; rank?: Project['rank'] | undefined; unit?: string | undefined };
export const wantedOf = (listed: readonly Listed[], { state, rank, unit }: Wanted): Listed[] =>
  listed.filter(
    (each) =>
      (state === undefined || each.state === state) &&
      (rank === undefined || each.rank === rank) &&
      (unit === undefined || each.lead?.id === unit),
  );
