import { formatPoints, type Hundredths, points } from '../kernel/quantity.ts';
import type { Clause } from './clauses/clauses.ts';
import { sumOf, type View, type Yield } from './clauses/rule.ts';
import { givenIn } from './clauses/totals.ts';
import { concerns } from './clauses/whom.ts';
import { leftOfCauses, premiseCanFail } from './lack/causes.ts';
import { leftOfCounted } from './lack/counted.ts';
import { leftOfQuota } from './lack/quota.ts';
import { leftOfRate } from './lack/rate.ts';
import { canBeMore, type Kind, type Left } from './lack/shape.ts';
import type { Judge } from './selection.ts';

/**
 * Of the lines that a clause gives in the running month, what stands whatever the unit still does by its end. A limit, 就高,
 * an average and a rescaling are never short themselves: they follow from the lines they are about, worked out anew.
 */
export function leftOf(clause: Clause, lines: Yield[], view: View, judge: Judge, day: string): Left {
  const left = leftByKind(clause, lines, view, judge, day);
  if (!left.lines.some(({ value }) => value < 0) || !premiseCanFail(clause, view, judge)) return left;
  const gained = left.lines.filter(({ value }) => value >= 0);
  return { lines: gained, words: left.words ?? '月底前达到前提就不扣' };
}

function leftByKind(clause: Clause, lines: Yield[], view: View, judge: Judge, day: string): Left {
  if (!view.present) return { lines };
  switch (clause.kind) {
    case 'quota':
      return leftOfQuota(clause, lines, view, judge, day);
    case 'bands':
    case 'steps':
      return leftOfCounted(clause, lines, view, judge, day);
    case 'rate':
      return leftOfRate(clause, lines, view, judge);
    case 'zero':
    case 'percent':
      return leftOfCauses(clause, lines, view, judge);
    case 'target':
      return leftOfTarget(clause, lines, view);
    case 'streak':
      return leftOfStreak(clause, lines);
    case 'placement':
      return lines.length === 0 ? { lines } : { lines: [], words: '名次月底才定' };
    default:
      return { lines };
  }
}

function leftOfTarget(clause: Kind<'target'>, lines: Yield[], view: View): Left {
  const given = givenIn(clause, view);
  const target = points((clause.except.find((row) => concerns({ for: row }, view)) ?? clause).atLeast);
  if (given === undefined || given.sum >= target) return { lines };
  const gap = formatPoints((target - given.sum) as Hundredths);
  const words = `月底前还差 ${gap} 分到目标${clause.met === undefined ? '' : `，达到得 ${clause.met} 分`}`;
  return { lines: lines.filter(({ effect }) => effect !== 'shortfall'), words };
}

/** Having too few can end by the month's last day; having had enough, as of mistakes, cannot. */
function leftOfStreak({ fewerThan, counts }: Kind<'streak'>, lines: Yield[]): Left {
  if (sumOf(lines) >= 0 || fewerThan === undefined || !canBeMore(counts)) return { lines };
  return { lines: [], words: '本月补够就不算连续' };
}
