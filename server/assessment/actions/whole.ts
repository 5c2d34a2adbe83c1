import { verifyAudit } from '../../audit/actions.ts';
import { receiptEntry, sealsAfter } from '../../audit/queries.ts';
import { readReceipt, receipted } from '../../fact/receipt.ts';
import type { Context } from '../../kernel/context.ts';
import { verifyMonths } from './verify.ts';

type InCounty = Pick<Context, 'db' | 'county'>;
type Asked = { head?: string | undefined; receipt?: string | undefined };

const unchecked = '未与公布摘要核对';
const unknown = '公布的摘要不在封存链里，也不是哪个锁定月份的，公布之后的记录被换过或删过；请保留现场并报告审计管理员';

/** All that can be checked of a county: the sealed audit, the locked months, the ledger, a published head, a receipt. */
export async function verifyCounty(context: InCounty, { head, receipt }: Asked, say: (words: string) => void) {
  const { fault: inAudit, ...audit } = await verifyAudit(context, (done) => say(`已核对 ${done} 条审计……`));
  const { fault: inMonths, ...locked } = await verifyMonths(context, (month) => say(`正在核对 ${month}……`));
  const published = head?.toLowerCase();
  const strange = published !== undefined && !(await isKnown(context, published, locked.months));
  const given = receipt === undefined ? null : await receiptGiven(context, receipt);
  const fault = inAudit ?? inMonths ?? (strange ? `${unknown}。` : null) ?? (given?.given === false ? given.message : null);
  const compared = published === undefined ? { note: unchecked } : { published };
  return { county: context.county, ...audit, ...locked, ...compared, ...(given && { receipt: given }), fault };
}

/** A head published earlier is that of a locked month or of one of the seals: the chain has only grown since. */
async function isKnown(context: InCounty, head: string, months: readonly { head: string }[]): Promise<boolean> {
  if (months.some((month) => month.head === head)) return true;
  for (let after = 0; ; ) {
    const seals = await sealsAfter(context, after, 1000);
    const last = seals.at(-1);
    if (last === undefined) return false;
    if (seals.some((seal) => seal.head === head)) return true;
    after = last.lastNo;
  }
}

/** Whether this county ever gave the receipt, and where that stands in the sealed audit. */
async function receiptGiven(context: InCounty, typed: string) {
  const receipt = readReceipt(typed);
  if (receipt === null) return { given: false, message: '这不是一张完整的回执，请对照原件重新输入。' };
  const entry = await receiptEntry(context, { what: receipted, begins: `${receipt.code} ` });
  if (entry === undefined) {
    return {
      given: false,
      code: receipt.code,
      message: `审计里没有发过回执 ${receipt.code}：它不是本系统给出的，或给出以后审计被删过。`,
    };
  }
  const { subjectId: fact, at, no } = entry;
  const sealed = no === null ? '还没有封存，请过一分钟再核对' : `在封存的审计里是第 ${no} 条`;
  return { given: true, code: receipt.code, fact, at, no, message: `回执 ${receipt.code} 是本系统给出的，${sealed}。` };
}
