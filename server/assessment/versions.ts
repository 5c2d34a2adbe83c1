import type { CountyDate } from '../kernel/dates.ts';
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

type Rostered = { id: string; name: string; host: boolean; township: boolean; from: string; to: string | null };
type Exempted = RosterUnit['exempt'][number] & { unit: string };

/** Rows of the county's units as the roster has them, each with what it is exempt for. */
export const rosterUnit =
  (exempted: readonly Exempted[]) =>
  ({ id, name, host, township, from, to }: Rostered): RosterUnit => {
    const own = exempted.filter(({ unit }) => unit === id);
    const exempt = own.map(({ from, to, reason }) => ({ from, to, reason }));
    return { id, name, group: groups[host ? 'host' : township ? 'township' : 'county'], from, to, exempt };
  };
