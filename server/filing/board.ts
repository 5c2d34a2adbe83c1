import type { CountyDate } from '../kernel/dates.ts';
import type { PlannedDuty } from '../plan/plan.ts';
import { type Filing, type FilingKind, type FilingStanding, filingKinds, kindsInOrder, standingOf, standings } from './filing.ts';

/** By when a kind is due and where that was told; `version` 0: by the notice, or by nobody. */
export type Term = { kind: FilingKind; dueOn: CountyDate | null; source: string; version: number };

const signs: Partial<Record<FilingKind, RegExp>> = {
  plan: /(?:实施|工作|宣传)方案/,
  contacts: /联络员|信息员|通讯员|名单/,
};

/** The day that the notice names for such a return, unless the office has set another. */
export function termsOf(
  duties: readonly Pick<PlannedDuty, 'what' | 'each' | 'toOn' | 'clause'>[],
  set: readonly (Term & { dueOn: CountyDate })[],
): Term[] {
  return kindsInOrder.map((kind) => {
    const given = set.find((term) => term.kind === kind);
    if (given) return given;
    const duty = duties.find(({ each, toOn, what }) => each === 'unit' && toOn !== null && signs[kind]?.test(what));
    return { kind, dueOn: duty?.toOn ?? null, source: duty ? `通知${duty.clause ?? ''}` : '', version: 0 };
  });
}

export type FilingCell = { kind: FilingKind; standing: FilingStanding; filing: Filing | null };
export type FilingRow = { id: string; name: string; cells: FilingCell[] };
type Given = {
  units: readonly { id: string; name: string }[];
  filings: readonly Filing[];
  terms: readonly Term[];
  today: CountyDate;
};

const urgency = Object.keys(standings) as FilingStanding[];
const weight = { overdue: 10_000, returned: 100, missing: 100, filed: 1, taken: 0 } as const satisfies Record<
  FilingStanding,
  number
>;
const askedOf = ({ cells }: FilingRow) => cells.reduce((sum, { standing }) => sum + weight[standing], 0);

/** Every unit with its five, those that owe most on top. */
export function boardOf({ units, filings, terms, today }: Given): FilingRow[] {
  const found = new Map(filings.map((filing) => [`${filing.unitId} ${filing.kind}`, filing]));
  const rows = units.map(({ id, name }) => ({
    ...{ id, name },
    cells: terms.map(({ kind, dueOn }) => {
      const filing = found.get(`${id} ${kind}`) ?? null;
      return { kind, filing, standing: standingOf({ filing, dueOn }, today) };
    }),
  }));
  return rows.toSorted((a, b) => askedOf(b) - askedOf(a));
}

export type Filters = { standing?: FilingStanding | undefined; kind?: FilingKind | undefined };
const fits = ({ standing, kind }: Filters, cell: FilingCell) =>
  (standing === undefined || cell.standing === standing) && (kind === undefined || cell.kind === kind);

/** Units of which something is as it is looked for. */
export const rowsLike = (rows: readonly FilingRow[], filters: Filters): FilingRow[] =>
  rows.filter(({ cells }) => cells.some((cell) => fits(filters, cell)));

/** How many of the kind, or of all, stand how. */
export const countsIn = (rows: readonly FilingRow[], kind: FilingKind | undefined) => {
  const cells = rows.flatMap(({ cells }) => cells.filter((cell) => fits({ kind }, cell)));
  return urgency.map((state) => ({ state, count: cells.filter(({ standing }) => standing === state).length }));
};

/** One line for each unit and kind, as the spreadsheet has it. */
export const linesOf = (rows: readonly FilingRow[], filters: Filters, terms: readonly Term[]) =>
  rowsLike(rows, filters).flatMap(({ name, cells }) =>
    cells
      .filter((cell) => fits(filters, cell))
      .map(({ kind, standing, filing }) => ({
        ...{ unit: name, what: filingKinds[kind], standing: standings[standing], filing },
        dueOn: terms.find((term) => term.kind === kind)?.dueOn ?? null,
      })),
  );
