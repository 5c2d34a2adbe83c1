import { z } from 'zod';
import { byCodePoint } from '../../kernel/order.ts';
import { formatPoints, type Hundredths, plus, type Ratio, ratioOf, rounded, split, times } from '../../kernel/quantity.ts';
import type { Standing } from '../ledger.ts';
import type { Priced } from './prices.ts';

export const Sharing = z
  .enum(['shares', 'equal', 'each', 'owner'])
  .describe('合作稿（事实里写了 shares）怎么分：shares 按份额、equal 平均、each 各得全分、owner 全归报送单位');
export type Sharing = z.infer<typeof Sharing>;

/** Does the unit have a part in it? */
export const partIn = ({ unit, attributes: { shares } }: Standing, who: string, sharing: Sharing): boolean =>
  shares === undefined || sharing === 'owner' ? unit === who : (shares[who] ?? 0) > 0;

const isSplit = ({ attributes: { shares } }: Standing, sharing: Sharing) =>
  shares !== undefined && (sharing === 'shares' || sharing === 'equal');

/** Exact, in hundredths; what is split was rounded to a hundredth first, so that the parts add up to the whole. */
export function amountOf(priced: readonly Priced[], unit: string, sharing: Sharing): { amount: Ratio; words: string } {
  const alone = priced.filter(({ fact }) => !isSplit(fact, sharing));
  const together = priced.filter(({ fact }) => isSplit(fact, sharing));
  const counted = [...Map.groupBy(alone, ({ price }) => price)].sort(([a], [b]) => a.order - b.order);
  const parts = together.map((each) => partOf(each, unit, sharing));
  const shared = parts.reduce((sum, part) => sum + part, 0) as Hundredths;
  const sizes = counted.map(([price, facts]) => ({ price, size: facts.reduce((sum, { size }) => sum + size, 0) }));
  const sum = sizes.map(({ price, size }) => times(price.value, ratioOf(size))).reduce(plus, ratioOf(0));
  const words = sizes.map(({ price, size }) => price.words(price.under === 1 ? String(size) : `${size}/${price.under}`));
  if (parts.length > 0) words.push(`合作 ${parts.length} 条分得 ${formatPoints(shared)}`);
  return { amount: plus(sum, ratioOf(shared)), words: words.join(' + ') };
}

function partOf({ fact: { attributes }, price, size }: Priced, unit: string, sharing: Sharing): Hundredths {
  const units = Object.entries(attributes.shares ?? {}).filter(([, weight]) => weight > 0);
  units.sort(([a], [b]) => byCodePoint(a, b));
  const weights = units.map(([, weight]) => (sharing === 'equal' ? 1 : weight));
  return split(rounded(times(price.value, ratioOf(size))), weights)[units.findIndex(([id]) => id === unit)] ?? (0 as Hundredths);
}

/** How much of one piece the unit made, for counting. */
export function fractionOf({ attributes: { shares } }: Standing, unit: string, sharing: Sharing): Ratio {
  if (shares === undefined || sharing === 'owner' || sharing === 'each') return ratioOf(1);
  const weights = Object.values(shares).filter((weight) => weight > 0);
  const sum = weights.reduce((a, b) => a + b, 0);
  return sharing === 'equal' ? ratioOf(1, weights.length) : ratioOf(shares[unit] ?? 0, sum);
}
