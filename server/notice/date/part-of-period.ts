import type { CountyDate } from '../../kernel/dates.ts';
import { dayOf, lastDayOf, plusDays, weekdayOf } from './days.ts';
import type { WeekRule } from './item.ts';

/** A vague part of a period, with the ends usually meant: a suggestion, and the reason for it. */
export type Part = { from: CountyDate | null; to: CountyDate | null; late: boolean; why: string | null };

const ofMonth: Readonly<Record<string, readonly [first: number, last: number]>> = {
  上中旬: [1, 20],
  中下旬: [11, 31],
  上旬: [1, 10],
  初: [1, 10],
  中旬: [11, 20],
  中: [11, 20],
  下旬: [21, 31],
  底: [21, 31],
  末: [21, 31],
};
const isLate = (part: string) => part === '底' || part === '末';

export function partOf(part: string, year: number, month: number): Part {
  const [first, most] = ofMonth[part.replace('、', '')] ?? [1, 31];
  const last = Math.min(most, lastDayOf(year, month));
  const why = `“${part}”没有确定的起止日，一般指 ${first}—${last} 日`;
  return { from: dayOf(year, month, first), to: dayOf(year, month, last), late: isLate(part), why };
}

/** The week of the month's nth Monday. */
export function weekOf(year: number, month: number, nth: number, rule: WeekRule | null = null): Part {
  const first = dayOf(year, month, 1);
  const monday = first && plusDays(first, ((8 - weekdayOf(first)) % 7) + 7 * (nth - 1));
  const why = `“第${nth}周”从哪天算起没有写明，一般从当月第${nth}个星期一起算`;
  const to = monday && plusDays(monday, (rule?.days ?? 7) - 1);
  return { from: monday, to, late: false, why: rule ? null : why };
}

const ruled = /第.{1,3}周.{0,12}?(?:自|从|以)(?:当月|每月|该月)?的?第一个(?:星期|周)一.{0,8}(?:起|开始)/;
/** How a notice counts the weeks of a month, if it says so. */
export function weekRuleIn(text: string): WeekRule | null {
  if (!ruled.test(text)) return null;
  const [, last = '日'] = /(?:星期|周)一(?:至|到|—|-)(?:星期|周)([五六日天])/.exec(text) ?? [];
  return { days: last === '五' ? 5 : last === '六' ? 6 : 7 };
}

export function quarterPart(part: string | undefined, year: number, quarter: number): Part | null {
  if (part === undefined) return null;
  return partOf(part, year, quarter * 3 - (part === '初' ? 2 : part === '中' ? 1 : 0));
}

const months: Readonly<Record<string, number>> = { 初: 1, 中: 6, 底: 12, 末: 12 };
export function yearPart(part: string | undefined, year: number): Part | null {
  const month = months[part ?? ''];
  if (part === undefined || month === undefined) return null;
  const why = `“年${part}”没有确定的起止日，一般指 ${month} 月`;
  return { from: dayOf(year, month, 1), to: dayOf(year, month, lastDayOf(year, month)), late: isLate(part), why };
}
