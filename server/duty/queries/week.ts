import type { MediaTier } from '../../channel/channel.ts';
import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import { day, flag, id, int, orNull, type RowOf, rows, text } from '../../kernel/rows.ts';

export type Published = RowOf<typeof publishedRow>;
const publishedRow = {
  id: id<'claim'>(),
  unit: text(),
  title: text(),
  outlet: text(),
  tier: orNull(text<MediaTier>()),
  day: day(),
  verified: flag(),
};

/** What appeared in these days, verified or still to be; the tier is the one of the day. */
export const publishedBetween = (
  { db, county, onlyUnit, day: today }: Context,
  from: CountyDate,
  to: CountyDate,
): Promise<Published[]> =>
  rows(db, publishedRow)`
  select c.id, n.name as unit, c.title, coalesce(o.name, c.outlet_text) as outlet,
    case when c.state = 'accepted' then c.tier else t.tier end as tier, c.published_on as day, c.state = 'accepted' as verified
  from claim c
  join unit_name n on n.county_id = c.county_id and n.unit_id = c.unit_id and ${nameOn({ db, day: today })}
  left join outlet o on o.county_id = c.county_id and o.id = c.outlet_id
  left join lateral (
    select r.tier from outlet_tier r where r.county_id = ${county} and r.outlet_id = o.id and r.from_on <= c.published_on
    order by r.from_on desc, r.decided_at desc, r.id desc limit 1) t on true
  where c.county_id = ${county} and c.state in ('pending', 'accepted') and c.published_on between ${from} and ${to}
    and (${onlyUnit}::uuid is null or c.unit_id = ${onlyUnit})
  order by c.published_on, c.id`;

/** 报送 that stands of these days, and of how many units. */
export async function submittedBetween({ db, county, onlyUnit }: Context, from: CountyDate, to: CountyDate) {
  const [found] = await rows(db, { articles: int(), units: int() })`
    select count(*)::int as articles, count(distinct a.unit_id)::int as units
    from submission s join article a on a.county_id = s.county_id and a.id = s.article_id
    where s.county_id = ${county} and s.submitted_on between ${from} and ${to} and (s.outcome is null or s.outcome in ('taken', 'left'))
      and (${onlyUnit}::uuid is null or a.unit_id = ${onlyUnit})`;
  return found ?? { articles: 0, units: 0 };
}

/** What waits for the office today, whoever of it does it. */
export async function waitingNow({ db, county, day: today }: Context) {
  const [found] = await rows(db, { incoming: int(), claims: int(), overdue: int(), filings: int(), objections: int() })`
    select (select count(*)::int from article where county_id = ${county} and state = 'submitted') as incoming,
      (select count(*)::int from claim where county_id = ${county} and state = 'pending') as claims,
      (select count(*)::int from commission where county_id = ${county} and state = 'open' and due_on < ${today}) as overdue,
      (select count(*)::int from filing where county_id = ${county} and state = 'filed') as filings,
      (select count(*)::int from objection where county_id = ${county} and state in ('pending', 'proposed')) as objections`;
  return found ?? { incoming: 0, claims: 0, overdue: 0, filings: 0, objections: 0 };
}
