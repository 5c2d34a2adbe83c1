import type { CountyDate } from '../kernel/dates.ts';
import { lateFrom } from '../plan/commission/commission.ts';

/** The last day for an article, and the first that is late whether or not it worked. */
export type Due = { dueOn: CountyDate; lateFrom: CountyDate };
export type Ground = {
  commission: Due | null; // that it answers and that is still wanted
  campaign: { toOn: CountyDate | null; precision: string; cancelled: boolean } | null;
};

/**
 * By when an article was to be handed in: the 约稿 that it answers says so, else the last day of the campaign that it tells of. A
 * window that was only said roughly (12月初), one that was called off, and an article for no campaign have no last day.
 */
export function dueOf({ commission, campaign }: Ground, isWorkday: (day: CountyDate) => boolean): Due | null {
  if (commission) return commission;
  if (campaign === null || campaign.toOn === null || campaign.precision !== 'day' || campaign.cancelled) return null;
  return { dueOn: campaign.toOn, lateFrom: lateFrom(campaign.toOn, isWorkday) };
}

type Came = { [K in keyof Due]: CountyDate | null } & { firstOn: CountyDate | null };
/** 迟报: how many days after its last day the article first came; null: in time, or there was none. */
export function daysLate({ dueOn, lateFrom, firstOn }: Came): number | null {
  if (dueOn === null || lateFrom === null || firstOn === null || firstOn < lateFrom) return null;
  return Math.round((Date.parse(firstOn) - Date.parse(dueOn)) / 86_400_000);
}

export const lateWords = (came: Came): string | null => {
  const days = daysLate(came);
  return days === null ? null : `迟报 ${days} 天`;
};
