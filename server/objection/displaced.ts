import { type Hundredths, points } from '../kernel/quantity.ts';

type Row = { unit: string; group: string; rank: number | null; total: string };
type Correction = { unit: string; points: string };

/**
 * Whether `unit` stands further down in a month's table because of `made`: the frozen totals with all its corrections, against
 * the same without that one. Who is not ranked is neither moved nor moves.
 */
export function movedDown(table: readonly Row[], others: readonly Correction[], made: Correction, unit: string): boolean {
  const own = table.find((row) => row.unit === unit);
  if (own?.rank == null || made.unit === unit) return false;
  const rivals = table.filter((row) => row.rank !== null && row.group === own.group);
  const placeWith = (corrections: readonly Correction[]) => {
    const total = (row: Row) =>
      corrections
        .filter((each) => each.unit === row.unit)
        .reduce((sum, each) => (sum + points(each.points)) as Hundredths, points(row.total));
    return rivals.filter((row) => total(row) > total(own)).length;
  };
  return placeWith([...others, made]) > placeWith(others);
}
