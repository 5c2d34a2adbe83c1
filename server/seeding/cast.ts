import { invitePerson } from '../identity/actions/person.ts';
import { listUnits } from '../identity/queries.ts';
import { type Role, unitRoles } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import type { Id } from '../kernel/ids.ts';
import type { October } from './october.ts';
import type { Scene } from './scene.ts';
import { missing } from './stage.ts';

/** Whoever of a unit holds a role. */
export type Cast = (unit: string, role: Role) => Member;
type Member = Actor & { unitId: Id<'unit'> };

/** The account of whoever holds the unit's role at that place. */
export const accountOf = (unit: string, at: number) => `${unit}${at + 1}`;

/** Each unit's people get their links on the day the year began, and set the demo password. */
export async function inviteCast(scene: Scene, units: October['units'], registrar: Actor, hash: string): Promise<Cast> {
  const idByName = new Map((await scene.as(registrar, listUnits)).map(({ id, name }) => [name, id]));
  const cast = new Map<string, Member>();
  for (const { code, name: unit, people } of units) {
    const unitId = idByName.get(unit) ?? missing(unit);
    const invitations = await scene.as(registrar, async (context) => {
      const given: string[] = [];
      for (const [at, name] of people.entries()) {
        const roles = unitRoles.slice(at, at + 1);
        const { id, invitation } = await invitePerson(context, { account: accountOf(code, at), name, unitId, roles });
        cast.set(`${code} ${roles}`, { id, name, unitId, roles });
        given.push(invitation);
      }
      return given;
    });
    await scene.accept(invitations, hash);
  }
  return (unit, role) => cast.get(`${unit} ${role}`) ?? missing(`${unit} ${role}`);
}
