import type { CountyDate } from '../../kernel/dates.ts';
import { type DateContext, type DateRule, type Found, matchAt, plain } from './item.ts';
import { TO } from './numerals.ts';
import { stretchAt } from './stretch.ts';

const fromNow = new RegExp(`(?:自|从)?(?:即日|现在|通知?印发之日|印发之日|发文之日)起(?<joint>${TO})?`, 'y');
const wholeYear = /全年|年度?内/y;
const undated = /长期(?!性|以来|规划|目标)|常态化|经常性开展|持续推进|待定|另行通知|视情况?(?:而定|安排)|适时/y;
const undatedWhy = '没有写起止日';

/** 即日起（至……）, 全年, 年内, 长期, 常态化, 待定. */
export const openRule: DateRule = (text, at, context) => {
  const now = matchAt(fromNow, text, at);
  if (now) return [since(text, at, at + now[0].length, now.groups?.joint !== undefined, context)];
  const year = matchAt(wholeYear, text, at);
  if (year) return [ofYear(year[0], at, context)];
  const vague = matchAt(undated, text, at);
  const end = at + (vague?.[0].length ?? 0);
  return vague ? [{ ...plain, kind: 'open', precision: 'fuzzy', why: undatedWhy, start: at, end }] : [];
};

function since(text: string, start: number, end: number, joined: boolean, context: DateContext): Found {
  const to = joined ? stretchAt(text, end, context) : null;
  const why = to?.wrong ?? to?.fuzzy ?? null;
  const ends = { from: context.issuedOn, to: to?.to ?? null, precision: why ? ('fuzzy' as const) : ('day' as const), why };
  return { ...plain, kind: 'open', ...ends, time: to?.time ?? null, start, end: to?.end ?? end };
}

function ofYear(said: string, start: number, { year }: DateContext): Found {
  const known = year === null ? null : { first: `${year}-01-01` as CountyDate, last: `${year}-12-31` as CountyDate };
  const certainty = known ? {} : { precision: 'fuzzy' as const, why: '没有写年份' };
  const place = { start, end: start + said.length };
  if (said !== '全年') return { ...plain, kind: 'deadline', to: known?.last ?? null, ...certainty, ...place };
  return { ...plain, kind: 'open', from: known?.first ?? null, to: known?.last ?? null, ...certainty, ...place };
}
