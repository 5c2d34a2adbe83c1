import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { Id } from '../../kernel/ids.ts';
import { id, rows } from '../../kernel/rows.ts';
import { type Move, moveRow, type Window } from '../moving.ts';
import type { Campaign, Plan } from '../plan.ts';

/** The plan of that campaign, locked: windows of a plan are changed one at a time, by hand or by a 补充通知. */
export async function lockPlanOf({ db, county }: Context, campaign: Campaign['id']): Promise<Plan['id'] | undefined> {
  const [plan] = await rows(db, { id: id<'plan'>() })`
    select id from plan where county_id = ${county}
      and id = (select plan_id from campaign where county_id = ${county} and id = ${campaign}) for update`;
  return plan?.id;
}

/** 改期 of a plan, the newest first; of a unit's viewer those of its own campaigns. */
export function movesOf({ db, county, onlyUnit, day }: Context, plan: Plan['id']): Promise<Move[]> {
  return rows(db, moveRow)`
    select m.campaign_id, m.no, c.no as campaign_no, c.theme, m.was_from, m.was_to, to_jsonb(m.was_days) as was_days, m.was_text,
      m.was_precision, m.from_on, m.to_on, m.window_text, m.reason, p.name as moved_by_name, m.moved_on,
      (select coalesce(jsonb_agg(jsonb_build_object('id', cu.unit_id, 'name', n.name) order by cu.place), '[]')
        from campaign_unit cu
        join unit_name n on n.county_id = cu.county_id and n.unit_id = cu.unit_id and ${nameOn({ db, day })}
        where cu.county_id = ${county} and cu.campaign_id = m.campaign_id and (${onlyUnit}::uuid is null or cu.unit_id = ${onlyUnit})
          and not exists (select from campaign_move_seen s where s.county_id = ${county} and s.campaign_id = m.campaign_id
            and s.no >= m.no and s.unit_id = cu.unit_id)) as unseen
    from campaign_move m
    join campaign c on c.county_id = m.county_id and c.id = m.campaign_id
    join person p on p.county_id = m.county_id and p.id = m.moved_by
    where m.county_id = ${county} and c.plan_id = ${plan} and (${onlyUnit}::uuid is null or exists (
      select from campaign_unit cu where cu.county_id = ${county} and cu.campaign_id = m.campaign_id and cu.unit_id = ${onlyUnit}))
    order by m.moved_at desc, m.campaign_id, m.no desc`;
}

/** The campaign and its plan a version further, and what the window was kept beside it. */
export async function saveMove(
  { db, county, actor, day, now }: Context,
  plan: Plan['id'],
  was: Campaign,
  is: Window,
  reason: string,
) {
  const { fromOn, toOn, days, windowText, precision } = is;
  await db`
    insert into campaign_move ${db({
      ...{ countyId: county, campaignId: was.id, no: was.version + 1 },
      ...{ wasFrom: was.fromOn, wasTo: was.toOn, wasDays: was.days, wasText: was.windowText, wasPrecision: was.precision },
      ...{ fromOn, toOn, windowText, reason, movedBy: actor.id, movedOn: day, movedAt: now },
    })}`;
  await db`
    update campaign set ${db({ fromOn, toOn, days, windowText, precision })}, version = version + 1
    where county_id = ${county} and id = ${was.id}`;
  await db`update plan set version = version + 1 where county_id = ${county} and id = ${plan}`;
}

export async function insertSeen(
  { db, county, actor, now }: Context,
  { campaignId, no }: Pick<Move, 'campaignId' | 'no'>,
  unitId: Id<'unit'>,
) {
  const row = { countyId: county, campaignId, no, unitId, seenBy: actor.id, seenAt: now };
  await db`insert into campaign_move_seen ${db(row)} on conflict do nothing`;
}
