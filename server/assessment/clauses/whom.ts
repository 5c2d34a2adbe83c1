import { z } from 'zod';
import { noneEmpty } from '../shapes.ts';

const names = noneEmpty(z.string()).optional();
/** Which groups and units something is for; at least one of the two. */
export const whom = { groups: names, units: names };
type Whom = { groups?: string[] | undefined; units?: string[] | undefined };
export const isSomeone = ({ groups, units }: { groups?: unknown; units?: unknown }) => (groups ?? units) !== undefined;
export const nobody = '要写 groups 或 units，写明管谁';

export function concerns({ for: whom }: { for?: Whom | undefined }, { unit, group }: { unit: string; group: string }): boolean {
  return whom === undefined || Boolean(whom.groups?.includes(group) || whom.units?.includes(unit));
}
