import { verifyAudit } from '../audit/actions.ts';
import { sealsAfter } from '../audit/queries.ts';
import type { Context } from '../kernel/context.ts';
import { command, county } from './command.ts';
import { lookingAt } from './county.ts';
import { say } from './say.ts';

const unchecked = '未与公布摘要核对';

export const verifyDatabase = command({
  about: '从头核对一个县封存的审计记录：编号连续、内容没有改动；给了公布的摘要，还核对它在不在封存链里。',
  takes: {},
  needs: {},
  options: { county, head: { value: 'HEX', about: '公布过的审计摘要，64 位十六进制', pattern: /^[0-9a-f]{64}$/i } },
  run: ({ county: code, head }) =>
    lookingAt(code, async (context) => {
      const { fault, ...found } = await verifyAudit(context, (done) => say(`已核对 ${done} 条……`));
      const known = head === undefined || fault !== null || (await isSealHead(context, head.toLowerCase()));
      const told = fault ?? (known ? null : '公布的摘要不在封存链里，公布之后的记录被换过或删过；请保留现场并报告审计管理员。');
      const published = head === undefined ? { note: unchecked } : { published: head.toLowerCase() };
      return { result: { county: context.county, ...found, ...published, fault: told }, fault: told };
    }),
});

/** A head published earlier is the head of one of the seals: the chain has only grown since. */
async function isSealHead(context: Pick<Context, 'db' | 'county'>, head: string): Promise<boolean> {
  for (let after = 0; ; ) {
    const seals = await sealsAfter(context, after, 1000);
    const last = seals.at(-1);
    if (last === undefined) return false;
    if (seals.some((seal) => seal.head === head)) return true;
    after = last.lastNo;
  }
}
