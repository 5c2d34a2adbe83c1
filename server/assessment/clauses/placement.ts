import { z } from 'zod';
import { formatPoints, type Hundredths, points } from '../../kernel/quantity.ts';
import type { Standing } from '../ledger.ts';
import type { Month } from '../months.ts';
import { counted, type Judge } from '../selection.ts';
import { noneEmpty, pointsText, range } from '../shapes.ts';
import { countedOnce, sizesOf } from './counting.ts';
import { common, factsOf, inOrder, monthsSettled, Of, per, pickerOf, type Rule, sumOf, type View } from './rule.ts';
import { partIn } from './sharing.ts';

const places = noneEmpty(z.strictObject({ place: range(z.int().min(1)).describe('第几名，两端都算'), points: pointsText }));

export const PlacementClause = z
  .strictObject({
    ...common,
    kind: z.literal('placement'),
    per,
    of: Of.optional(),
    by: z.strictObject(counted).optional().describe('按条数比：数哪一种事实'),
    among: z.enum(['group', 'all']).default('group').describe('和谁比：group 同组、all 这一条管的所有单位'),
    places: places.optional().describe('从前往后的名次，如第 1 名 10 分写 {"place":{"to":1},"points":"10.00"}'),
    last: places.optional().describe('从后往前的名次，末名是 1'),
  })
  .refine(({ of, by }) => (of === undefined) !== (by === undefined), 'of（比得分）、by（比条数）要写一样，只写一样')
  .refine(({ places, last }) => (places ?? last) !== undefined, '要写 places 或 last');
type PlacementClause = z.infer<typeof PlacementClause>;
type Measured = { value: number; facts: readonly Standing[] };

/** Equal values share a place, 1, 2, 2, 4. Who has nothing above zero takes no place from the front. */
export function placementRule(clause: PlacementClause, judge: Judge): Rule {
  const measure = measureOf(clause, judge);
  return (view) => {
    const months = monthsSettled(clause, clause.per, view.month);
    if (months.length === 0) return [];
    const { units, values } = view.amongRivals(clause.among, (rivals) =>
      fieldOf(rivals, (rival) => measure(rival, months).value),
    );
    if (!units.has(view.unit)) return [];
    const mine = measure(view, months);
    const place = 1 + countUntil(values, (value) => value <= mine.value);
    const fromLast = 1 + values.length - countUntil(values, (value) => value < mine.value);
    const front = mine.value > 0 ? clause.places?.find((row) => includes(row.place, place)) : undefined;
    const won = [front, clause.last?.find((row) => includes(row.place, fromLast))].filter((row) => row !== undefined);
    if (won.length === 0) return [];
    const value = won.reduce((sum, row) => sum + points(row.points), 0) as Hundredths;
    const size = clause.by ? `${mine.value} 条` : `${formatPoints(mine.value as Hundredths)} 分`;
    const words = `${size}，${values.length} 个单位中第 ${place} 名，计 ${won.map((row) => row.points).join(' + ')}`;
    return [{ effect: 'points', value, words, facts: mine.facts }];
  };
}

/** Who takes part, and what each has, the most first. */
function fieldOf(rivals: readonly View[], worth: (rival: View) => number) {
  return { units: new Set(rivals.map(({ unit }) => unit)), values: rivals.map(worth).sort((a, b) => b - a) };
}

/** How many of the values, which fall, come before the first that is so. */
function countUntil(values: readonly number[], isSo: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(values[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const includes = ({ from = 1, to = Infinity }: { from?: number | undefined; to?: number | undefined }, place: number) =>
  place >= from && place <= to;

function measureOf({ of, by }: PlacementClause, judge: Judge): (view: View, months: readonly Month[]) => Measured {
  if (by === undefined) {
    return (view, months) => {
      const lines = view.lines(of ?? 'all', months);
      return { value: sumOf(lines), facts: factsOf(lines) };
    };
  }
  const pick = pickerOf(by, judge);
  return (view, months) => {
    const mine = pick(view, months).filter((fact) => partIn(fact, view.unit, 'owner'));
    const facts = countedOnce(mine, by);
    return { value: sizesOf(facts, by), facts: inOrder(facts) };
  };
}
