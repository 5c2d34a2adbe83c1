import { type UnitKind, unitKinds } from '../identity/identity.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { addDays } from './months.ts';
import type { RosterUnit } from './roster.ts';
import { Scheme } from './scheme.ts';

type Adopted = { body: object; fromOn: CountyDate; toOn: CountyDate | null };

/** A version as it is in force: its end is what the county says, not what its file once said. */
export const schemeFrom = ({ body, fromOn, toOn }: Adopted): Scheme => Scheme.parse({ ...body, from: fromOn, to: toOn });

const groups = { host: '专班所在', township: '乡镇', county: '县直' } as const;

/** Who judges is not compared: the unit in which the office sits stands in a group of its own, which no clause for 县直 binds. */
export function withHosts(scheme: Scheme, hosts: readonly string[]): Scheme {
  const { listedOnly } = scheme;
  const known = hosts.length === 0 || scheme.groups.some(({ name }) => name === groups.host);
  return {
    ...scheme,
    groups: known ? scheme.groups : [...scheme.groups, { name: groups.host, ranked: false }],
    clauses: hosts.length === 0 ? scheme.clauses : scheme.clauses.map((clause) => sparing(clause, scheme)),
    listedOnly: [...listedOnly, ...hosts.filter((host) => !listedOnly.includes(host))],
  };
}

const asking = ['quota', 'target', 'streak'];

/** What a clause asks of all, it asks of all but the host. */
export function sparing<C extends Scheme['clauses'][number]>(clause: C, scheme: Pick<Scheme, 'groups'>): C {
  const others = scheme.groups.flatMap(({ name }) => (name === groups.host ? [] : [name]));
  return clause.for !== undefined || !asking.includes(clause.kind) ? clause : { ...clause, for: { groups: others } };
}

type Rostered = { id: string; name: string; kind: UnitKind; host: boolean; from: string; to: string | null };
type Grouped = Pick<Scheme, 'groups'>;

/** The host's own group, the townships', and of the others by their kind where the scheme has that group: 政府部门、群团组织……, else 县直. */
export function groupOf({ kind, host }: Pick<Rostered, 'kind' | 'host'>, { groups: known }: Grouped): string {
  if (host) return groups.host;
  if (kind === 'township') return groups.township;
  return known.some(({ name }) => name === unitKinds[kind]) ? unitKinds[kind] : groups.county;
}

type Exempted = RosterUnit['exempt'][number] & { unit: string };

/** A unit as the roster has it, with what it is exempt for: a row for each time in which the versions, oldest first, put it into another group. */
export function rosterRows(
  unit: Rostered,
  versions: readonly Pick<Scheme, 'groups' | 'from'>[],
  exempted: readonly Exempted[],
): RosterUnit[] {
  const { id, name, from, to } = unit;
  const own = exempted.filter((each) => each.unit === id);
  const exempt = own.map(({ from, to, reason }) => ({ from, to, reason }));
  const rows: RosterUnit[] = [];
  for (const [at, version] of versions.entries()) {
    const group = groupOf(unit, version);
    const begins = at === 0 || version.from < from ? from : version.from;
    const last = rows.at(-1);
    if (last === undefined || begins <= last.from) rows.splice(-1, 1, { id, name, group, from, to, exempt });
    else if (to !== null && begins > to)
      last.group = group; // closed before: what still comes in is listed where the version has a place
    else if (last.group !== group) {
      last.to = addDays(begins, -1);
      rows.push({ id, name, group, from: begins, to, exempt });
    }
  }
  return rows;
}
