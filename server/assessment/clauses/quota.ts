import { z } from 'zod';
import { factKinds } from '../../fact/fact.ts';
import {
  compareRatios,
  formatPoints,
  type Hundredths,
  minus,
  plus,
  points,
  type Ratio,
  ratioOf,
  rounded,
  times,
} from '../../kernel/quantity.ts';
import type { Standing } from '../ledger.ts';
import { counted, type Judge, labelOf, Where } from '../selection.ts';
import { noneEmpty, pointsText, positivePoints } from '../shapes.ts';
import { countedOnce, periodsOf, weekOr } from './periods.ts';
import { type Priced, pricesOf } from './prices.ts';
import { common, concerns, inOrder, isSomeone, nobody, pickerOf, type Rule, type View, whom, type Yield } from './rule.ts';
import { amountOf, fractionOf, partIn, Sharing } from './sharing.ts';

const count = z.int().min(0).max(100_000);
const Need = z.strictObject({
  ...counted,
  atLeast: count.describe('不少于几条；0 表示没有任务'),
  except: z
    .array(z.strictObject({ ...whom, atLeast: count }).refine(isSomeone, nobody))
    .default([])
    .describe('另有定额的组或单位：从上往下，第一个符合的算数'),
});

export const QuotaClause = z.strictObject({
  ...common,
  kind: z.literal('quota'),
  per: weekOr,
  needs: noneEmpty(Need).describe('任务：有几项的，各项都完成才算达标'),
  met: positivePoints.optional().describe('达标得几分'),
  partly: z
    .enum(['nothing', 'proportion'])
    .default('nothing')
    .describe('没达标时 met：nothing 不得分、proportion 按完成比例得分'),
  missing: z
    .strictObject({ each: positivePoints.optional(), flat: positivePoints.optional(), atMost: positivePoints.optional() })
    .refine(({ each, flat }) => (each ?? flat) !== undefined, '要写 each 或 flat')
    .optional()
    .describe('没达标扣分：each 每少一条扣几分、flat 一次性扣几分、atMost 一次结算最多扣几分'),
  excess: z
    .strictObject({
      rates: noneEmpty(
        z.strictObject({ where: Where.optional(), not: Where.optional(), points: pointsText, title: z.string().optional() }),
      ),
      atMost: positivePoints.optional(),
    })
    .optional()
    .describe('超额加分：按日子排，完成任务之后的每一条按表计分；atMost 一次结算最多加几分'),
  exempt: z.enum(['owes', 'free']).default('owes').describe('豁免的单位：owes 照样扣欠额（只是不排名）、free 不扣'),
  sharing: Sharing.default('owner'),
});
type QuotaClause = z.infer<typeof QuotaClause>;
type Done = { need: number; facts: readonly Standing[]; done: Ratio; extra: Standing[] };
/** One settled period: each need, and how far it is met. */
type Account = { label: string; dones: Done[]; owed: number; missing: Ratio };

export function quotaRule(clause: QuotaClause, judge: Judge): Rule {
  const needs = clause.needs.map((need) => {
    const prices = pricesOf({ ...need, rates: clause.excess?.rates ?? [] }, judge);
    return { ...need, pick: pickerOf(need, judge), prices };
  });
  return (view) => {
    if (!view.present) return [];
    const periods = periodsOf(clause, view).map(({ label, of }): Account => {
      const dones = needs.map((need) => doneOf(need, of(need.pick), clause, view));
      const missing = dones.map(lackOf).reduce(plus, zero);
      return { label, dones, owed: dones.reduce((sum, { need }) => sum + need, 0), missing };
    });
    const accounts = periods.filter(({ owed }) => owed > 0);
    const extra = accounts.flatMap(({ dones }) =>
      dones.flatMap((done, at) => needs[at]?.prices.priced(done.extra, view.month) ?? []),
    );
    const shortfall = view.exempt && clause.exempt === 'free' ? [] : shortfallLine(clause, accounts);
    return [...pointsLine(clause, accounts), ...shortfall, ...excessLine(clause, extra, view.unit)];
  };
}

