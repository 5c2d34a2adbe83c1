import { recordAudit } from '../../audit/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { type CountyDate, dayBefore } from '../../kernel/dates.ts';
import { type Id, newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { refusals, type Unit } from '../identity.ts';
import * as sql from '../queries.ts';
import { mayAct } from '../rights.ts';

export type NewUnit = Pick<Unit, 'name' | 'kind' | 'code' | 'host'> & { fromOn?: CountyDate | undefined };

export async function addUnits(context: Context, given: readonly NewUnit[]): Promise<{ ids: Id<'unit'>[] }> {
  if (!mayAct(context.actor, 'unit.write', null)) refuse(refusals.mayNotInvite);
  const ids: Id<'unit'>[] = [];
  for (const { fromOn = context.day, ...unit } of given) {
    const id = newId<'unit'>(context.now);
    await sql.insertUnit(context, { id, fromOn, ...unit });
    await recordAudit(context, { what: 'unit.add', subjectId: id, version: 1, reason: unit.name });
    ids.push(id);
  }
  return { ids };
}

/** From a day on the unit has another name, or besides its name a short one. */
export async function nameUnit(
  context: Context,
  id: Unit['id'],
  given: { version: number; name: string; fromOn: CountyDate; alias: boolean },
) {
  const unit = await lockedUnit(context, id, given.version);
  if (!given.alias) await sql.endName(context, id, dayBefore(given.fromOn));
  await sql.insertName(context, id, given.name, given.fromOn, given.alias);
  await sql.saveUnit(context, unit);
  const what = given.alias ? 'unit.alias' : 'unit.rename';
  await recordAudit(context, { what, subjectId: id, version: given.version + 1, reason: `${unit.name} → ${given.name}` });
  return { id };
}

export async function closeUnit(
  context: Context,
  id: Unit['id'],
  given: { version: number; toOn: CountyDate | null; reason: string },
) {
  const unit = await lockedUnit(context, id, given.version);
  await sql.saveUnit(context, { ...unit, toOn: given.toOn });
  await recordAudit(context, {
    what: given.toOn ? 'unit.close' : 'unit.reopen',
    subjectId: id,
    version: given.version + 1,
    reason: given.reason,
  });
  return { id };
}

async function lockedUnit(context: Context, id: Unit['id'], version: number): Promise<Unit> {
  if (!mayAct(context.actor, 'unit.write', null)) refuse(refusals.mayNotInvite);
  const unit = (await sql.lockUnit(context, id)) ?? refuse(refusals.noUnit);
  if (unit.version !== version) refuse(refusals.movedOn);
  return unit;
}
