import type { Campaign as ReadCampaign, Reading } from '../notice/reading.ts';
import type { Difference, Planned } from './difference.ts';
import type { PlannedDuty } from './plan.ts';
import type { Taken } from './rows.ts';

/** What of another notice goes into the plan: the campaigns added, numbered on where their number is taken, those changed, new duties, and changed ones under the clause of the plan. */
export function takenOf(
  { campaigns, duties }: Pick<Reading, 'campaigns' | 'duties'>,
  difference: Difference,
  old: { campaigns: Planned['campaigns']; duties: readonly PlannedDuty[] },
  cancelled: ReadonlySet<string>,
): Taken {
  const standing = old.campaigns.filter(({ id, cancelledOn }) => cancelledOn === null && !cancelled.has(id));
  const added = numbered(
    difference.added.flatMap(({ place }) => campaigns[place] ?? []),
    standing.map(({ no }) => no),
    old.campaigns.map(({ no }) => no),
  );
  const changed = difference.changed.flatMap(({ place, id }) => {
    const campaign = campaigns[place];
    return campaign ? [{ ...campaign, id }] : [];
  });
  const followed = difference.duties.changed.flatMap(({ place, id }) => {
    const [duty, follows] = [duties[place], old.duties.find((each) => each.id === id)];
    return duty && follows ? [{ ...duty, clause: follows.clause ?? duty.clause, follows }] : [];
  });
  return {
    campaigns: [...added, ...changed],
    duties: [...difference.duties.added.flatMap(({ place }) => duties[place] ?? []), ...followed],
  };
}

/** A 补充通知 counts from 1 again: whose number is taken gets the next free one. Two windows of one row keep one number. */
function numbered(added: readonly ReadCampaign[], taken: readonly string[], used: readonly string[]): ReadCampaign[] {
  const given = new Map<string, string>();
  let last = Math.max(0, ...[...used, ...added.map(({ no }) => `${no ?? ''}`)].map(Number).filter(Number.isInteger));
  return added.map((campaign) => {
    const row = `${campaign.line}`;
    const own = `${campaign.no ?? ''}`;
    const no = given.get(row) ?? (own === '' || taken.includes(own) ? `${++last}` : own);
    given.set(row, no);
    return { ...campaign, no };
  });
}
