import { z } from 'zod';
import type { FactKind } from '../../fact/fact.ts';
import type { Hundredths } from '../../kernel/quantity.ts';
import type { Standing } from '../ledger.ts';
import { type Month, type Per, periodPaidIn } from '../months.ts';
import { type Judge, type Matcher, matcherOf, type Selector } from '../selection.ts';
import { monthText, noneEmpty } from '../shapes.ts';
import { Conditions } from './condition.ts';
import { isSomeone, nobody, whom } from './whom.ts';

/** What a line can be; within a clause, lines stand in this order of their names. */
export const effects = {
  cap: '封顶',
  excess: '超额',
  floor: '保底',
  percent: '按比例',
  points: '得分',
  rescale: '折算',
  shortfall: '欠额',
  zero: '记零',
} as const;
export type Effect = keyof typeof effects;

/** A line before it is written out. */
export type Entry = {
  clause: string;
  effect: Effect;
  value: Hundredths;
  words: string;
  facts: readonly Standing[];
  depth: number;
};
export type Yield = Omit<Entry, 'clause' | 'depth'>;

/** One unit in one month, and what a clause may ask about them. */
export type View = {
  unit: string;
  group: string;
  month: Month;
  /** On the roster this month: only then does it owe anything. */
  present: boolean;
  exempt: boolean;
  /** The unit's facts of these months, those that it shares with others too, by id. */
  facts(kind: FactKind, months: readonly Month[]): readonly Standing[];
  /** Lines of these months that come before the asking clause: of the clauses named, or of all. */
  lines(of: Of, months: readonly Month[]): readonly Entry[];
  /** The asking clause's own lines of earlier months. */
  own(months: readonly Month[]): readonly Entry[];
  /** Who reported this article first, by day and then id. */
  firstReporter(article: string): string | undefined;
  /** Whether a scheme is in force in that month and the unit on the roster. */
  scored(month: Month): boolean;
  /**
   * What a clause finds out about the units that compete in this month (not exempt, not listed only), those of the view's own
   * group or all whom the clause concerns; the view's own unit is among them if it competes. Found out once for all of them.
   */
  amongRivals<T>(among: 'group' | 'all', find: (rivals: readonly View[]) => T): T;
  /** First month of the scheme, or the unit's own if that is later. */
  since: Month;
  /** 采用率: articles submitted and first adopted in these months, over submissions not withdrawn. */
  adoptionRate(months: readonly Month[]): { part: number; whole: number; facts: readonly Standing[] };
};
export type Rule = (view: View) => Yield[];

/** Which clauses a clause about other clauses means. */
export const Of = z
  .union([z.literal('all'), noneEmpty(z.string().min(1))])
  .describe('管哪些条款："all"（其余全部），或条号的列表，如 ["五（一）","五（二）"]');
export type Of = z.infer<typeof Of>;

export const per = z
  .enum(['month', 'quarter', 'half', 'year'])
  .describe('周期：month 月、quarter 季、half 半年、year 年；季、半年、年在末月结算')
  .default('month');

export const common = {
  no: z.string().min(1).max(40).describe('条号，照纸面写，如 "五（三）"；全文不能重复'),
  title: z.string().min(1).max(60).describe('这一条叫什么，如 "市级采用"'),
  text: z.string().optional().describe('纸面原文，供对照，不参与计算'),
  for: z
    .strictObject(whom)
    .refine(isSomeone, nobody)
    .optional()
    .describe('只管哪些组、哪些单位（写编号）；两项都写的，符合一项即管；不写管全部'),
  from: monthText.optional().describe('从哪个月起算，早于它的事实不计'),
  to: monthText.optional().describe('算到哪个月为止'),
  onlyIf: Conditions.optional().describe('前提：几项都符合，这一条才计，如完成任务后方可加分；按这一条的周期数'),
};
export type Common = { from?: Month | undefined; to?: Month | undefined };

/** The months that the clause settles in this one; none while its period still runs or it is not in force. */
export function monthsSettled({ from = '', to = '9999-12' }: Common, period: Per, month: Month): Month[] {
  return (periodPaidIn(month, period) ?? []).filter((each) => each >= from && each <= to);
}

/** The facts that a selector picks for the view's unit. */
export function pickerOf(selector: Selector & { alsoCounts?: readonly FactKind[] | undefined }, judge: Judge) {
  const matches: Matcher = matcherOf(selector, judge);
  const kinds = [...new Set([selector.counts, ...(selector.alsoCounts ?? [])])];
  return (view: View, months: readonly Month[]) => {
    const found = kinds.length === 1 ? view.facts(selector.counts, months) : kinds.flatMap((kind) => view.facts(kind, months));
    return found.filter((fact) => matches(fact, view.month));
  };
}

export const sumOf = (entries: readonly { value: Hundredths }[]) =>
  entries.reduce((sum, { value }) => sum + value, 0) as Hundredths;

/** Each fact once, by id. */
export const inOrder = (facts: Iterable<Standing>) => [...new Set(facts)].sort((a, b) => a.at - b.at);
export const factsOf = (entries: readonly { facts: readonly Standing[] }[]) => inOrder(entries.flatMap(({ facts }) => facts));
