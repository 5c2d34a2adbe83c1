import { verifyMonths } from '../assessment/actions/verify.ts';
import { verifyAudit } from '../audit/actions.ts';
import { sealsAfter } from '../audit/queries.ts';
import type { Context } from '../kernel/context.ts';
import { command, county } from './command.ts';
import { lookingAt } from './county.ts';
import { say } from './say.ts';

const unchecked = '未与公布摘要核对';
const unknown = '公布的摘要不在封存链里，也不是哪个锁定月份的，公布之后的记录被换过或删过；请保留现场并报告审计管理员。';

export const verifyDatabase = command({
  about:
    '从头核对一个县：封存的审计编号连续、没有改动；锁定的月份重算一致，与台账、细则、佐证文件对得上。给了公布的摘要，还核对它在不在其中。',
  takes: {},
  needs: {},
  options: {
    county,
    head: { value: 'HEX', about: '公布过的审计摘要，或通报上印的月份摘要，64 位十六进制', pattern: /^[0-9a-f]{64}$/i },
  },
  run: ({ county: code, head }) =>
    lookingAt(code, async (context) => {
      const { fault: inAudit, ...audit } = await verifyAudit(context, (done) => say(`已核对 ${done} 条审计……`));
      const { fault: inMonths, ...locked } = await verifyMonths(context, (month) => say(`正在核对 ${month}……`));
      const told = inAudit ?? inMonths ?? (head === undefined ? null : await strange(context, head.toLowerCase(), locked.months));
      const published = head === undefined ? { note: unchecked } : { published: head.toLowerCase() };
      return { result: { county: context.county, ...audit, ...locked, ...published, fault: told }, fault: told };
    }),
});

type InCounty = Pick<Context, 'db' | 'county'>;

async function strange(context: InCounty, head: string, months: readonly { head: string }[]): Promise<string | null> {
  return months.some((month) => month.head === head) || (await isSealHead(context, head)) ? null : unknown;
}

/** A head published earlier is the head of one of the seals: the chain has only grown since. */
async function isSealHead(context: InCounty, head: string): Promise<boolean> {
  for (let after = 0; ; ) {
    const seals = await sealsAfter(context, after, 1000);
    const last = seals.at(-1);
    if (last === undefined) return false;
    if (seals.some((seal) => seal.head === head)) return true;
    after = last.lastNo;
  }
}
