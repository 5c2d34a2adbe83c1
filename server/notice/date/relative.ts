import { type DateRule, matchAt, plain } from './item.ts';
import { N, numberOf } from './numerals.ts';

const duration = new RegExp(
  `(?<count>${N}{1,3}|半)\\s*(?:个)?\\s*(?<unit>工作日|小时|分钟|天|日|周|星期|月|年)\\s*(?<within>之内|以内|内|之后|以后|后|前(?![期后]))?`,
  'uy',
);
const anchor = /(?:之日起|之后|以后|后|前|起)\s*$/;
const phrase = /[\p{Script=Han}“”《》]{1,16}$/u;
const LONGEST_ANCHOR = 16;
const units: Readonly<Record<string, string>> = { 小时: 'H', 分钟: 'M', 天: 'D', 日: 'D', 周: 'W', 星期: 'W', 月: 'M', 年: 'Y' };

/** 24小时内, 会后7日内, 7个工作日: counted from a day that only a person knows. The rule is an ISO 8601 duration. */
export const relativeRule: DateRule = (text, at) => {
  const match = matchAt(duration, text, at);
  const { count, unit = '', within } = match?.groups ?? {};
  if (!match || (!within && unit !== '工作日')) return [];
  const start = at - anchorBefore(text, at).length;
  const from = text.slice(start, at);
  const why = from ? `从“${from}”算起，哪天算起由人确定` : '从哪天算起没有写明，由人确定';
  return [{ ...plain, kind: 'relative', rule: ruleOf(count, unit), precision: 'fuzzy', why, start, end: at + match[0].length }];
};

function ruleOf(count: string | undefined, unit: string): string {
  if (unit === '工作日') return `P${numberOf(count) ?? 0}D;WORKDAYS`;
  const clock = unit === '小时' || unit === '分钟';
  return count === '半' ? (unit === '年' ? 'P6M' : 'P15D') : `P${clock ? 'T' : ''}${numberOf(count) ?? 0}${units[unit] ?? 'D'}`;
}

function anchorBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - LONGEST_ANCHOR), at);
  return anchor.test(near) ? (phrase.exec(near)?.[0] ?? '') : '';
}
