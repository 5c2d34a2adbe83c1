import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ifVerified, inReadingOrder } from './account.ts';
import { readFacts, readSchemes } from './files.ts';
import { score } from './scoring.ts';

const schemes = readSchemes(readFileSync(new URL('../../database/demo/scheme.json', import.meta.url), 'utf8'));
const adoption = (id: string, unit: string, verified: boolean) => {
  const attributes = { tier: 'municipal', carrier: '邵阳日报' };
  return { id, unit, kind: 'adoption', day: '2023-10-19', period: '2023-10', verified, attributes };
};
const { units, facts, calendar } = readFacts(
  JSON.stringify({
    county: 430523,
    units: ['民政局', '卫健局'].map((id) => ({ id, name: id, group: '县直', from: '2023-01-01' })),
    facts: [
      ...['1', '2', '3', '4'].map((id) => adoption(id, '民政局', true)),
      ...['5', '6', '7'].map((id) => adoption(id, '卫健局', true)),
      adoption('8', '卫健局', false),
    ],
  }),
);

test('得分单照读的次序：先得分后封顶', () => {
  const row = score(schemes, units, facts, calendar, '2023-10').table.find(({ unit }) => unit === '民政局');
  const told = (lines: { effect: string; points: string }[]) => lines.map(({ effect, points }) => `${effect} ${points}`);
  expect(told(row?.lines ?? [])).toEqual(['shortfall -3.00', 'cap -5.00', 'points 20.00']);
  expect(told(inReadingOrder(row?.lines ?? []))).toEqual(['shortfall -3.00', 'points 20.00', 'cap -5.00']);
});

test('待核的一条核实之后：同分、市级条数追平，与第 1 名并列；没有待核的单位不答', () => {
  expect(score(schemes, units, facts, calendar, '2023-10').table.map(({ unit, rank }) => `${unit} ${rank}`)).toEqual([
    '民政局 1',
    '卫健局 2',
  ]);
  expect(ifVerified('卫健局', schemes, units, facts, calendar, '2023-10')).toMatchObject({
    rank: 1,
    total: '12.00',
    adoptions: 4,
  });
  expect(ifVerified('民政局', schemes, units, facts, calendar, '2023-10')).toBeUndefined();
});
