import { rememberedMonth } from '../../assessment/actions/remembered.ts';
import { monthIsScored } from '../../assessment/actions/sight.ts';
import { rowsOf } from '../../assessment/league.ts';
import { addMonths, lastDay, monthOf, monthsBetween } from '../../assessment/months.ts';
import { policiesOf } from '../../assessment/policies.ts';
import { policiesIn } from '../../assessment/queries/draft.ts';
import { monthLocks } from '../../assessment/queries.ts';
import { recordAudit } from '../../audit/queries.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { type Id, newId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { drawnBy, type NamedList, type Naming, type NamingKind, namingKinds, ruleWords } from '../naming.ts';
import * as sql from '../queries/namings.ts';
import { allRules } from '../queries/rules.ts';
import { namingRefusals as refusals } from '../refusals.ts';
import { runsIn } from '../shortness.ts';
import { rulesOn } from '../supervision.ts';
import { judgedTables } from './ground.ts';

const lookBack = 12;

/** A month's table, its rules and whom they name; null where no scheme was in force. */
async function groundOf(context: Context, month: string) {
  if (month > monthOf(context.day)) refuse(refusals.noMonth);
  const tables = await judgedTables(context, monthsBetween(addMonths(month, 1 - lookBack), month));
  const table = tables.at(-1);
  if (table?.month !== month || !(await monthIsScored(context, month))) return null;
  const met = new Map(rowsOf(await rememberedMonth(context, month)).map(({ unit, lines }) => [unit, owesNothing(lines)]));
  const rows = table.rows.map((row) => ({ ...row, met: met.get(row.unit) ?? false }));
  const rules = rulesOn(await allRules(context), lastDay(month));
  return { table, rows, runs: runsIn(tables), rules };
}

type Line = { effect: string; points: string; corrects: string | null };
/** Nothing taken off for what was owed: a cap takes from a surplus. */
const owesNothing = (lines: readonly Line[]) =>
  !lines.some(({ effect, points, corrects }) => corrects === null && effect !== 'cap' && points.startsWith('-'));

/** Both lists of a month: as the rules would draw them, and as they were settled. */
export async function namingsOf(context: Context, month: string) {
  const ground = await groundOf(context, month);
  if (ground === null) return { month, state: 'none' as const, countOnly: false, policies: [], units: [], lists: [] };
  const [settled, units] = [await sql.namingsIn(context, month), await sql.namedUnitsIn(context, month)];
  const { table, rules } = ground;
  const countOnly = table.mode === 'countOnly';
  const lists = (Object.keys(namingKinds) as NamingKind[]).map((kind) => {
    const naming = settled.find((each) => each.kind === kind) ?? null;
    const named = naming ? units.filter((each) => each.kind === kind) : [];
    const drawn = drawnBy(kind, ground);
    return { kind, rule: ruleWords(kind, rules, countOnly), drawn, naming, named, may: mayOf(context, table, naming, kind) };
  });
  const policies = policiesOf({ mode: 'score', clauses: table.clauses }, month, await policiesIn(context));
  const known = table.rows.map(({ unit, name }) => ({ unit, name }));
  return { month, state: table.state, countOnly, policies, units: known, lists };
}

type Table = { month: string; state: 'locked' | 'open' };
function mayOf({ actor }: Context, table: Table, naming: Naming | null, kind: NamingKind) {
  const said = (why: Refusal | null) => why?.message ?? null;
  const proposing = whyNotPropose(actor, table, naming);
  return {
    propose: said(proposing),
    confirm: kind === 'commend' ? null : said(whyNotConfirm(actor, naming)),
    withdraw: said(whyNotWithdraw(actor, naming)),
  };
}
type Actor = Context['actor'];
function whyNotPropose(actor: Actor, { month, state }: Table, naming: Naming | null): Refusal | null {
  if (!mayAct(actor, 'naming.propose', null)) return refusals.mayNotPropose;
  if (state === 'open') return refusals.notLocked(month);
  return naming && naming.state !== 'withdrawn' ? refusals.isThere : null;
}
function whyNotConfirm(actor: Actor, naming: Naming | null): Refusal | null {
  if (!mayAct(actor, 'naming.confirm', null)) return refusals.mayNotConfirm;
  if (naming?.state !== 'proposed') return refusals.notProposed;
  return naming.proposedBy === actor.id ? refusals.own : null;
}
function whyNotWithdraw(actor: Actor, naming: Naming | null): Refusal | null {
  if (!mayAct(actor, 'naming.propose', null)) return refusals.mayNotPropose;
  return naming && naming.state !== 'withdrawn' ? null : refusals.notThere;
}

type One = { unitId: Id<'unit'>; why: string };
type Proposed = { version: number; off: readonly One[]; added: readonly One[] };

