import { factKinds } from '../../fact/fact.ts';
import { compareRatios, plus, points, type Ratio, ratio, ratioOf, rounded, times } from '../../kernel/quantity.ts';
import { type Period, periodsOf } from '../clauses/periods.ts';
import { doneOf, shareOf } from '../clauses/quota.ts';
import { lackOf, zero } from '../clauses/quota-lines.ts';
import { withinBand } from '../clauses/ratios.ts';
import { pickerOf, type View, type Yield } from '../clauses/rule.ts';
import { type Judge, labelOf } from '../selection.ts';
import { isOver, type Kind, type Left, withValue } from './shape.ts';

type Quota = Kind<'quota'>;
type Need = Quota['needs'][number];

/** Of weeks that are over the shortfall stands; all else of it can still be handed in. */
export function leftOfQuota(clause: Quota, lines: Yield[], view: View, judge: Judge, day: string): Left {
  const share = shareOf(clause, view);
  if (share === undefined || (view.exempt && clause.exempt === 'free' && clause.completion === undefined)) return { lines };
  const lacking = (period: Period) =>
    clause.needs.map((need) => ({ need, ...lackAndDone(need, period, clause, view, judge, share) }));
  const periods = periodsOf(clause, view).map((period) => ({ over: isOver(period, view, day), needs: lacking(period) }));
  const ahead = periods.filter(({ over }) => !over).flatMap(({ needs }) => needs);
  const missing = clause.needs.flatMap((need) => {
    const lack = ahead.filter((one) => one.need === need).reduce((sum, one) => plus(sum, one.lack), zero);
    return lack.over <= 0n ? [] : [`${clause.needs.length > 1 ? nameOf(need) : ''}${whole(lack)} ${unitOf(need)}`];
  });
  const settled = periods.filter(({ over }) => over).map(({ needs }) => needs.map(({ lack }) => lack).reduce(plus, zero));
  const kept = withValue(lines, 'shortfall', 0 - lost(clause, settled));
  const done = clause.completion === undefined ? kept : withValue(kept, 'points', completed(clause.completion, periods));
  return { lines: done, words: missing.length > 0 ? quotaWords(clause, missing) : undefined };
}

function lackAndDone(need: Need, period: Period, clause: Quota, view: View, judge: Judge, share: Ratio) {
  const found = doneOf(need, period.of(pickerOf(need, judge)), clause, view, share);
  return { lack: lackOf(found), done: found.done, owed: found.need };
}

/** What the quota takes off for the weeks that are over. */
function lost({ missing }: Quota, lacks: readonly Ratio[]): number {
  if (missing === undefined) return 0;
  const { each = '0', flat = '0', atMost } = missing;
  const short = lacks.filter(({ over }) => over > 0n);
  const size = rounded(short.map((lack) => plus(times(lack, ratioOf(points(each))), ratioOf(points(flat)))).reduce(plus, zero));
  return atMost === undefined ? size : Math.min(size, points(atMost));
}

type Settled = { over: boolean; needs: readonly { done: Ratio; owed: number }[] };

/** By rate of completion: a band that takes points off stands only if no more can lift it, or its week is over. */
function completed(bands: NonNullable<Quota['completion']>, periods: readonly Settled[]): number {
  const worthAt = (done: Ratio) => points(bands.find((band) => withinBand(band, done))?.points ?? '0.00');
  const ends = bands.flatMap(({ from, above, below, upTo }) => [from, above, below, upTo].filter((end) => end !== undefined));
  const above = (done: Ratio) =>
    [...ends.map(ratio), ...ends.map((end) => plus(ratio(end), ratioOf(1, 1_000_000)))].filter(
      (end) => compareRatios(end, done) > 0,
    );
  return periods.reduce((sum, { over, needs }) => {
    const owed = needs.reduce((all, need) => all + need.owed, 0);
    if (owed === 0) return sum;
    const done = times(needs.map((need) => need.done).reduce(plus, zero), ratioOf(1, owed));
    const worth = worthAt(done);
    const best = over || worth >= 0 ? worth : Math.min(0, Math.max(worth, ...above(done).map(worthAt)));
    return sum + best;
  }, 0);
}

const quotaWords = ({ met, partly }: Quota, missing: readonly string[]) =>
  `月底前还差 ${missing.join('、')}${met === undefined ? '' : `，${partly === 'proportion' ? '报满' : '达标'}得 ${met} 分`}`;
const whole = ({ over, under }: Ratio) => String((over + under - 1n) / under);
const unitOf = ({ counts }: Need) => (counts === 'submission' || counts === 'commission' ? '篇' : '条');
const nameOf = ({ where, counts }: Need) => `${labelOf(where, factKinds[counts])} `;
