import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstDay } from '../../server/assessment/months.ts';
import { scorerOf } from '../../server/assessment/oneMore/scorer.ts';
import { oneMore } from '../../server/assessment/oneMore.ts';
import { score } from '../../server/assessment/scoring.ts';
import { calendar, facts, months, roster, scheme } from './arbitrary.ts';
import type { World } from './oracle.ts';

const world = fc.record({ scheme, units: roster, facts, calendar });

test('任意细则、任意事实：再来一条，和把它记进去整月重算，每个单位的每一行、合计、名次都相同', { timeout: 60_000 }, () => {
  let moved = 0;
  const check = ({ scheme, units, facts, calendar }: World, month: string) => {
    const { table } = score(scheme, units, facts, calendar, month);
    const [own] = table;
    if (own === undefined) return;
    const lines = table.flatMap(({ unit, lines }) => lines.map((line) => ({ unit, ...line })));
    const given = { schemes: [scheme], units, facts, calendar, lines, table, month, state: 'open' } as never;
    const scored = scorerOf(given, own.unit);
    for (const attributes of [{ tier: 'municipal', article: '新' } as const, { tier: 'county', article: 'a' } as const]) {
      const base = { unit: own.unit, kind: 'adoption', day: firstDay(month), period: month, verified: true } as const;
      const added = { ...base, id: '\uffff', cancels: null, replaces: null, attributes, evidence: [] };
      const whole = score(scheme, units, [...facts, added], calendar, month).table.map(({ lines, ...row }) => {
        return { ...row, lines: lines.filter(({ corrects }) => corrects === null) };
      });
      const short = scored(added);
      expect(short).toEqual(whole.filter(({ unit }) => short.some((row) => row.unit === unit)));
      moved += Number(JSON.stringify(short) !== JSON.stringify(table));
    }
    const { choices, late } = oneMore(given, own.unit, firstDay(month));
    expect(late !== null || choices.length >= 5).toBe(true);
  };
  fc.assert(fc.property(world, fc.constantFrom(...months), check), { numRuns: 150, seed: 20231008, endOnFailure: true });
  expect(moved).toBeGreaterThan(50);
});
