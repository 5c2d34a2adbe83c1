import { factKinds } from '../fact/fact.ts';
import { isNamedBy, type Receipt, readReceipt, receiptOf } from '../fact/receipt.ts';
import type { MonthExport } from './export.ts';
import { undoneBy } from './ledger.ts';

type ExportedFact = MonthExport['facts'][number];
/** `present` counts or counted; `undone` stands there with what cancelled or replaced it; `changed` and `missing` are the office's to answer. */
export type ReceiptVerdict = {
  state: 'unreadable' | 'elsewhere' | 'present' | 'undone' | 'changed' | 'missing';
  ok: boolean;
  code: string | null;
  fact: string | null;
  message: string;
};

/** Whether the fact that a receipt was given for is in an exported month, with no server and no database. */
export function checkReceipt(given: MonthExport, typed: string): ReceiptVerdict {
  const receipt = readReceipt(typed);
  if (receipt === null) {
    const message = '这不是一张完整的回执：少了字，或者有一个字抄错了。请对照原件重新输入。';
    return { state: 'unreadable', ok: false, code: null, fact: null, message };
  }
  const elsewhere = whyNotHere(given, receipt);
  const told = elsewhere ? { state: 'elsewhere' as const, fact: null, message: elsewhere } : found(given, receipt);
  return { ...told, ok: told.state === 'present' || told.state === 'undone', code: receipt.code };
}

function whyNotHere({ county, month, facts }: MonthExport, receipt: Receipt): string | undefined {
  if (receipt.county !== county) return `这张回执是 ${receipt.county} 县的，这个文件是 ${county} 县的。`;
  const { period } = receipt;
  if (period > month) return `这张回执记入 ${period}，这个文件只到 ${month}；请用 ${period} 的导出文件核对。`;
  const earlier = period.slice(0, 4) < month.slice(0, 4) && !facts.some((fact) => fact.period === period);
  return earlier ? `这张回执记入 ${period}，这个文件里没有那一年的事实；请用 ${period} 的导出文件核对。` : undefined;
}

type Told = Pick<ReceiptVerdict, 'state' | 'fact' | 'message'>;

function found(given: MonthExport, receipt: Receipt): Told {
  const ofMonth = given.facts.filter(({ period }) => period === receipt.period);
  const fact = ofMonth.find((each) => receiptOf(given.county, each) === receipt.code);
  if (fact !== undefined) return standing(given, fact);
  const changed = given.facts.find(({ id }) => isNamedBy(receipt, id));
  if (changed !== undefined) {
    const message = `编号对得上的事实在台账里，内容却与发回执时不同：现在是${wordsOf(given, changed)}。请连同回执报告审计管理员。`;
    return { state: 'changed', fact: changed.id, message };
  }
  const message =
    '这张回执的事实不在导出的台账里：漏记了。请连同回执报告审计管理员，他用 verify-database --receipt 能确认回执是本系统给出的。';
  return { state: 'missing', fact: null, message };
}

function standing(given: MonthExport, fact: ExportedFact): Told {
  const words = wordsOf(given, fact);
  const undoing = given.facts.find((each) => undoneBy(each) === fact.id);
  if (undoing !== undefined) {
    const how = undoing.cancels === null ? `换成了${wordsOf(given, undoing)}` : '撤销了';
    const message = `在台账里：${words}；后来由 ${undoing.id} ${how}，记入 ${undoing.period}。`;
    return { state: 'undone', fact: fact.id, message };
  }
  const lines = given.lines.filter(({ unit, facts }) => unit === fact.unit && facts.includes(fact.id));
  const counted = lines.map(({ clause, points }) => `${clause} ${points}`).join('，');
  const earlier = fact.period === given.month ? '没有哪一条细则数到它' : `得分见 ${fact.period} 的导出文件`;
  return {
    state: 'present',
    fact: fact.id,
    message: `在台账里：${words}；${counted ? `数到它的得分行：${counted}` : earlier}。`,
  };
}

/** Whose, what, when. */
function wordsOf({ units }: MonthExport, { unit, kind, day, period, corrects, attributes }: ExportedFact): string {
  const name = units.find(({ id }) => id === unit)?.name ?? unit;
  const title = attributes.title === undefined ? '' : `《${attributes.title}》`;
  return `${name} ${day} ${factKinds[kind]}${title}，记入 ${period}${corrects === undefined ? '' : `，算 ${corrects} 的`}`;
}
