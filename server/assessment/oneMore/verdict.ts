import { formatPoints, type Hundredths, points } from '../../kernel/quantity.ts';
import type { Clause } from '../clauses/clauses.ts';
import { monthsSettled } from '../clauses/rule.ts';
import { concerns } from '../clauses/whom.ts';
import type { MonthExport } from '../export.ts';
import type { LedgerFact } from '../ledger.ts';
import { type Month, perNames } from '../months.ts';
import type { Scheme } from '../scheme.ts';
import type { Line, Row } from '../scoring.ts';
import type { LineMoved } from '../whatIf.ts';
import { workdaysOf } from '../workdays.ts';
import { countersIn } from './counters.ts';

/** gains 加分, quota 只补任务, capped 加了又被封顶等扣回, loses 反而减, counted 数了不变分, later 以后才结算, nothing 不计. */
export type Verdict = 'gains' | 'quota' | 'capped' | 'loses' | 'counted' | 'later' | 'nothing';
type Told = { verdict: Verdict; words: string };
export type Found = {
  difference: string;
  lines: readonly LineMoved[];
  counting: readonly Line[];
  fact: LedgerFact;
  scheme: Scheme;
  given: Pick<MonthExport, 'calendar' | 'month'>;
  unit: string;
  group: string;
};

const asks: readonly Clause['kind'][] = ['quota', 'streak', 'target'];

/** In a sentence why it comes to that. */
export function verdictOn(found: Found): Told {
  const { difference, lines, scheme } = found;
  const gain = points(difference);
  const [up, down] = [lines.filter((line) => by(line) > 0), lines.filter((line) => by(line) < 0)];
  const clauses = new Map(scheme.clauses.map((clause) => [clause.no, clause]));
  const isTask = ({ clause }: LineMoved) => asks.includes(clauses.get(clause)?.kind ?? 'points');
  const titles = (some: readonly LineMoved[]) => named(some, clauses).join('、');
  const [sum, back] = [sumText(up), titles(down)];
  if (gain > 0 && down.length > 0)
    return { verdict: 'gains', words: `${titles(up)}共加 ${sum}，其中 ${lossText(down)} 由${back}扣回。` };
  if (gain > 0 && up.every(isTask)) return { verdict: 'quota', words: `只补任务：${titles(up)}。` };
  if (gain > 0) return { verdict: 'gains', words: `${titles(up)}。` };
  if (gain < 0) return { verdict: 'loses', words: `反而减分：${titles(down)}${up.length > 0 ? `，${titles(up)}` : ''}。` };
  if (up.length > 0) return { verdict: 'capped', words: `加的 ${sum} 全由${back}扣回，总分不变。` };
  return whyNothing(found);
}

const by = ({ was, now }: LineMoved) => points(now?.points ?? '0.00') - points(was?.points ?? '0.00');
const sumText = (lines: readonly LineMoved[]) => formatPoints(lines.reduce((sum, line) => sum + by(line), 0) as Hundredths);
const lossText = (lines: readonly LineMoved[]) => sumText(lines).replace('-', '');
const named = (lines: readonly LineMoved[], clauses: ReadonlyMap<string, Clause>) =>
  lines.map((line) => {
    const size = formatPoints(by(line) as Hundredths);
    return `“${clauses.get(line.clause)?.title ?? line.clause}”${size.startsWith('-') ? size.replace('-', '−') : `+${size}`}`;
  });

/** What counts it and yet gives nothing, and why; else that nothing counts it. */
function whyNothing({ counting, fact, scheme, given, unit, group }: Found): Told {
  const judge = { workdays: workdaysOf(given.calendar), deadlines: scheme.deadlines };
  const own = scheme.clauses.filter((clause) => concerns(clause, { unit, group }));
  const counters = own.filter((clause) => countersIn(clause, judge).some((counts) => counts(fact, given.month)));
  const seen = new Set(counting.map(({ clause }) => clause));
  const reasons = counters.map((clause) => ({ clause, why: whyNot(clause, seen.has(clause.no), given.month) }));
  const later = reasons.filter(({ why }) => why.later);
  const words = reasons.map(({ clause, why }) => `“${clause.title}”${why.words}`).join('；');
  if (reasons.length === 0) return { verdict: 'nothing', words: '细则没有哪一条数它。' };
  return { verdict: later.length === reasons.length ? 'later' : 'counted', words: `${words}。` };
}

function whyNot(clause: Clause, seen: boolean, month: Month): { later: boolean; words: string } {
  const per = 'per' in clause ? (clause.per ?? 'month') : 'month';
  if (per !== 'week' && monthsSettled(clause, per, month).length === 0) {
    const outside = month < (clause.from ?? '') || month > (clause.to ?? '9999-12');
    return outside ? { later: false, words: '本月不在施行期内' } : { later: true, words: `${perNames[per]}结算，本月先记着` };
  }
  if (clause.kind === 'quota') return { later: false, words: seen ? '任务的分已到头，不再变' : '还不到给分的条数' };
  if (seen) return { later: false, words: '数了这一条，得分不变' };
  if (clause.onlyIf !== undefined) return { later: false, words: '的前提还没有满足，暂不计' };
  return { later: false, words: clause.kind === 'points' ? '已计够或同一稿不重复计' : '还不到下一档' };
}

/** What a month that is only counted would have more of; null when nothing counts it. */
export function countedWords(was: Omit<Row, 'lines'>, then: Row, { clauses }: Scheme, counting: readonly Line[]): string | null {
  const tallies = [
    then.submitted > was.submitted && '报送 +1 篇',
    then.adopted > was.adopted && '采用稿件 +1 篇',
    then.adoptions > was.adoptions && '采用 +1 条次',
  ].filter((each) => each !== false);
  const titles = new Map(clauses.map(({ no, title }) => [no, title]));
  const lines = [...new Set(counting.map(({ clause }) => `“${titles.get(clause) ?? clause}”`))];
  if (tallies.length + lines.length === 0) return null;
  return [...tallies, ...(lines.length > 0 ? [`${lines.join('、')}数它`] : [])].join('，').concat('。');
}
