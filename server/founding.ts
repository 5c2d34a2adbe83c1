import { knownPolicies } from './assessment/policies.ts';
import { insertPolicies } from './assessment/queries/draft.ts';
import { fillCalendar } from './calendar/actions.ts';
import { announcedDays } from './calendar/announced.ts';
import { foundCounty } from './identity/actions/county.ts';
import type { Actor, Context } from './kernel/context.ts';
import type { CountyDate } from './kernel/dates.ts';
import { countyDateOf } from './kernel/dates.ts';
import { type Id, newId } from './kernel/ids.ts';
import type { Pool } from './kernel/pool.ts';
import { inCounty } from './kernel/transaction.ts';

/** Whoever sits at the command line of the machine; the audit calls him 命令行. */
export const commandLine: Actor = {
  id: '00000000-0000-0000-0000-000000000001' as Id<'person'>,
  name: '命令行',
  unitId: null,
  roles: [],
};

/** One act in its own transaction, as that person would have done it on a page. */
export const act = <T>(
  pool: Pool,
  county: number,
  actor: Actor,
  run: (context: Context) => Promise<T>,
  day?: CountyDate,
): Promise<T> =>
  inCounty(pool, county, (db) => {
    const now = new Date();
    return run({ db, county, actor, onlyUnit: null, day: day ?? countyDateOf(now), now, requestId: newId(now) });
  });

type Founding = { code: number; name: string; demoDay: CountyDate | null };

/** A county that can begin: its three administrators with their links, the working calendar of the years announced, and the rules of burden relief. */
export const found = (pool: Pool, { code, name, demoDay }: Founding) =>
  act(pool, code, commandLine, async (context) => {
    const founded = await foundCounty(context, { name, demo: demoDay !== null, demoDay });
    const year = context.now.getFullYear();
    await fillCalendar(context, announcedDays(2023, Math.max(year, 2023)));
    await insertPolicies(
      context,
      knownPolicies.map((policy) => ({ ...policy, touches: [...policy.touches] })),
    );
    return founded;
  });
