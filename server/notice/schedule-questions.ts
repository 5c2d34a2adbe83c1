import type { CountyDate } from '../kernel/dates.ts';
import type { WorkCalendar } from './date/calendar.ts';
import { daysBetween, eachDay, weekdayOf } from './date/days.ts';
import { type Campaign, type Question, question, type Window } from './reading.ts';

const LONGEST_CONCENTRATED = 14;
const SHORTEST_FRAME = 32;
const SHOWN = 6;

/** Two windows that share a day; each is held against the one before it that lasts longest. A stage of months is the frame of others and meets all of them by intention. */
export function overlaps(campaigns: readonly Campaign[]): Question[] {
  const certain = campaigns.filter(
    ({ window: { precision, from, to } }) => precision === 'day' && from && to && daysBetween(from, to) < SHORTEST_FRAME,
  );
  const ordered = certain.toSorted((a, b) => ((a.window.from ?? '') < (b.window.from ?? '') ? -1 : 1));
  let longest: Campaign | null = null;
  return ordered.flatMap((campaign) => {
    const before = longest;
    if (!longest || (longest.window.to ?? '') < (campaign.window.to ?? '')) longest = campaign;
    return before && before.line !== campaign.line ? overlap(before, campaign) : [];
  });
}

function overlap(first: Campaign, second: Campaign): Question[] {
  const shared = sharedDays(first.window, second.window);
  if (!shared) return [];
  const text = `${first.window.text}、${second.window.text}`;
  const when = shared.from === shared.to ? shared.from : `${shared.from}—${shared.to}`;
  const why = `${named(first)}与${named(second)}都含 ${when}`;
  return [question('overlap', second.windowLine, text, why, ['照此执行，同日两场', '改其中一场的时间'])];
}

/** The first and the last day that both windows hold; of single days, only these count. */
function sharedDays(first: Window, second: Window): { from: CountyDate; to: CountyDate } | null {
  const from = (first.from ?? '') > (second.from ?? '') ? first.from : second.from;
  const to = (first.to ?? '') < (second.to ?? '') ? first.to : second.to;
  if (!from || !to || from > to) return null;
  if (first.days.length + second.days.length === 0) return { from, to };
  const shared = eachDay(from, to).filter((day) => [first, second].every(({ days }) => days.length === 0 || days.includes(day)));
  const [earliest, latest] = [shared[0], shared.at(-1)];
  return earliest && latest ? { from: earliest, to: latest } : null;
}

/** A short window with days that nobody works; weeks and months always have such days, and are not asked about. */
export function weekends(campaigns: readonly Campaign[], calendar: WorkCalendar): Question[] {
  return campaigns.flatMap((campaign) => {
    const { window, windowLine } = campaign;
    const days = concentratedDays(window);
    const idle = days.filter((day) => !calendar.isWorkday(day));
    if (idle.length === 0) return [];
    const shown = idle.slice(0, SHOWN).map((day) => `${day.slice(5)}（星期${'一二三四五六日'[weekdayOf(day) - 1]}）`);
    const why = `${named(campaign)}含 ${shown.join('、')}${idle.length > SHOWN ? '等' : ''}，不是工作日`;
    return [question('weekend', windowLine, window.text, why, choicesFor(days.length, idle.length))];
  });
}

function concentratedDays({ from, to, days, precision }: Window): readonly CountyDate[] {
  if (precision !== 'day' || !to) return [];
  if (days.length > 0) return days;
  return daysBetween(from ?? to, to) < LONGEST_CONCENTRATED ? eachDay(from ?? to, to) : [];
}

const choicesFor = (days: number, idle: number) =>
  days === idle ? ['照此执行', '改到工作日'] : ['照常宣传', `只算 ${days - idle} 个工作日`];

export const named = ({ no, theme }: Campaign) => (no === null ? `“${theme}”` : `第${no}场`);
