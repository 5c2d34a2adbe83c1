import type { UnitKind } from '../identity/identity.ts';
import { addDays, type CountyDate } from '../kernel/dates.ts';
import type { Campaign, Project, ProjectRank } from '../plan/plan.ts';
import { type Family, families, type Range, weekNo } from './board.ts';

/** `before`: begun when the plan was not issued yet, so that nothing was asked of it. */
export type ColumnState = 'before' | 'past' | 'now' | 'ahead' | 'always';
export type Column = { key: string; head: string; below: string; from: CountyDate; to: CountyDate; state: ColumnState };

/** `campaign`: a 集中宣传 falls into it. `ordered`: how many 约稿 are due in it. */
export type GridCell = { count: number; campaign: boolean; ordered: number };
export type GridRow = {
  id: string | null; // null: what belongs to none of them
  name: string;
  group: string;
  rank: ProjectRank | null;
  asked: boolean; // whether a week without anything is worth a hint: not for townships, and not for what belongs to none
  cells: GridCell[];
  total: number; // of the whole year, shown or not
};
export type Grid = { columns: Column[]; rows: GridRow[]; totals: number[]; total: number };

export function weekColumn(monday: CountyDate, today: CountyDate, issuedOn: CountyDate | null): Column {
  const to = addDays(monday, 6);
  const over = to < today;
  const state = over ? (issuedOn !== null && monday < issuedOn ? 'before' : 'past') : monday > today ? 'ahead' : 'now';
  return { key: monday, head: state === 'now' ? '本周' : `${weekNo(monday)}周`, below: monday.slice(5), from: monday, to, state };
}

export const familyColumns = ({ from, to }: Range): Column[] =>
  (Object.keys(families) as Family[]).map((key) => ({ key, head: families[key], below: '', from, to, state: 'always' }));

/** Whose figures are put into which row; `places` are the days that stand out in it, `orders` when what was ordered is due. */
export type Line = Pick<GridRow, 'id' | 'name' | 'group' | 'rank' | 'asked'> & {
  places: readonly Range[];
  orders: readonly CountyDate[];
};
type Counted = { rowId: string | null; key: string; count: number };

/** What is in none of the rows stands in a last one of its own, so that the totals are those of everything. */
export function gridOf(columns: Column[], lines: readonly Line[], counted: readonly Counted[], rest: string): Grid {
  const known = new Set<string | null>(lines.map(({ id }) => id));
  const byRow = Map.groupBy(counted, ({ rowId }) => (rowId !== null && known.has(rowId) ? rowId : null));
  const others: Line = { id: null, name: rest, group: '', rank: null, asked: false, places: [], orders: [] };
  const all = byRow.has(null) ? [...lines, others] : lines;
  const rows = all.map((line) => rowOf(columns, line, byRow.get(line.id) ?? []));
  const totals = columns.map((_, at) => sum(rows.map(({ cells }) => cells[at]?.count ?? 0)));
  return { columns, rows, totals, total: sum(rows.map(({ total }) => total)) };
}

function rowOf(columns: readonly Column[], { places, orders, ...line }: Line, counted: readonly Counted[]): GridRow {
  const byKey = Map.groupBy(counted, ({ key }) => key);
  const cells = columns.map(({ key, from, to, state }) => ({
    count: sum((byKey.get(key) ?? []).map(({ count }) => count)),
    campaign: state !== 'always' && places.some((place) => place.from <= to && place.to >= from),
    ordered: state === 'now' || state === 'ahead' ? orders.filter((due) => due >= from && due <= to).length : 0,
  }));
  return { ...line, cells, total: sum(counted.map(({ count }) => count)) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** 一场集中宣传 beside the weeks: its days, whose it is, and how much was published of it. */
export type Lane = Pick<Campaign, 'id' | 'no' | 'theme' | 'fromOn' | 'toOn' | 'windowText'> & {
  unitNames: string[];
  fuzzy: boolean;
  count: number;
};
export const lanesOf = (campaigns: readonly Campaign[], told: ReadonlyMap<string, number>): Lane[] =>
  held(campaigns).map(({ id, no, theme, fromOn, toOn, windowText, precision, units }) => ({
    ...{ id, no, theme, fromOn, toOn, windowText, fuzzy: precision !== 'day' },
    unitNames: units.map(({ name }) => name),
    count: told.get(id) ?? 0,
  }));

type Order = { projectId: string | null; unitId: string; dueOn: CountyDate; state: 'open' | 'delivered' };
const windowOf = ({ fromOn, toOn }: Campaign): Range[] => (fromOn && toOn ? [{ from: fromOn, to: toOn }] : []);
const held = (campaigns: readonly Campaign[]) => campaigns.filter(({ cancelledOn }) => cancelledOn === null);

export const projectLines = (projects: readonly Project[], campaigns: readonly Campaign[], orders: readonly Order[]): Line[] =>
  projects.map(({ id, name, theme, rank }) => ({
    ...{ id, name, group: theme ?? '', rank, asked: true },
    places: held(campaigns).flatMap((each) => (each.projects.includes(name) ? windowOf(each) : [])),
    orders: orders.filter(({ projectId, state }) => projectId === id && state === 'open').map(({ dueOn }) => dueOn),
  }));

export const unitLines = (
  units: readonly { id: string; name: string; kind: UnitKind }[],
  campaigns: readonly Campaign[],
  orders: readonly Order[],
): Line[] =>
  units.map(({ id, name, kind }) => ({
    ...{ id, name, group: '', rank: null, asked: kind !== 'township' },
    places: held(campaigns).flatMap((each) => (each.units.some((unit) => unit.id === id) ? windowOf(each) : [])),
    orders: orders.filter(({ unitId, state }) => unitId === id && state === 'open').map(({ dueOn }) => dueOn),
  }));
