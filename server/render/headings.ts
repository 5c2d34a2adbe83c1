import type { Block } from './document.ts';
import { chineseNumber } from './text.ts';

const written: Record<1 | 2 | 3 | 4, (count: number) => string> = {
  1: (count) => `${chineseNumber(count)}、`,
  2: (count) => `（${chineseNumber(count)}）`,
  3: (count) => `${count}. `,
  4: (count) => `（${count}）`,
};

/** The number of each heading, '' for other blocks; a deeper level begins anew under every heading above it. */
export function headingNumbers(blocks: readonly Block[]): string[] {
  const counts = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return '';
    const count = (counts[block.level - 1] ?? 0) + 1;
    counts.splice(block.level - 1, counts.length, count);
    return written[block.level](count);
  });
}
