import { byCodePoint } from '../../kernel/order.ts';
import { formatPoints, type Hundredths, points } from '../../kernel/quantity.ts';
import type { Month } from '../months.ts';
import type { MonthMoved, Side, UnitMoved } from '../whatIf.ts';

/** A unit over all the months together; `places`: how many it goes up, below 0 down, null where it has none before or after. */
export type UnitOver = Omit<UnitMoved, 'lines'> & { places: number | null; months: { month: Month; difference: string }[] };

/**
 * Each unit's months added up, before and after. Of one month the places are that month's; of several they go by the sum,
 * equal sums share the place: 1, 2, 2, 4. In the order of group, new place, unit.
 */
export function overRange(months: readonly MonthMoved[]): UnitOver[] {
  const unitIds = [...new Set(months.flatMap(({ units }) => units.map(({ unit }) => unit)))];
  const rows = unitIds.map((unit) => overOf(unit, months));
  const [was, now] = months.length === 1 ? [(row: UnitOver) => row.was?.rank, (row: UnitOver) => row.now?.rank] : placesBy(rows);
  return rows
    .map((row) => {
      const [before, after] = [was(row) ?? null, now(row) ?? null];
      const places = before === null || after === null ? null : before - after;
      return { ...row, was: row.was && { ...row.was, rank: before }, now: row.now && { ...row.now, rank: after }, places };
    })
    .sort(byPlace);
}

const last = 1e9;
const groupOf = ({ now, was }: Pick<UnitOver, 'now' | 'was'>) => (now ?? was)?.group ?? '';
const byPlace = (a: UnitOver, b: UnitOver) =>
  byCodePoint(groupOf(a), groupOf(b)) ||
  (a.now?.rank ?? last) - (b.now?.rank ?? last) ||
  (a.was?.rank ?? last) - (b.was?.rank ?? last) ||
  byCodePoint(a.unit, b.unit);

function overOf(unit: string, months: readonly MonthMoved[]): UnitOver {
  const own = months.flatMap(({ month, units }) =>
    units.filter((each) => each.unit === unit).map((each) => ({ ...each, month })),
  );
  const [was, now] = [summed(own.map((each) => each.was)), summed(own.map((each) => each.now))];
  const difference = sum(own.map((each) => each.difference));
  const moved = own.filter((each) => each.difference !== '0.00');
  return { unit, was, now, difference, places: null, months: moved.map(({ month, difference }) => ({ month, difference })) };
}

const sum = (texts: readonly string[]) => formatPoints(texts.reduce((all, text) => all + points(text), 0) as Hundredths);

/** The group and the place are those of the last month that the unit is in; it competes when it ever did. */
function summed(sides: readonly (Side | null)[]): Side | null {
  const found = sides.filter((side) => side !== null);
  const final = found.at(-1);
  if (final === undefined) return null;
  const rank = found.findLast((side) => side.rank !== null)?.rank ?? null;
  return { group: final.group, total: sum(found.map(({ total }) => total)), rank };
}

function placesBy(rows: readonly UnitOver[]) {
  return (['was', 'now'] as const).map((side) => {
    const rivals = Map.groupBy(
      rows.flatMap((row) => (row[side]?.rank == null ? [] : [row[side]])),
      ({ group }) => group,
    );
    return (row: UnitOver) => {
      const own = row[side];
      if (own?.rank == null) return null;
      const better = rivals.get(own.group)?.filter(({ total }) => points(total) > points(own.total)) ?? [];
      return better.length + 1;
    };
  }) as [(row: UnitOver) => number | null, (row: UnitOver) => number | null];
}

/** What is found, in one sentence: how many change places, who wins and who loses most. `nameOf` says a unit. */
export function findingOf(rows: readonly UnitOver[], months: readonly Month[], nameOf: (unit: string) => string): string {
  const when = monthsWords(months);
  const moved = rows.filter(({ difference }) => difference !== '0.00');
  const swapped = rows.filter(({ places }) => places !== null && places !== 0);
  const lines = [...moved].sort((a, b) => points(b.difference) - points(a.difference));
  const [most, least] = [lines[0], lines.at(-1)];
  if (moved.length + swapped.length === 0) return `${when}各单位的得分和名次都不变`;
  const gained = most && points(most.difference) > 0 ? `${nameOf(most.unit)} +${most.difference} 最多` : undefined;
  const lost =
    least && points(least.difference) < 0 ? `${nameOf(least.unit)} ${least.difference.replace('-', '−')} 减得最多` : undefined;
  const places = swapped.length > 0 ? `有 ${swapped.length} 个单位换位` : '没有单位换位';
  return [`${when}${places}`, gained, lost].filter((each) => each !== undefined).join('，');
}

/** '10月', '2023年10月至12月' across a turn of the year with both years. */
export function monthsWords(months: readonly Month[]): string {
  const [first, final] = [months[0] ?? '', months.at(-1) ?? ''];
  const number = (month: Month) => `${Number(month.slice(5))}月`;
  if (first === final) return number(first);
  if (first.slice(0, 4) === final.slice(0, 4)) return `${number(first)}至${number(final)}`;
  return `${first.slice(0, 4)}年${number(first)}至${final.slice(0, 4)}年${number(final)}`;
}
