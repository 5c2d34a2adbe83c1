import { recordAudit } from '../audit/queries.ts';
import { cancelFact, recordFact } from '../fact/actions.ts';
import { factUnscoped } from '../fact/queries.ts';
import { lockUnit } from '../identity/queries.ts';
import { mayAct } from '../identity/rights.ts';
import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { filesOf, holdFiles } from '../kernel/queries.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { lockArticle } from '../submission/queries/article.ts';
import * as sql from './queries.ts';
import { attributesOf, refusals, type StepWhat, type Voucher, voucherKinds, whyNotDecide, whyNotWithdraw } from './voucher.ts';

export type Order = Pick<Voucher, 'unitId' | 'kind' | 'happenedOn' | 'grade' | 'title' | 'articleId' | 'words' | 'number'> & {
  evidence: readonly string[];
};

/** A 批示 or a 差错 with its document. It counts nothing until a second person confirms it; the unit sees it from now on. */
export async function enterVoucher(context: Context, { evidence, ...order }: Order) {
  if (!mayAct(context.actor, 'voucher.enter', null)) refuse(refusals.mayNotEnter);
  if (order.happenedOn > context.day) refuse(refusals.future);
  const unit = await lockUnit(context, order.unitId);
  if (!unit || unit.fromOn > context.day) return refuse(refusals.noUnit);
  if (order.articleId !== null && (await lockArticle(context, order.articleId))?.unitId !== order.unitId) {
    refuse(refusals.noArticle);
  }
  if (evidence.length === 0) refuse(refusals.noEvidence);
  if ((await filesOf(context, evidence)).length < new Set(evidence).size) refuse(refusals.noFile);
  const id = newId<'voucher'>(context.now);
  await sql.insertVoucher(context, { ...order, id }, evidence);
  await holdFiles(context, evidence, order.unitId);
  await sql.insertStep(context, id, { no: 1, what: 'enter', reason: '' });
  const reason = `${unit.name} ${voucherKinds[order.kind]} ${order.grade}：${order.title}`;
  await recordAudit(context, { what: 'voucher.enter', subjectId: id, version: 1, reason });
  return { id, version: 1 };
}

type Decision = { version: number; agree: boolean; reason: string };

/** The second person, with the document before him: what was entered counts from now on, or what was to be taken back counts no more. */
export async function decideVoucher(context: Context, id: Voucher['id'], { version, agree, reason }: Decision) {
  const voucher = await held(context, id, version, (found) => whyNotDecide(context.actor, found));
  if (!agree && reason === '') refuse(refusals.reasonNeeded);
  if (voucher.state === 'withdrawing') return decideWithdrawal(context, voucher, { agree, reason });
  const factId = agree ? await recordFact(context, factOf(voucher)) : null;
  await sql.saveVoucher(context, { ...voucher, state: agree ? 'confirmed' : 'refused', reason, factId }, true);
  return done(context, voucher, agree ? 'confirm' : 'refuse', reason, factId);
}

async function decideWithdrawal(context: Context, voucher: Voucher, { agree, reason }: Omit<Decision, 'version'>) {
  const { factId } = voucher;
  if (agree && factId !== null) await cancelFact(context, factId, voucher.id);
  const now = agree ? { state: 'withdrawn' as const, factId: null } : { state: 'confirmed' as const, askedBy: null, reason };
  await sql.saveVoucher(context, { ...voucher, ...now }, false);
  return done(context, voucher, agree ? 'withdraw' : 'keep', reason, agree ? null : factId);
}

/** Before it counts at once; afterwards somebody else has to agree. */
export async function withdrawVoucher(context: Context, id: Voucher['id'], { version, reason }: Omit<Decision, 'agree'>) {
  const voucher = await held(context, id, version, (found) => whyNotWithdraw(context.actor, found));
  const counts = voucher.state === 'confirmed';
  const now = counts ? { state: 'withdrawing' as const, askedBy: context.actor.id } : { state: 'withdrawn' as const };
  await sql.saveVoucher(context, { ...voucher, ...now, reason }, false);
  return done(context, voucher, counts ? 'askBack' : 'withdraw', reason, voucher.factId);
}

const factOf = (voucher: Voucher) => {
  const { id: sourceId, unitId: unit, kind, happenedOn: day, evidence } = voucher;
  return { unit, kind, day, attributes: attributesOf(voucher), evidence, sourceId };
};

async function done(context: Context, { id, version }: Voucher, what: StepWhat, reason: string, factId: Voucher['factId']) {
  await sql.insertStep(context, id, { no: version + 1, what, reason });
  await recordAudit(context, { what: `voucher.${what}`, subjectId: id, version: version + 1, reason });
  const fact = factId === null ? undefined : await factUnscoped(context, factId);
  return { id, version: version + 1, period: fact?.period ?? null };
}

/** As the person saw it, held until the end of the transaction; refused when it moved on or he may not. */
async function held(context: Context, id: Voucher['id'], version: number, whyNot: (voucher: Voucher) => Refusal | null) {
  const voucher = (await sql.lockVoucher(context, id)) ?? refuse(refusals.notFound);
  const why = whyNot(voucher);
  if (why?.status === 403) refuse(why);
  if (voucher.version !== version) refuse(refusals.movedOn(voucher));
  return why ? refuse(why) : voucher;
}
