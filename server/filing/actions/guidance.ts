import { recordAudit } from '../../audit/queries.ts';
import { whyResting } from '../../identity/identity.ts';
import { lockUnit } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import { newId } from '../../kernel/ids.ts';
import { filesOf, holdFiles } from '../../kernel/queries.ts';
import { refuse } from '../../kernel/refusal.ts';
import { planOf } from '../../plan/queries.ts';
import { type Bond, refusals, whyNotNote, whyNotSet } from '../guidance.ts';
import * as sql from '../queries/guidance.ts';

/** The office says which unit guides which under the year's plan. Throws `Refused`. */
export async function setGuidance(context: Context, { leadId, unitId }: Pick<Bond, 'leadId' | 'unitId'>) {
  const why = whyNotSet(context.actor);
  if (why) refuse(why);
  const plan = (await planOf(context, null)) ?? refuse(refusals.noPlan);
  if (leadId === unitId) refuse(refusals.self);
  const [lead, unit] = [await lockUnit(context, leadId), await lockUnit(context, unitId)];
  if (!lead || !unit || whyResting(lead, context.day) || whyResting(unit, context.day)) return refuse(refusals.noUnit);
  const id = newId<'guidanceBond'>(context.now);
  await sql.insertBond(context, { id, planId: plan.id, leadId, unitId });
  await recordAudit(context, { what: 'guidance.set', subjectId: id, version: 1, reason: `${lead.name} → ${unit.name}` });
  return { id };
}

export async function endGuidance(context: Context, id: Bond['id'], { version, reason }: { version: number; reason: string }) {
  const bond = (await sql.lockBond(context, id)) ?? refuse(refusals.notFound);
  const why = whyNotSet(context.actor) ?? (bond.endedOn === null ? null : refusals.ended);
  if (why) refuse(why);
  if (bond.version !== version) refuse(refusals.movedOn);
  await sql.endBond(context, bond, reason);
  await recordAudit(context, { what: 'guidance.end', subjectId: id, version: version + 1, reason });
  return { id };
}

export type NewNote = { happenedOn: CountyDate; what: string; byName: string; sha256: string | null };

/** The lead unit notes what it did for the other; both see it. Throws `Refused`. */
export async function noteGuidance(context: Context, id: Bond['id'], note: NewNote) {
  const bond = (await sql.lockBond(context, id)) ?? refuse(refusals.notFound);
  const why = whyNotNote(context.actor, bond);
  if (why) refuse(why);
  if (note.happenedOn > context.day) refuse(refusals.future);
  if (note.sha256 !== null) {
    if ((await filesOf(context, [note.sha256])).length === 0) refuse(refusals.noFile);
    for (const unit of [bond.leadId, bond.unitId]) await holdFiles(context, [note.sha256], unit);
  }
  const noteId = newId<'guidanceNote'>(context.now);
  await sql.insertNote(context, { id: noteId, bondId: id, ...note });
  const reason = `${bond.unitName} ${note.happenedOn}：${note.what}`;
  await recordAudit(context, { what: 'guidance.note', subjectId: noteId, version: 1, reason });
  return { id: noteId };
}
