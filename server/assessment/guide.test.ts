import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSchemes, scoreFiles } from './files.ts';

const guide = readFileSync(new URL('../../docs/scheme-guide.md', import.meta.url), 'utf8');
const blocks = (kind: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`json ${kind}\n(.*?)\`\`\``, 'gs'))].map(([, text = '']) => text);

test('说明里的完整例子，算出来的正是说明里印的表', () => {
  const [[scheme = ''], [facts = ''], [table = '']] = [blocks('scheme'), blocks('facts'), blocks('table')];
  expect(scoreFiles(scheme, facts, '2023-10').table).toEqual(JSON.parse(table));
});

test('说明里的每一段条款都能照抄', () => {
  const examples = blocks('clauses');
  const [scheme = ''] = blocks('scheme');
  expect(examples.length).toBeGreaterThanOrEqual(15);
  for (const clauses of examples) {
    const [read] = readSchemes(JSON.stringify({ ...JSON.parse(scheme), clauses: JSON.parse(clauses) }));
    expect(read?.clauses.length).toBe(JSON.parse(clauses).length);
  }
});
