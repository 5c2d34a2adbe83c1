import type { Cover } from '../bulletin/covers.ts';
import { covers } from '../bulletin/covers.ts';
import type { CoverCell, Kind, Measure } from '../bulletin/measures.ts';
import type { FilingRow } from '../filing/board.ts';
import { type FilingKind, type FilingStanding, filingKinds, kindsInOrder, standings } from '../filing/filing.ts';
import type { Commission } from '../plan/commission/commission.ts';
import { dutyPeriods } from '../plan/plan.ts';
import type { DutyCell, DutyColumn, DutyRow, Place } from './duty.ts';

export type Given = {
  month: string;
  measures: readonly (Measure & { kind: Kind | null })[];
  units: Readonly<Record<string, readonly CoverCell[]>>;
  commissions: readonly Pick<Commission, 'unitId' | 'dueOn' | 'standing'>[];
  filings: readonly FilingRow[];
};

const asked = (measure: Measure) => measure.duties.filter(({ each }) => each === 'unit');
/** What is counted comes first, what nothing records yet last; a measure that asks only the county stands in no unit's row. */
function ofUnits({ measures }: Pick<Given, 'measures'>) {
  const own = measures.filter((measure) => asked(measure).length > 0);
  const counts = ({ kind }: Given['measures'][number]) => kind !== null && kind !== 'other';
  return { counted: own.filter(counts), others: own.filter((measure) => !counts(measure)) };
}

export function columnsOf(given: Pick<Given, 'measures'>): DutyColumn[] {
  const { counted, others } = ofUnits(given);
  const filings = kindsInOrder.map((kind): DutyColumn => {
    return { key: kind, group: '报备', title: filingKinds[kind], often: '每年1', clause: '' };
  });
  const commission = { key: 'commission', group: '约稿', title: '约稿', often: '按约定', clause: '' };
  return [...counted.map(columnOf), commission, ...filings, ...others.map(columnOf)];
}

function columnOf(measure: Measure): DutyColumn {
  const [first] = asked(measure);
  const often = first?.per ? `${dutyPeriods[first.per]}${first.count ?? ''}` : first?.count ? `${first.count}` : '';
  return { key: `${measure.no}`, group: '措施', title: measure.title, often, clause: first?.clause ?? '' };
}

/** Unit × duty, those that owe most on top; one cell for each column, in their order. */
export function dutyRows(given: Given): DutyRow[] {
  const places = new Map(given.measures.map(({ no }, at) => [no, at]));
  const { counted, others } = ofUnits(given);
  const rows = given.filings.map(({ id, name, cells }) => ({
    ...{ id, name },
    cells: [
      ...counted.map((measure) => measureCell(measure, given.units[id]?.[places.get(measure.no) ?? -1], given.month, id)),
      commissionCell(given, id),
      ...cells.map(({ kind, standing }) => filingCell(kind, standing, id)),
      ...others.map((measure) => measureCell(measure, given.units[id]?.[places.get(measure.no) ?? -1], given.month, id)),
    ],
  }));
  return rows.toSorted((a, b) => owedBy(b) - owedBy(a));
}

export const owedBy = ({ cells }: Pick<DutyRow, 'cells'>) => cells.filter(({ state }) => state === 'short').length;

function measureCell(
  { kind, no }: Given['measures'][number],
  cell: CoverCell | undefined,
  month: string,
  unit: string,
): DutyCell {
  if (!cell) return { state: 'unrecorded', words: covers.unrecorded.word, place: null };
  return { ...cell, place: cell.state === 'none' ? null : placeOf(kind, month, unit, no) };
}

function placeOf(kind: Kind | null, month: string, unit: string, no: number): Place | null {
  if (kind === 'quota') return { to: '/articles', search: { view: 'all', month, unit } };
  if (kind === 'media') return { to: '/claims', search: { state: 'accepted', period: month, unit } };
  if (kind === 'noted') return { to: '/assessment', search: { month, unit } };
  return no > 0 && kind === 'other' ? { to: '/plan', search: {} } : null;
}

function commissionCell({ commissions, month }: Given, unit: string): DutyCell {
  const own = commissions.filter(
    ({ unitId, dueOn, standing }) => unitId === unit && dueOn.startsWith(month) && standing !== 'withdrawn',
  );
  if (own.length === 0) return { state: 'none', words: covers.none.mark, place: null };
  const place = { to: '/commissions', search: { unit } };
  const count = (...wanted: Commission['standing'][]) => own.filter(({ standing }) => wanted.includes(standing)).length;
  const missing = count('overdue', 'missed');
  if (missing > 0) return { state: 'short', words: `${own.length}篇 欠${missing}篇`, place };
  const waiting = count('waiting');
  if (waiting > 0) return { state: 'notDue', words: `${own.length}篇 待交${waiting}篇`, place };
  const late = count('late');
  return { state: 'done', words: `${own.length}篇${late > 0 ? ` 迟${late}篇` : ' 按时'}`, place };
}

const filed: Record<FilingStanding, Cover> = {
  overdue: 'short',
  returned: 'short',
  missing: 'notDue',
  filed: 'notDue',
  taken: 'done',
};
const filingCell = (kind: FilingKind, standing: FilingStanding, unit: string): DutyCell => ({
  state: filed[standing],
  words: standings[standing],
  place: { to: '/filings', search: { unit, open: kind } },
});

export type Filters = { state?: Cover | undefined; duty?: string | undefined };
export type Board = { columns: readonly DutyColumn[]; rows: readonly DutyRow[] };

/** Only the columns of that duty, and the units of which something is as it is looked for. */
export function shownIn({ columns, rows }: Board, { state, duty }: Filters): Board {
  const kept = columns.flatMap(({ key }, at) => (duty === undefined || key === duty ? [at] : []));
  const narrowed = rows.map((row) => ({ ...row, cells: kept.flatMap((at) => row.cells[at] ?? []) }));
  return {
    columns: kept.flatMap((at) => columns[at] ?? []),
    rows: narrowed.filter(({ cells }) => state === undefined || cells.some((cell) => cell.state === state)),
  };
}

export const countsIn = ({ rows }: Board) =>
  (Object.keys(covers) as Cover[]).map((state) => ({
    state,
    count: rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell.state === state).length, 0),
  }));

/** One line for each unit and duty, as the spreadsheet has it. */
export const linesOf = (board: Board, filters: Filters) => {
  const { columns, rows } = shownIn(board, filters);
  return rows.flatMap(({ name, cells }) =>
    cells.flatMap((cell, at) => {
      const column = columns[at];
      return column && (filters.state === undefined || cell.state === filters.state) ? [{ unit: name, column, cell }] : [];
    }),
  );
};
