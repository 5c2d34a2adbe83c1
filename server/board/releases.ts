import { addDays, type CountyDate } from '../kernel/dates.ts';
import type { PlannedDuty } from '../plan/plan.ts';
import { mondayOf, type Range } from './board.ts';

/** 定期向社会发布: what the plan asks to be published, period by period. */
export const releaseStates = { done: '已发布', next: '下一次', later: '还没到', missed: '没有发布', none: '没有' } as const;
export type ReleaseState = keyof typeof releaseStates;
export type Published = { what: string; on: CountyDate; link: string };
/** `none`: nothing came out in a period that is ours and not the notice's, which does not say how often. */
export type Release = {
  duty: PlannedDuty['id'];
  period: string;
  dueOn: CountyDate;
  state: ReleaseState;
  published: readonly Published[];
};
export type Series = { duty: PlannedDuty; assumed: boolean; releases: Release[] };

const asksRelease =
  /(?:向社会|面向社会|对外|公开|及时|定期|按[周月季年])\S{0,12}(?:发布|公开|公示|公布)|(?:发布|公示|公布)\S{0,16}(?:进展|进度|成效|信息|情况|清单)/;
/** 月度通报 goes to the units; what is published of it stands beside as a publication. */
export const isRelease = ({ what }: Pick<PlannedDuty, 'what'>) => asksRelease.test(what);

type Per = 'week' | 'month' | 'quarter' | 'year';
const perOf = ({ per }: PlannedDuty): Per | null => (per === 'campaign' ? null : per);

/** From the day on which the plan was issued to the end of its year. */
export function releasesOf(
  duties: readonly PlannedDuty[],
  published: readonly Published[],
  whole: Range,
  today: CountyDate,
): Series[] {
  return duties.filter(isRelease).map((duty) => {
    const per = perOf(duty);
    const range = { from: duty.fromOn ?? whole.from, to: duty.toOn ?? whole.to };
    const periods = periodsIn(per ?? 'month', range);
    const next = periods.find(({ from, to }) => to >= today && !published.some(({ on }) => on >= from && on <= to));
    const releases = periods.map(({ name, from, to }) => {
      const inside = published.filter(({ on }) => on >= from && on <= to);
      const lacking = per === null ? ('none' as const) : ('missed' as const);
      const ahead = to === next?.to ? ('next' as const) : ('later' as const);
      const state: ReleaseState = inside.length > 0 ? 'done' : to < today ? lacking : ahead;
      return { duty: duty.id, period: name, dueOn: to, state, published: inside };
    });
    return { duty, assumed: per === null, releases };
  });
}

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
