import { Fraction } from './fraction.ts';
import { type OracleLine, onRoster } from './oracle.ts';
import { bands, periods, quota, rate, streak } from './oracle-counts.ts';
import {
  type Clause,
  count,
  F,
  found,
  type Given,
  ids,
  type Line,
  meetsAll,
  type Of,
  once,
  settled,
  sum,
  zero,
} from './oracle-facts.ts';
import { points } from './oracle-points.ts';
export function linesOfClause(clause: Clause, given: Given): Line[] {
  const { unit } = given;
  const meant = !clause.for || clause.for.groups?.includes(unit.group) || clause.for.units?.includes(unit.id);
  if (!meant) return [];
  if (clause.onlyIf && !meetsAll(clause.onlyIf, given, settled(clause, ('per' in clause && clause.per) || 'month', given.month)))
    return [];
  const kinds = {
    points,
    quota,
    bands,
    steps,
    rate,
    streak,
    placement,
    target,
    limit,
    zero: nought,
    percent,
    highest,
    average,
    rescale,
  };
  return (kinds[clause.kind] as (clause: Clause, given: Given) => Line[])(clause, given);
}

type Total = Exclude<Extract<Clause, { of: unknown }>, Of<'placement'>> | (Of<'placement'> & { of: string[] | 'all' });
const rankOf = (clause: Total) =>
  [
    String.fromCharCode(
      97 + ['target', 'zero', 'percent', 'limit', 'highest', 'placement', 'average', 'rescale'].indexOf(clause.kind),
    ),
    ['month', 'quarter', 'half', 'toDate', 'year'].indexOf(clause.per),
    clause.no,
  ].join(' ');

/** 'all' means every clause that neither is nor names, at any remove, an 'all' that comes as late. */
function meantBy(clause: Total, { scheme: { clauses } }: Given): Clause[] {
  if (clause.of !== 'all') return clauses.filter(({ no }) => clause.of.includes(no));
  const late = (other: Clause): boolean => {
    if (!('of' in other) || other.of === undefined) return false;
    return other.of === 'all'
      ? rankOf(other as Total) >= rankOf(clause)
      : clauses.filter(({ no }) => (other.of as string[]).includes(no)).some(late);
  };
  return clauses.filter((other) => !late(other));
}

function about(clause: Total, given: Given): { months: string[]; lines: OracleLine[] } {
  const [months, named] = [settled(clause, clause.per, given.month), meantBy(clause, given)];
  const lines = months.flatMap((month) => {
    if (month !== given.month) return given.again(month).filter((line) => named.some(({ no }) => no === line.clause));
    return named.flatMap((each) => linesOfClause(each, given).map((line) => ({ ...line, clause: each.no })));
  });
  return { months, lines };
}
const factsIn = (lines: OracleLine[]) => [...new Set(lines.flatMap(({ facts }) => facts))].sort();

function target(clause: Of<'target'>, given: Given): Line[] {
  const { months, lines } = about(clause, given);
  const { unit } = given;
  const row = clause.except.find(({ groups, units }) => groups?.includes(unit.group) || units?.includes(unit.id));
  const goal = F((row ?? clause).atLeast);
  if (months.length === 0 || !onRoster(unit, given.month) || goal.n === 0n) return [];
  const [got, facts] = [sum(lines), factsIn(lines)];
  const result: Line[] = [];
  const reached = got.cmp(goal) >= 0;
  const done = got.n < 0n ? zero : got.min(goal);
  if (clause.met && (reached || clause.partly === 'proportion'))
    result.push({ effect: 'points', value: done.over(goal).times(F(clause.met)).cents(), facts });
  const free = clause.exempt === 'free' && unit.exempt.some((span) => onRoster(span, given.month));
  const rule = reached ? clause.excess : clause.missing;
  if (rule && got.cmp(goal) !== 0 && (reached || !free)) {
    let gap = reached ? got.minus(goal) : goal.minus(got);
    if (rule.every) {
      let steps = zero;
      while (steps.plus(F(rule.every)).cmp(gap) <= 0) steps = steps.plus(F(rule.every));
      gap = steps;
    }
    if (gap.n === 0n) return result;
    const size = gap.times(F(rule.times)).cents();
    const most = rule.atMost ? size.min(F(rule.atMost)) : size;
    result.push({ effect: reached ? 'excess' : 'shortfall', value: reached ? most : zero.minus(most), facts });
  }
  return result;
}

