import { hash } from 'node:crypto';
import { actsOf } from '../../audit/queries.ts';
import { countsOf, periodsOf } from '../../fact/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { contentOfUnscoped } from '../../kernel/queries.ts';
import { type MonthExport, plainFact } from '../export.ts';
import { exemptionsDifference, factsDifference, schemesDifference } from '../frozen.ts';
import { exemptionsHeld } from '../queries/exemption.ts';
import { frozenExportUnscoped, type MonthLock, monthLocks, schemeVersions } from '../queries.ts';
import { verifyExport } from '../verify.ts';
import { toldDifference } from './ledger.ts';
import { frozenMonth, ledgerTo } from './month.ts';

type InCounty = Pick<Context, 'db' | 'county'>;
export type Verdict = { months: { month: string; head: string }[]; facts: number; evidence: number; fault: string | null };

/**
 * Every locked month: computed again from what was frozen, and the frozen file held against the ledger, the schemes, the bytes of
 * the evidence and the audit of today; then every fact and version against what the audit told. `fault` names the first difference.
 */
export async function verifyMonths(context: InCounty, progress: (month: string) => void): Promise<Verdict> {
  const locks = await monthLocks(context);
  const found: Verdict = { months: [], facts: 0, evidence: 0, fault: await looseEnd(context, locks) };
  const files = new Set<string>();
  for (const { month, head } of locks) {
    if (found.fault !== null) return found;
    progress(month);
    const { fault, facts } = await verifyMonth(context, month, head, files);
    if (fault !== undefined) return { ...found, fault: `${month}：${fault}。` };
    found.months.push({ month, head });
    found.facts += facts;
    found.evidence = files.size;
  }
  return { ...found, fault: found.fault ?? (await toldDifference(context)) };
}

async function verifyMonth(context: InCounty, month: string, head: string, files: Set<string>) {
  const text = (await frozenExportUnscoped(context, month)) ?? '';
  const { ok, message } = verifyExport(text, head);
  if (!ok) return { fault: `冻结的文件不对，${message.replace(/。$/, '')}`, facts: 0 };
  const given = frozenMonth(text);
  if (given.month !== month || given.county !== context.county || given.state !== 'locked') {
    return { fault: `冻结的文件是 ${given.county} ${given.month} ${given.state} 的，放错了地方`, facts: 0 };
  }
  const ledger = (await ledgerTo(context, month)).map(plainFact);
  const fault =
    factsDifference(given.facts, ledger) ??
    schemesDifference(given, await schemeVersions(context)) ??
    exemptionsDifference(given, await exemptionsHeld(context)) ??
    (await evidenceDifference(context, given, files));
  return { fault, facts: given.facts.filter(({ period }) => period === month).length };
}

/** One file at a time: together they may be larger than memory. Each is read once, however many months rest on it. */
async function evidenceDifference(context: InCounty, { evidence, facts }: MonthExport, done: Set<string>) {
  for (const { sha256 } of evidence) {
    if (done.has(sha256)) continue;
    const content = await contentOfUnscoped(context, sha256);
    const fact = facts.find((each) => each.evidence.includes(sha256))?.id;
    if (content === undefined) return `事实 ${fact} 的佐证文件 ${sha256} 不在了`;
    if (hash('sha256', content) !== sha256) return `事实 ${fact} 的佐证文件 ${sha256} 的内容被改动过`;
    done.add(sha256);
  }
  return undefined;
}

/** Locks, periods and the audit name the same months with the same heads, and no period has lost or gained a fact by hand. */
async function looseEnd(context: InCounty, locks: readonly MonthLock[]): Promise<string | null> {
  const [periods, counts] = [await periodsOf(context), await countsOf(context)];
  const acts = await actsOf(context, 'month.lock');
  const frozen = new Map(locks.map(({ month, head }) => [month, head]));
  for (const { month, lockedAt, version } of periods) {
    const facts = counts.get(month) ?? 0;
    if ((lockedAt !== null) !== frozen.has(month)) return `${month}：台账的锁定状态和冻结的文件对不上。`;
    if (facts !== version) return `${month}：台账记过 ${version} 条事实，现在有 ${facts} 条。`;
  }
  const stray = [...counts.keys()].find((month) => !periods.some((period) => period.month === month));
  if (stray !== undefined) return `${stray}：台账里有事实，却没有这个月的记录。`;
  const told = new Map(acts.map(({ reason }) => reason.split(' ') as [string, string]));
  const month = [...new Set([...frozen.keys(), ...told.keys()])].sort().find((each) => frozen.get(each) !== told.get(each));
  if (month === undefined) return null;
  return `${month}：审计里记的锁定摘要是 ${told.get(month) ?? '没有'}，冻结的文件是 ${frozen.get(month) ?? '没有'}。`;
}
