import { Fraction } from './fraction.ts';
import type { OracleFact } from './oracle.ts';
import { F, found, type Given, ids, inTurn, type Line, type Of, part, settled, worth } from './oracle-facts.ts';
import { type Selector, selects } from './oracle-selection.ts';
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
        return value ? [{ fact, value }] : [];
      });
  };
  type Each = ReturnType<typeof able>[number];
  const best = (list: Each[]) =>
    [...list].sort((a, b) => b.value.cmp(a.value) || (`${a.fact.day} ${a.fact.id}` < `${b.fact.day} ${b.fact.id}` ? -1 : 1));
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
