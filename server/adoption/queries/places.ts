import { keyOf, type MediaTier, type Outlet } from '../../channel/channel.ts';
import { outletNamed, tierOn } from '../../channel/queries.ts';
import { monthOf, nextMonth, periodsOf } from '../../fact/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { day, rows } from '../../kernel/rows.ts';

/** An outlet as somebody wrote it, and what the roster says of it on a day. Unknown or undecided it has no tier: 待认定. */
export type Place = {
  outletId: Outlet['id'] | null;
  outlet: string; // its name in the roster, else as written
  key: string;
  groupName: string | null;
  tier: MediaTier | null;
  tierRow: Id<'outletTier'> | null;
};

export async function placeOn(context: Context, written: string, on: CountyDate): Promise<Place> {
  const found = await outletNamed(context, written);
  if (!found) return { outletId: null, outlet: written, key: keyOf(written), groupName: null, tier: null, tierRow: null };
  const { id, name, groupName } = found;
  const decided = await tierOn(context, id, on);
  return {
    outletId: id,
    outlet: name,
    key: keyOf(name),
    groupName,
    tier: decided?.tier ?? null,
    tierRow: decided?.rowId ?? null,
  };
}

/** Since when the row that decided a tier holds. */
export async function sinceOf({ db, county }: Context, tierRow: Id<'outletTier'> | null): Promise<CountyDate | null> {
  const [found] = await rows(db, { fromOn: day() })`
    select from_on from outlet_tier where county_id = ${county} and id = ${tierRow}`;
  return found?.fromOn ?? null;
}

/** The last locked month, null while there is none. */
export async function lastLocked(context: Context): Promise<string | null> {
  const locked = (await periodsOf(context)).filter(({ lockedAt }) => lockedAt !== null);
  return locked.at(-1)?.month ?? null;
}

/** The month into which an appearance of that day would fall: its own or, when that is locked, the first open one. */
export const monthFor = (on: CountyDate, locked: string | null) =>
  locked !== null && locked >= monthOf(on) ? nextMonth(locked) : monthOf(on);