function limit(clause: Of<'limit'>, given: Given): Line[] {
  const { months, lines } = about(clause, given);
  if (months.length === 0 || (lines.length === 0 && !onRoster(given.unit, given.month))) return [];
  const [got, facts] = [sum(lines), factsIn(lines)];
  if (clause.per === 'toDate') return runningLimit(clause, given, months, got, facts);
  if (clause.atMost && got.cmp(F(clause.atMost)) > 0) return [{ effect: 'cap', value: F(clause.atMost).minus(got), facts }];
  return clause.atLeast && got.cmp(F(clause.atLeast)) < 0
    ? [{ effect: 'floor', value: F(clause.atLeast).minus(got), facts }]
    : [];
}

/** What the year so far may be at most and least, less what it came to with what this clause itself already took or gave. */
function runningLimit(
  { no, atMost, atLeast }: Of<'limit'>,
  given: Given,
  months: string[],
  got: Fraction,
  facts: string[],
): Line[] {
  const before = sum(months.slice(0, -1).flatMap((month) => given.again(month).filter(({ clause }) => clause === no)));
  let right = got;
  if (atLeast && right.cmp(F(atLeast)) < 0) right = F(atLeast);
  if (atMost && right.cmp(F(atMost)) > 0) right = F(atMost);
  const value = right.minus(got).minus(before);
  if (value.n === 0n) return [];
  const down = right.cmp(got) < 0 || (right.cmp(got) === 0 && before.n < 0n);
  return [{ effect: down ? 'cap' : 'floor', value, facts }];
}

function nought(clause: Of<'zero'>, given: Given): Line[] {
  const { months, lines } = about(clause, given);
  const causes = clause.when
    .map((cause) => ({ cause, facts: found(cause, given, months) }))
    .filter(({ cause, facts }) => (cause.atMost === undefined ? facts.length >= cause.atLeast : facts.length <= cause.atMost));
  if (sum(lines).n <= 0n || causes.length === 0) return [];
  const facts = [...new Set([...factsIn(lines), ...causes.flatMap((each) => ids(each.facts))])].sort();
  return [{ effect: 'zero', value: zero.minus(sum(lines)), facts }];
}

function rescale(clause: Of<'rescale'>, given: Given): Line[] {
  const { lines } = about(clause, given);
  if (lines.length === 0) return [];
  const got = sum(lines);
  const others = rivalsOf(clause, given).filter(({ unit }) => unit.group === given.unit.group);
  const sums = clause.full === 'best' || clause.full === 'average' ? others.map((other) => sum(about(clause, other).lines)) : [];
  const best = sums.reduce((most, each) => (each.cmp(most) > 0 ? each : most), zero);
  const mean = Fraction.sum(sums).over(new Fraction(sums.length || 1));
  const full = clause.full === 'best' ? best : clause.full === 'average' ? mean : F(clause.full);
  const apart = got.plus(F(clause.worth)).minus(full).cents().minus(got);
  if (clause.by === 'difference')
    return F(clause.worth).cmp(full) === 0 ? [] : [{ effect: 'rescale', value: apart, facts: factsIn(lines) }];
  if (full.n <= 0n) return [];
  return [{ effect: 'rescale', value: got.times(F(clause.worth)).over(full).cents().minus(got), facts: factsIn(lines) }];
}

const rivalsOf = (clause: Clause, given: Given) =>
  given.units
    .filter((unit) => onRoster(unit, given.month) && !unit.exempt.some((span) => onRoster(span, given.month)))
    .filter(({ id, group }) => !given.scheme.listedOnly.includes(id) && concerned(clause, id, group))
    .map((unit): Given => ({ ...given, unit, again: (month) => given.of(unit, month) }));
const concerned = ({ for: who }: Clause, id: string, group: string) =>
  !who || who.groups?.includes(group) || who.units?.includes(id);

