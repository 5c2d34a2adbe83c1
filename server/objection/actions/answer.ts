import { recordAudit } from '../../audit/queries.ts';
import { cancelFact, recordFact, recordMissed, replaceFact } from '../../fact/actions.ts';
import { refusals as factRefusals } from '../../fact/fact.ts';
import { factUnscoped, monthOf, undoneBySourceUnscoped } from '../../fact/queries.ts';
import { listUnits } from '../../identity/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { holdFiles } from '../../kernel/queries.ts';
import { refuse } from '../../kernel/refusal.ts';
import { whyNotAnswer, whyNotConfirm } from '../may.ts';
import { type Change, monthMeant, type Objection, type StepWhat } from '../objection.ts';
import { changesUnscoped, handsOnUnscoped } from '../queries/objections.ts';
import * as sql from '../queries/writing.ts';
import { refusals } from '../refusals.ts';
import { held } from './held.ts';
import { checkFiles } from './raise.ts';

type Answer = {
  version: number;
  verdict: 'uphold' | 'correct';
  reason: string;
  evidence: readonly string[];
  changes: readonly Omit<Change, 'no'>[];
};

/** 维持, or a correction that a second person has yet to confirm; by somebody who had no hand in what is contested or changed. */
export async function answerObjection(context: Context, id: Objection['id'], given: Answer) {
  const { actor } = context;
  const { version, verdict, reason, evidence } = given;
  const found = await held(context, id, version, async (objection) =>
    whyNotAnswer(actor, objection, await handsOnUnscoped(context, objection.facts, objection)),
  );
  await checkFiles(context, evidence);
  const proposal = found.proposal + Number(verdict === 'correct');
  if (verdict === 'correct') await propose(context, { ...found, proposal }, given);
  await sql.insertEvidence(context, id, 'office', evidence);
  for (const unit of new Set([found.unitId, found.aboutId])) await holdFiles(context, evidence, unit);
  const state = verdict === 'correct' ? 'proposed' : 'upheld';
  await sql.saveAnswer(context, found, { state, answer: reason, proposal });
  return done(context, found, verdict === 'correct' ? 'propose' : 'uphold', reason);
}

async function propose(context: Context, objection: Objection, { evidence, changes }: Answer) {
  if (evidence.length === 0) refuse(refusals.noDocument);
  if (changes.length === 0) refuse(refusals.noChange);
  if (changes.some(({ happenedOn }) => happenedOn !== null && happenedOn > context.day)) refuse(factRefusals.future);
  checkAdded(objection, changes);
  const units = new Set<string>((await listUnits(context)).map(({ id }) => id));
  const sharing = changes.flatMap(({ attributes }) => Object.keys(attributes.shares ?? {}));
  if (sharing.some((unit) => !units.has(unit))) refuse(refusals.noShare); // the whole month could not be scored
  const undone = changes.flatMap(({ undoes }) => undoes ?? []);
  if (new Set(undone).size < undone.length) refuse(refusals.sameTwice);
  for (const fact of undone) {
    const { unit, cancels } = (await factUnscoped(context, fact)) ?? refuse(refusals.notTheirs);
    if (unit !== objection.aboutId || cancels !== null) refuse(refusals.notTheirs);
    if ((await undoneBySourceUnscoped(context, fact)) !== null) refuse(refusals.moved);
  }
  if ((await handsOnUnscoped(context, undone, objection)).includes(context.actor.id)) refuse(refusals.handled);
  await sql.insertChanges(
    context,
    objection,
    changes.map((change, place) => ({ ...change, no: place + 1 })),
  );
}

/** What the locked month should have held happened by its end. */
function checkAdded(objection: Objection, changes: Answer['changes']) {
  const month = monthMeant(objection);
  for (const { verb, late, happenedOn } of changes) {
    if (verb !== 'record' || late || happenedOn === null) continue;
    if (monthOf(happenedOn) > month) refuse(refusals.laterMonth(month, monthOf(happenedOn)));
  }
}

type Confirmation = { version: number; agree: boolean; reason: string };

/** The second person: the correction goes into the ledger now, into the first month that is open; or back to be answered anew. */
export async function confirmObjection(context: Context, id: Objection['id'], { version, agree, reason }: Confirmation) {
  const found = await held(context, id, version, (objection) => whyNotConfirm(context.actor, objection));
  if (!agree && reason === '') refuse(refusals.reasonNeeded);
  if (!agree) {
    await sql.saveState(context, found, 'pending');
    return done(context, found, 'reject', reason);
  }
  const periods: string[] = [];
  for (const change of await changesUnscoped(context, found)) periods.push(await carryOut(context, found, change));
  await sql.saveConfirmed(context, found, periods.sort().at(-1) ?? refuse(refusals.noChange));
  return done(context, found, 'confirm', reason);
}

/** Through the ledger's one door, as the act of this objection. */
async function carryOut(context: Context, objection: Objection, { verb, undoes, kind, happenedOn, attributes, late }: Change) {
  if (undoes !== null && (await undoneBySourceUnscoped(context, undoes)) !== null) refuse(refusals.moved);
  const { id: sourceId, aboutId: unit, evidence, documents } = objection;
  const made = { unit, attributes, evidence: [...new Set([...evidence, ...documents])], sourceId };
  const whole = kind !== null && happenedOn !== null ? { ...made, kind, day: happenedOn } : null;
  const added = () => whole ?? refuse(refusals.noChange);
  const fact =
    undoes === null
      ? await (late ? recordFact(context, added()) : recordMissed(context, added(), monthMeant(objection)))
      : verb === 'cancel'
        ? await cancelFact(context, undoes, sourceId)
        : await replaceFact(context, undoes, added());
  return (await factUnscoped(context, fact))?.period ?? '';
}

async function done(context: Context, { id, version }: Objection, what: StepWhat, reason: string) {
  await sql.insertStep(context, id, { no: version + 1, what, reason });
  await recordAudit(context, { what: `objection.${what}`, subjectId: id, version: version + 1, reason });
  return { id, version: version + 1 };
}
