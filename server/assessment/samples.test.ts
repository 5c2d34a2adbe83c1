import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DraftBody, LooseClause } from './draft.ts';
import { linesOf, sampleFacts, samplesOf } from './example.ts';
import { kinds, newClause } from './outline.ts';
import { bodyFrom, sheetsOf } from './sheet.ts';

const folder = new URL('../../database/schemes/', import.meta.url);
const bodies = readdirSync(folder).map(
  (file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as DraftBody] as const,
);

function told(body: DraftBody, no: string, change: LooseClause = {}, counts: Record<string, number> = {}) {
  const clause = { ...body.clauses.find((each) => each.no === no), ...change } as LooseClause;
  const samples = samplesOf(clause).map((each) => ({ ...each, count: counts[each.label] ?? each.count }));
  const given = sampleFacts(body, clause, samples);
  const lines = linesOf(body, clause, given, given.units[0]?.id ?? '');
  return typeof lines === 'string' ? lines : lines.map(({ arithmetic }) => arithmetic);
}
const [, tiers] = bodies.find(([file]) => file === 'tiers.json') ?? bodies[0] ?? ['', { clauses: [] }];
const [, quality] = bodies.find(([file]) => file === 'quality.json') ?? bodies[0] ?? ['', { clauses: [] }];

test('每一套现成细则的每一条，都算得出一个例子', () => {
  for (const [file, body] of bodies)
    for (const { no } of body.clauses) expect(told(body, String(no)), `${file} ${no}`).toBeInstanceOf(Array);
});

test('例子跟着打的字变；没写完整的说等写完整；别的条款没写完也不碍事', () => {
  expect(told(tiers, '二')).toEqual(['中央级 2 × 5.00 + 省部级 1 × 3.00 + 市级 1 × 2.00 + 县级 1 × 1.00 = 16.00']);
  expect(told(tiers, '二', {}, { 市级采用: 10, 中央级采用: 0 })).toEqual([
    '省部级 1 × 3.00 + 市级 10 × 2.00 + 县级 1 × 1.00 = 24.00',
  ]);
  expect(told(tiers, '二', { rates: [{ points: '' }] })).toBe('这一条写完整以后，这里就算给您看。');
  expect(told({ ...tiers, clauses: [...tiers.clauses, { no: '坏' }] }, '附则')).toBeInstanceOf(Array);
});

test('采用率、差错、记零，样本里也凑得出', () => {
  expect(told(quality, '四', {}, { 报送: 10, 采用: 2 })).toEqual(['比率 2/10，计 -1.00 = -1.00']);
  expect(told(quality, '一', {}, { 失实差错: 1 })).toEqual([expect.stringContaining('差错 1 条不计')]);
});

test('每一种条款都加得上、算得下去，刚加上的也写得进表格', () => {
  expect(kinds.length).toBeGreaterThan(12);
  for (const kind of kinds) {
    const body: DraftBody = { ...tiers, clauses: [...tiers.clauses, newClause(kind, '新')] };
    expect(() => told(body, '新'), kind).not.toThrow();
    expect(bodyFrom(sheetsOf(body)), kind).toEqual(body);
  }
});

test('走访按户数算：样本里每一条是 100 户', () => {
  const visits = {
    no: '走',
    title: '走访',
    kind: 'points',
    counts: 'visit',
    multiply: { by: 'quantity', every: 50 },
    rates: [{ points: '1' }],
  };
  expect(told({ ...tiers, clauses: [visits] }, '走')).toEqual([expect.stringMatching(/= 4\.00$/)]);
});
