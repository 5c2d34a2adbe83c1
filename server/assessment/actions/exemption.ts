import { recordAudit } from '../../audit/queries.ts';
import { lockOpenPeriod } from '../../fact/queries.ts';
import { lockUnit } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import type { CountyDate } from '../../kernel/dates.ts';
import { newId } from '../../kernel/ids.ts';
import { filesOf, holdFiles } from '../../kernel/queries.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import {
  type Exemption,
  heldSpan,
  refusals,
  whyNotConfirm,
  whyNotOver,
  whyNotPropose,
  whyNotWithdraw,
} from '../exemption/exemption.ts';
import { firstDay, monthOf } from '../months.ts';
import * as sql from '../queries/exemption.ts';

export type Proposal = Pick<Exemption, 'unitId' | 'fromOn' | 'toOn' | 'reason' | 'basis' | 'evidence'>;

/** Proposes that a unit is scored without being ranked; it counts for nothing until somebody else has confirmed it. */
export async function proposeExemption(context: Context, given: Proposal): Promise<{ id: Exemption['id'] }> {
  const { unitId, fromOn, toOn, reason, basis, evidence } = given;
  const mayNot = whyNotPropose(context.actor);
  if (mayNot) refuse(mayNot);
  if (toOn !== null && toOn < fromOn) refuse(refusals.endsEarly);
  await openOver(context, given);
  const unit = (await lockUnit(context, unitId)) ?? refuse(refusals.noUnit); // one of a unit at a time: the next sees it
  if ((toOn ?? '9999') < unit.fromOn || (unit.toOn ?? '9999') < fromOn) refuse(refusals.notThen(unit.fromOn, unit.toOn));
  await refuseOverlap(context, given);
  const files = evidence === null ? [] : [evidence];
  if ((await filesOf(context, files)).length < files.length) refuse(refusals.noFile);
  await holdFiles(context, files, unitId);
  const id = newId<'exemption'>(context.now);
  await sql.insertExemption(context, { id, ...given });
  const words = `${unit.name} ${spanWords(fromOn, toOn)}：${reason}（${basis}）`;
  await recordAudit(context, { what: 'exemption.propose', subjectId: id, version: 1, reason: words });
  return { id };
}

/** The second person's word; from now on the months that are still open are ranked without the unit. */
export async function confirmExemption(context: Context, id: Exemption['id'], { version }: { version: number }) {
  const exemption = await held(context, id, version, (found) => whyNotConfirm(context.actor, found));
  await openOver(context, exemption);
  await sql.saveConfirmed(context, exemption);
  await recordAudit(context, { what: 'exemption.confirm', subjectId: id, version: version + 1, reason: toldOf(exemption) });
  return { id };
}

/** It holds no longer; months that were locked with it keep it. */
export async function withdrawExemption(context: Context, id: Exemption['id'], given: { version: number; reason: string }) {
  const exemption = await held(context, id, given.version, (found) => whyNotWithdraw(context.actor, found));
  const open = firstDay(await lockOpenPeriod(context, monthOf(exemption.fromOn))) as CountyDate;
  const endsBefore = exemption.state === 'confirmed' ? later(open, exemption.fromOn) : null;
  await sql.saveWithdrawn(context, { id, version: given.version, why: given.reason, endsBefore });
  const reason = `${toldOf(exemption)}；撤回：${given.reason}`;
  await recordAudit(context, { what: 'exemption.withdraw', subjectId: id, version: given.version + 1, reason });
  return { id };
}

const later = (a: CountyDate, b: CountyDate) => (a < b ? b : a);

/** Nobody locks a month meanwhile. */
async function openOver(context: Context, exemption: Pick<Exemption, 'fromOn'>) {
  const why = whyNotOver(exemption, await lockOpenPeriod(context, monthOf(exemption.fromOn)));
  if (why) refuse(why);
}

/** Proposed or confirmed, another one of the unit on the same days. */
async function refuseOverlap(context: Context, { unitId, fromOn, toOn }: Proposal) {
  for (const other of await sql.listExemptions(context, { state: null, unit: unitId })) {
    const span = heldSpan(other);
    const stands = other.state !== 'withdrawn' || other.endsBefore !== null;
    if (!stands || span === null || span.from > (toOn ?? '9999') || (span.to ?? '9999') < fromOn) continue;
    refuse(refusals.overlaps(other.unitName, span.from, span.to));
  }
}

const spanWords = (from: CountyDate, to: CountyDate | null) => (to === null ? `${from} 起` : `${from} 到 ${to}`);
const toldOf = ({ unitName, fromOn, toOn, reason }: Exemption) => `${unitName} ${spanWords(fromOn, toOn)}：${reason}`;

/** As the person saw it, held until the end of the transaction; refused when it moved on or he may not. */
async function held(context: Context, id: Exemption['id'], version: number, whyNot: (found: Exemption) => Refusal | null) {
  const found = (await sql.lockExemption(context, id)) ?? refuse(refusals.notFound);
  const why = whyNot(found);
  if (why?.status === 403) refuse(why);
  if (found.version !== version) refuse(refusals.movedOn);
  return why ? refuse(why) : found;
}
