import { expect, test } from 'vitest';
import { likelyKind } from './unit-kind.ts';

test.each([
  ['县水务局', 'government'],
  ['县妇联', 'mass'],
  ['县供水公司', 'enterprise'],
  ['县人民医院', 'institution'],
  ['白仓镇', 'township'],
  ['县稳增长工作专班办公室', 'office'],
  ['县数据局', 'government'],
])('名录里没有的%s，先当%s问', (name, kind) => {
  expect(likelyKind(name)).toBe(kind);
});
