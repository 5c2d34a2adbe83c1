import { expect, test } from 'vitest';
import { paceCounts } from './paces.ts';

test('完成、正常、缓慢各几项、占几成，没收月报的另算；合计是全部', () => {
  const counts = [
    { pace: 'normal' as const, count: 2 },
    { pace: 'slow' as const, count: 1 },
    { pace: null, count: 15 },
  ];
  expect(paceCounts(counts, 18)).toEqual([
    { pace: 'done', label: '完成', count: 0, share: '0.0%' },
    { pace: 'normal', label: '正常', count: 2, share: '11.1%' },
    { pace: 'slow', label: '缓慢', count: 1, share: '5.6%' },
    { pace: 'none', label: '没收月报', count: 15, share: '83.3%' },
  ]);
  expect(paceCounts([], 0).map(({ share }) => share)).toEqual(['—', '—', '—', '—']);
});
