import type { CountyDate } from '../../kernel/dates.ts';
import type { WorkCalendar } from '../../notice/date/calendar.ts';
import { dayOf, eachDay } from '../../notice/date/days.ts';
import type { Campaign, Question, Reading, Window } from '../../notice/reading.ts';
import { named } from '../../notice/schedule-questions.ts';
import { type Answer, asksDay, asksWindow } from '../settling.ts';
import { dayIn, endsIn, windowIn } from './days.ts';

/** A doubtful window gets the ends suggested, or the person's own, or another year; so does the time limit of a duty, and the day of issue. */
export function answerDate(reading: Reading, { text, line, choices }: Question, answer: Answer, { asked }: About): Reading {
  const change = (window: Window) => withEnds(window, answer);
  if (choices.length === 1) return { ...reading, issuedOn: dayIn(answer.text) ?? reading.issuedOn };
  const isMeant = ({ windowLine, window, theme }: Campaign) => windowLine === line && (window.text || theme) === text;
  return {
    ...reading,
    campaigns: reading.campaigns.map((campaign, place) =>
      asked.campaigns.slice(place, place + 1).some(isMeant) ? { ...campaign, window: change(campaign.window) } : campaign,
    ),
    duties: reading.duties.map((duty) =>
      duty.line === line && duty.due?.text === text ? { ...duty, due: change(duty.due) } : duty,
    ),
  };
}

type About = { asked: Reading; calendar: WorkCalendar };

function withEnds(window: Window, { choice, text = '' }: Answer): Window {
  if (choice === '照建议的日子') return { ...window, precision: 'day' };
  if (asksDay(choice)) return { ...window, from: null, to: dayIn(text), days: [], precision: 'day' };
  const year = /^(\d{4})年$/.exec(choice)?.[1];
  if (year) return inYear(window, Number(year));
  const ends = asksWindow(choice) ? windowIn(text) : endsIn(choice);
  return ends ? { ...window, from: ends.from, to: ends.to, days: [], precision: 'day' } : window;
}

function inYear(window: Window, year: number): Window {
  const shift = year - Number((window.from ?? window.to ?? `${year}`).slice(0, 4));
  const moved = (day: CountyDate) => {
    const [of = 0, month = 0, date = 0] = day.split('-').map(Number);
    return dayOf(of + shift, month, date) ?? day;
  };
  const { from, to, days } = window;
  return { ...window, from: from && moved(from), to: to && moved(to), days: days.map(moved) };
}

/** The two campaigns that share a day, as they are called in the doubt; the second stands in the doubt's line. */
export function sharing({ campaigns }: Pick<Reading, 'campaigns'>, { text, line, why }: Pick<Question, 'text' | 'line' | 'why'>) {
  const second = campaigns.find(({ window, windowLine }) => windowLine === line && text.endsWith(`、${window.text}`));
  const first = campaigns.find(
    (campaign) => campaign !== second && text.startsWith(`${campaign.window.text}、`) && why.startsWith(`${named(campaign)}与`),
  );
  return [first, second].flatMap((campaign) => (campaign ? [{ campaign, called: named(campaign) }] : []));
}

/** 改其中一场的时间: the second, unless the person names the first. */
export function answerOverlap(reading: Reading, question: Question, { choice, text = '' }: Answer, { asked }: About): Reading {
  const ends = asksWindow(choice) ? windowIn(text) : null;
  const both = sharing(asked, question);
  const meant = (both.find(({ called }) => called === ends?.of) ?? both.at(-1))?.campaign;
  return ends ? withWindow(reading, (place) => asked.campaigns[place] === meant, { ...ends, days: [] }) : reading;
}

/** 只算 4 个工作日: these days alone; 改到工作日: another window. */
export function answerWeekend(reading: Reading, { text, line }: Question, answer: Answer, { asked, calendar }: About): Reading {
  const isMeant = ({ windowLine, window }: Campaign) => windowLine === line && window.text === text;
  const meant = (place: number) => asked.campaigns.slice(place, place + 1).some(isMeant);
  const ends = asksWindow(answer.choice) ? windowIn(answer.text ?? '') : null;
  if (ends) return withWindow(reading, meant, { ...ends, days: [] });
  if (!answer.choice.startsWith('只算')) return reading;
  return {
    ...reading,
    campaigns: reading.campaigns.map((campaign, place) => {
      const { from, to, days } = campaign.window;
      if (!meant(place) || !from || !to) return campaign;
      const worked = (days.length > 0 ? days : eachDay(from, to)).filter((day) => calendar.isWorkday(day));
      return { ...campaign, window: { ...campaign.window, days: worked } };
    }),
  };
}

type NewEnds = { from: CountyDate; to: CountyDate; days: readonly CountyDate[] };
const withWindow = (reading: Reading, meant: (place: number) => boolean, { from, to, days }: NewEnds): Reading => ({
  ...reading,
  campaigns: reading.campaigns.map((campaign, place) =>
    meant(place) ? { ...campaign, window: { ...campaign.window, from, to, days, precision: 'day' } } : campaign,
  ),
});
