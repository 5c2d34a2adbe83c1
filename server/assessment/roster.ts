import { refuse } from '../kernel/refusal.ts';
import type { LedgerFact } from './ledger.ts';
import { type Month, monthOf } from './months.ts';
import { refusals } from './refusals.ts';

/** Both days count; a missing end is null. */
export type Span = { from: string; to: string | null };
/** A unit on the roster; one that changed its group has a row for each. */
export type RosterUnit = Span & { id: string; name: string; group: string; exempt: readonly (Span & { reason: string })[] };
export type Roster = readonly RosterUnit[];

export const touches = ({ from, to }: Span, month: Month) => monthOf(from) <= month && (to === null || monthOf(to) >= month);

/** The unit's row in a month, the later one if its group changed within; undefined when it is not on the roster then. */
export const rowIn = (rows: readonly RosterUnit[], month: Month) => rows.findLast((row) => touches(row, month));

/** Rows by unit, oldest first; refuses rows of one unit that overlap. */
export function unitsOf(roster: Roster): Map<string, RosterUnit[]> {
  const units = Map.groupBy(roster, ({ id }) => id);
  for (const [id, rows] of units) {
    rows.sort((a, b) => (a.from < b.from ? -1 : 1));
    for (const [at, { from, to }] of rows.entries()) {
      const before = rows[at - 1];
      if (to !== null && to < from) refuse(refusals.badRoster(id, '的 to 早于 from，请改正'));
      if (before && (before.to === null || before.to >= from)) refuse(refusals.badRoster(id, '有两行的起止日重叠，请改正'));
    }
  }
  return units;
}

/** Refuses facts that contradict the roster or each other; nothing is left out in silence. */
export function checkFacts(facts: readonly LedgerFact[], units: ReadonlyMap<string, unknown>): void {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  if (byId.size < facts.length) refuse(refusals.badFact(firstTwice(facts), '出现了两次，请删去一条'));
  for (const fact of facts) {
    const problem = problemOf(fact, byId, units);
    if (problem !== undefined) refuse(refusals.badFact(fact.id, problem));
  }
  checkReplacements(
    facts.filter(({ replaces, verified }) => replaces !== null && verified),
    byId,
  );
}

function firstTwice(facts: readonly LedgerFact[]): string {
  const seen = new Set<string>();
  return facts.find(({ id }) => seen.has(id) || !seen.add(id))?.id ?? '';
}

function checkReplacements(replacing: readonly LedgerFact[], byId: ReadonlyMap<string, LedgerFact>): void {
  const by = new Map<string | null, LedgerFact>();
  for (const fact of replacing) {
    const other = by.get(fact.replaces);
    if (other) refuse(refusals.badFact(fact.replaces ?? '', `同时被“${other.id}”和“${fact.id}”更换，请只留一条`));
    by.set(fact.replaces, fact);
    if (inCircle(fact, byId)) refuse(refusals.badFact(fact.id, '的更换绕成了圈，请改正'));
  }
}

function problemOf(fact: LedgerFact, byId: ReadonlyMap<string, LedgerFact>, units: ReadonlyMap<string, unknown>) {
  const { unit, cancels, replaces, corrects, attributes, period } = fact;
  const involved = attributes.shares === undefined ? [unit] : [unit, ...Object.keys(attributes.shares)];
  const stranger = involved.find((each) => !units.has(each));
  if (stranger !== undefined) return `的单位“${stranger}”不在名单里，请补进名单或改正编号`;
  if (cancels !== null && replaces !== null) return '同时写了 cancels 和 replaces，请只留一个';
  const target = cancels ?? replaces;
  if (corrects != null && target !== null) return '写了 corrects，就不能再写 cancels、replaces，请分成两条';
  if (corrects != null && corrects >= period) return `的 corrects 是 ${corrects}，要早于记入的 ${period}，请改正`;
  if (target === null) return undefined;
  const undone = byId.get(target);
  if (undone === undefined) return `要撤销或更换的“${target}”不在其中，请把它那个月的事实一并放进来`;
  if (undone.cancels !== null) return `要撤销或更换的“${target}”本身是撤销，请另记一条事实`;
  return undone.period > period ? `要撤销或更换的“${target}”在它之后（${undone.period}），请改正` : undefined;
}

function inCircle(fact: LedgerFact, byId: ReadonlyMap<string, LedgerFact>): boolean {
  const seen = new Set<string>();
  for (let at: LedgerFact | undefined = fact; at?.replaces; at = byId.get(at.replaces)) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}