/** The office settles a commendation itself; a criticism waits for the lead. Whoever is taken off or put on has a reason. */
export async function proposeNaming(context: Context, month: string, kind: NamingKind, given: Proposed) {
  const before = await sql.lockNaming(context, month, kind);
  if ((before?.version ?? 0) !== given.version) refuse(refusals.movedOn);
  const locked = (await monthLocks(context)).some((lock) => lock.month === month);
  const why = whyNotPropose(context.actor, { month, state: locked ? 'locked' : 'open' }, before ?? null);
  if (why) refuse(why);
  const ground = (await groundOf(context, month)) ?? refuse(refusals.noMonth);
  const units = unitsFrom(drawnBy(kind, ground), ground.rows, given);
  if (units.every(({ offWhy }) => offWhy !== null)) refuse(refusals.empty);
  const rule = ruleWords(kind, ground.rules, ground.table.mode === 'countOnly');
  await sql.saveProposed(context, { month, kind, rule }, units, before, kind === 'commend');
  const names = units.filter(({ offWhy }) => offWhy === null).map(({ name }) => name);
  return done(context, { month, kind, version: given.version }, 'propose', names.join('、'));
}

type Rows = readonly { unit: string; name: string }[];
function unitsFrom(drawn: ReturnType<typeof drawnBy>, rows: Rows, { off, added }: Proposed) {
  if (off.some(({ why }) => why === '')) refuse(refusals.offNeedsWhy);
  if (added.some(({ why }) => why === '')) refuse(refusals.addNeedsWhy);
  if (off.some(({ unitId }) => !drawn.some(({ unit }) => unit === unitId))) refuse(refusals.noUnit);
  const put = added.map(({ unitId, why }) => {
    const row = rows.find(({ unit }) => unit === unitId) ?? refuse(refusals.noUnit);
    if (drawn.some(({ unit }) => unit === unitId)) refuse(refusals.noUnit);
    return { unitId, name: row.name, reason: why, byHand: true, offWhy: null };
  });
  const ruled = drawn.map(({ unit, name, reason }) => {
    const offWhy = off.find(({ unitId }) => unitId === unit)?.why ?? null;
    return { unitId: unit as Id<'unit'>, name, reason, byHand: false, offWhy };
  });
  return [...ruled, ...put];
}

type Word = { version: number; agree: boolean; reason: string };

/** The lead's word on a criticism. */
export async function confirmNaming(context: Context, month: string, kind: NamingKind, { version, agree, reason }: Word) {
  const naming = await held(context, month, kind, version, (found) => whyNotConfirm(context.actor, found));
  if (!agree && reason === '') refuse(refusals.offNeedsWhy);
  if (agree) await sql.saveConfirmed(context, naming);
  else await sql.saveWithdrawn(context, naming, reason);
  return done(context, naming, agree ? 'confirm' : 'refuse', reason);
}

export async function withdrawNaming(
  context: Context,
  month: string,
  kind: NamingKind,
  given: { version: number; reason: string },
) {
  const naming = await held(context, month, kind, given.version, (found) => whyNotWithdraw(context.actor, found));
  await sql.saveWithdrawn(context, naming, given.reason);
  return done(context, naming, 'withdraw', given.reason);
}

type WhyNot = (naming: Naming | null) => Refusal | null;
async function held(context: Context, month: string, kind: NamingKind, version: number, whyNot: WhyNot): Promise<Naming> {
  const naming = await sql.lockNaming(context, month, kind);
  const why = whyNot(naming ?? null);
  if (why?.status === 403) refuse(why);
  if (!naming) return refuse(why ?? refusals.notThere);
  if (naming.version !== version) refuse(refusals.movedOn);
  return why ? refuse(why) : naming;
}

type About = Pick<Naming, 'month' | 'kind' | 'version'>;
async function done(context: Context, { month, kind, version }: About, what: string, words: string) {
  const reason = `${month} ${namingKinds[kind]}：${words}`;
  await recordAudit(context, { what: `naming.${what}`, subjectId: newId(context.now), version: version + 1, reason });
  return { month, version: version + 1 };
}

/** What a paper of the month prints: the confirmed lists, without whom a person took off. */
export async function namedListsIn(context: Pick<Context, 'db' | 'county'>, month: string): Promise<NamedList[]> {
  const [settled, units] = [await sql.namingsIn(context, month), await sql.namedUnitsIn(context, month)];
  return settled
    .filter(({ state }) => state === 'confirmed')
    .map(({ kind, rule }) => ({
      kind,
      rule,
      units: units.filter((unit) => unit.kind === kind && unit.offWhy === null).map(({ name, reason }) => ({ name, reason })),
    }));
}
