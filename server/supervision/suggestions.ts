import type { Run } from './shortness.ts';
import {
  type BasisMonth,
  type Colour,
  heightOf,
  isOpen,
  nextColour,
  type Order,
  shortKey,
  type Thresholds,
} from './supervision.ts';

/** What a rule would have a person consider; nothing comes of it by itself. */
export type Suggestion = {
  unit: string;
  name: string;
  months: readonly BasisMonth[];
  colour: Colour;
  orderId: string | null; // the open order that it would raise
  dueOn: string | null; // its last day: before that it is not raised
  calm: boolean; // rests on a month that only counts: a reminder and no more
  also: readonly string[]; // other matters of the unit that are not finished
  zero: number; // months in a row without anything, at the end; 0 where the rule is not met
  matter: string;
  requirement: string;
};
type Known = Pick<Order, 'id' | 'unitId' | 'colour' | 'state' | 'dueOn' | 'matter' | 'matterKey' | 'months'>;

/** 1 → 蓝, 2 → 橙, 3 → 红, more → 约谈, by the county's numbers; null below the first. */
export function colourAfter(count: number, { blue, orange, red, talk }: Thresholds): Colour | null {
  if (count >= talk) return 'talk';
  if (count >= red) return 'red';
  if (count >= orange) return 'orange';
  return count >= blue ? 'blue' : null;
}

/** Of each run that no order rests on yet: a new order, at most red, or the open one a step up. */
export function suggestionsOf(runs: readonly Run[], orders: readonly Known[], rules: Thresholds): Suggestion[] {
  return runs.flatMap((run): Suggestion[] => {
    const own = orders.filter(({ unitId, state }) => unitId === run.unit && state !== 'withdrawn');
    const last = run.months.at(-1)?.month;
    if (own.some(({ months }) => months.some(({ month }) => month === last))) return [];
    const calm = run.months.some(({ countOnly }) => countOnly);
    const byCount = colourAfter(run.months.length, rules);
    if (byCount === null) return [];
    const open = own.find(({ state, matterKey }) => isOpen(state) && matterKey === shortKey);
    const colour = suggested(calm ? 'blue' : byCount, open);
    if (colour === null) return [];
    const zero = !calm && run.zero >= rules.zero ? run.zero : 0;
    const { unit, name, months } = run;
    const words = { matter: matterWords(months), requirement: requirementWords(colour, calm, zero) };
    const also = own.filter((each) => isOpen(each.state) && each !== open).map(({ matter }) => matter);
    const known = { orderId: open?.id ?? null, dueOn: open?.dueOn ?? null, also };
    return [{ ...{ unit, name, months, colour, calm, zero }, ...known, ...words }];
  });
}

/** One step at a time; a new one never begins with a talk. Null: the open order already stands where the count would put it. */
function suggested(byCount: Colour, open: Known | undefined): Colour | null {
  if (open === undefined) return byCount === 'talk' ? 'red' : byCount;
  const next = nextColour(open.colour);
  return next !== null && heightOf(next) <= heightOf(byCount) ? next : null;
}

/** '10月报送没有达到任务数', '2023年9月、10月连续 2 个月报送没有达到任务数' */
export function matterWords(months: readonly BasisMonth[]): string {
  const [first, last] = [months[0]?.month ?? '', months.at(-1)?.month ?? ''];
  const words = (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
  return months.length === 1
    ? `${words(first)}报送没有达到任务数`
    : `${words(first)}至${words(last)}连续 ${months.length} 个月报送没有达到任务数`;
}

/** `calm`: of a month that only counts, no warning and no blame. */
export function requirementWords(colour: Colour, calm: boolean, zero: number): string {
  if (calm) return '请了解情况，有困难的请说明需要什么帮助，并反馈。只作提醒，不作评价。';
  const also = zero > 0 ? `已连续 ${zero} 个月零报送，按规则可建议取消评优资格，由专班另行报批。` : '';
  return `${requirements[colour]}${also}`;
}
const requirements: Record<Colour, string> = {
  blue: '请查明原因，按月完成报送任务，并反馈整改情况。',
  orange: '请分管领导负责，限期补上欠下的任务，并反馈整改措施和完成时间。',
  red: '请主要负责人负责，限期整改，书面说明原因和责任，并反馈整改结果。',
  talk: '请主要负责人按约谈要求整改，并反馈整改结果。',
};
