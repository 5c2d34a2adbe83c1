import { factKinds } from '../fact/fact.ts';
import { plus, points, type Ratio, ratioOf, rounded, times } from '../kernel/quantity.ts';
import type { Clause } from './clauses/clauses.ts';
import { countedOnce, sizesOf } from './clauses/counting.ts';
import { type Period, periodsOf } from './clauses/periods.ts';
import { doneOf, shareOf } from './clauses/quota.ts';
import { lackOf, zero } from './clauses/quota-lines.ts';
import { type Entry, pickerOf, type View } from './clauses/rule.ts';
import { partIn } from './clauses/sharing.ts';
import type { Standing } from './ledger.ts';
import { type Judge, labelOf } from './selection.ts';

type Kind<K extends Clause['kind']> = Extract<Clause, { kind: K }>;
/** Of a clause that asks for something in the running month: what is missing, and what of it was due before the day (in hundredths, 0 or less). */
export type Lack = { missing: string[]; due: number };
const nothing: Lack = { missing: [], due: 0 };

/** A week ends on its Sunday, every other period with the month that it is settled in. */
const isOver = ({ label }: Period, { month }: View, day: string) => {
  const end = /至 (\d\d-\d\d)/.exec(label)?.[1];
  return end !== undefined && `${month.slice(0, 4)}-${end}` < day;
};

export function lackIn(clause: Clause, view: View, judge: Judge, day: string): Lack {
  if (!view.present) return nothing;
  if (clause.kind === 'quota') return view.exempt && clause.exempt === 'free' ? nothing : quotaLack(clause, view, judge, day);
  return clause.kind === 'bands' ? bandsLack(clause, view, judge, day) : nothing;
}

function quotaLack(clause: Kind<'quota'>, view: View, judge: Judge, day: string): Lack {
  const periods = periodsOf(clause, view);
  const lacking = (which: readonly Period[]) =>
    which.map((period) => clause.needs.map((need) => ({ need, lack: lacks(need, period, clause, view, judge) })));
  const over = periods.filter((period) => isOver(period, view, day));
  const ahead = lacking(periods.filter((period) => !over.includes(period)));
  const missing = clause.needs.flatMap((need) => {
    const lack = ahead.flatMap((each) => each.filter((one) => one.need === need)).reduce((sum, one) => plus(sum, one.lack), zero);
    return lack.over <= 0n ? [] : [`${clause.needs.length > 1 ? nameOf(need) : ''}${whole(lack)} ${unitOf(need)}`];
  });
  return {
    missing,
    due: -lost(
      clause,
      lacking(over).map((each) => each.reduce((sum, { lack }) => plus(sum, lack), zero)),
    ),
  };
}

type Need = Kind<'quota'>['needs'][number];

/** What a need of the clause lacks in one period. */
function lacks(need: Need, period: Period, clause: Kind<'quota'>, view: View, judge: Judge): Ratio {
  const share = shareOf(clause, view);
  return share === undefined ? zero : lackOf(doneOf(need, period.of(pickerOf(need, judge)), clause, view, share));
}

/** What the quota takes off for the weeks that are over. */
function lost({ missing }: Kind<'quota'>, lacks: readonly Ratio[]): number {
  if (missing === undefined) return 0;
  const { each = '0', flat = '0', atMost } = missing;
  const short = lacks.filter(({ over }) => over > 0n);
  const size = rounded(short.map((lack) => plus(times(lack, ratioOf(points(each))), ratioOf(points(flat)))).reduce(plus, zero));
  return atMost === undefined ? size : Math.min(size, points(atMost));
}

/** Of bands, only what more of the counted facts would lift can be made good: more mistakes make nothing better. */
function bandsLack(clause: Kind<'bands'>, view: View, judge: Judge, day: string): Lack {
  const pick = pickerOf(clause, judge);
  const settled = periodsOf(clause, view).map((period) => {
    const own = period.of(pick).filter((fact: Standing) => partIn(fact, view.unit, 'owner'));
    const count = sizesOf(countedOnce(own, clause), clause);
    const worth = worthAt(clause, count);
    const ends = clause.bands.flatMap(({ count: { from = 0, to = Infinity } }) => [from, to + 1]);
    const lifts = ends.some((more) => more > count && worthAt(clause, more) > worth);
    const may = worth < 0 && lifts && !isOver(period, view, day);
    return { worth, may };
  });
  const open = settled.some(({ may }) => may);
  return { missing: open ? ['补上'] : [], due: settled.reduce((sum, { worth, may }) => sum + (may ? 0 : worth), 0) };
}

function worthAt({ bands }: Kind<'bands'>, count: number): number {
  const band = bands.find(({ count: { from = 0, to = Infinity } }) => count >= from && count <= to);
  return band === undefined ? 0 : points(band.points);
}

/** What stays of an entry when what can still be made good is left out. */
export function openBy(clause: Clause, entry: Pick<Entry, 'effect' | 'value'>, { missing, due }: Lack): Entry['value'] {
  const { effect, value } = entry;
  if (value >= 0 && clause.kind !== 'bands') return value;
  if (clause.kind === 'quota' && effect === 'shortfall') return Math.max(value, due) as Entry['value'];
  if (clause.kind === 'target' && effect === 'shortfall') return 0 as Entry['value'];
  if (clause.kind === 'bands') return (missing.length > 0 ? due : value) as Entry['value'];
  return (clause.kind === 'streak' || clause.kind === 'rate' ? 0 : value) as Entry['value'];
}

/** '月底前还差 3 篇，达标得 10.00 分'; undefined where nothing is missing. */
export function wordsOf(clause: Clause, { missing }: Lack, undue: readonly Standing[]): string | undefined {
  if (undue.length > 0) {
    const first = undue.map(({ attributes }) => attributes.dueOn ?? '').sort()[0] ?? '';
    return `${undue.length} 篇还没到期，最近 ${first.slice(5)}`;
  }
  if (clause.kind === 'quota') return missing.length > 0 ? quotaWords(clause, missing) : undefined;
  if (clause.kind === 'bands') return missing.length > 0 ? '月底前还能补上' : undefined;
  if (clause.kind === 'target' || clause.kind === 'rate') return '月底前还能补上';
  return clause.kind === 'streak' ? '本月补够就不算连续' : undefined;
}

const quotaWords = ({ met, partly }: Kind<'quota'>, missing: readonly string[]) =>
  `月底前还差 ${missing.join('、')}${met === undefined ? '' : `，${partly === 'proportion' ? '报满' : '达标'}得 ${met} 分`}`;

const whole = ({ over, under }: Ratio) => String((over + under - 1n) / under);
const unitOf = ({ counts }: Need) => (counts === 'submission' || counts === 'commission' ? '篇' : '条');
const nameOf = ({ where, counts }: Need) => `${labelOf(where, factKinds[counts])} `;
