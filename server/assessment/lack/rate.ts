import { compareRatios, plus, type Ratio, ratio, ratioOf, rounded, times } from '../../kernel/quantity.ts';
import { measureOf, worthOf } from '../clauses/rate.ts';
import { monthsSettled, type View, type Yield } from '../clauses/rule.ts';
import type { Judge } from '../selection.ts';
import { canBeMore, type Kind, type Left, withValue } from './shape.ts';

type Rate = Kind<'rate'>;

/** A rate that takes points off can be made good as far as more of what it counts can move it to a better band. */
export function leftOfRate(clause: Rate, lines: Yield[], view: View, judge: Judge): Left {
  const [line] = lines;
  if (line === undefined || line.value >= 0) return { lines };
  const { part, whole } = measureOf(clause.rate, judge)(view, monthsSettled(clause, clause.per, view.month));
  const worths = reachable(clause, part, whole).map((each) => worthAt(clause, each));
  const stays = Math.min(0, Math.max(line.value, ...worths));
  return stays === line.value ? { lines } : { lines: withValue(lines, 'points', stays), words: '月底前还能补上' };
}

const worthAt = (clause: Rate, rate: Ratio): number => {
  const worth = worthOf(clause, rate);
  return worth === undefined ? 0 : rounded(worth);
};

/** One rate between every two ends of the bands, and the ends themselves, as far as it can get there. */
function reachable({ bands, rate }: Rate, part: number, whole: number): Ratio[] {
  const [more, all] = rate === 'adoptionRate' ? [true, true] : [canBeMore(rate.part.counts), canBeMore(rate.whole.counts)];
  const within = rate !== 'adoptionRate' && rate.part.counts === rate.whole.counts; // each that counts above counts below, too
  const now = ratioOf(part, whole);
  const [lowest, highest] = [all && part > 0 ? ratioOf(0) : now, more ? (within ? ratioOf(1) : undefined) : now];
  const ends = bands.flatMap((band) => [band.from, band.above, band.below, band.upTo].flatMap((end) => (end ? ratio(end) : [])));
  const inside = (each: Ratio) => compareRatios(each, lowest) > 0 && (highest === undefined || compareRatios(each, highest) < 0);
  const marks = [lowest, ...ends.filter(inside), ...(highest ? [highest] : [])].sort(compareRatios);
  const between = marks.slice(1).map((mark, at) => times(plus(mark, marks[at] ?? mark), ratioOf(1, 2)));
  const beyond = highest ? [] : [plus(marks.at(-1) ?? lowest, ratioOf(1))];
  return [now, ...ends, ...between, ...beyond].filter((each) => inside(each) || compareRatios(each, now) === 0);
}
