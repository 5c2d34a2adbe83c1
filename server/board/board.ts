import type { MediaTier, OutletKind } from '../channel/channel.ts';
import { addDays, type CountyDate } from '../kernel/dates.ts';
import { day, id, int, orNull, type RowOf, text } from '../kernel/rows.ts';

/** 覆盖 is looked at in three ways. */
export const axes = { project: '项目 × 周', unit: '单位 × 周', family: '项目 × 渠道' } as const;
export type Axis = keyof typeof axes;

/** 刊播: verified appearances on the day they were published; 报送: articles on the day they were handed in and stood. */
export const counts = { published: '刊播', submitted: '报送' } as const;
export type Count = keyof typeof counts;

/** 渠道: what an outlet is to a reader. The roster does not tell television from radio, so 影、声 stand together. */
export const families = { screen: '影、声', micro: '微', site: '网', paper: '报', brief: '内刊', unknown: '未收录' } as const;
export type Family = keyof typeof families;
export const familyWords: Record<Family, string> = {
  screen: '广播电视',
  micro: '微博、微信等账号',
  site: '网站和客户端',
  paper: '报刊',
  brief: '内部刊物，不面向社会',
  unknown: '媒体名录里还没有的',
};
const familyOfKind: Record<OutletKind, Family> = {
  ...{ paper: 'paper', broadcast: 'screen', site: 'site', app: 'site', account: 'micro', brief: 'brief' },
};
export const familyOf = (kind: OutletKind | null): Family => (kind === null ? 'unknown' : familyOfKind[kind]);
/** Those that reach the public. */
export const publicFamilies = ['screen', 'micro', 'site', 'paper'] as const satisfies readonly Family[];

/** Null: what the roster does not know. `public`: whatever reaches the public. */
export function kindsOf(family: Family | 'public'): (OutletKind | null)[] {
  if (family === 'public') return publicFamilies.flatMap((each) => kindsOf(each));
  if (family === 'unknown') return [null];
  return (Object.keys(familyOfKind) as OutletKind[]).filter((kind) => familyOfKind[kind] === family);
}

const weekday = (on: CountyDate) => new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
/** A week runs from Monday to Sunday and is called by its Monday. */
export const mondayOf = (on: CountyDate): CountyDate => addDays(on, 1 - weekday(on));
/** Its year is that of its Thursday (ISO 8601). */
export const yearOf = (monday: CountyDate) => Number(addDays(monday, 3).slice(0, 4));
export const firstMonday = (year: number): CountyDate => mondayOf(`${year}-01-04` as CountyDate);
export const weekNo = (monday: CountyDate) => 1 + weeksBetween(firstMonday(yearOf(monday)), monday);
export const weeksBetween = (from: CountyDate, to: CountyDate) =>
  Math.round((Date.parse(to) - Date.parse(from)) / (7 * 86_400_000));
/** The Mondays of its 52 or 53 weeks. */
export const mondaysOf = (year: number): CountyDate[] =>
  Array.from({ length: weeksBetween(firstMonday(year), firstMonday(year + 1)) }, (_, n) => addDays(firstMonday(year), 7 * n));
/** The days that the board of a year counts: its whole weeks. */
export const daysOf = (year: number): Range => ({ from: firstMonday(year), to: addDays(firstMonday(year + 1), -1) });
export type Range = { from: CountyDate; to: CountyDate };

/** How often something stands in a row and a week; the row is null where an article names none. */
export type Cell = RowOf<typeof cellRow>;
export const cellRow = { rowId: orNull(id<string>()), monday: day(), count: int() };

/** How often a project was in outlets of a kind. */
export const kindRow = { rowId: orNull(id<string>()), kind: orNull(text<OutletKind>()), count: int() };

/** What a figure counts, one by one. */
export type Behind = RowOf<typeof behindRow>;
export const behindRow = {
  claimId: orNull(id<'claim'>()),
  articleId: id<'article'>(),
  title: text(),
  unitName: text(),
  projectName: orNull(text()),
  theme: orNull(text()),
  outlet: orNull(text()),
  tier: orNull(text<MediaTier>()),
  happenedOn: day(),
};
