import { monthExport } from '../../assessment/actions/month.ts';
import { undoneBy } from '../../assessment/ledger.ts';
import { lastDay } from '../../assessment/months.ts';
import { recordAudit } from '../../audit/queries.ts';
import { monthOf } from '../../fact/queries.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { filesOf, holdFiles } from '../../kernel/queries.ts';
import { refuse } from '../../kernel/refusal.ts';
import { whyNotRaise, whyNotWithdraw } from '../may.ts';
import { aboutWords, isLine, keyOf, type Objection } from '../objection.ts';
import * as sql from '../queries/writing.ts';
import { refusals } from '../refusals.ts';
import { daysOf, groundFor, unitOf } from './ground.ts';
import { held } from './held.ts';

export type Raised = Pick<Objection, 'month' | 'unitId' | 'aboutId' | 'what' | 'clause' | 'effect' | 'corrects' | 'reason'> &
  Pick<Objection, 'kind' | 'happenedOn' | 'title'> & { facts: readonly string[]; evidence: readonly string[] };

/** 异议: against a line of the locked month, for something missing there, or against another's correction. In time, and once. */
export async function raiseObjection(context: Context, given: Raised) {
  if (!mayAct(context.actor, 'objection.make', given.unitId)) refuse(refusals.mayNotRaise);
  const [unit, { endsOn }] = [await unitOf(context, given.unitId), await daysOf(context, given.month)];
  const why = whyNotRaise(context.actor, unit, { month: given.month, endsOn, today: context.day });
  if (why || endsOn === null) return refuse(why ?? refusals.notLocked(given.month));
  const { points, facts } = await meantBy(context, given);
  await checkFiles(context, given.evidence);
  const { facts: _, evidence, ...raised } = given;
  const id = newId<'objection'>(context.now);
  await sql.insertObjection(context, { ...raised, id, endsOn, points, whatKey: keyOf(given) }, { facts, evidence });
  await holdFiles(context, evidence, given.unitId);
  await sql.insertStep(context, id, { no: 1, what: 'raise', reason: given.reason });
  const reason = `${unit?.name} ${given.month} ${aboutWords(given)}`;
  await recordAudit(context, { what: 'objection.raise', subjectId: id, version: 1, reason });
  return { id, version: 1 };
}

type Meant = { points: string; facts: readonly string[] };

/** What is contested, as it was frozen; '' for something missing. Refuses what is not there or not to be contested. */
async function meantBy(context: Context, given: Raised): Promise<Meant> {
  const { month, unitId, what, facts, happenedOn } = given;
  if (what === 'missing') {
    if (happenedOn !== null && happenedOn > lastDay(month)) refuse(refusals.laterMonth(month, monthOf(happenedOn)));
    return given.evidence.length === 0 ? refuse(refusals.noEvidence) : { points: '', facts };
  }
  const { lines, facts: recorded } = await monthExport(context, month);
  const line = lines.find((each) => isLine(each, given)) ?? refuse(refusals.noLine);
  if (what === 'line') return chosenIn(line, facts);
  const { others } = await groundFor(context, month, unitId);
  if (!others.some(({ key }) => key === keyOf(given))) refuse(refusals.notMoved);
  const made = recorded.filter((fact) => line.facts.includes(fact.id) && undoneBy(fact) !== null);
  return { points: line.points, facts: made.map(({ id }) => id) };
}

const chosenIn = ({ points, facts: all }: Meant, facts: readonly string[]): Meant =>
  facts.every((fact) => all.includes(fact)) ? { points, facts } : refuse(refusals.noFact);

export async function checkFiles(context: Context, evidence: readonly string[]) {
  if ((await filesOf(context, evidence)).length < new Set(evidence).size) refuse(refusals.noFile);
}

/** Taken back while nobody has answered. */
export async function withdrawObjection(context: Context, id: Objection['id'], given: { version: number; reason: string }) {
  const found = await held(context, id, given.version, (objection) => whyNotWithdraw(context.actor, objection));
  await sql.saveState(context, found, 'withdrawn');
  await sql.insertStep(context, id, { no: given.version + 1, what: 'withdraw', reason: given.reason });
  await recordAudit(context, {
    what: 'objection.withdraw',
    subjectId: id,
    version: given.version + 1,
    reason: given.reason,
  });
  return { id, version: given.version + 1 };
}
