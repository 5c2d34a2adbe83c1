import { z } from 'zod';
import { mediaTiers } from '../channel/channel.ts';
import { type FactKind, factKinds, forms, placements } from '../fact/fact.ts';
import type { Standing } from './ledger.ts';
import { daysBetween, lastDay, type Month } from './months.ts';
import { dayText, keysOf, noneEmpty, range } from './shapes.ts';
import type { Workdays } from './workdays.ts';

const timings = { onTime: '按时', late: '逾期', missing: '未交' } as const;
type Timing = keyof typeof timings;

const names = noneEmpty(z.string().min(1));
const lists = {
  tier: noneEmpty(z.enum(keysOf(mediaTiers))).describe(
    '媒体层级：central 中央级、provincial 省部级、municipal 市级、county 县级',
  ),
  carrier: names.describe('载体名称，与事实里的 carrier 一字不差'),
  outletGroup: names.describe('媒体集团（同一家的报、网、端）'),
  form: noneEmpty(z.enum(keysOf(forms))).describe(
    '采用形态：sole 单条、merged 综合、brief 简讯、photo 图片、repost 转载；没写的算 sole',
  ),
  placement: noneEmpty(z.enum(keysOf(placements))).describe(
    '版位：front 头版、top 头条、frontTop 头版头条（也符合 front、top）、ordinary 一般；没写的算 ordinary',
  ),
  issue: names.describe('期号，如 "2023-12"'),
  kind: noneEmpty(z.enum(keysOf(factKinds))).describe('事实的种类，只在 alsoCounts 一并数几种时用得着'),
  genre: names.describe('体裁，如 动态、经验、调研'),
  rank: names.describe('批示领导的级别，如 市主要领导'),
  nature: names.describe('差错的性质，如 失实'),
  project: names.describe('实事项目'),
  campaign: names.describe('宣传主题'),
  measure: names.describe('通知里的措施序号，"1" 至 "11"'),
};
type ListKey = keyof typeof lists;
const listKeys = keysOf(lists);

/** Every key given must be met; within a list, one is enough. */
export const Where = z
  .strictObject({
    ...lists,
    words: range(z.int().min(0)).describe('字数，两端都算'),
    quantity: range(z.int().min(0)).describe('数量，两端都算；没写数量的算 1'),
    day: range(dayText).describe('发生的日子，两端都算'),
    timing: noneEmpty(z.enum(keysOf(timings))).describe(
      '与时限 dueOn 相比：onTime 按时、late 逾期、missing 到期未交；未到期的不算',
    ),
    daysLate: range(z.int().min(1)).describe('逾期几天，两端都算；未交的算到月底'),
    workdaysLate: range(z.int().min(1)).describe('逾期几个工作日，两端都算；未交的算到月底'),
  })
  .partial()
  .meta({ id: 'Where', description: '条件：写出的每一项都要符合，一项里的几个值符合一个即可' });
export type Where = z.infer<typeof Where>;

export const selector = {
  counts: z.enum(keysOf(factKinds)).describe(
    `数哪一种事实：${keysOf(factKinds)
      .map((kind) => `${kind} ${factKinds[kind]}`)
      .join('、')}`,
  ),
  where: Where.optional(),
  not: Where.optional().describe('符合这个条件的除外'),
};
/** What facts can have in common. */
export const sames = {
  article: '稿件',
  carrier: '载体',
  outletGroup: '媒体集团',
  issue: '期号',
  project: '实事项目',
  campaign: '宣传主题',
  day: '日子',
} as const;
export type Same = keyof typeof sames;
export const sameOf = ({ day, attributes }: Standing, by: Same): string | undefined => (by === 'day' ? day : attributes[by]);

export const counted = {
  ...selector,
  distinctArticles: z.boolean().default(false).describe('同一稿件只数一次'),
  distinctBy: z
    .enum(keysOf(sames))
    .optional()
    .describe('同一个什么只数一次，如 project 数覆盖了几个实事项目；没写这一项的事实不数'),
  countBy: z
    .enum(['facts', 'quantity'])
    .optional()
    .describe('facts（不写等于它）一条事实数一条；quantity 按数量数，如走访 100 户算 100 条'),
};
export type Selector = { counts: FactKind; where?: Where | undefined; not?: Where | undefined };

