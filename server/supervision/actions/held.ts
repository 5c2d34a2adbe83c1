import { recordAudit } from '../../audit/queries.ts';
import { workingCalendar } from '../../calendar/calendar.ts';
import { calendarDays } from '../../calendar/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { addDays, type CountyDate } from '../../kernel/dates.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { lockOrder } from '../queries/orders.ts';
import { insertStep } from '../queries/writing.ts';
import { refusals } from '../refusals.ts';
import type { Order, StepWhat } from '../supervision.ts';

/** As the person saw it, held until the end of the transaction; refused when it moved on or he may not. */
export async function held(context: Context, id: Order['id'], version: number, whyNot: (order: Order) => Refusal | null) {
  const order = (await lockOrder(context, id)) ?? refuse(refusals.notFound);
  const why = whyNot(order);
  if (why?.status === 403) refuse(why);
  if (order.version !== version) refuse(refusals.movedOn(order.state));
  return why ? refuse(why) : order;
}

/** A work day that is still to come, or the refusal that names the next one. */
export async function checkDue(context: Context, dueOn: CountyDate) {
  const { isWorkday, onOrAfter } = workingCalendar(await calendarDays(context));
  const tomorrow = addDays(context.day, 1);
  if (dueOn <= context.day) refuse(refusals.badDue(onOrAfter(tomorrow)));
  if (!isWorkday(dueOn)) refuse(refusals.badDue(onOrAfter(dueOn)));
}

/** The step in the order's own trail and in the audit; what it became for the next who acts. */
export async function done(context: Context, { id, version }: Pick<Order, 'id' | 'version'>, what: StepWhat, reason: string) {
  await insertStep(context, id, { no: version + 1, what, reason });
  await recordAudit(context, { what: `supervision.${what}`, subjectId: id, version: version + 1, reason });
  return { id, version: version + 1 };
}
