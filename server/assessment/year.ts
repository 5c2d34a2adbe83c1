import { byCodePoint } from '../kernel/order.ts';
import { formatPoints, type Hundredths, points } from '../kernel/quantity.ts';
import { type Annual, annualOf, type Rescaled } from './annual.ts';
import { type Month, monthsBetween } from './months.ts';
import { touches } from './roster.ts';
import type { Scheme } from './scheme.ts';

export type CorrectionMade = { unit: string; clause: string; points: string; arithmetic: string; corrects: Month };
type TableRow = { unit: string; name: string; group: string; rank: number | null; total: string; settled: string } & Counts;
type Counts = { submitted: number; adopted: number; adoptions: number };
/** A month as far as a year wants it. `yearly`: the clauses that rescale the whole year in December. */
export type MonthTable = Pick<Scheme, 'mode' | 'groups'> & {
  afterTies?: Scheme['afterTies'];
  month: Month;
  state: 'locked' | 'open';
  running: boolean;
  annual: Annual | null;
  yearly: readonly string[];
  roster: readonly { id: string; from: string; to: string | null }[];
  rows: readonly TableRow[];
  corrections: readonly CorrectionMade[];
  rescaled: readonly { unit: string; clause: string; arithmetic: string }[];
};

/** null: no scheme was in force. `counted`: its totals are in the year's, once they are frozen and where points are given. */
export type YearMonth = {
  month: Month;
  state: 'locked' | 'open' | 'running' | 'none' | 'ahead';
  mode: Scheme['mode'] | null;
  counted: boolean;
};
/** `made`: the month whose table printed it. It belongs to the year of the month that it corrects; it counts once `made` is locked. */
export type Correction = CorrectionMade & { made: Month; counted: boolean };
export type YearRow = Counts & {
  unit: string;
  name: string;
  group: string;
  months: (string | null)[]; // null: not on the roster, no scheme, or not yet come; where points are not given too
  corrections: Correction[];
  corrected: string;
  total: string;
  soFar: string; // with what is not locked yet
  rescaled: Rescaled | null;
  rank: number | null;
  remarks: string[];
};
/** `begun`: at least one month is frozen; `final`: all that was scored is, with what it corrected. */
export type Year = { year: number; months: YearMonth[]; scored: boolean; begun: boolean; final: boolean; rows: YearRow[] };

/**
 * The year is what its months were frozen with and what corrected them since, whenever that was: December corrected in January
 * belongs to the December's year. `given` are those of the year's months, and of later ones for the corrections that they made.
 */
export function yearOf(year: number, given: readonly MonthTable[], current: Month): Year {
  const tables = given.map(indexed);
  const byMonth = new Map(tables.map((table) => [table.month, table]));
  const months = monthsBetween(`${year}-01`, `${year}-12`).map((month) => monthIn(month, byMonth.get(month), current));
  const own = tables.filter(({ month }) => month.startsWith(`${year}-`));
  const corrections = tables.flatMap(({ month, state, corrections }) =>
    corrections
      .filter(({ corrects }) => corrects.startsWith(`${year}-`) && byMonth.get(corrects)?.mode === 'score')
      .map((each) => ({ ...each, made: month, counted: state === 'locked' })),
  );
  const scored = own.some(({ mode }) => mode === 'score');
  const final =
    scored && months.every(({ state }) => state === 'locked' || state === 'none') && corrections.every(({ counted }) => counted);
  const unitIds = [...new Set(own.flatMap(({ rows }) => rows.map(({ unit }) => unit)))].sort(byCodePoint);
  const rows = unitIds.map((unit) =>
    rowOf(unit, { months, byMonth, own, corrections: corrections.filter((each) => each.unit === unit) }),
  );
  const begun = months.some(({ counted }) => counted);
  return { year, months, scored, begun, final, rows: ranked(begun ? withAnnual(rows, own) : rows, own) };
}

type Indexed = MonthTable & { byUnit: ReadonlyMap<string, TableRow>; present: ReadonlySet<string> };
function indexed(table: MonthTable): Indexed {
  const present = table.roster.filter((row) => touches(row, table.month)).map(({ id }) => id);
  return { ...table, byUnit: new Map(table.rows.map((row) => [row.unit, row])), present: new Set(present) };
}

function monthIn(month: Month, table: MonthTable | undefined, current: Month): YearMonth {
  if (table === undefined) return { month, state: month > current ? 'ahead' : 'none', mode: null, counted: false };
  const { state, running, mode } = table;
  return { month, state: running ? 'running' : state, mode, counted: state === 'locked' && mode === 'score' };
}

