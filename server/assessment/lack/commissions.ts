import type { Clause } from '../clauses/clauses.ts';
import type { View } from '../clauses/rule.ts';
import type { Standing } from '../ledger.ts';
import { type Judge, matcherOf } from '../selection.ts';

/**
 * 约稿 that nobody has handed in: while its time has not come it does not count yet; once it has, it counts as handed in
 * today, since every day from now on and the name of never having come can still be spared.
 */
export function asIfDelivered(view: View, judge: Judge, day: string) {
  const known = new Map<Standing, Standing>(); // the same fact stays the same for who compares
  const seenAs = (fact: Standing): Standing => {
    const seen = known.get(fact) ?? { ...fact, attributes: { ...fact.attributes, deliveredOn: day } };
    known.set(fact, seen);
    return seen;
  };
  const seen: View = {
    ...view,
    facts: (kind, months) =>
      view.facts(kind, months).flatMap((fact) => (!isOwed(fact) ? fact : isUndue(fact, judge, day) ? [] : seenAs(fact))),
  };
  return { seen, note: (clause: Clause) => noteOf(clause, view, judge, day) };
}

const isOwed = ({ kind, attributes: { dueOn, deliveredOn } }: Standing) =>
  kind === 'commission' && (deliveredOn ?? null) === null && dueOn !== undefined;

const isUndue = ({ attributes: { dueOn = '' } }: Standing, { workdays, deadlines }: Judge, day: string) =>
  (deadlines === 'nextWorkday' ? workdays.onOrAfter(dueOn) : dueOn) >= day;

/** '1 篇还没到期，最近 11-20'; '1 篇过期没交，早一天交少扣一天' where the clause asks how late. */
function noteOf(clause: Clause, view: View, judge: Judge, day: string): string | undefined {
  if (clause.kind !== 'points' || clause.counts !== 'commission') return undefined;
  const owed = view.facts('commission', [view.month]).filter((fact) => isOwed(fact) && fact.unit === view.unit);
  const undue = owed.filter((fact) => isUndue(fact, judge, day));
  const first = undue.map(({ attributes }) => attributes.dueOn ?? '').sort()[0];
  if (first !== undefined) return `${undue.length} 篇还没到期，最近 ${first.slice(5)}`;
  const matches = matcherOf(clause, judge);
  const late = owed.filter((fact) => matches(fact, view.month));
  return late.length > 0 && spares(clause) ? `${late.length} 篇过期没交，越早交来扣得越少` : undefined;
}

/** Whether it makes a difference when, or that, a late one comes. */
function spares(clause: Clause): boolean {
  const told = JSON.stringify(clause);
  return (
    /"(daysLate|workdaysLate)"/.test(told) ||
    (told.includes('"missing"') && !/\["late","missing"\]|\["missing","late"\]/.test(told))
  );
}
