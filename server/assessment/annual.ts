import { z } from 'zod';
import { compareRatios, formatPoints, points, type Ratio, ratio, ratioOf, rounded, times } from '../kernel/quantity.ts';
import { concerns, isSomeone, nobody, whom } from './clauses/whom.ts';
import { noneEmpty, pointsText, positivePoints, ratioText } from './shapes.ts';

const Factor = z.strictObject({
  for: z.strictObject(whom).refine(isSomeone, nobody).describe('哪些组、哪些单位'),
  times: ratioText.describe('年度总分先乘几，如 "1.2"'),
});

export const Annual = z
  .strictObject({
    title: z.string().min(1).max(30).describe('折算栏的名称，如 "折入年度绩效"'),
    full: z
      .union([z.literal('best'), z.literal('average'), positivePoints.refine((text) => points(text) !== 0, '满分不能是 0')])
      .describe('全年按多少分为满分，如 "300.00"；best 以组内最高、average 以组内平均为满分（不排名的不参与比较）'),
    worth: positivePoints.describe('满分折成几分，如 "6.00"；写定满分的，超过按满分；低于 0 按 0'),
    factors: noneEmpty(Factor).optional().describe('折算以前按单位先乘的系数；一个单位符合几项的连乘'),
    atLeast: pointsText.optional().describe('年度总分低于它的不折算、记 0，如 "60.00"'),
  })
  .describe(
    '年度总分怎样折入外面的总分：只在年度表里另列一栏，不是得分单里的一行，不动 12 月的分和名次；要进得分单的写 rescale 条款',
  );
export type Annual = z.infer<typeof Annual>;

export type Rescaled = { title: string; points: string; arithmetic: string };
type Row = { unit: string; group: string; total: string };

/** What a year's total is worth outside, rounded once at the end; `rivals`: who is compared, the row itself among them or not. */
export function annualOf(annual: Annual, row: Row, rivals: readonly Row[]): Rescaled {
  const { title, full, worth, atLeast } = annual;
  const said = (value: string, arithmetic: string): Rescaled => ({ title, points: value, arithmetic });
  if (atLeast !== undefined && points(row.total) < points(atLeast)) return said('0.00', `${row.total} 低于 ${atLeast}，不折算`);
  const own = weighed(annual, row);
  const most = fullOf(annual, row, rivals);
  if (most.value.over <= 0n) return said('0.00', '组内没有高于 0 分的，不折算');
  const [low, high] = [own.value.over < 0n, full !== 'best' && full !== 'average' && compareRatios(own.value, most.value) > 0];
  const within = low ? ratioOf(0) : high ? most.value : own.value;
  const by = { over: BigInt(points(worth)) * most.value.under, under: most.value.over };
  const value = formatPoints(rounded(times(within, by)));
  const bound = low ? '（低于 0 按 0）' : high ? '（超过满分按满分）' : '';
  return said(value, `${own.words}${bound} × ${worth} ÷ ${most.words} = ${value}`);
}

type Told = { value: Ratio; words: string };

/** In hundredths, exact. */
function weighed({ factors = [] }: Annual, row: Row): Told {
  const own = factors.filter((factor) => concerns(factor, row));
  const value = own.reduce((sum, factor) => times(sum, ratio(factor.times)), ratioOf(points(row.total)));
  return { value, words: [row.total, ...own.map((factor) => factor.times)].join(' × ') };
}

function fullOf(annual: Annual, { group }: Row, rivals: readonly Row[]): Told {
  const { full } = annual;
  if (full !== 'best' && full !== 'average') return { value: ratioOf(points(full)), words: full };
  const sums = rivals.filter((rival) => rival.group === group).map((rival) => weighed(annual, rival).value);
  const best = sums.reduce((most, sum) => (compareRatios(sum, most) > 0 ? sum : most), ratioOf(0));
  const value = full === 'best' ? best : meanOf(sums);
  return { value, words: `组内${full === 'best' ? '最高' : '平均'} ${formatPoints(rounded(value))}` };
}

function meanOf(sums: readonly Ratio[]): Ratio {
  const { over, under } = sums.reduce(
    (all, sum) => ({ over: all.over * sum.under + sum.over * all.under, under: all.under * sum.under }),
    ratioOf(0),
  );
  return { over, under: under * BigInt(sums.length || 1) };
}
