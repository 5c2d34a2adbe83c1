import type { CountyDate } from '../../kernel/dates.ts';
import { type Question, question, type Window } from '../reading.ts';
import { readDates } from './dates.ts';
import { daysBetween } from './days.ts';
import type { DateContext, DateItem } from './item.ts';
import { daysByRule } from './monthly.ts';

/** A window, and what a person has to settle about it. */
export type Read = { window: Window; doubt: { why: string; choices: string[] } | null };

/** What there is to ask about a window, beside the words it was read from. */
export const dateQuestion = ({ window, doubt }: Read, line: number, theme: string): Question[] =>
  doubt ? [question('date', line, window.text || theme, doubt.why, doubt.choices)] : [];

const numeric = /^\s*(\d{1,2})[./](\d{1,2})(?:\s*[-–—~～至]+\s*(?:(\d{1,2})[./])?(\d{1,2}))?\s*$/;
const HALF_A_YEAR = 183;

/** A cell of dates → its windows, one for each stretch; several single days are one. A cell always gives at least one. */
export function readWindows(cell: string, context: DateContext): Read[] {
  const text = cell.trim();
  const items = readDates(spelledOut(text), context).items.filter(({ kind }) => kind !== 'relative');
  const windows = merged(recurring(items), text).filter((item) => !isIdle(item, items));
  if (windows.length === 0)
    return [{ window: unknown(text), doubt: doubtOf(text === '' ? '没有写时间' : '读不出时间', null, null) }];
  return windows.map((item) => withDoubt(item, items.length === 1 || windows.length === 1 ? text : item.text, context));
}

/** 10.8-10.10, 10/8: only where nothing but a date can stand. */
export function spelledOut(text: string): string {
  const [, month, day, untilMonth, until] = numeric.exec(text) ?? [];
  if (month === undefined) return text;
  return `${month}月${day}日${until === undefined ? '' : `至${untilMonth ?? month}月${until}日`}`;
}

/** 10月8日，10月12日: single days are one window from the first to the last, and not a stretch. */
function merged(items: readonly DateItem[], text: string): DateItem[] {
  const days = items.flatMap(({ kind, from, days }) => (kind === 'day' ? (from ?? []) : kind === 'days' ? days : []));
  const [first] = items;
  const single = items.length > 1 && items.every(({ kind, from }) => (kind === 'day' || kind === 'days') && from !== null);
  if (!first || !single) return [...items];
  const sorted = days.sort();
  return [{ ...first, kind: 'days', text, from: sorted[0] ?? null, to: sorted.at(-1) ?? null, days: sorted }];
}

/** 三季度（每月15日）, 7—9月每月第一个周五: the days that a monthly rule picks out of a stretch. */
function recurring(items: readonly DateItem[]): readonly DateItem[] {
  const [stretch, rule] = items;
  if (items.length !== 2 || stretch?.kind !== 'range' || rule?.kind !== 'recurrence' || stretch.precision === 'fuzzy')
    return items;
  const days = daysByRule(rule.rule ?? '', stretch);
  const [from, to] = [days[0], days.at(-1)];
  return from && to ? [{ ...stretch, kind: 'days', from, to, days }] : items;
}

/** 10月8-10日每天18:00—20:30: beside a stretch, a recurrence says when in it. */
const isIdle = ({ kind }: DateItem, all: readonly DateItem[]) =>
  kind === 'recurrence' && all.some((other) => other.kind !== kind);

function withDoubt(item: DateItem, text: string, context: DateContext): Read {
  const window = windowOf(item, text);
  const later = context.year === null || /年/.test(text) ? null : inNextYear(item, context, context.year + 1);
  if (later) return later;
  return {
    window,
    doubt: item.precision === 'fuzzy' ? doubtOf(item.why ?? '没有写明', window.from, window.to) : endless(window, item),
  };
}

export const windowOf = ({ from, to, days, precision, rule }: DateItem, text: string): Window => ({
  from,
  to,
  days,
  text,
  precision,
  rule,
});

const endless = (window: Window, { kind }: DateItem) =>
  kind === 'recurrence' ? doubtOf('只写了周期，没有写从哪天到哪天', window.from, window.to) : null;

/** A day without a year that lies more than half a year before the notice is meant for the year after. */
function inNextYear(item: DateItem, { issuedOn, weeks }: DateContext, year: number): Read | null {
  if (!issuedOn || !item.to || !issuedOn.startsWith(`${year - 1}`) || daysBetween(item.to, issuedOn) <= HALF_A_YEAR) return null;
  const [moved] = readDates(item.text, { year, issuedOn, weeks }).items;
  if (!moved) return null;
  const choices = [`${year}年`, `${year - 1}年`];
  return { window: windowOf(moved, item.text), doubt: { why: `没有写年份；早于来文半年以上，按 ${year} 年读`, choices } };
}

const unknown = (text: string): Window => ({ from: null, to: null, days: [], text, precision: 'fuzzy', rule: null });

function doubtOf(why: string, from: CountyDate | null, to: CountyDate | null) {
  const suggested = from || to ? [`${from ?? ''}—${to ?? ''}（建议）`] : [];
  return { why, choices: [...suggested, '另填起止日', '先留原文，以后再问'] };
}
