import type { CalendarDay } from '../calendar/calendar.ts';
import { addDays, type CountyDate } from '../kernel/dates.ts';
import { refusal } from '../kernel/refusal.ts';
import { day, id, int, json, orNull, type RowOf, text } from '../kernel/rows.ts';
import { eachDay } from '../notice/date/days.ts';
import type { Precision } from '../notice/reading.ts';
import type { Campaign } from './plan.ts';

/** 改期: what a window was and what it became; `no` is the version of the campaign that it made. */
export type Move = RowOf<typeof moveRow>;
export const moveRow = {
  campaignId: id<'campaign'>(),
  no: int(),
  campaignNo: text(),
  theme: text(),
  wasFrom: orNull(day()),
  wasTo: orNull(day()),
  wasDays: json<string[]>(),
  wasText: text(),
  wasPrecision: text<Precision>(),
  fromOn: orNull(day()),
  toOn: orNull(day()),
  windowText: text(),
  reason: text(),
  movedByName: text(),
  movedOn: day(),
  unseen: json<{ id: string; name: string }[]>(), // units of the campaign that have not said they know
};

export type Window = Pick<Campaign, 'fromOn' | 'toOn' | 'days' | 'windowText' | 'precision'>;
const mostDays = 366;

export const refusals = {
  mayNotMove: refusal('move.mayNotMove', 403, '改期由专班办公室办，请找他们。'),
  noCampaign: refusal('move.noCampaign', 404, '没有这一场宣传，请返回日程。'),
  cancelled: refusal('move.cancelled', 409, '这一场已经取消，不能改期；要恢复请读入补充通知。'),
  backwards: refusal('move.backwards', 422, '结束的日子在开始之前，请改正。'),
  tooLong: refusal('move.tooLong', 422, '一场宣传不超过一年，请检查起止的日子。'),
  same: refusal('move.same', 422, '起止的日子和现在一样，没有要改的。'),
  notLast: refusal('move.notLast', 409, '没有可以改回的改期，或此后又按补充通知变过；请直接改到想要的日子。'),
  mayNotSee: refusal('move.mayNotSee', 403, '改期由责任单位自己点“知道了”。'),
  noMove: refusal('move.noMove', 404, '没有这次改期，请刷新看看。'),
} as const;

/** The window from a new first to a new last day. Single days move with it when it stays as long as it was; otherwise all of it counts. */
export function movedWindow({ fromOn, toOn, days }: Window, from: CountyDate, to: CountyDate): Window {
  const by = fromOn === null ? 0 : between(fromOn, from);
  const asLong = fromOn !== null && toOn !== null && between(fromOn, toOn) === between(from, to);
  const shifted = asLong ? days.map((day) => addDays(day as CountyDate, by)) : [];
  return { fromOn: from, toOn: to, days: shifted, windowText: `${from}—${to}（改期）`, precision: 'day' };
}
const between = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Why a window cannot be moved there; null when it can. */
export function whyNotThere(campaign: Pick<Campaign, 'cancelledOn'> & Window, from: CountyDate, to: CountyDate) {
  if (campaign.cancelledOn !== null) return refusals.cancelled;
  if (to < from) return refusals.backwards;
  if (between(from, to) >= mostDays) return refusals.tooLong;
  return campaign.fromOn === from && campaign.toOn === to && campaign.precision === 'day' ? refusals.same : null;
}

export const collisionKinds = {
  unit: '同一单位',
  project: '同一项目',
  holiday: '节假日',
  weekend: '周末',
  makeUp: '调休上班',
} as const;
export type Collision = { kind: keyof typeof collisionKinds; words: string };

/** What a window would collide with: other campaigns of its units or projects first, then days that are not what they seem. */
export function collisionsOf(
  campaign: Pick<Campaign, 'id' | 'units' | 'projects'>,
  { fromOn, toOn, days }: Pick<Window, 'fromOn' | 'toOn' | 'days'>,
  others: readonly Campaign[],
  exceptions: readonly CalendarDay[],
): Collision[] {
  if (fromOn === null || toOn === null) return [];
  const held = heldDays({ fromOn, toOn, days });
  const beside = others
    .filter(({ id, cancelledOn }) => id !== campaign.id && cancelledOn === null)
    .filter((other) => heldDays(other).some((day) => held.includes(day)));
  return [...beside.flatMap((other) => sharedWith(campaign, other)), ...oddDays(held, exceptions)];
}

/** The days on which a campaign is held; none while an end is open. */
export function heldDays({ fromOn, toOn, days }: Pick<Window, 'fromOn' | 'toOn' | 'days'>): CountyDate[] {
  if (fromOn === null || toOn === null) return [];
  return days.length > 0 ? (days as CountyDate[]) : eachDay(fromOn, toOn);
}

function sharedWith({ units, projects }: Pick<Campaign, 'units' | 'projects'>, other: Campaign): Collision[] {
  const common = other.units.filter(({ id }) => units.some((unit) => unit.id === id)).map(({ name }) => name);
  const same = other.projects.filter((name) => projects.includes(name));
  const when = `第 ${other.no} 场“${other.theme}”（${other.fromOn?.slice(5)}—${other.toOn?.slice(5)}）`;
  return [
    ...(common.length > 0 ? [{ kind: 'unit' as const, words: `${common.join('、')}同时还有${when}` }] : []),
    ...(same.length > 0 ? [{ kind: 'project' as const, words: `${same.join('、')}同时也在${when}里` }] : []),
  ];
}

function oddDays(held: readonly CountyDate[], exceptions: readonly CalendarDay[]): Collision[] {
  const known = new Map(exceptions.map((each) => [each.day, each]));
  const kindOf = (day: CountyDate) => {
    const works = known.get(day)?.works;
    if (works !== undefined) return works ? 'makeUp' : 'holiday';
    return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? 'weekend' : null;
  };
  return (['holiday', 'weekend', 'makeUp'] as const).flatMap((kind) => {
    const days = held.filter((day) => kindOf(day) === kind);
    if (days.length === 0) return [];
    const names = [...new Set(days.flatMap((day) => known.get(day)?.name ?? []))].join('、');
    return [{ kind, words: `${days.length} 天${names && `（${names}）`}：${days.map((day) => day.slice(5)).join('、')}` }];
  });
}