/** Whether a fact meets a condition, judged as of the end of `month`. */
export type Matcher = (fact: Standing, month: Month) => boolean;
export type Judge = { workdays: Workdays; deadlines: 'asPrinted' | 'nextWorkday' };

export function matcherOf({ where, not }: Pick<Selector, 'where' | 'not'>, judge: Judge): Matcher {
  const [meets, excluded] = [where && conditionOf(where, judge), not && conditionOf(not, judge)];
  return (fact, month) => (meets?.(fact, month) ?? true) && !excluded?.(fact, month);
}

function conditionOf(where: Where, judge: Judge): Matcher {
  const tests: Matcher[] = listKeys.flatMap((key) => {
    const allowed = where[key] && new Set<string>(where[key]);
    if (allowed && key === 'placement' && (allowed.has('front') || allowed.has('top'))) allowed.add('frontTop');
    return allowed ? [(fact: Standing) => allowed.has(attributeOf(fact, key) ?? '')] : [];
  });
  const { words, quantity, day, timing, daysLate, workdaysLate } = where;
  if (words) tests.push(({ attributes }) => attributes.words !== undefined && inRange(attributes.words, words));
  if (quantity) tests.push(({ attributes }) => inRange(attributes.quantity ?? 1, quantity));
  if (day) tests.push((fact) => inRange(fact.day, day));
  if (timing) tests.push((fact, month) => timing.some((each) => each === deliveryOf(fact, month, judge)?.timing));
  if (daysLate) tests.push((fact, month) => lateWithin(deliveryOf(fact, month, judge)?.daysLate, daysLate));
  if (workdaysLate) tests.push((fact, month) => lateWithin(deliveryOf(fact, month, judge)?.workdaysLate, workdaysLate));
  return (fact, month) => tests.every((test) => test(fact, month));
}

function attributeOf({ kind, attributes }: Standing, key: ListKey): string | null | undefined {
  if (key === 'kind') return kind;
  if (key === 'form') return attributes.form ?? 'sole';
  return key === 'placement' ? (attributes.placement ?? 'ordinary') : attributes[key];
}

type Range<T> = { from?: T | undefined; to?: T | undefined };
const inRange = <T extends string | number>(value: T, { from, to }: Range<T>) =>
  (from === undefined || value >= from) && (to === undefined || value <= to);
const lateWithin = (days = 0, bounds: Range<number>) => days > 0 && inRange(days, bounds);

/** Undefined without a deadline, and while the deadline is still ahead. A commission is delivered when it says so, all else on its day. */
export function deliveryOf({ kind, day, attributes }: Standing, month: Month, { workdays, deadlines }: Judge) {
  if (attributes.dueOn === undefined) return undefined;
  const due = deadlines === 'nextWorkday' ? workdays.onOrAfter(attributes.dueOn) : attributes.dueOn;
  const delivered = attributes.deliveredOn ?? (kind === 'commission' ? null : day);
  const until = delivered ?? lastDay(month);
  if (until <= due) return delivered === null ? undefined : { ...punctual, daysEarly: daysBetween(until, due) };
  const timing: Timing = delivered === null ? 'missing' : 'late';
  return { timing, daysLate: daysBetween(due, until), workdaysLate: workdays.between(due, until), daysEarly: 0 };
}
const punctual = { timing: 'onTime' as Timing, daysLate: 0, workdaysLate: 0 };

const words: Partial<Record<ListKey | 'timing', Record<string, string>>> = {
  tier: mediaTiers,
  kind: factKinds,
  form: forms,
  placement: placements,
  timing: timings,
};

/** A short name for what a condition picks, for the arithmetic: '市级头版', '逾期、未交'. */
export function labelOf(where: Where | undefined, otherwise: string): string {
  const named = [...listKeys, 'timing' as const].flatMap(
    (key) => where?.[key]?.map((value) => words[key]?.[value] ?? value).join('、') ?? [],
  );
  const length = where?.words && `${where.words.from ?? 0}–${where.words.to ?? ''}字`;
  const size = where?.quantity && `数量${where.quantity.from ?? 0}–${where.quantity.to ?? ''}`;
  return [...named, ...[length, size].filter(Boolean)].join('') || otherwise;
}
