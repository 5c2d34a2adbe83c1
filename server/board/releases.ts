import { addDays, type CountyDate } from '../kernel/dates.ts';
import type { PlannedDuty } from '../plan/plan.ts';
import { mondayOf, type Range } from './board.ts';

/** 定期向社会发布, period by period. `none`: nothing came out in a period that is ours, the notice not saying how often. */
export const releaseStates = { done: '已发布', next: '下一次', later: '还没到', missed: '没有发布', none: '没有' } as const;
export type ReleaseState = keyof typeof releaseStates;

/** What the county itself set open, and how much about it came out in media that reach the public. */
export type Published = { what: string; on: CountyDate; link: string };
export type Appeared = { on: CountyDate; count: number };
export type Release = Range & { period: string; state: ReleaseState; published: readonly Published[]; appearances: number };
export type Series = { duty: PlannedDuty['id'] | null; what: string; clause: string | null; releases: Release[] };

const asksRelease =
  /(?:社会|对外|公开|定期)\S{0,12}(?:发布|公示|公布)|(?:发布|公示|公布)\S{0,16}(?:进展|进度|成效|信息|情况|清单)/;

type Out = { published: readonly Published[]; appeared: readonly Appeared[] };

/** Each duty that asks for it with a period is a series; without one the months stand as the board's own. `whole`: of the plan. */
export function releasesOf(duties: readonly PlannedDuty[], out: Out, whole: Range, today: CountyDate): Series[] {
  const named = duties.flatMap(({ id, what, clause, per, fromOn, toOn }) => {
    if (per === null || per === 'campaign' || !asksRelease.test(what)) return [];
    const range = { from: fromOn ?? whole.from, to: toOn ?? whole.to };
    return [{ duty: id, what, clause, releases: periodsIn(per, range).map((each) => releaseOf(each, out, today, true)) }];
  });
  const months = periodsIn('month', whole).map((each) => releaseOf(each, out, today, false));
  const found = named.length > 0 ? named : [{ duty: null, what: '', clause: null, releases: months }];
  return found.map((series) => ({ ...series, releases: withNext(series.releases) }));
}

/** What a duty asks for, the county sets open itself; for the board's own months what the media told counts as well. */
function releaseOf({ name, from, to }: Period, out: Out, today: CountyDate, asked: boolean): Release {
  const within = ({ on }: { on: CountyDate }) => on >= from && on <= to;
  const published = out.published.filter(within);
  const appearances = out.appeared.filter(within).reduce((sum, { count }) => sum + count, 0);
  const done = published.length > 0 || (!asked && appearances > 0);
  const state: ReleaseState = done ? 'done' : to >= today ? 'later' : asked ? 'missed' : 'none';
  return { period: name, from, to, state, published, appearances };
}

function withNext(releases: readonly Release[]): Release[] {
  const next = releases.findIndex(({ state }) => state === 'later');
  return releases.map((each, at) => (at === next ? { ...each, state: 'next' } : each));
}

type Per = 'week' | 'month' | 'quarter' | 'year';
type Period = Range & { name: string };
function periodsIn(per: Per, { from, to }: Range): Period[] {
  const found: Period[] = [];
  for (let day = from; day <= to; ) {
    const last = endOf(per, day);
    const end = last < to ? last : to;
    found.push({ name: nameOf(per, day), from: day, to: end });
    day = addDays(end, 1);
  }
  return found;
}

function endOf(per: Per, day: CountyDate): CountyDate {
  if (per === 'week') return addDays(mondayOf(day), 6);
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const length = { month: 1, quarter: 3, year: 12 }[per];
  const after = Math.ceil(month / length) * length;
  return new Date(Date.UTC(year, after, 0)).toISOString().slice(0, 10) as CountyDate;
}

function nameOf(per: Per, day: CountyDate): string {
  const month = Number(day.slice(5, 7));
  if (per === 'week') return `${mondayOf(day).slice(5)} 这一周`;
  return { month: `${month}月`, quarter: `第${Math.ceil(month / 3)}季度`, year: `${day.slice(0, 4)}年` }[per];
}