type About = {
  months: readonly YearMonth[];
  byMonth: ReadonlyMap<Month, Indexed>;
  own: readonly Indexed[];
  corrections: readonly Correction[];
};
function rowOf(unit: string, { months, byMonth, own, corrections }: About): YearRow {
  const rows = months.map(({ month }) => byMonth.get(month)?.byUnit.get(unit));
  const last = rows.findLast((row) => row !== undefined);
  const at = (place: number) => rows[place]?.settled ?? '0.00';
  const frozen = months.flatMap(({ counted }, place) => (counted ? [at(place)] : []));
  const open = months.flatMap(({ counted, mode }, place) => (!counted && mode === 'score' ? [at(place)] : []));
  const made = corrections.filter(({ counted }) => counted).map((each) => each.points);
  const total = sum([...frozen, ...made]);
  return {
    ...{ unit, name: last?.name ?? unit, group: last?.group ?? '', corrections: [...corrections] },
    ...countsOf(rows.filter((row) => row !== undefined)),
    months: months.map(({ mode }, place) => (mode === 'score' ? (rows[place]?.settled ?? null) : null)),
    corrected: sum(made),
    total,
    soFar: sum([total, ...open, ...corrections.filter(({ counted }) => !counted).map((each) => each.points)]),
    rescaled: frozen.length > 0 ? clauseRescaled(unit, total, own) : null,
    rank: null,
    remarks: remarksOf(unit, own),
  };
}

const sum = (texts: readonly string[]) => formatPoints(texts.reduce((all, text) => all + points(text), 0) as Hundredths);

function countsOf(rows: readonly Counts[]): Counts {
  const add = (of: keyof Counts) => rows.reduce((all, row) => all + row[of], 0);
  return { submitted: add('submitted'), adopted: add('adopted'), adoptions: add('adoptions') };
}

/** The scheme's own clause has rescaled in December. */
function clauseRescaled(unit: string, total: string, own: readonly Indexed[]): Rescaled | null {
  const last = own.findLast(({ mode }) => mode === 'score');
  const line = last?.rescaled.find((each) => each.unit === unit && last.yearly.includes(each.clause));
  return line ? { title: `已按${line.clause}折算`, points: total, arithmetic: line.arithmetic } : null;
}

/** The scheme's setting rescales, by the version in force last, whatever its clauses did to some units in December. */
function withAnnual(rows: readonly YearRow[], own: readonly Indexed[]): YearRow[] {
  const last = own.findLast(({ mode }) => mode === 'score');
  const annual = last?.annual;
  if (!annual) return [...rows];
  const rivals = rivalsOf(rows, own);
  return rows.map((row) => ({ ...row, rescaled: annualOf(annual, row, rivals) }));
}

/** Who came or went within the months that were scored. */
function remarksOf(unit: string, own: readonly Indexed[]): string[] {
  const present = own.filter((table) => table.present.has(unit));
  const [first, last] = [present[0], present.at(-1)];
  if (first === undefined || last === undefined) return ['不在名单，只有事实'];
  const inWords = ({ month }: MonthTable) => `${Number(month.slice(5))}月`;
  const unranked = present.filter((table) => table.byUnit.get(unit)?.rank === null && ranks(table, unit));
  return [
    ...(first === own[0] ? [] : [`${inWords(first)}起列入`]),
    ...(last === own.at(-1) ? [] : [`${inWords(last)}以后不再列入`]),
    ...(unranked.length > 0 && unranked.length < present.length ? [`${unranked.map(inWords).join('、')}不排名`] : []),
  ];
}

const ranks = ({ mode, groups, byUnit }: Indexed, unit: string) =>
  mode === 'score' && (groups.find(({ name }) => name === byUnit.get(unit)?.group)?.ranked ?? false);

/** Who was ranked in some month and is still there. */
function rivalsOf(rows: readonly YearRow[], own: readonly Indexed[]): YearRow[] {
  const was = new Set(own.flatMap(({ rows }) => rows.filter(({ rank }) => rank !== null).map(({ unit }) => unit)));
  return rows.filter(({ unit }) => was.has(unit) && own.at(-1)?.present.has(unit));
}

/** By group in the scheme's order; within it by total, equal totals share the place: 1, 2, 2, 4, or as the last version counts on. Who has left is not ranked. */
function ranked(rows: readonly YearRow[], own: readonly Indexed[]): YearRow[] {
  const last = own.at(-1);
  const order = last?.groups.map(({ name }) => name) ?? [];
  const rivals = rivalsOf(rows, own);
  const [competing, ahead] = [new Set(rivals), Map.groupBy(rivals, ({ group }) => group)];
  const placed = rows.map((row) => {
    const better =
      ahead
        .get(row.group)
        ?.map(basis)
        .filter((other) => other > basis(row)) ?? [];
    const places = last?.afterTies === 'dense' ? new Set(better).size : better.length;
    return { ...row, rank: competing.has(row) ? places + 1 : null };
  });
  const place = ({ group }: YearRow) => (order.includes(group) ? order.indexOf(group) : order.length);
  return placed.sort((a, b) => place(a) - place(b) || (a.rank ?? 1e9) - (b.rank ?? 1e9) || byCodePoint(a.unit, b.unit));
}

/** While months are open the places go by what there is so far, and are only for now. */
const basis = ({ soFar }: YearRow) => points(soFar);
