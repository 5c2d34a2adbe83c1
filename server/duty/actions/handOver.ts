import { recordAudit } from '../../audit/queries.ts';
import { fileReturn, filingsNow } from '../../filing/actions.ts';
import type { Filing } from '../../filing/filing.ts';
import { lockUnit } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type Officer, refusals, whyNotTake } from '../handOver.ts';
import { insertHandOver, officersSeen, thingsOf } from '../queries/handOver.ts';

/** What an 信息员 has under way, and whether the unit's 报备 still names him. Throws `Refused`. */
export async function onHand(context: Context, from: Officer['id']) {
  const officer = (await officersSeen(context)).find(({ id }) => id === from) ?? refuse(refusals.noOfficer);
  const [things, contacts] = await Promise.all([thingsOf(context, officer), namedIn(context, officer)]);
  return { officer, things, contacts };
}

/** The unit's 负责领导和信息员, where it names this person. */
async function namedIn(context: Context, { id, unitId }: Officer): Promise<Filing | null> {
  const cells = (await filingsNow(context))?.rows.find((row) => row.id === unitId)?.cells ?? [];
  const filing = cells.find(({ kind }) => kind === 'contacts')?.filing ?? null;
  return filing?.officerId === id ? filing : null;
}

/** The successor takes over all of it in one act, as he saw it; where the 报备 named the other, it names him from now on. Throws `Refused`. */
export async function takeOver(context: Context, from: Officer['id'], seen: readonly string[]) {
  const { officer } = await onHand(context, from);
  const why = whyNotTake(context.actor, officer);
  if (why) refuse(why);
  await lockUnit(context, officer.unitId); // two successors at once: the second finds nothing left
  const { things, contacts } = await onHand(context, from);
  if (things.length === 0 && contacts === null) refuse(refusals.nothing);
  const now = things.map(({ id }) => id).sort();
  if (now.join() !== seen.toSorted().join()) refuse(refusals.movedOn);
  const id = await insertHandOver(context, { unitId: officer.unitId, fromId: from, things });
  if (contacts) await fileReturn(context, { ...contacts, officerId: context.actor.id });
  const reason = `${officer.name} → ${context.actor.name}：${things.length} 件${contacts ? '，信息员改报' : ''}`;
  await recordAudit(context, { what: 'handOver.take', subjectId: id, version: 1, reason });
  return { id, things: things.length };
}