function steps(clause: Of<'steps'>, given: Given): Line[] {
  if (!onRoster(given.unit, given.month)) return [];
  const lists = periods(clause, given).map((pick) => once(pick(clause, 'owner'), clause));
  let [hit, value] = [[] as string[], zero];
  for (const facts of lists) {
    let any = false;
    const done = count(facts, clause);
    for (const { above, upTo = 1e15, every, points } of clause.steps)
      for (let at = above + every; at <= done && at <= upTo; at += every) [any, value] = [true, value.plus(F(points))];
    if (any) hit = [...hit, ...ids(facts)];
  }
  if (hit.length === 0) return [];
  const facts = [...new Set(hit)].sort();
  const lines: Line[] = [{ effect: 'points', value, facts }];
  if (clause.cap && value.cmp(F(clause.cap)) > 0) lines.push({ effect: 'cap', value: F(clause.cap).minus(value), facts });
  else if (clause.floor && value.cmp(F(clause.floor)) < 0)
    lines.push({ effect: 'floor', value: F(clause.floor).minus(value), facts });
  return lines;
}

function placement(clause: Of<'placement'>, given: Given): Line[] {
  const months = settled(clause, clause.per, given.month);
  if (months.length === 0) return [];
  const rivals = rivalsOf(clause, given).filter(({ unit }) => clause.among === 'all' || unit.group === given.unit.group);
  if (!rivals.some(({ unit }) => unit.id === given.unit.id)) return [];
  const measure = (who: Given): { value: Fraction; facts: string[] } => {
    if (!clause.by) {
      const { lines } = about(clause as Total, who);
      return { value: sum(lines), facts: factsIn(lines) };
    }
    const facts = once(found(clause.by, who, months), clause.by);
    return { value: new Fraction(count(facts, clause.by)), facts: ids(facts) };
  };
  const [mine, all] = [measure(given), rivals.map((rival) => measure(rival).value)];
  const place = 1 + all.filter((value) => value.cmp(mine.value) > 0).length;
  const fromLast = 1 + all.filter((value) => value.cmp(mine.value) < 0).length;
  const at = (rows: typeof clause.places, where: number) =>
    rows?.find((row) => where >= (row.place.from ?? 1) && where <= (row.place.to ?? 1e9));
  const won = [mine.value.n > 0n ? at(clause.places, place) : undefined, at(clause.last, fromLast)].filter(
    (row) => row !== undefined,
  );
  if (won.length === 0) return [];
  return [{ effect: 'points', value: Fraction.sum(won.map(({ points }) => F(points))), facts: mine.facts }];
}

function percent(clause: Of<'percent'>, given: Given): Line[] {
  const { months, lines } = about(clause, given);
  const got = sum(lines);
  const causes = (clause.when ?? [])
    .map((cause) => ({ cause, facts: found(cause, given, months) }))
    .filter(({ cause, facts }) => (cause.atMost === undefined ? facts.length >= cause.atLeast : facts.length <= cause.atMost));
  if (got.n <= 0n || (clause.when && causes.length === 0)) return [];
  const times = clause.each ? causes.reduce((count, { facts }) => count + facts.length, 0) : 1;
  const value = got
    .times(F(clause.percent.replace('-', '')))
    .times(new Fraction(times, 100))
    .cents();
  const off = clause.percent.startsWith('-') ? zero.minus(value.min(got)) : value;
  const facts = [...new Set([...factsIn(lines), ...causes.flatMap((each) => ids(each.facts))])].sort();
  return off.n === 0n ? [] : [{ effect: 'percent', value: off, facts }];
}

function highest(clause: Of<'highest'>, given: Given): Line[] {
  const { lines } = about(clause, given);
  const sums = clause.of.map((no) => sum(lines.filter((line) => line.clause === no))).filter(({ n }) => n > 0n);
  const rest = sums.sort((a, b) => b.cmp(a)).slice(clause.keep);
  return rest.length === 0 ? [] : [{ effect: 'cap', value: zero.minus(Fraction.sum(rest)), facts: factsIn(lines) }];
}

function average(clause: Of<'average'>, given: Given): Line[] {
  const { months, lines } = about(clause, given);
  const count = months.filter((month) => onRoster(given.unit, month) && given.scheme.from <= `${month}-01`).length;
  if (lines.length === 0 || count < 2) return [];
  return [{ effect: 'rescale', value: sum(lines).over(new Fraction(count)).cents().minus(sum(lines)), facts: factsIn(lines) }];
}
