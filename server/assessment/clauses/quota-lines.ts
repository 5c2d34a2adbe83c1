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
import { labelOf } from '../selection.ts';
import type { Priced } from './prices.ts';
import type { QuotaClause } from './quota-shape.ts';
import { withinBand } from './ratios.ts';
import { inOrder, type Yield } from './rule.ts';
import { amountOf } from './sharing.ts';

export type Done = { need: number; facts: readonly Standing[]; done: Ratio; extra: Standing[] };
/** One settled period: each need, and how far it is met. */
export type Account = { label: string; dones: Done[]; owed: number; missing: Ratio };

export const zero = ratioOf(0);
export const lackOf = ({ need, done }: Done) => (compareRatios(done, ratioOf(need)) < 0 ? minus(ratioOf(need), done) : zero);
const countText = ({ over, under }: Ratio) => (over % under === 0n ? String(over / under) : `${over}/${under}`);
const isMet = ({ missing }: Account) => missing.over === 0n;

function tell({ label, dones }: Account, { needs }: QuotaClause): string {
  const each = dones.map(({ need, done }, at) => {
    const name = labelOf(needs[at]?.where, factKinds[needs[at]?.counts ?? 'submission']);
    return `${dones.length > 1 ? name : ''}应 ${need} 实 ${countText(done)}`;
  });
  return label + each.join('、');
}

export function pointsLine(clause: QuotaClause, accounts: Account[]): Yield[] {
  if (clause.completion !== undefined) return completionLine(clause, clause.completion, accounts);
  const paid = clause.partly === 'proportion' ? accounts : accounts.filter(isMet);
  if (clause.met === undefined || paid.length === 0) return [];
  const [met, share] = [clause.met, (account: Account) => minus(ratioOf(1), quotient(account.missing, account.owed))];
  const value = rounded(paid.map((account) => times(share(account), ratioOf(points(met)))).reduce(plus, zero));
  const words = paid.map(
    (account) => `${tell(account, clause)}，${isMet(account) ? '达标' : `完成 ${countText(reduced(share(account)))} ×`} ${met}`,
  );
  return [{ effect: 'points', value, words: words.join(' + '), facts: countedIn(paid) }];
}

function completionLine(clause: QuotaClause, bands: NonNullable<QuotaClause['completion']>, accounts: Account[]): Yield[] {
  const hits = accounts.flatMap((account) => {
    const done = quotient(account.dones.map((each) => each.done).reduce(plus, zero), account.owed);
    const band = bands.find((each) => withinBand(each, done));
    return band === undefined ? [] : [{ account, done, points: band.points }];
  });
  if (hits.length === 0) return [];
  const value = hits.reduce((sum, hit) => sum + points(hit.points), 0) as Hundredths;
  const words = hits.map((hit) => `${tell(hit.account, clause)}，完成 ${countText(reduced(hit.done))}，计 ${hit.points}`);
  return [{ effect: 'points', value, words: words.join(' + '), facts: countedIn(hits.map(({ account }) => account)) }];
}

export function shortfallLine(clause: QuotaClause, accounts: Account[]): Yield[] {
  const [{ each, flat, atMost }, short] = [clause.missing ?? {}, accounts.filter((account) => !isMet(account))];
  if ((each ?? flat) === undefined || short.length === 0) return [];
  const lost = short.map(({ missing }) => plus(times(missing, ratioOf(points(each ?? '0'))), ratioOf(points(flat ?? '0'))));
  const most = limited(rounded(lost.reduce(plus, zero)), atMost);
  const price = (account: Account) =>
    [each && `${countText(reduced(account.missing))} × ${each}`, flat].filter(Boolean).join(' + ');
  const words = short.map((account) => `${tell(account, clause)}，缺 ${price(account)}`).join('；') + most.note;
  return [{ effect: 'shortfall', value: (0 - most.value) as Hundredths, words, facts: countedIn(short) }];
}

export function excessLine({ excess, sharing }: QuotaClause, extra: Priced[], unit: string): Yield[] {
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
