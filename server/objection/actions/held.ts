import type { Context } from '../../kernel/context.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Objection } from '../objection.ts';
import { lockObjection } from '../queries/objections.ts';
import { refusals } from '../refusals.ts';

type WhyNot = (objection: Objection) => Refusal | null | Promise<Refusal | null>;

/** As the person saw it, held until the end of the transaction; refused when it moved on or he may not. */
export async function held(context: Context, id: Objection['id'], version: number, whyNot: WhyNot): Promise<Objection> {
  const objection = (await lockObjection(context, id)) ?? refuse(refusals.notFound);
  const why = await whyNot(objection);
  if (why?.status === 403) refuse(why);
  if (objection.version !== version) refuse(refusals.movedOn(objection));
  return why ? refuse(why) : objection;
}
