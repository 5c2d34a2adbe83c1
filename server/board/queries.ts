import type { OutletKind } from '../channel/channel.ts';
import { nameOn } from '../identity/queries.ts';
import type { Context } from '../kernel/context.ts';
import type { Id } from '../kernel/ids.ts';
import { day, id, int, orNull, rows, text, texts } from '../kernel/rows.ts';
import type { Plan } from '../plan/plan.ts';
import { type Axis, type Behind, behindRow, type Cell, type Count, cellRow, kindRow, type Range } from './board.ts';

/** Verified appearances of those days, of the viewer's unit or of all. */
const published = ({ db, county, onlyUnit }: Context, { from, to }: Range) => db`
  from claim c
  join article a on a.county_id = c.county_id and a.id = c.article_id
  left join outlet o on o.county_id = c.county_id and o.id = c.outlet_id
  where c.county_id = ${county} and c.state = 'accepted' and c.published_on between ${from} and ${to}
    and (${onlyUnit}::uuid is null or c.unit_id = ${onlyUnit})`;

/** Articles that were handed in on those days and were neither taken back nor sent back. */
const submitted = ({ db, county, onlyUnit }: Context, { from, to }: Range) => db`
  from submission s
  join article a on a.county_id = s.county_id and a.id = s.article_id
  where s.county_id = ${county} and s.submitted_on between ${from} and ${to}
    and (s.outcome is null or s.outcome in ('taken', 'left')) and (${onlyUnit}::uuid is null or a.unit_id = ${onlyUnit})`;

/** 省市主流媒体 and above: on the roster of mainstream outlets, by the tier that the verification rests on. */
const mainstream = ({ db }: Context) => db`o.mainstream and c.tier in ('central', 'provincial', 'municipal')`;

const monday = ({ db }: Context, count: Count) =>
  count === 'published'
    ? db`c.published_on - extract(isodow from c.published_on)::int + 1`
    : db`s.submitted_on - extract(isodow from s.submitted_on)::int + 1`;

/** By project or unit and week. */
export function cellsOf(context: Context, axis: Exclude<Axis, 'family'>, count: Count, range: Range): Promise<Cell[]> {
  const { db } = context;
  const row = axis === 'project' ? db`a.project_id` : count === 'published' ? db`c.unit_id` : db`a.unit_id`;
  return rows(db, cellRow)`
    select ${row} as row_id, ${monday(context, count)} as monday, count(*)::int as count
    ${count === 'published' ? published(context, range) : submitted(context, range)} group by 1, 2`;
}

/** By project and kind of outlet. */
export const kindsSeen = (context: Context, range: Range) => rows(context.db, kindRow)`
  select a.project_id as row_id, o.kind, count(*)::int as count ${published(context, range)} group by 1, 2`;

/** 省市主流媒体 by week. */
export const mainstreamWeeks = (context: Context, range: Range) => rows(context.db, { monday: day(), count: int() })`
  select ${monday(context, 'published')} as monday, count(*)::int as count
  ${published(context, range)} and ${mainstream(context)} group by 1 order by 1`;

/** In one month two articles or more of one campaign, each by itself (单条), in 省市主流媒体. */
export const topicsOf = (context: Context, range: Range) => rows(context.db, {
  month: text(),
  campaignId: id<'campaign'>(),
  theme: text(),
  articles: int(),
  count: int(),
})`
  select f.month, f.campaign_id, g.theme, f.articles, f.count
  from (select to_char(c.published_on, 'YYYY-MM') as month, a.campaign_id, count(distinct a.id)::int as articles, count(*)::int as count
    ${published(context, range)} and ${mainstream(context)} and c.form = 'sole' and a.campaign_id is not null group by 1, 2) f
  join campaign g on g.county_id = ${context.county} and g.id = f.campaign_id
  where f.articles >= 2 order by f.month, g.theme, f.campaign_id`;

/** Which rows a figure is asked for. `noProject`: of no project of that plan. */
export type Wanted = Range & {
  count: Count;
  project: Id<'project'> | null;
  noProject: Plan['id'] | null;
  unit: Id<'unit'> | null;
  campaign: Id<'campaign'> | null;
  alone: boolean; // 单条 only, as a 专题 counts them
  kinds: (OutletKind | null)[] | null;
  mainstream: boolean;
};

/** What a figure counts, the newest first. */
export const behind = (context: Context, wanted: Wanted): Promise<Behind[]> =>
  wanted.count === 'published' ? publishedBehind(context, wanted) : submittedBehind(context, wanted);

const narrowed = ({ db, county }: Context, { project, noProject }: Wanted) => db`
  and (${project}::uuid is null or a.project_id = ${project})
  and (${noProject}::uuid is null or not exists (
    select from project q where q.county_id = ${county} and q.id = a.project_id and q.plan_id = ${noProject}))`;

