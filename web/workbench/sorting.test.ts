import { expect, test } from 'vitest';
import { holds, nextSort, sorted } from './sorting.ts';

const units = [{ name: '县卫健局' }, { name: '县残联' }, { name: '县交通局' }];
const words = { name: ({ name }: { name: string }) => name };
const names = (sort?: string) => sorted(units, sort, words).map(({ name }) => name);

test('名录按拼音排，倒过来也行；不认得的列保持原样', () => {
  expect(names('name')).toEqual(['县残联', '县交通局', '县卫健局']);
  expect(names('-name')).toEqual(['县卫健局', '县交通局', '县残联']);
  expect(names('password')).toEqual(names());
});

test('点表头：先顺、再倒、第三次复原', () => {
  expect(nextSort(undefined, 'name')).toBe('name');
  expect(nextSort('name', 'name')).toBe('-name');
  expect(nextSort('-name', 'name')).toBeUndefined();
  expect(nextSort('-kind', 'name')).toBe('name');
});

test('找单位时旧名称也算，没有写要找什么就全列', () => {
  expect(holds(['县住建局', '县建设局'], '建设')).toBe(true);
  expect(holds(['县住建局', null], '水利')).toBe(false);
  expect(holds(['县住建局'], undefined)).toBe(true);
});
