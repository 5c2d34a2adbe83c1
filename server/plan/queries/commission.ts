import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { day, id, rows } from '../../kernel/rows.ts';
import { type Commission, commissionRow, type Standing } from '../commission/commission.ts';

export type Wanted = { standing: Standing | null; unit: Commission['unitId'] | null };
export const nothingWanted: Wanted = { standing: null, unit: null };

/** Of the viewer's unit, or of all; how each stands is told by the county's day. */
const commissions = ({ db, county, onlyUnit, day }: Context) => db`
  select m.id, m.unit_id, n.name as unit_name, m.title, m.wishes, m.words, m.project_id, p.name as project_name, m.campaign_id, c.theme,
    m.due_on, m.late_from, m.ordered_on, m.delivered_on, m.article_id, m.state, s.standing, m.reason, m.fact_id, m.version
  from commission m
  cross join lateral (select case
    when m.state = 'open' then case when m.due_on < ${day} then 'overdue' else 'waiting' end
    when m.state = 'delivered' and m.delivered_on > m.due_on then 'late' else m.state end as standing) s
  join unit_name n on n.county_id = m.county_id and n.unit_id = m.unit_id and ${nameOn({ db, day })}
  left join project p on p.county_id = m.county_id and p.id = m.project_id
  left join campaign c on c.county_id = m.county_id and c.id = m.campaign_id
  where m.county_id = ${county} and (${onlyUnit}::uuid is null or m.unit_id = ${onlyUnit})`;

/** What still waits first, the most urgent of it on top; then what is done with, the newest on top. */
export const listCommissions = (context: Context, { standing, unit }: Wanted): Promise<Commission[]> => rows(
  context.db,
  commissionRow,
)`
  ${commissions(context)} and (${standing}::text is null or s.standing = ${standing}) and (${unit}::uuid is null or m.unit_id = ${unit})
  order by m.state <> 'open', case when m.state = 'open' then m.due_on end, m.due_on desc, m.id`;

/** Whose fulfilment nobody has settled although the time ran out by that month: what its lock waits for. After a lock one can open again. */
export const overdueCommissions = (context: Context, month: string): Promise<Commission[]> => rows(context.db, commissionRow)`
  ${commissions(context)} and m.state = 'open' and m.late_from <= ${context.day}
    and m.late_from < (${month} || '-01')::date + interval '1 month'
  order by m.due_on, m.id`;

export async function lockCommission(context: Context, commission: Commission['id']): Promise<Commission | undefined> {
  await context.db`select from commission where county_id = ${context.county} and id = ${commission} for update`;
  const [found] = await rows(context.db, commissionRow)`${commissions(context)} and m.id = ${commission}`;
  return found;
}

type New = Pick<
  Commission,
  'id' | 'unitId' | 'title' | 'wishes' | 'words' | 'projectId' | 'campaignId' | 'dueOn' | 'lateFrom' | 'orderedOn'
>;
export async function insertCommission({ db, county, actor, now }: Context, given: New): Promise<void> {
  const row = { countyId: county, ...given, orderedBy: actor.id, orderedAt: now, state: 'open', reason: '', version: 1 };
  await db`insert into commission ${db(row)}`;
}

type Ended = Pick<Commission, 'id' | 'state' | 'deliveredOn' | 'articleId' | 'reason' | 'factId' | 'version'>;
export async function saveCommission({ db, county }: Context, { id, version, ...ended }: Ended): Promise<void> {
  const { state, deliveredOn, articleId, reason, factId } = ended;
  await db`
    update commission set ${db({ state, deliveredOn, articleId, reason, factId, version: version + 1 })}
    where county_id = ${county} and id = ${id}`;
}

/** What the ledger should hold of this module: each 约稿 that was delivered or missed, with the day and the unit it counts for. */
export const commissionFactsDueUnscoped = ({ db, county }: Pick<Context, 'db' | 'county'>) => rows(db, {
  sourceId: id<string>(),
  unit: id<'unit'>(),
  day: day(),
})`
  select id as source_id, unit_id as unit, least(late_from, delivered_on) as day from commission
  where county_id = ${county} and state in ('delivered', 'missed') order by id`;
