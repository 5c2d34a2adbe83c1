import type { Context } from '../../kernel/context.ts';
import { addDays, type CountyDate } from '../../kernel/dates.ts';
import { type Axis, type Count, daysOf, familyOf, firstMonday, mondayOf, mondaysOf, type Range } from '../board.ts';
import { familyColumns, type Grid, gridOf, type Lane, lanesOf, projectLines, unitLines, weekColumn } from '../grid.ts';
import * as sql from '../queries.ts';
import { planned } from './known.ts';

type Asked = { axis: Axis; count?: Count | undefined; from?: CountyDate | undefined; year?: number | undefined };
type Planned = NonNullable<Awaited<ReturnType<typeof planned>>>;
export type Coverage = {
  year: number | null; // null while there is no plan
  count: Count;
  from: CountyDate | null; // the first week shown
  earlier: CountyDate | null; // where the weeks before it begin
  later: CountyDate | null;
  whole: Range | null; // the days that 全年 counts
  silent: number; // rows of whom it is asked, without anything this week
  grid: Grid;
  lanes: Lane[]; // above project × week
};

/** As many weeks as one looks at together; six of them are over or running. */
export const weeksShown = 10;
const [back, rest] = [5, { project: '没有标项目，或不是今年的项目', unit: '其他单位' }];

/** The grid that was asked for, of so many weeks or of the plan's whole year. */
export async function coverage(
  context: Context,
  { axis, from, year, ...asked }: Asked,
  weeks: number | 'year',
): Promise<Coverage> {
  const count = asked.count ?? (axis === 'unit' ? 'submitted' : 'published');
  const found = await planned(context, year ?? null);
  if (!found) return nothing(count);
  if (axis === 'family') {
    const grid = await familyGrid(context, found);
    return { ...nothing('published'), year: found.plan.year, whole: daysOf(found.plan.year), grid };
  }
  const all = mondaysOf(found.plan.year);
  const shown = weeks === 'year' ? all : weeksFrom(all, from ?? addDays(mondayOf(context.day), -7 * back), weeks);
  const [grid, told] = await Promise.all([
    weekGrid(context, found, { axis, count, mondays: shown }),
    axis === 'project' ? sql.campaignsTold(context, daysOf(found.plan.year)) : null,
  ]);
  const lanes = told ? lanesOf(found.campaigns, new Map(told.map(({ campaignId, count }) => [campaignId, count]))) : [];
  const first = shown[0] ?? firstMonday(found.plan.year);
  const last = addDays(first, 7 * (shown.length - 1));
  const now = grid.columns.findIndex(({ state }) => state === 'now');
  return {
    ...{ year: found.plan.year, whole: daysOf(found.plan.year), count, from: first, grid, lanes },
    earlier: all.some((each) => each < first) ? addDays(first, -7 * weeksShown) : null,
    later: all.some((each) => each > last) ? addDays(last, 7) : null,
    silent: now < 0 ? 0 : grid.rows.filter(({ asked, cells }) => asked && cells[now]?.count === 0).length,
  };
}

const empty: Grid = { columns: [], rows: [], totals: [], total: 0 };
const nothing = (count: Count): Coverage => ({
  ...{ year: null, whole: null, count, from: null, earlier: null, later: null, silent: 0, grid: empty, lanes: [] },
});

/** So many of the year, beginning as near to the wanted week as the year allows. */
function weeksFrom(all: readonly CountyDate[], wanted: CountyDate, weeks: number): CountyDate[] {
  const at = all.findIndex((each) => each >= mondayOf(wanted));
  const first = Math.max(0, Math.min(at < 0 ? all.length : at, all.length - weeks));
  return all.slice(first, first + weeks);
}

type Chosen = { axis: Exclude<Axis, 'family'>; count: Count; mondays: readonly CountyDate[] };
async function weekGrid(context: Context, { plan, projects, campaigns, units, orders }: Planned, chosen: Chosen): Promise<Grid> {
  const { axis, count, mondays } = chosen;
  const cells = await sql.cellsOf(context, axis, count, daysOf(plan.year));
  const columns = mondays.map((monday) => weekColumn(monday, context.day, plan.issuedOn));
  const counted = cells.map(({ rowId, monday, count }) => ({ rowId, key: monday, count }));
  const met = new Set(cells.map(({ rowId }) => rowId as string | null));
  const named = campaigns.flatMap((campaign) => campaign.units.map(({ id }) => id as string));
  const place = (id: string) => (named.includes(id) ? named.indexOf(id) : named.length);
  const ours = units.filter(
    ({ id, kind, host, toOn }) => met.has(id) || (kind !== 'township' && !host && (toOn === null || toOn >= context.day)),
  );
  const lines =
    axis === 'project'
      ? projectLines(projects, campaigns, orders)
      : unitLines(
          ours.toSorted((a, b) => place(a.id) - place(b.id)),
          campaigns,
          orders,
        );
  return gridOf(columns, lines, counted, rest[axis]);
}

async function familyGrid(context: Context, { plan, projects, campaigns }: Planned): Promise<Grid> {
  const kinds = await sql.kindsSeen(context, daysOf(plan.year));
  const counted = kinds.map(({ rowId, kind, count }) => ({ rowId, key: familyOf(kind), count }));
  return gridOf(familyColumns(daysOf(plan.year)), projectLines(projects, campaigns, []), counted, rest.project);
}
