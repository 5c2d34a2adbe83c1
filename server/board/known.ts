import type { OutletKind } from '../channel/channel.ts';
import type { CountyDate } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import type { Campaign, Plan, Project } from '../plan/plan.ts';

type About = { unitId: Id<'unit'>; projectId: Id<'project'> | null; campaignId: Id<'campaign'> | null };

type Ordered = {
  id: Id<'commission'>;
  wishes: string;
  state: 'open' | 'delivered';
  dueOn: CountyDate;
  articleId: Id<'article'> | null;
};

/** What the gaps of a day are found from. */
export type Known = {
  today: CountyDate;
  plan: Pick<Plan, 'issuedOn'>;
  projects: readonly Project[];
  campaigns: readonly Campaign[]; // those that were not cancelled
  units: readonly { id: Id<'unit'>; name: string }[]; // those that the plan names and that are open
  told: ReadonlyMap<string, { lastOn: CountyDate; kinds: readonly OutletKind[] }>; // by project
  toldCampaigns: ReadonlySet<string>;
  writers: readonly { unitId: Id<'unit'>; projectId: Id<'project'> | null }[]; // who wrote last about a project comes first
  lastByUnit: ReadonlyMap<string, CountyDate>;
  orders: readonly (About & Ordered)[];
  inHand: readonly (About & { id: Id<'article'>; title: string; submittedOn: CountyDate })[];
};

/** The county's work days, as far as a deadline needs them. */
export type Working = {
  workdaysAfter: (day: CountyDate, count: number) => CountyDate;
  lastBefore: (day: CountyDate, today: CountyDate) => CountyDate; // the last work day before it that is still to come
};
