import { Fraction } from './fraction.ts';
import type { OracleFact } from './oracle.ts';
import { F, found, type Given, ids, inTurn, type Line, type Of, part, sameOf, settled, worth } from './oracle-facts.ts';
import { latenessOf, type Selector, selects } from './oracle-selection.ts';

type Each = { fact: OracleFact; value: Fraction };
const best = (list: Each[]) =>
  [...list].sort((a, b) => b.value.cmp(a.value) || (`${a.fact.day} ${a.fact.id}` < `${b.fact.day} ${b.fact.id}` ? -1 : 1));

/** How many times one fact counts. */
function times({ by, every, rest, atMost }: NonNullable<Of<'points'>['multiply']>, fact: OracleFact, given: Given): Fraction {
  const { quantity = 1, words = 0 } = fact.attributes;
  const measure = by === 'quantity' ? quantity : by === 'words' ? words : (latenessOf(fact, given)?.[by] ?? 0);
  const exact = new Fraction(measure, every);
  let whole = 0;
  while (new Fraction(whole + 1).cmp(exact) <= 0) whole += 1;
  let result = new Fraction(whole);
  if (rest === 'part') result = exact;
  if (rest === 'full' && exact.cmp(result) > 0) result = new Fraction(whole + 1);
  return atMost === undefined ? result : result.min(new Fraction(atMost));
}

/** Each fact counts for less when as many of its like as count in full come before it; what is worth nothing then is left out. */
function lessened(rule: NonNullable<Of<'points'>['repeats']>[number], list: Each[], given: Given): Each[] {
  const { by, full, first, times: lesser, where } = rule;
  const alike = (each: Each) =>
    selects({ counts: each.fact.kind, where }, each.fact, given) ? sameOf(each.fact, by) : undefined;
  return list.flatMap((each) => {
    const twins = list.filter((other) => alike(each) !== undefined && alike(other) === alike(each));
    const order = first === 'earliest' ? inTurn(twins.map(({ fact }) => fact)) : best(twins).map(({ fact }) => fact);
    if (order.indexOf(each.fact) < full) return [each];
    return F(lesser).n === 0n ? [] : [{ fact: each.fact, value: each.value.times(F(lesser)) }];
  });
}

export function points(clause: Of<'points'>, given: Given): Line[] {
  const all = settled(clause, clause.per, given.month);
  if (all.length === 0) return [];
  const able = (months: string[]) => {
    const bad = clause.voidedBy
      ? given.facts
          .filter((fact) => {
            const near = fact.unit === given.unit.id || given.unit.id in (fact.attributes.shares ?? {});
            return near && months.includes(fact.counts) && selects(clause.voidedBy as Selector, fact, given);
          })
          .map(({ attributes }) => attributes.article)
      : [];
    return found(clause, given, months, clause.sharing)
      .filter(({ attributes: { article } }) => !article || !bad.includes(article))
      .filter((fact) => !clause.firstReporterOnly || reporter(fact, given) === fact.unit)
      .flatMap((fact) => {
        const value = worth(clause, fact, given);
        const much = clause.multiply ? times(clause.multiply, fact, given) : new Fraction(1);
        return value && much.n > 0n ? [{ fact, value: value.times(much) }] : [];
      });
  };
  const choose = (list: Each[]): Each[] => {
    const apart =
      clause.sameOutletGroup === 'each'
        ? list
        : list.filter(({ fact: { attributes: a } }, _, whole) => {
            const twins = whole.filter(
              ({ fact: { attributes: b } }) =>
                a.article && a.outletGroup && a.article === b.article && a.outletGroup === b.outletGroup,
            );
            return twins.length === 0 || best(twins)[0]?.fact.attributes === a;
          });
    const rule = clause.sameArticle;
    if (!rule || rule.keep === 'each') return apart;
    return apart.filter((each) => {
      const { article } = each.fact.attributes;
      if (!article) return true;
      const row = best(apart.filter(({ fact }) => fact.attributes.article === article));
      if (rule.keep === 'highest') return row[0] === each;
      const leaders = row.filter(
        ({ fact }, at) => row.findIndex((other) => (other.fact.attributes.tier ?? '') === (fact.attributes.tier ?? '')) === at,
      );
      return leaders.slice(0, rule.top).includes(each);
    });
  };
  const now = able(all);
  let [kept, taken] = [choose(now), [] as Each[]];
  if (clause.sameArticle?.within === 'year') {
    const year = Array.from({ length: 12 }, (_, at) => `${given.month.slice(0, 4)}-${String(at + 1).padStart(2, '0')}`);
    const past = able(year.filter((month) => month < (all[0] ?? '') && month >= (clause.from ?? '')));
    const [paid, due] = [choose(past), choose([...past, ...now])];
    kept = due.filter(({ fact }) => !paid.some((other) => other.fact === fact));
    taken = paid.filter(({ fact }) => !due.some((other) => other.fact === fact));
  }
  for (const rule of clause.repeats ?? []) kept = lessened(rule, kept, given);
  if (clause.countAtMost) kept = best(kept).slice(0, clause.countAtMost);
  if (kept.length + taken.length === 0) return [];
  const amount = (list: Each[]) => Fraction.sum(list.map(({ fact, value }) => part(value, fact, given.unit.id, clause.sharing)));
  const value = amount(kept).minus(amount(taken)).cents();
  const facts = ids([...kept, ...taken].map(({ fact }) => fact));
  const lines: Line[] = [{ effect: 'points', value, facts }];
  if (clause.cap && value.cmp(F(clause.cap)) > 0) lines.push({ effect: 'cap', value: F(clause.cap).minus(value), facts });
  else if (clause.floor && value.cmp(F(clause.floor)) < 0)
    lines.push({ effect: 'floor', value: F(clause.floor).minus(value), facts });
  return lines;
}

function reporter({ attributes: { article }, unit }: OracleFact, { facts, month }: Given): string {
  const reports = facts.filter(
    ({ kind, attributes, counts }) => kind === 'submission' && article && attributes.article === article && counts <= month,
  );
  return inTurn(reports)[0]?.unit ?? unit;
}