function doneOf(need: QuotaClause['needs'][number], picked: Standing[], { sharing }: QuotaClause, view: View): Done {
  const found = picked.filter((fact) => partIn(fact, view.unit, sharing));
  const facts = countedOnce(found, need.distinctArticles);
  const { atLeast } = need.except.find((row) => concerns({ for: row }, view)) ?? need;
  const done = facts.map((fact) => fractionOf(fact, view.unit, sharing)).reduce(plus, zero);
  const inTurn = facts.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)) || a.at - b.at);
  return { need: atLeast, facts, done, extra: inTurn.slice(atLeast) };
}

const zero = ratioOf(0);
const lackOf = ({ need, done }: Done) => (compareRatios(done, ratioOf(need)) < 0 ? minus(ratioOf(need), done) : zero);
const countText = ({ over, under }: Ratio) => (over % under === 0n ? String(over / under) : `${over}/${under}`);
const isMet = ({ missing }: Account) => missing.over === 0n;

function tell({ label, dones }: Account, { needs }: QuotaClause): string {
  const each = dones.map(({ need, done }, at) => {
    const name = labelOf(needs[at]?.where, factKinds[needs[at]?.counts ?? 'submission']);
    return `${dones.length > 1 ? name : ''}应 ${need} 实 ${countText(done)}`;
  });
  return label + each.join('、');
}

function pointsLine(clause: QuotaClause, accounts: Account[]): Yield[] {
  const paid = clause.partly === 'proportion' ? accounts : accounts.filter(isMet);
  if (clause.met === undefined || paid.length === 0) return [];
  const [met, share] = [clause.met, (account: Account) => minus(ratioOf(1), quotient(account.missing, account.owed))];
  const value = rounded(paid.map((account) => times(share(account), ratioOf(points(met)))).reduce(plus, zero));
  const words = paid.map(
    (account) => `${tell(account, clause)}，${isMet(account) ? '达标' : `完成 ${countText(reduced(share(account)))} ×`} ${met}`,
  );
  return [{ effect: 'points', value, words: words.join(' + '), facts: countedIn(paid) }];
}

function shortfallLine(clause: QuotaClause, accounts: Account[]): Yield[] {
  const [{ each, flat, atMost }, short] = [clause.missing ?? {}, accounts.filter((account) => !isMet(account))];
  if ((each ?? flat) === undefined || short.length === 0) return [];
  const lost = short.map(({ missing }) => plus(times(missing, ratioOf(points(each ?? '0'))), ratioOf(points(flat ?? '0'))));
  const most = limited(rounded(lost.reduce(plus, zero)), atMost);
  const price = (account: Account) =>
    [each && `${countText(reduced(account.missing))} × ${each}`, flat].filter(Boolean).join(' + ');
  const words = short.map((account) => `${tell(account, clause)}，缺 ${price(account)}`).join('；') + most.note;
  return [{ effect: 'shortfall', value: (0 - most.value) as Hundredths, words, facts: countedIn(short) }];
}

function excessLine({ excess, sharing }: QuotaClause, extra: Priced[], unit: string): Yield[] {
  if (extra.length === 0) return [];
  const { amount, words } = amountOf(extra, unit, sharing);
  const { value, note } = limited(rounded(amount), excess?.atMost);
  return [{ effect: 'excess', value, words: `超额 ${words}${note}`, facts: inOrder(extra.map(({ fact }) => fact)) }];
}

const quotient = ({ over, under }: Ratio, by: number): Ratio => ({ over, under: under * BigInt(by) });

function reduced({ over, under }: Ratio): Ratio {
  let [a, b] = [over < 0n ? -over : over, under];
  while (b > 0n) [a, b] = [b, a % b];
  return { over: over / a, under: under / a };
}

function limited(value: Hundredths, atMost: string | undefined): { value: Hundredths; note: string } {
  if (atMost === undefined || value <= points(atMost)) return { value, note: '' };
  return { value: points(atMost), note: `，共 ${formatPoints(value)}，至多 ${formatPoints(points(atMost))}` };
}

const countedIn = (accounts: Account[]) => inOrder(accounts.flatMap(({ dones }) => dones.flatMap(({ facts }) => facts)));
