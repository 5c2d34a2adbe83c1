import { verifyCounty } from '../assessment/actions/whole.ts';
import { command, county } from './command.ts';
import { lookingAt } from './county.ts';
import { say } from './say.ts';

export const verifyDatabase = command({
  about:
    '从头核对一个县：封存的审计编号连续、没有改动；锁定的月份重算一致，与台账、细则、佐证文件对得上；每条事实与发出的回执相同。给了公布的摘要，还核对它在不在其中；给了回执，还核对是不是发过。',
  takes: {},
  needs: {},
  options: {
    county,
    head: { value: 'HEX', about: '公布过的审计摘要，或通报上印的月份摘要，64 位十六进制', pattern: /^[0-9a-f]{64}$/i },
    receipt: { value: 'CODE', about: '一张回执，如 430523-202310-7K3QF-……', pattern: /\S/ },
  },
  run: ({ county: code, head, receipt }) =>
    lookingAt(code, async (context) => {
      const result = await verifyCounty(context, { head, receipt }, say);
      return { result, fault: result.fault };
    }),
});
