import { z } from 'zod';
import { type Hundredths, points } from '../../kernel/quantity.ts';
import { counted, type Judge } from '../selection.ts';
import { noneEmpty, pointsText, range } from '../shapes.ts';
import { countedOnce, sizesOf } from './counting.ts';
import { periodsOf, weekOr } from './periods.ts';
import { common, inOrder, pickerOf, type Rule } from './rule.ts';
import { partIn } from './sharing.ts';

export const BandsClause = z.strictObject({
  ...common,
  kind: z.literal('bands'),
  per: weekOr,
  ...counted,
  bands: noneEmpty(z.strictObject({ count: range(z.int().min(0)).describe('条数，两端都算'), points: pointsText })).describe(
    '按条数分档：从上往下，第一个符合的算数；如零报送扣分写 {"count":{"to":0},"points":"-5.00"}',
  ),
});

export function bandsRule(clause: z.infer<typeof BandsClause>, judge: Judge): Rule {
  const pick = pickerOf(clause, judge);
  return (view) => {
    if (!view.present) return [];
    const settled = periodsOf(clause, view).flatMap(({ label, of }) => {
      const facts = countedOnce(
        of(pick).filter((fact) => partIn(fact, view.unit, 'owner')),
        clause,
      );
      const size = sizesOf(facts, clause);
      const band = clause.bands.find(({ count: { from = 0, to = Infinity } }) => size >= from && size <= to);
      return band === undefined ? [] : [{ facts, price: points(band.points), words: `${label}${size} 条，计 ${band.points}` }];
    });
    if (settled.length === 0) return [];
    const value = settled.reduce((sum, { price }) => sum + price, 0) as Hundredths;
    const words = settled.map((each) => each.words).join(' + ');
    return [{ effect: 'points', value, words, facts: inOrder(settled.flatMap(({ facts }) => facts)) }];
  };
}
