import { expect, test } from 'vitest';
import { choiceWord, type Field, fieldsOfKind, headFields, kinds, type Node } from './outline.ts';
import { keyWords } from './words.ts';

function* inside(fields: readonly Field[], depth = 0): Generator<Field> {
  for (const field of fields) {
    yield field;
    if (depth < 6) yield* within(field.node, depth + 1);
  }
}
function* within(node: Node, depth: number): Generator<Field> {
  if (node.is === 'object') yield* inside(node.fields, depth);
  if (node.is === 'list') yield* within(node.item, depth);
  if (node.is === 'either') for (const option of node.options) yield* within(option, depth);
}
const all = [...inside(headFields), ...kinds.flatMap((kind) => [...inside(fieldsOfKind(kind))])];
const values = ({ node }: Field) =>
  node.is === 'choice' ? node.values : node.is === 'list' && node.item.is === 'choice' ? node.item.values : [];

test('细则里每一项、每一个可选的值，都有专班的说法', () => {
  expect(all.length).toBeGreaterThan(150);
  expect([...new Set(all.map(({ key }) => key).filter((key) => !(key in keyWords)))]).toEqual([]);
  const unsaid = all.flatMap((field) =>
    values(field)
      .filter((value) => choiceWord(field.key, value) === value)
      .map((value) => `${field.key} ${value}`),
  );
  expect([...new Set(unsaid)]).toEqual([]);
  expect(choiceWord('tier', 'municipal')).toBe('市级');
  expect(choiceWord('keep', 'highest')).toBe('只计最高的一次');
});
