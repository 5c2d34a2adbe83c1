import { recordAudit } from '../audit/queries.ts';
import { listUnits } from '../identity/queries.ts';
import { mayAct } from '../identity/rights.ts';
import type { Context } from '../kernel/context.ts';
import { type CountyDate, dayBefore } from '../kernel/dates.ts';
import { newId } from '../kernel/ids.ts';
import { filesOf, holdFiles } from '../kernel/queries.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Project } from '../plan/plan.ts';
import { lockProject } from '../plan/queries.ts';
import { elements } from './elements.ts';
import {
  type Entry,
  type Membership,
  membersOn,
  refusals,
  type UnitRole,
  whyNotDecide,
  whyNotFill,
  whyNotWithdraw,
} from './project.ts';
import * as sql from './queries.ts';
import { rowOf } from './sheet.ts';
import { wordsOf } from './words.ts';

export type Filled = Pick<Entry, 'element' | 'value' | 'fromOn' | 'source' | 'clause' | 'statedOn' | 'file'> & { seen: string };

/** A new version of an element with its source; it holds once the office confirms it. What he wrote before and nobody decided goes back. */
export async function fillElement(context: Context, projectId: Project['id'], { seen, ...given }: Filled) {
  const { project, lead } = await held(context, projectId);
  const why = whyNotFill(context.actor, lead);
  if (why) refuse(why);
  const { label, kind } = elements[given.element];
  if (given.value.kind !== kind && given.value.kind !== 'none') refuse(refusals.otherKind(label));
  if (given.statedOn > context.day) refuse(refusals.future);
  if (given.value.kind === 'progress' && given.value.asOf > context.day) refuse(refusals.progressAhead);
  if (given.file !== null && (await filesOf(context, [given.file])).length === 0) refuse(refusals.noFile);
  const row = rowOf(await sql.entriesOf(context, projectId), given.element, context.day);
  if (row.seen !== seen) refuse(refusals.movedOn);
  if (row.pending) await sql.saveEntry(context, { ...row.pending, state: 'withdrawn', reason: '改填' }, false);
  const id = newId<'projectValue'>(context.now);
  await sql.insertEntry(context, { ...given, id, projectId });
  if (given.file !== null && lead) await holdFiles(context, [given.file], lead.unitId);
  const reason = `${project.name} ${label}：${wordsOf(given.value).join('；')}`.slice(0, 400);
  await recordAudit(context, { what: 'project.fill', subjectId: id, version: 1, reason });
  return { id, version: 1 };
}

type Decision = { version: number; agree: boolean; reason: string };
/** The office against the source: the value holds from its day on, whatever held from the very same day is corrected by it. */
export async function decideElement(context: Context, id: Entry['id'], { version, agree, reason }: Decision) {
  const entry = await heldEntry(context, id, version);
  const why = whyNotDecide(context.actor, entry);
  if (why) refuse(why);
  if (!agree && reason === '') refuse(refusals.reasonNeeded);
  if (agree) await replaceSameDay(context, entry);
  await sql.saveEntry(context, { ...entry, state: agree ? 'confirmed' : 'returned', reason }, true);
  return done(context, entry, agree ? 'project.confirm' : 'project.return', reason);
}

/** What held from the very same day is corrected by what follows. */
export async function replaceSameDay(
  context: Context,
  { projectId, element, fromOn }: Pick<Entry, 'projectId' | 'element' | 'fromOn'>,
) {
  const before = (await sql.entriesOf(context, projectId)).find(
    (other) => other.element === element && other.state === 'confirmed' && other.fromOn === fromOn,
  );
  if (before) await sql.saveEntry(context, { ...before, state: 'replaced' }, false);
}

export async function withdrawElement(context: Context, id: Entry['id'], { version }: Pick<Decision, 'version'>) {
  const entry = await heldEntry(context, id, version);
  const why = whyNotWithdraw(context.actor, entry);
  if (why) refuse(why);
  await sql.saveEntry(context, { ...entry, state: 'withdrawn', reason: '' }, false);
  return done(context, entry, 'project.withdraw', '');
}

async function done(context: Context, { id, version, element }: Entry, what: string, reason: string) {
  await recordAudit(context, {
    what,
    subjectId: id,
    version: version + 1,
    reason: `${elements[element].label}${reason && `：${reason}`}`,
  });
  return { id, version: version + 1 };
}

/** The project and who leads it today, held until the end of the transaction. */
export async function held(context: Context, id: Project['id']) {
  const project = (await lockProject(context, id)) ?? refuse(refusals.notFound);
  const members = membersOn(await sql.membershipsOf(context, id), context.day);
  return { project, lead: members.find(({ role }) => role === 'lead'), members };
}

async function heldEntry(context: Context, id: Entry['id'], version: number) {
  const found = (await sql.entryOf(context, id)) ?? refuse(refusals.noEntry);
  await held(context, found.projectId);
  const entry = (await sql.entryOf(context, id)) ?? refuse(refusals.noEntry);
  return entry.version === version ? entry : refuse(refusals.movedOn);
}

type Wanted = { unitId: Membership['unitId']; role: UnitRole };
type Assigning = { seen: readonly string[]; units: readonly Wanted[]; fromOn: CountyDate; reason: string };

/** 定牵头、配合单位: who stays keeps his row, who goes ends the day before, with the reason of the change. */
export async function assignUnits(context: Context, projectId: Project['id'], { seen, units, fromOn, reason }: Assigning) {
  if (!mayAct(context.actor, 'project.assign', null)) refuse(refusals.mayNotAssign);
  const { project } = await held(context, projectId);
  const all = await sql.membershipsOf(context, projectId);
  const now = all.filter(({ toOn }) => toOn === null);
  if (
    now
      .map(({ id }) => id)
      .sort()
      .join() !== [...seen].sort().join()
  )
    refuse(refusals.movedOn);
  await checkUnits(context, units, fromOn);
  const same = (a: Wanted, b: Wanted) => a.unitId === b.unitId && a.role === b.role;
  const ending = now.filter((old) => !units.some((unit) => same(unit, old)));
  const coming = units.filter((unit) => !now.some((old) => same(unit, old)));
  if (ending.length + coming.length === 0) refuse(refusals.sameUnits);
  const turns = [...ending.map((old) => old.fromOn), ...all.flatMap(({ toOn }) => toOn ?? [])];
  const last = turns.sort().findLast((day) => day >= fromOn);
  if (last) refuse(refusals.beforeLast(last));
  for (const { id } of ending) await sql.endMembership(context, id, dayBefore(fromOn), reason);
  for (const unit of coming) {
    await sql.insertMembership(context, { id: newId<'projectUnit'>(context.now), projectId, ...unit, fromOn, reason });
  }
  await recordAudit(context, {
    what: 'project.assign',
    subjectId: projectId,
    version: project.version,
    reason: `${project.name}：${reason}`,
  });
  return { id: projectId };
}

async function checkUnits(context: Context, units: readonly Wanted[], fromOn: CountyDate) {
  if (units.filter(({ role }) => role === 'lead').length !== 1) refuse(refusals.oneLead);
  if (new Set(units.map(({ unitId }) => unitId)).size < units.length) refuse(refusals.unitTwice);
  if (fromOn > context.day) refuse(refusals.aheadOfToday);
  // read and not locked: two units held at once would wait crosswise for whoever holds one of them
  const open = (await listUnits(context)).filter(({ toOn }) => toOn === null || toOn >= context.day);
  if (units.some(({ unitId }) => !open.some(({ id }) => id === unitId))) refuse(refusals.noUnit);
}
