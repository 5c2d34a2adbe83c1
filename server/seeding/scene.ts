import { act, commandLine } from '../founding.ts';
import { acceptInvitation } from '../identity/actions/session.ts';
import type { Person } from '../identity/identity.ts';
import { type Role, roles, unitRoles } from '../identity/rights.ts';
import type { Actor, Context } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import type { Pool } from '../kernel/pool.ts';

/** A county in which people act, each on the day on which it happened. */
export class Scene {
  readonly pool: Pool;
  readonly county: number;
  readonly day: CountyDate;
  constructor(pool: Pool, county: number, day: CountyDate) {
    this.pool = pool;
    this.county = county;
    this.day = day;
  }
  /** Sees what he would see on a page: a unit's person his unit's things. */
  as = <T>(actor: Actor, run: (context: Context) => Promise<T>, day = this.day): Promise<T> => {
    const onlyUnit = actor.roles.some((role) => (unitRoles as readonly string[]).includes(role)) ? actor.unitId : null;
    return act(this.pool, this.county, actor, (context) => run({ ...context, onlyUnit }), day);
  };
  accept = (secrets: readonly string[], hash: string, day = this.day) =>
    this.as(
      commandLine,
      async (context) => {
        for (const secret of secrets) await acceptInvitation(context, secret, hash, '');
      },
      day,
    );
}

export function whoIs(people: readonly Person[], role: Role): Actor {
  const found = people.find((person) => person.roles.includes(role));
  if (!found) throw new Error(`there is no ${roles[role]} yet`);
  return { id: found.id, name: found.name, unitId: found.unitId, roles: found.roles };
}
