import { readDates } from '../date/dates.ts';
import type { DateContext, DateItem } from '../date/item.ts';
import { windowOf } from '../date/window.ts';
import type { Window } from '../reading.ts';

export type Due = { window: Window; why: string | null };

const binding: readonly DateItem['kind'][] = ['deadline', 'open', 'recurrence', 'relative', 'range', 'day'];
const handIn =
  /报(?!道|纸|刊|社|告会)|提交|上传|[交送发传][至到]|送交|上交|回复|反馈|填报|完成|制定|印发|建立|公布|发送|推送|开展|总结/;

/** By when: the first expression that binds; a bare 每月 says how often and not when. */
export function dueIn(sentence: string, context: DateContext): Due | null {
  const items = readDates(sentence, context).items.filter((item) => binding.includes(item.kind) && !isBare(item));
  const [item] = items.toSorted((a, b) => binding.indexOf(a.kind) - binding.indexOf(b.kind));
  return item
    ? { window: windowOf(item, item.text), why: item.precision === 'fuzzy' && item.kind !== 'relative' ? item.why : null }
    : null;
}

const isBare = ({ kind, rule, text, from }: DateItem) =>
  (kind === 'recurrence' && !/BY/.test(rule ?? '')) ||
  (kind === 'range' && /^[^月日季]*年度?$/.test(text)) ||
  (kind === 'open' && /^(?:长期|常态|适时|持续|全年)/.test(text)) ||
  (kind === 'range' && from === null);

/** Is there an act that this time binds, or is it only told when something was? */
export const isHandIn = (sentence: string, { window }: Due) =>
  (window.from === null || window.rule !== null) && handIn.test(sentence);
