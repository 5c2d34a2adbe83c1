import { points } from '../../kernel/quantity.ts';
import { countedOnce, sizesOf } from '../clauses/counting.ts';
import { periodsOf } from '../clauses/periods.ts';
import { withBounds } from '../clauses/points.ts';
import { pickerOf, type View, type Yield } from '../clauses/rule.ts';
import { partIn } from '../clauses/sharing.ts';
import { stepsAt } from '../clauses/steps.ts';
import type { Judge } from '../selection.ts';
import { canBeMore, isOver, type Kind, type Left, withValue } from './shape.ts';

type Counted = Kind<'bands'> | Kind<'steps'>;
const soon = '月底前还能补上';

/** By how many there are: what more of them would lift can be made good, in weeks that are not over. */
export function leftOfCounted(clause: Counted, lines: Yield[], view: View, judge: Judge, day: string): Left {
  const [pick, worthAt, turns] = [pickerOf(clause, judge), worthOf(clause), turnsOf(clause)];
  const settled = periodsOf(clause, view).map((period) => {
    const own = period.of(pick).filter((fact) => partIn(fact, view.unit, 'owner'));
    const count = sizesOf(countedOnce(own, clause), clause);
    const worth = worthAt(count);
    if (worth >= 0 || isOver(period, view, day) || !canBeMore(clause.counts)) return { worth, stays: worth };
    const best = Math.max(worth, ...turns.filter((turn) => turn > count).map(worthAt));
    return { worth, stays: Math.min(0, best) };
  });
  if (settled.every(({ worth, stays }) => worth === stays)) return { lines };
  const value = settled.reduce((sum, { stays }) => sum + stays, 0);
  const kept = withValue(lines, 'points', value);
  if (clause.kind === 'bands') return { lines: kept, words: soon };
  return { lines: kept.filter(({ effect }) => effect === 'points').flatMap((line) => withBounds(clause, line)), words: soon };
}

function worthOf(clause: Counted): (count: number) => number {
  if (clause.kind === 'steps') return (count) => stepsAt(clause, count);
  return (count) => {
    const band = clause.bands.find(({ count: { from = 0, to = Infinity } }) => count >= from && count <= to);
    return band === undefined ? 0 : points(band.points);
  };
}

/** The counts at which something else begins; of steps also far beyond the last, where what comes again and again has its way. */
function turnsOf(clause: Counted): number[] {
  if (clause.kind === 'bands') return clause.bands.flatMap(({ count: { from = 0, to = Infinity } }) => [from, to + 1]);
  const ends = clause.steps.flatMap(({ above, upTo, every }) => [above + every, ...(upTo === undefined ? [] : [upTo])]);
  return [...ends, Math.max(...ends) + 1_000 * Math.max(...clause.steps.map(({ every }) => every))];
}
