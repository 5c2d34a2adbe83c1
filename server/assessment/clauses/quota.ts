import { plus, type Ratio, ratio, ratioOf, times } from '../../kernel/quantity.ts';
import type { Standing } from '../ledger.ts';
import type { Judge } from '../selection.ts';
import { countedOnce, sizeOf } from './counting.ts';
import { periodsOf } from './periods.ts';
import { pricesOf } from './prices.ts';
import { type Account, type Done, excessLine, lackOf, pointsLine, shortfallLine, zero } from './quota-lines.ts';
import type { QuotaClause } from './quota-shape.ts';
import { monthsSettled, pickerOf, type Rule, type View } from './rule.ts';
import { fractionOf, partIn } from './sharing.ts';
import { concerns } from './whom.ts';

type Need = QuotaClause['needs'][number];

export function quotaRule(clause: QuotaClause, judge: Judge): Rule {
  const needs = clause.needs.map((need) => {
    const prices = pricesOf({ ...need, rates: clause.excess?.rates ?? [] }, judge);
    return { ...need, pick: pickerOf(need, judge), prices };
  });
  return (view) => {
    if (!view.present) return [];
    const share = shareOf(clause, view);
    if (share === undefined) return [];
    const periods = periodsOf(clause, view).map(({ label, of }): Account => {
      const dones = needs.map((need) => doneOf(need, of(need.pick), clause, view, share));
      const missing = dones.map(lackOf).reduce(plus, zero);
      return { label, dones, owed: dones.reduce((sum, { need }) => sum + need, 0), missing };
    });
    const accounts = periods.filter(({ owed }) => owed > 0);
    const extra = accounts.flatMap(({ dones }) =>
      dones.flatMap((done, at) => needs[at]?.prices.priced(done.extra, view.month) ?? []),
    );
    const shortfall = view.exempt && clause.exempt === 'free' ? [] : shortfallLine(clause, accounts);
    return [...pointsLine(clause, accounts), ...shortfall, ...excessLine(clause, extra, view.unit)];
  };
}

/** What part of the whole period's task is due now; undefined when nothing is settled this month. */
function shareOf(clause: QuotaClause, view: View): Ratio | undefined {
  const number = Number(view.month.slice(5));
  const row = clause.progress?.find(({ month }) => month === number);
  if (clause.progress !== undefined && row === undefined) return undefined;
  const due = clause.per === 'toDate' ? (row ? ratio(row.times) : ratioOf(number, 12)) : ratioOf(1);
  if (!clause.prorated) return due;
  const months = monthsSettled(clause, clause.per === 'week' ? 'month' : clause.per, view.month);
  return times(due, ratioOf(months.filter((month) => view.scored(month)).length, months.length || 1));
}
const upward = (count: number, { over, under }: Ratio) => Number((BigInt(count) * over + under - 1n) / under);

function doneOf(need: Need, picked: Standing[], { sharing }: QuotaClause, view: View, share: Ratio): Done {
  const found = picked.filter((fact) => partIn(fact, view.unit, sharing));
  const facts = countedOnce(found, need);
  const { atLeast } = need.except.find((row) => concerns({ for: row }, view)) ?? need;
  const parts = facts.map((fact) => times(fractionOf(fact, view.unit, sharing), ratioOf(sizeOf(fact, need))));
  const inTurn = facts.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)) || a.at - b.at);
  const owed = upward(atLeast, share);
  return { need: owed, facts, done: parts.reduce(plus, zero), extra: inTurn.slice(owed) };
}
