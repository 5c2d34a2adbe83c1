import { nameOn } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { day, int, orNull, rows, texts } from '../../kernel/rows.ts';
import { type Order, type OrderState, orderRow, type Step, stepRow } from '../supervision.ts';

export type Wanted = { state: OrderState | null; unit: Order['unitId'] | null };
export const nothingWanted: Wanted = { state: null, unit: null };

/** What the viewer sees: all, or his unit's as far as they went out. */
const ordersSeen = ({ db, county, onlyUnit, day: today }: Context) => db`
  select o.id, o.unit_id, n.name as unit_name, o.colour, o.matter, o.matter_key, o.requirement, o.due_on, o.state,
    d.name as drafted_by_name, o.drafted_on, o.issued_on, o.proposed_by, c.name as confirmed_by_name, o.next_colour, o.next_due_on,
    o.next_requirement, o.asked_due_on, o.answer, o.answered_on, o.ended_on,
    (select coalesce(jsonb_agg(jsonb_build_object('month', m.month, 'submitted', m.submitted, 'quota', m.quota,
        'countOnly', m.count_only) order by m.month), '[]')
      from supervision_month m where m.county_id = ${county} and m.order_id = o.id) as months,
    o.version
  from supervision_order o
  join unit_name n on n.county_id = o.county_id and n.unit_id = o.unit_id and ${nameOn({ db, day: today })}
  join person d on d.county_id = o.county_id and d.id = o.drafted_by
  left join person c on c.county_id = o.county_id and c.id = o.confirmed_by
  where o.county_id = ${county} and (${onlyUnit}::uuid is null or o.unit_id = ${onlyUnit} and o.issued_on is not null)`;

/** What is open first, by the day on which it is due; then what has ended, the newest on top. */
export const listOrders = (context: Context, { state, unit }: Wanted): Promise<Order[]> => rows(context.db, orderRow)`
  ${ordersSeen(context)} and (${state}::text is null or o.state = ${state}) and (${unit}::uuid is null or o.unit_id = ${unit})
  order by o.state in ('closed', 'withdrawn'), case when o.state not in ('closed', 'withdrawn') then o.due_on end, o.id desc`;

export async function order(context: Context, order: Order['id']): Promise<Order | undefined> {
  const [found] = await rows(context.db, orderRow)`${ordersSeen(context)} and o.id = ${order}`;
  return found;
}

/** Locked, then read: had the locking statement to wait, its joined columns would still be the old ones. */
export async function lockOrder(context: Context, id: Order['id']): Promise<Order | undefined> {
  await context.db`select from supervision_order where county_id = ${context.county} and id = ${id} for update`;
  return order(context, id);
}

/** Of an order that the viewer was found to see. */
export const stepsUnscoped = ({ db, county }: Context, order: Order['id']): Promise<Step[]> => rows(db, stepRow)`
  select s.no, s.what, s.reason, p.name as by_name, s.done_on, s.done_at
  from supervision_step s join person p on p.county_id = s.county_id and p.id = s.done_by
  where s.county_id = ${county} and s.order_id = ${order} order by s.no`;

/** Of an order that the viewer was found to see. */
export async function evidenceUnscoped({ db, county }: Context, order: Order['id']): Promise<readonly string[]> {
  const [found] = await rows(db, { files: texts() })`
    select array(select sha256 from supervision_evidence where county_id = ${county} and order_id = ${order} order by 1) as files`;
  return found?.files ?? [];
}

/** What waits, of all that the viewer sees: for the unit's answer, for the office, for the lead, and what is over its day. */
export async function countsWaiting({ db, county, onlyUnit, day: today }: Context) {
  const [found] = await rows(db, {
    toAnswer: int(),
    nextDueOn: orNull(day()),
    overdue: int(),
    answered: int(),
    asked: int(),
    toApprove: int(),
  })`
    select (count(*) filter (where state = 'issued'))::int as to_answer,
      min(due_on) filter (where state = 'issued') as next_due_on,
      (count(*) filter (where state in ('issued', 'answered') and due_on < ${today}))::int as overdue,
      (count(*) filter (where state = 'answered'))::int as answered,
      (count(*) filter (where asked_due_on is not null and state in ('issued', 'answered')))::int as asked,
      (count(*) filter (where state = 'proposed' or next_colour is not null and state in ('issued', 'answered')))::int as to_approve
    from supervision_order
    where county_id = ${county} and (${onlyUnit}::uuid is null or unit_id = ${onlyUnit} and issued_on is not null)`;
  return found ?? { toAnswer: 0, nextDueOn: null, overdue: 0, answered: 0, asked: 0, toApprove: 0 };
}
