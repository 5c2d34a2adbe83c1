import { type DateRule, type Found, matchAt, plain } from './item.ts';
import { N, numberOf, TO } from './numerals.ts';
import { readTime, timePattern } from './time.ts';

type Groups = Record<string, string | undefined>;
type Pattern = { pattern: RegExp; rule: (groups: Groups) => string };

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const list = `${N}{1,3}(?:\\s*[、,，]\\s*${N}{1,3})*`;
const days = '[一二三四五六日天](?:[、,，和及]?(?:周|星期)?[一二三四五六日天])*';
const endOfPeriod = '(?:的)?(?<last>底|末|最后一?[日天个](?:工作日)?)';
const early = '(?<early>[初中]|[上中下]旬)';
const tail = `(?:\\s*${timePattern})?\\s*(?:之前|以前|前(?![后期]))?`;
const every = (pattern: string) => new RegExp(pattern + tail, 'uy');

/** From the most exact: the first that fits is taken. RFC 5545, so that any calendar can use it. */
const patterns: readonly Pattern[] = [
  {
    pattern: every(`每年\\s*(?:的\\s*)?(?<months>${list})\\s*月(?:份)?(?:\\s*(?<days>${list})\\s*[日号]|${endOfPeriod})?`),
    rule: ({ months, days, last }) =>
      `FREQ=YEARLY;BYMONTH=${numbers(months)}${days ? `;BYMONTHDAY=${numbers(days)}` : lastDay(last)}`,
  },
  {
    pattern: every(`每年(?:${endOfPeriod}|${early})?(?![\\d度])`),
    rule: ({ last }) => `FREQ=YEARLY${last ? ';BYMONTH=12;BYMONTHDAY=-1' : ''}`,
  },
  {
    pattern: every(
      `每个?月\\s*(?:的\\s*)?(?:(?<days>${list}(?:\\s*[日号]\\s*[、和及]\\s*${list})*)\\s*[日号]|(?<first>${N}{1,2})(?:[日号])?${TO}(?<until>${N}{1,2})\\s*[日号])`,
    ),
    rule: ({ days, first, until }) => `FREQ=MONTHLY;BYMONTHDAY=${days ? numbers(days) : through(first, until)}`,
  },
  {
    pattern: every(`每个?月\\s*的?\\s*第?(?<nth>${N}|最后一)个?\\s*(?:周|星期)(?<weekday>[一二三四五六日天])`),
    rule: ({ nth, weekday = '' }) => `FREQ=MONTHLY;BYDAY=${nth === '最后一' ? -1 : numberOf(nth)}${dayNames(weekday)}`,
  },
  {
    pattern: every(`每个?月(?:的)?\\s*第?(?<nth>${N}{1,2}|最后一)个?工作日`),
    rule: ({ nth }) => `FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${nth === '最后一' ? -1 : numberOf(nth)}`,
  },
  {
    pattern: every(`(?:每逢?|逢)(?<parity>[单双])月份?\\s*(?:的?\\s*(?<days>${list})\\s*[日号]|${endOfPeriod})?`),
    rule: ({ parity, days, last }) =>
      `FREQ=YEARLY;BYMONTH=${parity === '单' ? '1,3,5,7,9,11' : '2,4,6,8,10,12'}${days ? `;BYMONTHDAY=${numbers(days)}` : lastDay(last)}`,
  },
  {
    pattern: every(`(?<after>次月|下个?月)\\s*的?\\s*(?<days>${list})\\s*[日号]`),
    rule: ({ days }) => `FREQ=MONTHLY;BYMONTHDAY=${numbers(days)}`,
  },
  { pattern: every(`每个?月(?:份)?(?:${endOfPeriod}|${early})?`), rule: ({ last }) => `FREQ=MONTHLY${lastDay(last)}` },
  { pattern: every('(?:按月|逐月|月月)'), rule: () => 'FREQ=MONTHLY' },
  { pattern: every(`每个?季度?(?:${endOfPeriod}|${early})?`), rule: ({ last }) => `FREQ=MONTHLY;INTERVAL=3${lastDay(last)}` },
  { pattern: every('(?:按季度?|逐季)'), rule: () => 'FREQ=MONTHLY;INTERVAL=3' },
  { pattern: every(`每半年(?:${endOfPeriod})?`), rule: ({ last }) => `FREQ=MONTHLY;INTERVAL=6${lastDay(last)}` },
  {
    pattern: every(`每(?:个)?(?:周|星期)\\s*(?<first>[一二三四五六日天])${TO}(?:周|星期)?(?<until>[一二三四五六日天])`),
    rule: ({ first = '', until = '' }) => `FREQ=WEEKLY;BYDAY=${names.slice(dayIndex(first), dayIndex(until) + 1)}`,
  },
  {
    pattern: every(`每(?:个)?(?:周|星期)\\s*(?<weekday>${days})`),
    rule: ({ weekday = '' }) => `FREQ=WEEKLY;BYDAY=${dayNames(weekday)}`,
  },
  { pattern: every('(?:每(?:个)?(?:周|星期)|按周|逐周|周周)'), rule: () => 'FREQ=WEEKLY' },
  { pattern: every('每个?工作日'), rule: () => 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR' },
  { pattern: every('(?:每[天日]|逐日|天天)'), rule: () => 'FREQ=DAILY' },
  { pattern: every('每旬'), rule: () => 'FREQ=MONTHLY;BYMONTHDAY=10,20,-1' },
  {
    pattern: every(`(?:每隔?|至少)?(?<count>${N}{1,2})个?(?<unit>周|星期|月|[天日])(?=[^，。；、]{0,6}${N}次)`),
    rule: ({ count, unit = '' }) => `FREQ=${frequency[unit] ?? 'DAILY'};INTERVAL=${numberOf(count)}`,
  },
  {
    pattern: every(`每隔?(?<count>${N}{1,2})个?(?<unit>周|星期|月|[天日])`),
    rule: ({ count, unit = '' }) => `FREQ=${frequency[unit] ?? 'DAILY'};INTERVAL=${numberOf(count)}`,
  },
];
const frequency: Readonly<Record<string, string>> = { 周: 'WEEKLY', 星期: 'WEEKLY', 月: 'MONTHLY' };

/** 每月5日前, 每周四下午, 每季度末, 每年1、4、7、10月8日之前, 至少两周更新1次. */
export const recurrenceRule: DateRule = (text, at) => {
  for (const { pattern, rule } of patterns) {
    const match = matchAt(pattern, text, at);
    if (match) return [found(match, rule(match.groups ?? {}), at)];
  }
  return [];
};

function found({ 0: said, groups = {} }: RegExpExecArray, rule: string, start: number): Found {
  const vague = groups.early && `“${groups.early}”没有确定的日子`;
  const why = vague ?? (groups.after ? `“${groups.after}”从哪个月算起没有写明` : null);
  const precision = why ? 'fuzzy' : 'day';
  return { ...plain, kind: 'recurrence', rule, time: readTime(groups), precision, why, start, end: start + said.length };
}

const lastDay = (last: string | undefined) =>
  last === undefined ? '' : last.includes('工作日') ? ';BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1' : ';BYMONTHDAY=-1';
const numbers = (text: string | undefined) => (text?.match(new RegExp(`${N}+`, 'gu')) ?? []).map((each) => numberOf(each)).join();
const dayIndex = (character: string) => Math.min('一二三四五六日天'.indexOf(character), 6);
const dayNames = (text: string) =>
  Array.from(text.replaceAll(/[^一二三四五六日天]/g, ''), (each) => names[dayIndex(each)]).join();
function through(first: string | undefined, until: string | undefined): string {
  const [from, to] = [numberOf(first) ?? 1, numberOf(until) ?? 1];
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index).join();
}