const publishedBehind = (context: Context, wanted: Wanted) => {
  const { db, county, day } = context;
  const { unit, campaign, kinds } = wanted;
  const known = kinds?.filter((kind) => kind !== null) ?? [];
  return rows(db, behindRow)`
    select f.claim_id, f.article_id, f.title, n.name as unit_name, p.name as project_name, g.theme, f.outlet, f.tier, f.happened_on
    from (select c.id as claim_id, a.id as article_id, c.title, c.unit_id, a.project_id, a.campaign_id,
        coalesce(o.name, c.outlet_text) as outlet, c.tier, c.published_on as happened_on
      ${published(context, wanted)} ${narrowed(context, wanted)} and (${unit}::uuid is null or c.unit_id = ${unit})
        and (${campaign}::uuid is null or a.campaign_id = ${campaign}) and (not ${wanted.alone} or c.form = 'sole')
        and (${kinds === null} or o.kind = any(${known}) or ${kinds?.includes(null) ?? false} and o.kind is null)
        and (not ${wanted.mainstream} or ${mainstream(context)})) f
    join unit_name n on n.county_id = ${county} and n.unit_id = f.unit_id and ${nameOn({ db, day })}
    left join project p on p.county_id = ${county} and p.id = f.project_id
    left join campaign g on g.county_id = ${county} and g.id = f.campaign_id
    order by f.happened_on desc, f.claim_id desc`;
};

const submittedBehind = (context: Context, wanted: Wanted) => {
  const { db, county, day } = context;
  return rows(db, behindRow)`
    select null::uuid as claim_id, f.article_id, f.title, n.name as unit_name, p.name as project_name, g.theme,
      null::text as outlet, null::text as tier, f.happened_on
    from (select a.id as article_id, a.title, a.unit_id, a.project_id, a.campaign_id, s.submitted_on as happened_on, s.id
      ${submitted(context, wanted)} ${narrowed(context, wanted)} and (${wanted.unit}::uuid is null or a.unit_id = ${wanted.unit})) f
    join unit_name n on n.county_id = ${county} and n.unit_id = f.unit_id and ${nameOn({ db, day })}
    left join project p on p.county_id = ${county} and p.id = f.project_id
    left join campaign g on g.county_id = ${county} and g.id = f.campaign_id
    order by f.happened_on desc, f.id desc`;
};

/** When each project was last told, and in outlets of which kinds. */
export const lastTold = (context: Context, range: Range) => rows(context.db, {
  projectId: id<'project'>(),
  lastOn: day(),
  kinds: texts<OutletKind>(),
})`
  select a.project_id, max(c.published_on) as last_on, array_remove(array_agg(distinct o.kind), null) as kinds
  ${published(context, range)} and a.project_id is not null group by 1`;

/** Who handed something in about which project, and when last. */
export const lastSubmitted = (context: Context, range: Range) => rows(context.db, {
  unitId: id<'unit'>(),
  projectId: orNull(id<'project'>()),
  lastOn: day(),
})`
  select a.unit_id, a.project_id, max(s.submitted_on) as last_on ${submitted(context, range)} group by 1, 2 order by 3 desc, 1`;

/** What the office ordered in those days and neither withdrew nor gave up. */
export const ordersStanding = ({ db, county, onlyUnit }: Context, { from, to }: Range) => rows(db, {
  id: id<'commission'>(),
  unitId: id<'unit'>(),
  projectId: orNull(id<'project'>()),
  campaignId: orNull(id<'campaign'>()),
  wishes: text(),
  state: text<'open' | 'delivered'>(),
  dueOn: day(),
  articleId: orNull(id<'article'>()),
})`
  select id, unit_id, project_id, campaign_id, wishes, state, due_on, article_id from commission
  where county_id = ${county} and state in ('open', 'delivered') and ordered_on between ${from} and ${to}
    and (${onlyUnit}::uuid is null or unit_id = ${onlyUnit})
  order by ordered_on, id`;

/** Handed in, kept or not decided yet, and not published so far as anybody has verified. */
export const articlesInHand = (context: Context, range: Range) => rows(context.db, {
  id: id<'article'>(),
  title: text(),
  unitId: id<'unit'>(),
  projectId: orNull(id<'project'>()),
  campaignId: orNull(id<'campaign'>()),
  submittedOn: day(),
})`
  with told as materialized (select article_id from claim where county_id = ${context.county} and state = 'accepted')
  select a.id, a.title, a.unit_id, a.project_id, a.campaign_id, s.submitted_on
  ${submitted(context, range)} and a.state in ('submitted', 'taken') and not exists (select from told where told.article_id = a.id)
  order by s.submitted_on, a.id`;

/** How much was published of each campaign, of which there was anything. */
export const campaignsTold = (context: Context, range: Range) => rows(context.db, { campaignId: id<'campaign'>(), count: int() })`
  select a.campaign_id, count(*)::int as count ${published(context, range)} and a.campaign_id is not null group by 1`;

/** 通报 that everybody may read, on which day they became so. */
export const bulletinsReleased = ({ db, county }: Context, { from, to }: Range) => rows(db, { month: text(), on: day() })`
  select month, (published_at at time zone 'Asia/Shanghai')::date as on from bulletin
  where county_id = ${county} and disclosure = 'public' and (published_at at time zone 'Asia/Shanghai')::date between ${from} and ${to}
  order by published_at, month`;

/** How much of it reached the public, by day: 内部刊物 and what the roster does not know is left out. */
export const publicDays = (context: Context, range: Range, kinds: readonly OutletKind[]) => rows(context.db, {
  on: day(),
  count: int(),
})`
  select c.published_on as on, count(*)::int as count ${published(context, range)} and o.kind = any(${[...kinds]}) group by 1 order by 1`;
