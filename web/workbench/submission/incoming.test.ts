import { expect, test } from 'vitest';
import { nextAfter } from './incoming.ts';
import { monthBeside } from './monthBeside.ts';

test('定完一篇，自动打开下一篇；最后一篇定完，打开上一篇；只有一篇就没有了', () => {
  const pile = [{ id: '甲' }, { id: '乙' }, { id: '丙' }];
  const next = (id: string, from = pile) => nextAfter(from, id)?.id;
  expect([next('甲'), next('乙'), next('丙')]).toEqual(['乙', '丙', '乙']);
  expect(next('甲', [{ id: '甲' }])).toBeUndefined();
  expect(next('已定过、不在堆里的')).toBe('甲');
});

test('上月、下月跨得过年', () => {
  expect([monthBeside('2023-12', 1), monthBeside('2024-01', -1), monthBeside('2023-10', 1)]).toEqual([
    '2024-01',
    '2023-12',
    '2023-11',
  ]);
});
