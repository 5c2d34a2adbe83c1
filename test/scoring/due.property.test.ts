import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notYetDue } from '../../server/assessment/due.ts';
import { lastDay } from '../../server/assessment/months.ts';
import { partsOf } from '../../server/assessment/parts.ts';
import { score } from '../../server/assessment/scoring.ts';
import { formatPoints, type Hundredths, points } from '../../server/kernel/quantity.ts';
import { calendar, facts, months, roster, scheme } from './arbitrary.ts';

const world = fc.record({ scheme, units: roster, facts, calendar });
const sum = (some: readonly { points: string }[]) =>
  formatPoints(some.reduce((all, each) => all + points(each.points), 0) as Hundredths);

test('任意细则、任意事实：已得加未到期就是总分，画的各段加起来就是已得；过了月底一分也不是未到期', { timeout: 60_000 }, () => {
  let open = 0;
  fc.assert(
    fc.property(
      world,
      fc.constantFrom(...months),
      fc.integer({ min: 1, max: 28 }),
      ({ scheme, units, facts, calendar }, month, no) => {
        const { table } = score(scheme, units, facts, calendar, month);
        const lines = table.flatMap(({ unit, lines }) => lines.map((line) => ({ unit, ...line })));
        const given = {
          schemes: [scheme],
          units: units as never,
          calendar: [...calendar],
          facts: facts as never,
          lines,
          table,
          month,
        };
        const dues = notYetDue({ ...given, state: 'open' }, `${month}-${String(no).padStart(2, '0')}`);
        for (const { unit, total, lines } of table) {
          const due = dues?.get(unit);
          expect(due && sum([{ points: due.settled }, { points: due.waiting }])).toBe(total);
          expect([sum(due?.items ?? []), sum(partsOf(lines, due?.items))]).toEqual([due?.waiting, due?.settled]);
          open += Number(due?.waiting !== '0.00');
        }
        expect(notYetDue({ ...given, state: 'open' }, `${lastDay(month)}x`)).toBeNull();
      },
    ),
    { numRuns: 300, seed: 20231008, endOnFailure: true },
  );
  expect(open).toBeGreaterThan(50); // 真的有未到期的
});
