import type { CountyDate } from '../../kernel/dates.ts';
import { dayOf, lastDayOf, weekdayOf } from './days.ts';
import { type DateContext, matchAt } from './item.ts';
import { N, numberOf, TO } from './numerals.ts';
import { type Part, partOf, quarterPart, weekOf, yearPart } from './part-of-period.ts';
import { readTime, timePattern } from './time.ts';

/** A day, a third of a month, a month, a quarter, a half or a whole year: everything a range can begin or end with. */
export type Stretch = {
  unit: 'day' | 'part' | 'month' | 'quarter' | 'half' | 'year';
  from: CountyDate | null;
  to: CountyDate | null;
  year: number | null;
  month: number | null;
  yearSaid: boolean;
  late: boolean; // 底、末: "before" it means by the end of the period
  fuzzy: string | null;
  wrong: string | null;
  time: string | null;
  end: number;
};
/** What an earlier part of the same expression said; `mayStop`: its last number may go without 日 (10月8-10). */
export type Heard = { year: number | null; month: number | null; yearSaid: boolean; mayStop?: boolean };
type Groups = Record<string, string | undefined>;

const weekday = '(?:\\s*[（(]\\s*(?:星期|周|礼拜)(?<weekday>[一二三四五六日天])\\s*[）)])?';
const bare = `(?=${TO}(?:${N}|[今明次本])|\\s*[、,，]\\s*${N}{1,3}\\s*(?:[、,，]\\s*${N}|[日号]))`;
const year = `(?:(?<year>${N}{4}|[0-9０-９]{2}(?=\\s*年\\s*${N}{1,3}\\s*月))\\s*年度?|(?<said>今年|本年度?|当年|明年|次年|翌年|来年|去年|上年))`;
const month = `(?:(?<month>${N}{1,3}|元)\\s*月份?|(?<thisMonth>本月|当月))`;
const day = `(?:(?<day>${N}{1,3})\\s*(?:[日号]${weekday}(?:\\s*${timePattern})?|${bare}))`;
const part = '(?<part>上中旬|中下旬|上、中旬|中、下旬|上旬|中旬|下旬|[初底末]|中(?!\\p{Script=Han})|中(?=[至到前以之]))';
const week = `(?:的?第?\\s*(?<week>${N})\\s*个?(?:周|星期)(?![一二三四五六日天]))`;
const nthDay = `(?:的?第\\s*(?<nth>${N})\\s*个?(?:周|星期)(?<nthWeekday>[一二三四五六日天]))`;
const inMonth = `${month}(?:\\s*(?:${day}|${part}|${nthDay}|${week}))?`;
const quarters = '前(?<quarters>[两二三])个?季度';
const quarter = '第?\\s*(?<quarter>[一二三四1-4])\\s*季度(?<quarterPart>[初中底末])?';
const half = '(?<half>[上下])半年(?<halfPart>[初底末])?';
const ofYear = '年?(?<yearPart>[初中底末])';
const iso = '(?<iso>\\d{4})\\s*[-./]\\s*(?<isoMonth>\\d{1,2})\\s*[-./]\\s*(?<isoDay>\\d{1,2})(?!\\d)';

