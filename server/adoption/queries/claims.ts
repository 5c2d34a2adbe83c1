import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import { id, rows, text } from '../../kernel/rows.ts';
import { type Claim, type ClaimState, claimRow, type Step, stepRow } from '../adoption.ts';

/** What the viewer sees; the outlet under its name of today, with the tier of the day of publication. */
export const claimsSeen = ({ db, county, onlyUnit, day }: Context) => db`
  select c.id, c.unit_id, n.name as unit_name, u.host, c.article_id, a.title as article_title, a.state as article_state,
    p.name as project_name, g.theme, coalesce(o.name, c.outlet_text) as outlet, o.id as outlet_id, o.group_name,
    t.tier as tier_now,
    t.from_on as since_now, c.published_on, c.title, c.form, c.placement, c.words, c.link, c.state, w.name as claimed_by_name,
    c.claimed_on, d.name as decided_by_name, c.decided_on, c.reason, c.fact_id, f.period, c.tier,
    exists (select from fact r where r.county_id = ${county} and (r.cancels = c.fact_id or r.replaces = c.fact_id)) as reviewed,
    array(select e.sha256 from claim_evidence e where e.county_id = ${county} and e.claim_id = c.id order by e.sha256) as evidence,
    array(select distinct s.done_by::text from claim_step s
      where s.county_id = ${county} and s.claim_id = c.id and s.what in ('claim', 'supplement')) as vouchers,
    c.version
  from claim c
  join unit u on u.county_id = c.county_id and u.id = c.unit_id
  join unit_name n on n.county_id = c.county_id and n.unit_id = c.unit_id and ${nameOn({ db, day })}
  join article a on a.county_id = c.county_id and a.id = c.article_id
  join person w on w.county_id = c.county_id and w.id = c.claimed_by
  left join project p on p.county_id = a.county_id and p.id = a.project_id
  left join campaign g on g.county_id = a.county_id and g.id = a.campaign_id
  left join outlet_name k on k.county_id = c.county_id and k.key = c.outlet_key
  left join outlet o on o.county_id = k.county_id and o.id = k.outlet_id
  left join lateral (
    select r.tier, r.from_on from outlet_tier r
    where r.county_id = ${county} and r.outlet_id = o.id and r.from_on <= c.published_on
    order by r.from_on desc, r.decided_at desc, r.id desc limit 1) t on true
  left join person d on d.county_id = c.county_id and d.id = c.decided_by
  left join fact f on f.county_id = c.county_id and f.id = c.fact_id
  where c.county_id = ${county} and (${onlyUnit}::uuid is null or c.unit_id = ${onlyUnit})`;

export async function claim(context: Context, claim: Claim['id']): Promise<Claim | undefined> {
  const [found] = await rows(context.db, claimRow)`${claimsSeen(context)} and c.id = ${claim}`;
  return found;
}

/** Locked, then read: had the locking statement to wait, its joined columns would still be the old ones. */
export async function lockClaim(context: Context, id: Claim['id']): Promise<Claim | undefined> {
  await context.db`select from claim where county_id = ${context.county} and id = ${id} for update`;
  return claim(context, id);
}

type Appearance = { articleId: Claim['articleId'] | null; unitId: Claim['unitId']; title: string; key: string; on: CountyDate };

/** A standing claim of the same appearance: of that article, or under that title whichever article it is said to be. */
export async function twinOf(context: Context, appearance: Appearance, except: Claim['id'] | null): Promise<Claim | undefined> {
  const { articleId, unitId, title, key, on } = appearance;
  const [found] = await rows(context.db, claimRow)`
    ${claimsSeen(context)} and c.unit_id = ${unitId} and c.outlet_key = ${key} and c.published_on = ${on}
    and c.state in ('pending', 'accepted') and c.id is distinct from ${except}
    and (c.article_id = ${articleId} or c.title = ${title}) limit 1`;
  return found;
}

/** Of a claim that the viewer was found to see. */
export const stepsUnscoped = ({ db, county }: Context, claim: Claim['id']): Promise<Step[]> => rows(db, stepRow)`
  select s.no, s.what, s.reason, s.was, p.name as by_name, s.done_on, s.done_at
  from claim_step s join person p on p.county_id = s.county_id and p.id = s.done_by
  where s.county_id = ${county} and s.claim_id = ${claim} order by s.no`;

/** Other claims that the viewer sees and that the same bytes prove. */
export const sameEvidence = ({ db, county, onlyUnit, day }: Context, claim: Claim['id']) => rows(db, {
  sha256: text(),
  id: id<'claim'>(),
  unitName: text(),
  title: text(),
  outlet: text(),
  state: text<ClaimState>(),
})`
  select e.sha256, c.id, n.name as unit_name, c.title, c.outlet_text as outlet, c.state
  from claim_evidence e
  join claim_evidence x on x.county_id = e.county_id and x.sha256 = e.sha256 and x.claim_id <> e.claim_id
  join claim c on c.county_id = x.county_id and c.id = x.claim_id
  join unit_name n on n.county_id = c.county_id and n.unit_id = c.unit_id and ${nameOn({ db, day })}
  where e.county_id = ${county} and e.claim_id = ${claim} and (${onlyUnit}::uuid is null or c.unit_id = ${onlyUnit})
  order by c.id limit 20`;
