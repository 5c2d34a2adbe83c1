import type { CountyDate } from '../kernel/dates.ts';
import type { RosterUnit } from './roster.ts';
import { Scheme } from './scheme.ts';

type Adopted = { body: object; fromOn: CountyDate; toOn: CountyDate | null };

/** A version as it is in force: its end is what the county says, not what its file once said. */
export const schemeFrom = ({ body, fromOn, toOn }: Adopted): Scheme => Scheme.parse({ ...body, from: fromOn, to: toOn });

/** Who judges is not ranked: the unit in which the office sits is only listed. */
export function withHosts(scheme: Scheme, hosts: readonly string[]): Scheme {
  const { listedOnly } = scheme;
  return { ...scheme, listedOnly: [...listedOnly, ...hosts.filter((host) => !listedOnly.includes(host))] };
}

const groups = { township: '乡镇', county: '县直' } as const;

/** A row of the county's units as the roster has it. */
export function rosterUnit(unit: { id: string; name: string; township: boolean; from: string; to: string | null }): RosterUnit {
  const { township, id, name, from, to } = unit;
  return { id, name, group: township ? groups.township : groups.county, from, to, exempt: [] };
}
