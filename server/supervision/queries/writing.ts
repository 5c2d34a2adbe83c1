import type { Context } from '../../kernel/context.ts';
import type { BasisMonth, Order, Step } from '../supervision.ts';

type New = Pick<Order, 'id' | 'unitId' | 'colour' | 'matter' | 'matterKey' | 'requirement' | 'dueOn' | 'state'>;
type Seen = Pick<Order, 'id' | 'version'>;

export async function insertOrder({ db, county, actor, day, now }: Context, given: New) {
  const waits = given.state === 'proposed';
  const row = {
    ...{ countyId: county, ...given, draftedBy: actor.id, draftedOn: day, draftedAt: now, answer: '', version: 1 },
    ...{ issuedOn: waits ? null : day, proposedBy: waits ? actor.id : null },
  };
  await db`insert into supervision_order ${db(row)}`;
}

export async function insertMonths({ db, county }: Context, orderId: Order['id'], months: readonly BasisMonth[]) {
  const given = months.map(({ countOnly, ...month }) => ({ countyId: county, orderId, ...month, countOnly }));
  if (given.length > 0) await db`insert into supervision_month ${db(given)}`;
}

export async function insertEvidence({ db, county }: Context, orderId: Order['id'], files: readonly string[]) {
  const given = [...new Set(files)].map((sha256) => ({ countyId: county, orderId, sha256 }));
  if (given.length > 0) await db`insert into supervision_evidence ${db(given)} on conflict do nothing`;
}

export async function insertStep(
  { db, county, actor, day, now }: Context,
  orderId: Order['id'],
  step: Pick<Step, 'no' | 'what' | 'reason'>,
) {
  await db`insert into supervision_step ${db({ countyId: county, orderId, ...step, doneBy: actor.id, doneOn: day, doneAt: now })}`;
}

type Rise = Pick<Order, 'colour' | 'dueOn' | 'requirement'>;
const nothingNext = { nextColour: null, nextDueOn: null, nextRequirement: null };

/** Asked for; it goes out with the lead's word. */
export const saveRising = ({ actor, ...context }: Context, order: Seen, { colour, dueOn, requirement }: Rise) =>
  save(context, order, { nextColour: colour, nextDueOn: dueOn, nextRequirement: requirement, proposedBy: actor.id });

/** It goes out as what it is now and waits for the unit's answer again; `second`: this person is the one who agreed. */
export const saveRaised = ({ actor, day, ...context }: Context, order: Seen, rise: Rise, second = false) =>
  save(context, order, { ...rise, ...nothingNext, state: 'issued', issuedOn: day, ...(second ? { confirmedBy: actor.id } : {}) });

export const dropRising = (context: Context, order: Seen) => save(context, order, nothingNext);

/** A red order goes out, or was never sent. */
export const saveFirst = ({ actor, day, ...context }: Context, order: Seen, agree: boolean) =>
  save(context, order, agree ? { state: 'issued', issuedOn: day, confirmedBy: actor.id } : { state: 'withdrawn', endedOn: day });

export const saveAnswer = ({ day, ...context }: Context, order: Seen, answer: string) =>
  save(context, order, { answer, answeredOn: day, state: 'answered' });

export const saveAsked = (context: Context, order: Seen, due: Pick<Order, 'askedDueOn' | 'dueOn'>) => save(context, order, due);

/** Ended, or going on; an ended one asks for nothing more. */
export function saveState({ day, ...context }: Context, order: Seen, state: Order['state']) {
  const ended = state === 'closed' || state === 'withdrawn';
  return save(context, order, { state, endedOn: ended ? day : null, ...(ended ? { ...nothingNext, askedDueOn: null } : {}) });
}

type Changes = Record<string, string | null>;
async function save({ db, county }: Pick<Context, 'db' | 'county'>, { id, version }: Seen, changes: Changes) {
  await db`update supervision_order set ${db({ ...changes, version: version + 1 })} where county_id = ${county} and id = ${id}`;
}
