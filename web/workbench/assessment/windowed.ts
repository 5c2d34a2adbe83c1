/** Rows that stand together in a long table; `hidden` is how many are left out before them. */
export type Stretch<T> = { hidden: number; from: number; rows: readonly T[] };
const [top, around, long] = [10, 5, 24];

/** Of a long table the first ten, and the chosen row with five on either side; a short one whole. */
export function windowed<T>(
  rows: readonly T[],
  isChosen: (row: T) => boolean,
  all: boolean,
): { stretches: Stretch<T>[]; left: number } {
  if (all || rows.length <= long) return { stretches: [{ hidden: 0, from: 0, rows }], left: 0 };
  const at = rows.findIndex(isChosen);
  const near = (place: number) => place < top || (at >= 0 && Math.abs(place - at) <= around);
  const stretches: Stretch<T>[] = [];
  let end = 0;
  for (let place = 0; place < rows.length; place++) {
    if (!near(place)) continue;
    const from = place;
    while (place + 1 < rows.length && near(place + 1)) place++;
    stretches.push({ hidden: from - end, from, rows: rows.slice(from, place + 1) });
    end = place + 1;
  }
  return { stretches, left: rows.length - end };
}
