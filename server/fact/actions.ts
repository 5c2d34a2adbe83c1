import { receiptEntry, recordAudit } from '../audit/queries.ts';
import type { Context } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { newId } from '../kernel/ids.ts';
import { refuse } from '../kernel/refusal.ts';
import { type Fact, refusals } from './fact.ts';
import * as sql from './queries.ts';
import { givenLater, noFact, receipted, receiptReason } from './receipt.ts';

type Given = Pick<Fact, 'unit' | 'kind' | 'attributes'> & {
  day: CountyDate;
  evidence?: readonly string[];
  /** The row of the module that the fact comes from. */
  sourceId: string;
};
type Undoing = { cancels?: Fact['id'] | null; replaces?: Fact['id'] | null; corrects?: string | null };

/**
 * The one door to the ledger, called in the transaction of the act itself. The period is that of the day or, when it is locked,
 * the next open one. Throws `Refused` when the day lies in the future.
 */
export async function recordFact(context: Context, given: Given): Promise<Fact['id']> {
  if (given.day > context.day) refuse(refusals.future);
  const open = await sql.lockOpenPeriod(context, sql.monthOf(given.day));
  await notAdded(context, given);
  return insert(context, given, open, {});
}

/**
 * What a locked month should have held: it counts for that month, and what that changes is a correction in the open one. Of a
 * month that is open it is an ordinary fact. Throws `Refused` when its day lies in the future.
 */
export async function recordMissed(context: Context, given: Given, month: string): Promise<Fact['id']> {
  if (given.day > context.day) refuse(refusals.future);
  const open = await sql.lockOpenPeriod(context, month);
  await notAdded(context, given);
  return insert(context, given, open, { corrects: open === month ? null : month });
}

/** A claim refused before the lock and won back by a review is not to be counted once more from its own page. */
async function notAdded(context: Context, given: Given) {
  const month = await sql.addedToUnscoped(context, given);
  if (month !== null) refuse(refusals.addedAlready(month));
}

/** What was recorded no longer stands: a row of its own, in the open period. */
export async function cancelFact(context: Context, id: Fact['id'], sourceId: string): Promise<Fact['id']> {
  const { unit, kind, day, period, attributes, evidence } = await standing(context, id, sourceId);
  const open = await sql.lockOpenPeriod(context, period);
  return insert(context, { unit, kind, day, attributes, evidence, sourceId }, open, { cancels: id });
}

/** Another truth about the same act. In a locked month it corrects; in an open one it stands in the month of its own day. */
export async function replaceFact(context: Context, id: Fact['id'], given: Given): Promise<Fact['id']> {
  if (given.day > context.day) refuse(refusals.future);
  const { period } = await standing(context, id, given.sourceId);
  const open = await sql.lockOpenPeriod(context, period);
  const ordinary = open === period && (await sql.monthCountedUnscoped(context, id)) === period;
  if (ordinary && sql.monthOf(given.day) !== period) {
    await cancelFact(context, id, given.sourceId);
    return recordFact(context, given);
  }
  return insert(context, given, open, { replaces: id });
}

/** Taken with its period's lock, so that two who change it wait for each other; the later one is told, and told when it was a review. */
async function standing(context: Context, id: Fact['id'], sourceId: string) {
  const fact = (await sql.factUnscoped(context, id)) ?? refuse(refusals.gone);
  await sql.lockPeriod(context, fact.period);
  const by = await sql.undoneBySourceUnscoped(context, id);
  if (by !== null) refuse(by === sourceId ? refusals.changed : refusals.reviewed);
  return fact;
}

async function insert(
  context: Context,
  { unit, kind, day, attributes, evidence = [], sourceId }: Given,
  period: string,
  { cancels = null, replaces = null, corrects = null }: Undoing,
) {
  const id = newId<'fact'>(context.now);
  const fact = { id, unit, kind, day, period, verified: true, cancels, replaces, corrects, attributes, evidence };
  await sql.insertFact(context, { ...fact, sourceId });
  await recordAudit(context, {
    what: receipted,
    subjectId: id,
    version: 1,
    reason: receiptReason(context.county, { ...fact, sourceId }),
  });
  return id;
}

/** A fact's 回执 as it was given, from the audit: a row that was changed since does not change it. `no` once it is sealed. */
export async function receiptSeen(context: Context, id: string) {
  const fact = (await sql.factFor(context, id)) ?? refuse(refusals.noReceipt);
  const entry = (await receiptEntry(context, { what: receipted, subject: id })) ?? refuse(refusals.noReceipt);
  const { unit, unitName, kind, day, period, corrects, attributes } = fact;
  const [code = ''] = entry.reason.split(' ');
  return { code, unit, unitName, kind, day, period, corrects, title: attributes.title ?? null, givenAt: entry.at, no: entry.no };
}

const page = 1000;

/** A county whose ledger is older than receipts gets all of them once, from 命令行; the number given. */
export async function giveOwedReceipts(context: Context): Promise<number> {
  if (await receiptEntry(context, { what: receipted })) return 0;
  for (let [after, given] = [noFact, 0]; ; given += page) {
    const facts = await sql.wholeFacts(context, after, page);
    for (const fact of facts) {
      const reason = `${receiptReason(context.county, fact)} ${givenLater}`;
      await recordAudit(context, { what: receipted, subjectId: fact.id, version: 1, reason });
    }
    if (facts.length < page) return given + facts.length;
    after = facts.at(-1)?.id ?? after;
  }
}