/** A pattern whose groups may stand in several alternatives: counted, not named, and their names kept beside it. */
type Numbered = { pattern: RegExp; names: string[] };
function numbered(pattern: string): Numbered {
  const names = Array.from(pattern.matchAll(/\(\?<(\w+)>/g), ([, name = '']) => name);
  return { pattern: new RegExp(pattern.replaceAll(/\(\?<\w+>/g, '('), 'uy'), names };
}

const full = numbered(
  [
    `${iso}(?:\\s*${timePattern})?`,
    `${year}\\s*(?:${inMonth}|${quarters}|${quarter}|${half}|${ofYear})?`,
    `${inMonth}|${quarters}|${quarter}|${half}|年(?<yearPart>[初中底末])`,
  ].join('|'),
);
/** After 10月8: 10日, 10日18:00前; also a last number whose 日 was forgotten. */
const following = numbered(day);
const stopping = numbered(`${day}|(?<lone>${N}{1,2})(?!${N}|\\s*[年月.%％/]|\\p{Script=Han})`);

function groupsAt({ pattern, names }: Numbered, text: string, at: number): { groups: Groups; end: number } | null {
  const match = matchAt(pattern, text, at);
  if (!match) return null;
  const groups: Groups = {};
  for (const [index, name] of names.entries()) groups[name] ??= match[index + 1];
  return { groups, end: at + match[0].length };
}

/** Reads one stretch at `at`; `heard` lets it be only a day ("10日") after a month was named. */
export function stretchAt(text: string, at: number, context: DateContext, heard?: Heard): Stretch | null {
  const short = heard?.month ? (heard.mayStop ? stopping : following) : null;
  const found = groupsAt(full, text, at) ?? (short && groupsAt(short, text, at));
  return found && resolve(found.groups, found.end, context, heard);
}

function resolve(groups: Groups, end: number, context: DateContext, heard?: Heard): Stretch {
  const yearSaid = Boolean(groups.iso ?? groups.year ?? groups.said);
  const year = yearOf(groups, context, heard);
  const month = monthNumber(groups.isoMonth ?? groups.month) ?? monthOfIssue(groups, context) ?? null;
  const base = { year, yearSaid: yearSaid || (heard?.yearSaid ?? false), end, time: readTime(groups) };
  const named = { ...base, month: month ?? (hasPeriod(groups) ? null : (heard?.month ?? null)) };
  if (year === null) return { ...named, ...nowhere(groups), wrong: '没有写年份' };
  return { ...named, ...placed(groups, year, named.month, context) };
}

/** 元月 is January. */
const monthNumber = (said: string | undefined) => (said === '元' ? 1 : numberOf(said));

const hasPeriod = ({ quarters, quarter, half, year, said, yearPart }: Groups) =>
  Boolean(quarters ?? quarter ?? half ?? year ?? said ?? yearPart);
const monthOfIssue = ({ thisMonth }: Groups, { issuedOn }: DateContext) =>
  thisMonth && issuedOn ? Number(issuedOn.slice(5, 7)) : null;
const nowhere = (groups: Groups) => ({ unit: groups.day ? ('day' as const) : ('part' as const), ...nothing });
const nothing = { from: null, to: null, late: false, fuzzy: null, wrong: null };

function yearOf({ iso, year, said }: Groups, context: DateContext, heard?: Heard): number | null {
  const written = numberOf(iso ?? year);
  if (written !== null) return written < 100 ? 2000 + written : written;
  const around = heard?.year ?? context.year;
  if (around === null) return null;
  return said && /[明次翌来]/.test(said) ? around + 1 : said && /[去上]/.test(said) ? around - 1 : around;
}

function placed(
  groups: Groups,
  year: number,
  month: number | null,
  { weeks }: DateContext,
): Omit<Stretch, 'year' | 'month' | 'yearSaid' | 'end' | 'time'> {
  const day = numberOf(groups.isoDay ?? groups.day ?? groups.lone);
  if (month !== null && day !== null) return aDay(year, month, day, groups.weekday);
  if (groups.thisMonth && month === null) return { unit: 'month', ...nothing, wrong: '“本月”“当月”指哪个月没有写明' };
  if (month !== null && groups.nth) return aDay(year, month, nthOf(year, month, groups), undefined);
  if (month !== null)
    return groups.week ? { ...fuzzy(weekOf(year, month, numberOf(groups.week) ?? 1, weeks)) } : aMonth(groups, year, month);
  if (groups.quarters) return ofMonths('quarter', year, 1, 3 * (numberOf(groups.quarters) ?? 1), null);
  const quarter = numberOf(groups.quarter);
  if (quarter !== null)
    return ofMonths('quarter', year, quarter * 3 - 2, quarter * 3, quarterPart(groups.quarterPart, year, quarter));
  if (groups.half)
    return ofMonths('half', year, groups.half === '上' ? 1 : 7, groups.half === '上' ? 6 : 12, halfPart(groups, year));
  return ofMonths('year', year, 1, 12, yearPart(groups.yearPart, year));
}

/** 5月第二个星期日: the date of the month's nth such weekday. */
function nthOf(year: number, month: number, { nth, nthWeekday = '' }: Groups): number {
  const first = dayOf(year, month, 1);
  const wanted = Math.min('一二三四五六日天'.indexOf(nthWeekday) + 1, 7);
  return first ? 1 + ((wanted - weekdayOf(first) + 7) % 7) + 7 * ((numberOf(nth) ?? 1) - 1) : 0;
}

function aDay(year: number, month: number, day: number, weekday: string | undefined) {
  const date = dayOf(year, month, day);
  const absent = `日历上没有${year}年${month}月${day}日`;
  const said = weekday ? '一二三四五六日天'.indexOf(weekday) + 1 : 0;
  const mismatch = date && said > 0 && weekdayOf(date) !== Math.min(said, 7);
  const real = date && `${month}月${day}日是星期${'一二三四五六日'[weekdayOf(date) - 1]}，不是星期${weekday}`;
  return { unit: 'day' as const, ...nothing, from: date, to: date, fuzzy: mismatch ? real : null, wrong: date ? null : absent };
}

function aMonth({ part }: Groups, year: number, month: number) {
  const suggested = part ? partOf(part, year, month) : null;
  if (suggested) return fuzzy(suggested);
  return ofMonths('month', year, month, month, null);
}

function ofMonths(unit: 'month' | 'quarter' | 'half' | 'year', year: number, first: number, last: number, part: Part | null) {
  if (part) return fuzzy(part);
  const [from, to] = [dayOf(year, first, 1), dayOf(year, last, lastDayOf(year, last))];
  return { unit, ...nothing, from, to, wrong: from ? null : `没有${first}月` };
}

const halfPart = ({ half, halfPart: part }: Groups, year: number) => (part ? partOf(part, year, half === '上' ? 6 : 12) : null);

const fuzzy = ({ from, to, late, why }: Part) => ({ unit: 'part' as const, ...nothing, from, to, late, fuzzy: why });
