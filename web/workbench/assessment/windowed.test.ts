import { expect, test } from 'vitest';
import { windowed } from './windowed.ts';

const rows = Array.from({ length: 500 }, (_, at) => at + 1);
const shown = (chosen: number, all = false) => {
  const { stretches, left } = windowed(rows, (row) => row === chosen, all);
  return [...stretches.map(({ hidden, rows }) => `略 ${hidden}，${rows[0]}—${rows.at(-1)}`), `略 ${left}`];
};

test('长表先列前十名和选中的单位前后五名，其余收起；点开就全列', () => {
  expect(shown(240)).toEqual(['略 0，1—10', '略 224，235—245', '略 255']);
  expect(shown(13)).toEqual(['略 0，1—18', '略 482']);
  expect(shown(499)).toEqual(['略 0，1—10', '略 483，494—500', '略 0']);
  expect(shown(-1)).toEqual(['略 0，1—10', '略 490']);
  expect(shown(240, true)).toEqual(['略 0，1—500', '略 0']);
});

test('短表一行不收', () => {
  expect(windowed(rows.slice(0, 24), () => false, false).stretches[0]?.rows).toHaveLength(24);
});
