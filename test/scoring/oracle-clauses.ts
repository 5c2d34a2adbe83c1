import { type OracleLine, onRoster } from './oracle.ts';
import { bands, quota, rate, streak } from './oracle-counts.ts';
import { type Clause, F, found, type Given, ids, type Line, type Of, settled, sum, zero } from './oracle-facts.ts';
import { points } from './oracle-points.ts';
export function linesOfClause(clause: Clause, given: Given): Line[] {
  const { unit } = given;
  const meant = !clause.for || clause.for.groups?.includes(unit.group) || clause.for.units?.includes(unit.id);
  if (!meant) return [];
  const kinds = { points, quota, bands, rate, streak, target, limit, zero: nought, rescale };
  return (kinds[clause.kind] as (clause: Clause, given: Given) => Line[])(clause, given);
}

type Total = Of<'target'> | Of<'limit'> | Of<'zero'> | Of<'rescale'>;
const rankOf = (clause: Total) =>
  [
    ['target', 'zero', 'limit', 'rescale'].indexOf(clause.kind),
    ['month', 'quarter', 'half', 'year'].indexOf(clause.per),
    clause.no,
  ].join(' ');

/** 'all' means every clause that neither is nor names, at any remove, an 'all' that comes as late. */
function meantBy(clause: Total, { scheme: { clauses } }: Given): Clause[] {
  if (clause.of !== 'all') return clauses.filter(({ no }) => clause.of.includes(no));
  const late = (other: Clause): boolean => {
    if (!('of' in other)) return false;
    return other.of === 'all' ? rankOf(other) >= rankOf(clause) : clauses.filter(({ no }) => other.of.includes(no)).some(late);
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
    const size = (reached ? got.minus(goal) : goal.minus(got)).times(F(rule.times)).cents();
    const most = rule.atMost ? size.min(F(rule.atMost)) : size;
    result.push({ effect: reached ? 'excess' : 'shortfall', value: reached ? most : zero.minus(most), facts });
  }
  return result;
}

function limit(clause: Of<'limit'>, given: Given): Line[] {
  const { months, lines } = about(clause, given);
  if (months.length === 0 || (lines.length === 0 && !onRoster(given.unit, given.month))) return [];
  const [got, facts] = [sum(lines), factsIn(lines)];
  if (clause.atMost && got.cmp(F(clause.atMost)) > 0) return [{ effect: 'cap', value: F(clause.atMost).minus(got), facts }];
  return clause.atLeast && got.cmp(F(clause.atLeast)) < 0
    ? [{ effect: 'floor', value: F(clause.atLeast).minus(got), facts }]
    : [];
}

function nought(clause: Of<'zero'>, given: Given): Line[] {
  const { months, lines } = about(clause, given);
  const causes = clause.when
    .map((cause) => ({ cause, facts: found(cause, given, months) }))
    .filter(({ cause, facts }) => facts.length >= cause.atLeast);
  if (sum(lines).n <= 0n || causes.length === 0) return [];
  const facts = [...new Set([...factsIn(lines), ...causes.flatMap((each) => ids(each.facts))])].sort();
  return [{ effect: 'zero', value: zero.minus(sum(lines)), facts }];
}

function rescale(clause: Of<'rescale'>, given: Given): Line[] {
  const { lines } = about(clause, given);
  if (lines.length === 0) return [];
  const got = sum(lines);
  return [
    { effect: 'rescale', value: got.times(F(clause.worth)).over(F(clause.full)).minus(got).cents(), facts: factsIn(lines) },
  ];
}
