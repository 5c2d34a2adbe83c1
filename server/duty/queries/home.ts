import type { OutletKind } from '../../channel/channel.ts';
import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { day, id, int, orNull, type RowOf, rows, text } from '../../kernel/rows.ts';
import { takenOverBy } from './handOver.ts';

/** What somebody can have to do with one thing. */
export type Doing = 'review' | 'revise' | 'decide' | 'verify' | 'supplement' | 'write' | 'urge';
export type Item = RowOf<typeof itemRow>;
const itemRow = {
  what: text<Doing>(),
  id: id<string>(),
  title: text(),
  unitName: text(),
  dueOn: orNull(day()),
  sinceOn: orNull(day()), // since when it waits
  publishedOn: orNull(day()), // of what appeared somewhere
};

/** `levels`: which of the three the actor signs; the others: whether he is one who does that. */
export type Does = { levels: readonly number[]; decides: boolean; verifies: boolean; claims: boolean; writes: boolean };
export const mostItems = 200;

/** Every single thing that waits for the viewer, what is due first on top, in one statement. */
export const itemsFor = (context: Context, does: Does): Promise<Item[]> => {
  const { db, county, day: today } = context;
  return rows(db, itemRow)`
  select w.what, w.id, w.title, n.name as unit_name, w.due_on, w.since_on, w.published_on
  from (${articlesFor(context, does)} union all ${claimsFor(context, does)} union all ${commissionsFor(context, does)}) w
  join unit_name n on n.county_id = ${county} and n.unit_id = w.unit_id and ${nameOn({ db, day: today })}
  order by w.due_on, w.since_on, w.id limit ${mostItems}`;
};

const articlesFor = ({ db, county, onlyUnit, actor }: Context, { levels, decides }: Does) => db`
  select case a.state when 'inReview' then 'review' when 'returned' then 'revise' else 'decide' end as what, a.id, a.unit_id,
    case when a.state = 'submitted' then v.title else a.title end as title,
    m.due_on, case when a.state = 'submitted' then s.submitted_on else v.made_on end as since_on, null::date as published_on
  from article a
  left join article_version v on v.county_id = a.county_id and v.article_id = a.id and v.no = a.version_no
  left join submission s on s.county_id = a.county_id and s.article_id = a.id and s.version_no = a.version_no
  left join commission m on m.county_id = a.county_id and m.id = a.commission_id and m.state = 'open'
  where a.county_id = ${county} and (${onlyUnit}::uuid is null or a.unit_id = ${onlyUnit}) and (
    a.state = 'returned' and coalesce(${takenOverBy({ db, county }, 'article', db`a.id`)}, a.author_id) = ${actor.id}
    or a.state = 'submitted' and ${decides}
    or a.state = 'inReview' and a.unit_id = ${onlyUnit} and a.level = any(${[...levels]}::int[]) and a.author_id <> ${actor.id}
      and v.made_by <> ${actor.id} and not exists (
        select from review_level l where l.county_id = ${county} and l.article_id = a.id and l.version_no = a.version_no
          and (l.level = a.level and l.person_id <> ${actor.id} or l.level <> a.level and l.person_id = ${actor.id})))`;

const claimsFor = ({ db, county, onlyUnit, actor }: Context, { verifies, claims }: Does) => db`
  select case c.state when 'pending' then 'verify' else 'supplement' end, c.id, c.unit_id, c.title,
    null, coalesce(c.decided_on, c.claimed_on), c.published_on
  from claim c join unit u on u.county_id = c.county_id and u.id = c.unit_id
  where c.county_id = ${county} and (${onlyUnit}::uuid is null or c.unit_id = ${onlyUnit}) and (
    c.state = 'refused' and ${claims}
    or c.state = 'pending' and ${verifies} and (not u.host or ${actor.roles.includes('officeLead')}) and not exists (
      select from claim_step s where s.county_id = ${county} and s.claim_id = c.id and s.done_by = ${actor.id}
        and s.what in ('claim', 'supplement')))`;

const commissionsFor = ({ db, county, onlyUnit, day: today }: Context, { writes, decides }: Does) => db`
  select case when ${writes} then 'write' else 'urge' end, m.id, m.unit_id, m.title, m.due_on, m.ordered_on, null
  from commission m
  where m.county_id = ${county} and m.state = 'open' and (${onlyUnit}::uuid is null or m.unit_id = ${onlyUnit})
    and (${writes} or ${decides} and m.due_on < ${today})`;

/** Where and when what belongs to the campaigns that are on today appeared, within their days; a unit sees its own. */
export const appearedNow = ({ db, county, onlyUnit, day: today }: Context) => rows(db, {
  campaignId: id<'campaign'>(),
  day: day(),
  kind: orNull(text<OutletKind>()),
  count: int(),
})`
  select g.id as campaign_id, c.published_on as day, o.kind, count(*)::int as count
  from campaign g
  join article a on a.county_id = g.county_id and a.campaign_id = g.id
  join claim c on c.county_id = a.county_id and c.article_id = a.id and c.state in ('pending', 'accepted')
    and c.published_on between g.from_on and g.to_on
  left join outlet o on o.county_id = c.county_id and o.id = c.outlet_id
  where g.county_id = ${county} and ${today} between g.from_on and g.to_on and g.cancelled_on is null
    and (${onlyUnit}::uuid is null or c.unit_id = ${onlyUnit})
  group by g.id, c.published_on, o.kind`;
