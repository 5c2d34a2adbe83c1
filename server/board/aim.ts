import { addDays, type CountyDate } from '../kernel/dates.ts';
import { mondayOf, mondaysOf, type Range, weekNo } from './board.ts';

type Week = { monday: CountyDate; count: number };
type Topic = { month: string; campaignId: string; theme: string; articles: number; count: number };

/** 周周有新闻、月月有专题, as the county stands on the day. `missed`: weeks that are over without any, since it was asked. */
export type Aim = {
  monday: CountyDate;
  week: number; // its number
  news: number;
  month: string;
  topics: readonly Topic[];
  year: {
    range: Range; // of the weeks that are over since it was asked
    weeks: number;
    told: number;
    missed: { monday: CountyDate; week: number }[];
    months: { month: string; topics: Topic[] }[];
  };
};

/** `since`: the day on which the notice asked, which holds from the next whole week on; null: all year. */
export function aimOf(
  year: number,
  today: CountyDate,
  since: CountyDate | null,
  given: { weeks: readonly Week[]; topics: readonly Topic[] },
): Aim {
  const news = new Map(given.weeks.map(({ monday, count }) => [monday, count]));
  const monday = mondayOf(today);
  const first = since ?? (`${year}-01-01` as CountyDate);
  const over = mondaysOf(year).filter((each) => each >= first && each < monday);
  const missed = over.filter((each) => !news.get(each)).map((each) => ({ monday: each, week: weekNo(each) }));
  const month = today.slice(0, 7);
  const months = monthsOf(year).filter((each) => each >= first.slice(0, 7) && each <= month);
  return {
    ...{ monday, week: weekNo(monday), news: news.get(monday) ?? 0, month },
    topics: given.topics.filter((each) => each.month === month),
    year: {
      range: { from: over[0] ?? monday, to: addDays(monday, -1) },
      ...{ weeks: over.length, told: over.length - missed.length, missed },
      months: months.map((each) => ({ month: each, topics: given.topics.filter((topic) => topic.month === each) })),
    },
  };
}

const monthsOf = (year: number) => Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

/** The days of a month. */
export const monthRange = (month: string): Range => ({
  from: `${month}-01` as CountyDate,
  to: `${month}-${lastOf(month)}` as CountyDate,
});
const lastOf = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
