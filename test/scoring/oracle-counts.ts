import { Fraction } from './fraction.ts';
import { adoptedOf, monthBefore, type OracleFact, onRoster } from './oracle.ts';
import {
  count,
  F,
  found,
  fractionOf,
  type Given,
  ids,
  inBand,
  inTurn,
  involved,
  type Line,
  type Of,
  once,
  part,
  type Sharing,
  settled,
  size,
  worth,
  zero,
} from './oracle-facts.ts';
import { daysOfWeeks, type Selector, selects } from './oracle-selection.ts';

export function periods(
  clause: Of<'quota'> | Of<'bands'> | Of<'steps'>,
  given: Given,
): ((selector: Selector, sharing: Sharing) => OracleFact[])[] {
  const months = settled(clause, clause.per, given.month);
  if (months.length === 0) return [];
  if (clause.per !== 'week') return [(selector, sharing) => found(selector, given, months, sharing)];
  return daysOfWeeks(given.month).map(
    (belongs) => (selector, sharing) =>
      given.facts.filter((fact) => belongs(fact) && involved(fact, given.unit.id, sharing) && selects(selector, fact, given)),
  );
}

export function quota(clause: Of<'quota'>, given: Given): Line[] {
  if (!onRoster(given.unit, given.month)) return [];
  const { unit } = given;
  const share = dueShare(clause, given);
  if (share === undefined) return [];
  const accounts = periods(clause, given)
    .map((pick) => {
      const needs = clause.needs.map((need) => {
        const facts = once(pick(need, clause.sharing), need);
        const row = need.except.find(
          ({ groups, units }) => groups?.includes(unit.group) || units?.includes(unit.id) || (!groups && !units && false),
        );
        let atLeast = 0; // the least whole number that is not below the part that is due
        const due = new Fraction((row ?? need).atLeast).times(share);
        while (new Fraction(atLeast).cmp(due) < 0) atLeast += 1;
        const done = Fraction.sum(
          facts.map((fact) => fractionOf(fact, unit.id, clause.sharing).times(new Fraction(size(fact, need)))),
        );
        return { facts, atLeast, done, met: done.min(new Fraction(atLeast)), extra: inTurn(facts).slice(atLeast) };
      });
      const owed = needs.reduce((total, { atLeast }) => total + atLeast, 0);
      return {
        needs,
        owed,
        missing: new Fraction(owed).minus(Fraction.sum(needs.map(({ met }) => met))),
        facts: needs.flatMap(({ facts }) => facts),
      };
    })
    .filter(({ owed }) => owed > 0);
  const lines: Line[] = [];
  const [paid, short] = [
    accounts.filter(({ missing }) => missing.n === 0n || clause.partly === 'proportion'),
    accounts.filter(({ missing }) => missing.n > 0n),
  ];
  const { met, missing, excess, completion } = clause;
  if (met && paid.length > 0) {
    const value = Fraction.sum(
      paid.map((each) => new Fraction(each.owed).minus(each.missing).over(new Fraction(each.owed)).times(F(met))),
    );
    lines.push({ effect: 'points', value: value.cents(), facts: ids(paid.flatMap(({ facts }) => facts)) });
  }
  const hits = accounts.flatMap((each) => {
    const part = Fraction.sum(each.needs.map(({ done }) => done)).over(new Fraction(each.owed));
    const row = completion?.find((band) => inBand(band, part));
    return row ? [{ facts: each.facts, points: F(row.points) }] : [];
  });
  if (hits.length > 0) lines.push({ effect: 'points', ...sumUp(hits) });
  const free = clause.exempt === 'free' && unit.exempt.some((span) => onRoster(span, given.month));
  if ((missing?.each || missing?.flat) && short.length > 0 && !free) {
    const lost = Fraction.sum(
      short.map((each) => each.missing.times(F(missing.each ?? '0')).plus(F(missing.flat ?? '0'))),
    ).cents();
    const most = missing.atMost ? lost.min(F(missing.atMost)) : lost;
    lines.push({ effect: 'shortfall', value: zero.minus(most), facts: ids(short.flatMap(({ facts }) => facts)) });
  }
  const extra = excess
    ? accounts
        .flatMap(({ needs }) => needs.flatMap((need) => need.extra))
        .flatMap((fact) => {
          const value = worth(excess, fact, given);
          return value ? [{ fact, value: part(value, fact, unit.id, clause.sharing) }] : [];
        })
    : [];
  if (excess && extra.length > 0) {
    const value = Fraction.sum(extra.map((each) => each.value)).cents();
    lines.push({
      effect: 'excess',
      value: excess.atMost ? value.min(F(excess.atMost)) : value,
      facts: ids(extra.map(({ fact }) => fact)),
    });
  }
  return lines;
}

