import { byCodePoint } from '../../kernel/order.ts';
import type { Standing } from '../ledger.ts';
import { type Judge, type Same, sameOf } from '../selection.ts';
import type { Condition } from './condition.ts';
import { pickerOf, type View } from './rule.ts';
import { partIn } from './sharing.ts';
import { concerns } from './whom.ts';

export type Counting = { distinctArticles: boolean; distinctBy?: Same | undefined; countBy?: 'facts' | 'quantity' | undefined };

/** What of the facts is counted: once per article, once per carrier … */
export function countedOnce(facts: readonly Standing[], { distinctArticles, distinctBy }: Counting): readonly Standing[] {
  const articles = distinctArticles ? onePerArticle(facts) : facts;
  if (distinctBy === undefined) return articles;
  return firstOfEach(articles, (fact) => sameOf(fact, distinctBy)).filter((fact) => sameOf(fact, distinctBy) !== undefined);
}

const onePerArticle = (facts: readonly Standing[]) => firstOfEach(facts, ({ attributes }) => attributes.article);

/** The first of each by day and then id; what has no key stays. */
function firstOfEach(facts: readonly Standing[], keyOf: (fact: Standing) => string | undefined): Standing[] {
  const inTurn = facts.toSorted((a, b) => byCodePoint(a.day, b.day) || a.at - b.at);
  const first = new Map(inTurn.toReversed().map((fact) => [keyOf(fact) ?? fact, fact]));
  return [...first.values()].sort((a, b) => a.at - b.at);
}

/** How many one fact counts as. */
export const sizeOf = ({ attributes }: Standing, { countBy }: Counting): number =>
  countBy === 'quantity' ? (attributes.quantity ?? 1) : 1;
export const sizesOf = (facts: readonly Standing[], counting: Counting): number =>
  facts.reduce((sum, fact) => sum + sizeOf(fact, counting), 0);

/** Whether the unit's own facts of these months meet every condition. */
export function conditionOf(conditions: readonly Condition[], judge: Judge) {
  const parts = conditions.map((condition) => ({ condition, pick: pickerOf(condition, judge) }));
  return (view: View, months: readonly string[]): boolean =>
    parts.every(({ condition, pick }) => {
      const mine = pick(view, months).filter((fact) => partIn(fact, view.unit, 'owner'));
      const size = sizesOf(countedOnce(mine, condition), condition);
      const row = condition.except?.find((each) => concerns({ for: each }, view));
      const least = (row ?? condition).atLeast ?? 0;
      return size >= least && size <= (condition.atMost ?? Infinity);
    });
}
