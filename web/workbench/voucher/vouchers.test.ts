import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Clause } from '../../../server/assessment/clauses/clauses.ts';
import { gradesOf, offered } from './vouchers.ts';

const clauses = [
  { no: '六', kind: 'points', counts: 'instruction', rates: [{ where: { rank: ['市主要领导'] }, points: '20.00' }] },
  { no: '七', kind: 'points', counts: 'adoption', voidedBy: { counts: 'error', where: { nature: ['失实'] } }, rates: [] },
] as unknown as Clause[];

test('细则按哪些级别、哪些性质计，先列哪些；再列县里用过的和常见的，不重复', () => {
  expect(gradesOf(clauses, 'instruction')).toEqual(['市主要领导']);
  expect(gradesOf(clauses, 'error')).toEqual(['失实']);
  expect(offered('error', ['失实'], [{ kind: 'error', grade: '负面报道', count: 2 }]).slice(0, 3)).toEqual([
    '失实',
    '负面报道',
    '抄袭',
  ]);
});

test('演示县的细则不管批示、差错', () => {
  const scheme = JSON.parse(readFileSync(new URL('../../../database/demo/scheme.json', import.meta.url), 'utf8'));
  expect([gradesOf(scheme.clauses, 'instruction'), gradesOf(scheme.clauses, 'error')]).toEqual([[], []]);
});