const sumUp = (hits: { facts: OracleFact[]; points: Fraction }[]) => ({
  value: Fraction.sum(hits.map(({ points }) => points)),
  facts: ids(hits.flatMap(({ facts }) => facts)),
});

/** What part of the task is due this month; undefined in a month that settles nothing. */
function dueShare({ per, progress, prorated, ...clause }: Of<'quota'>, given: Given): Fraction | undefined {
  const number = Number(given.month.slice(5));
  let share = new Fraction(1);
  if (per === 'toDate') share = new Fraction(number, 12);
  if (progress) {
    const row = progress.find(({ month }) => month === number);
    if (!row) return undefined;
    share = F(row.times);
  }
  if (!prorated) return share;
  const months = settled(clause as Of<'quota'>, per, given.month);
  const served = months.filter((month) => onRoster(given.unit, month) && given.scheme.from <= `${month}-01`);
  return share.times(new Fraction(served.length, months.length || 1));
}

export function bands(clause: Of<'bands'>, given: Given): Line[] {
  if (!onRoster(given.unit, given.month)) return [];
  const hits = periods(clause, given).flatMap((pick) => {
    const facts = once(pick(clause, 'owner'), clause);
    const done = count(facts, clause);
    const band = clause.bands.find((each) => (each.count.from ?? 0) <= done && done <= (each.count.to ?? 1e15));
    return band ? [{ facts, points: F(band.points) }] : [];
  });
  return hits.length === 0
    ? []
    : [{ effect: 'points', value: Fraction.sum(hits.map((hit) => hit.points)), facts: ids(hits.flatMap(({ facts }) => facts)) }];
}

export function rate(clause: Of<'rate'>, given: Given): Line[] {
  const months = settled(clause, clause.per, given.month);
  const counted = (side: 'part' | 'whole') => {
    if (clause.rate === 'adoptionRate') return [];
    return once(found(clause.rate[side], given, months), clause.rate[side]);
  };
  const own = clause.rate === 'adoptionRate';
  const facts = own
    ? [...found({ counts: 'submission' }, given, months), ...found({ counts: 'adoption' }, given, months)]
    : [...counted('part'), ...counted('whole')];
  const tallies = months.map((month) => adoptedOf(given.facts, given.unit, month));
  const amount = (side: 'part' | 'whole') => (clause.rate === 'adoptionRate' ? 0 : count(counted(side), clause.rate[side]));
  const part = own ? tallies.reduce((total, { adopted }) => total + adopted, 0) : amount('part');
  const whole = own ? tallies.reduce((total, { submitted }) => total + submitted, 0) : amount('whole');
  if (months.length === 0 || whole < clause.minimum) return [];
  const ratio = new Fraction(part, whole);
  const band = clause.bands.find((each) => inBand(each, ratio));
  if (!band && !clause.proportion) return [];
  let full = ratio.min(new Fraction(1));
  if (clause.every) {
    let steps = zero;
    while (steps.plus(F(clause.every)).cmp(full) <= 0) steps = steps.plus(F(clause.every));
    full = steps;
  }
  const value = F(band?.points ?? '0').plus(full.times(F(clause.proportion ?? '0')));
  return [{ effect: 'points', value: value.cents(), facts: ids(facts) }];
}

export function streak(clause: Of<'streak'>, given: Given): Line[] {
  if (!onRoster(given.unit, given.month) || settled(clause, clause.per ?? 'month', given.month).length === 0) return [];
  const start = [given.scheme.from.slice(0, 7), given.unit.from.slice(0, 7), clause.from ?? ''].sort().at(-1) ?? '';
  const run: OracleFact[][] = [];
  for (let at = given.month; ; at = monthBefore(at)) {
    const span = clause.per === 'quarter' ? [monthBefore(monthBefore(at)), monthBefore(at), at] : [at];
    const facts = found(clause, given, span);
    at = span[0] ?? at;
    if (at < start || (clause.fewerThan ? facts.length >= clause.fewerThan : facts.length < (clause.atLeast ?? 1))) break;
    run.push(facts);
  }
  if (run.length === 0 || run.length % clause.months !== 0) return [];
  return [{ effect: 'points', value: F(clause.points), facts: ids(run.slice(0, clause.months).flat()) }];
}
