import { recordAudit } from '../audit/queries.ts';
import { listPeople } from '../identity/queries.ts';
import { mayAct } from '../identity/rights.ts';
import type { Context } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { type Id, newId } from '../kernel/ids.ts';
import { filesOf, holdFiles } from '../kernel/queries.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Plan } from '../plan/plan.ts';
import { dutiesOf, planOf } from '../plan/queries.ts';
import { boardOf, termsOf } from './board.ts';
import {
  type Content,
  contentOf,
  type Filing,
  type FilingKind,
  filingKinds,
  lackOf,
  refusals,
  whyNotDecide,
  whyNotFile,
} from './filing.ts';
import * as sql from './queries.ts';

/** The newest plan and how every 责任单位 stands under it; null without a plan. */
export async function filingsNow(context: Context) {
  const plan = await planOf(context, null);
  if (!plan) return null;
  const [units, filings, duties, set] = await Promise.all([
    sql.boundUnits(context, plan.id),
    sql.filingsOf(context, plan.id),
    dutiesOf(context, plan.id),
    sql.setTermsUnscoped(context, plan.id),
  ]);
  const terms = termsOf(duties, set);
  return { plan, terms, rows: boardOf({ units, filings, terms, today: context.day }) };
}

export type Order = Content & { unitId: Filing['unitId']; kind: FilingKind; version: number };

/** A unit hands in, for the first time or anew; `version` 0: nothing was there when it began. Throws `Refused`. */
export async function fileReturn(context: Context, { unitId, kind, version, ...given }: Order) {
  const why = whyNotFile(context.actor, unitId);
  if (why) refuse(why);
  const plan = (await planOf(context, null)) ?? refuse(refusals.noPlan);
  if (!(await sql.boundUnits(context, plan.id)).some(({ id }) => id === unitId)) refuse(refusals.notBound);
  const content = contentOf(kind, given);
  const lack = lackOf(kind, content, context.day);
  if (lack) refuse(lack);
  await checkParts(context, unitId, content);
  const before = await sql.lockFilingOf(context, plan.id, unitId, kind);
  if ((before?.version ?? 0) !== version) refuse(refusals.movedOn);
  const id = before?.id ?? newId<'filing'>(context.now);
  await sql.saveFiling(context, plan.id, { ...content, id, unitId, kind, version });
  await noted(context, { id, version }, 'file', filingKinds[kind], content);
  return { id, version: version + 1 };
}

/** The file is there and the unit's people may open it; the 信息员 is one of the unit's own. */
async function checkParts(context: Context, unitId: Id<'unit'>, { sha256, officerId }: Content) {
  if (sha256 !== null) {
    if ((await filesOf(context, [sha256])).length === 0) refuse(refusals.noFile);
    await holdFiles(context, [sha256], unitId);
  }
  if (officerId === null) return;
  const officer = (await listPeople(context)).find(({ id }) => id === officerId);
  const fits = officer?.unitId === unitId && !officer.suspended && officer.roles.includes('informationOfficer');
  if (!fits) refuse(refusals.notOfficer);
}

type Decision = { version: number; take: boolean; reason: string };

/** The office takes it, or gives it back and says why. Throws `Refused`. */
export async function decideReturn(context: Context, id: Filing['id'], { version, take, reason }: Decision) {
  const filing = (await sql.lockFiling(context, id)) ?? refuse(refusals.notFound);
  const why = whyNotDecide(context.actor, filing);
  if (why?.status === 403) refuse(why);
  if (filing.version !== version) refuse(refusals.movedOn);
  if (why) refuse(why);
  if (!take && reason === '') refuse(refusals.reasonNeeded);
  await sql.decideFiling(context, { id, version, state: take ? 'taken' : 'returned', reason });
  await noted(context, filing, take ? 'take' : 'return', reason, {});
  return { id, version: version + 1 };
}

const steps = { file: 'filing.file', take: 'filing.take', return: 'filing.return' } as const;
async function noted(
  context: Context,
  { id, version }: Pick<Filing, 'id' | 'version'>,
  what: keyof typeof steps,
  reason: string,
  content: Partial<Content>,
) {
  await sql.insertStep(context, id, { no: version + 1, what, reason: what === 'file' ? '' : reason, content });
  await recordAudit(context, { what: steps[what], subjectId: id, version: version + 1, reason });
}

export type NewTerm = { kind: FilingKind; dueOn: CountyDate; source: string; version: number };

/** By when it is due, as the office has told the units. Throws `Refused`. */
export async function setTerm(context: Context, term: NewTerm): Promise<{ plan: Plan['id'] }> {
  if (!mayAct(context.actor, 'filing.decide', null)) refuse(refusals.mayNotDecide);
  const plan = (await planOf(context, null)) ?? refuse(refusals.noPlan);
  if ((await sql.saveTerm(context, plan.id, term)) === 0) refuse(refusals.movedOn);
  const reason = `${filingKinds[term.kind]} ${term.dueOn}：${term.source}`;
  await recordAudit(context, { what: 'filing.term', subjectId: plan.id, version: term.version + 1, reason });
  return { plan: plan.id };
}
