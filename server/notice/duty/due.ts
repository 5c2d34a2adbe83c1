import { readDates } from '../date/dates.ts';
import type { DateContext, DateItem } from '../date/item.ts';
import { windowOf } from '../date/window.ts';
import type { Window } from '../reading.ts';

export type Due = { window: Window; why: string | null };

const binding: readonly DateItem['kind'][] = ['deadline', 'open', 'recurrence', 'relative', 'range', 'day'];
const handIn =
  /报(?!道|纸|刊|社|告会)|提交|上传|[交送发传][至到]|送交|上交|回复|反馈|填报|完成|确认|发放|制定|印发|建立|公布|发送|推送|开展|总结/;

/** By when: the first expression that binds; a bare 每月 says how often and not when. */
export function dueIn(sentence: string, context: DateContext): Due | null {
  const items = readDates(sentence, context).items.filter((item) => binding.includes(item.kind) && !isBare(item));
  const [item] = items.toSorted((a, b) => binding.indexOf(a.kind) - binding.indexOf(b.kind));
  return item
    ? { window: windowOf(item, item.text), why: item.precision === 'fuzzy' && item.kind !== 'relative' ? item.why : null }
    : null;
}

/** 小结于7月5日前、总结于12月25日前报送; 6月30日、7月31日前各报送1次: one for each day; null where there is only one. */
export function eachDue(phrase: string, context: DateContext): { text: string; due: Due }[] | null {
  const items = readDates(phrase, context).items.filter(({ kind, to }) => kind === 'deadline' && to !== null);
  if (items.length < 2) return null;
  return items.map((item, index) => {
    const own = phrase.slice(items[index - 1]?.end ?? 0, item.start).replace(/^[、和及，,\s]+|[于在]$/g, '');
    const text = own.length > 1 ? phrase.slice(items[index - 1]?.end ?? 0, item.end).replace(/^[、和及，,\s]+/, '') : phrase;
    return { text, due: { window: windowOf(item, item.text), why: item.precision === 'fuzzy' ? item.why : null } };
  });
}

const isBare = ({ kind, rule, text, from }: DateItem) =>
  (kind === 'recurrence' && !/BY/.test(rule ?? '')) ||
  (kind === 'range' && /^[^月日季]*年度?$/.test(text)) ||
  (kind === 'open' && /^(?:长期|常态|适时|持续|全年)/.test(text)) ||
  (kind === 'range' && from === null);

/** Is there an act that this time binds, or is it only told when something was? */
export const isHandIn = (sentence: string, { window }: Due) =>
  (window.from === null || (window.rule !== null && !window.rule.startsWith('EXCEPT'))) && handIn.test(sentence);
