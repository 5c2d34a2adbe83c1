import type { WorkCalendar } from './date/calendar.ts';
import { eachDay, weekdayOf } from './date/days.ts';
import { type Campaign, type Question, question } from './reading.ts';

const LONGEST_CONCENTRATED = 14;
const SHOWN = 6;

/** Two windows that share a day; each is held against the one before it that lasts longest. */
export function overlaps(campaigns: readonly Campaign[]): Question[] {
  const certain = campaigns.filter(({ window }) => window.precision === 'day' && window.from && window.to);
  const ordered = certain.toSorted((a, b) => ((a.window.from ?? '') < (b.window.from ?? '') ? -1 : 1));
  let longest: Campaign | null = null;
  return ordered.flatMap((campaign) => {
    const before = longest;
    if (!longest || (longest.window.to ?? '') < (campaign.window.to ?? '')) longest = campaign;
    return before && before.line !== campaign.line ? overlap(before, campaign) : [];
  });
}

function overlap(first: Campaign, second: Campaign): Question[] {
  const shared = daysOf(second).filter((day) => daysOf(first).includes(day));
  const [from, until] = [shared[0], shared.at(-1)];
  if (!from || !until) return [];
  const text = `${first.window.text}、${second.window.text}`;
  const when = from === until ? from : `${from}—${until}`;
  return [
    question('overlap', second.windowLine, text, `${named(first)}与${named(second)}都含 ${when}`, [
      '照此执行，同日两场',
      '改其中一场的时间',
    ]),
  ];
}

/** A short window with days that nobody works; weeks and months always have such days, and are not asked about. */
export function weekends(campaigns: readonly Campaign[], calendar: WorkCalendar): Question[] {
  return campaigns.flatMap((campaign) => {
    const { window } = campaign;
    const days = window.precision === 'day' ? daysOf(campaign) : [];
    const idle = days.length <= LONGEST_CONCENTRATED ? days.filter((day) => !calendar.isWorkday(day)) : [];
    if (idle.length === 0) return [];
    const shown = idle.slice(0, SHOWN).map((day) => `${day.slice(5)}（星期${'一二三四五六日'[weekdayOf(day) - 1]}）`);
    const why = `${named(campaign)}含 ${shown.join('、')}${idle.length > SHOWN ? '等' : ''}，不是工作日`;
    return [question('weekend', campaign.windowLine, window.text, why, choicesFor(days.length, idle.length))];
  });
}

const choicesFor = (days: number, idle: number) =>
  days === idle ? ['照此执行', '改到工作日'] : ['照常宣传', `只算 ${days - idle} 个工作日`];

function daysOf({ window: { from, to, days } }: Campaign) {
  if (days.length > 0) return [...days];
  return to === null ? [] : eachDay(from ?? to, to);
}

const named = ({ no, theme }: Campaign) => (no === null ? `“${theme}”` : `第${no}场`);
