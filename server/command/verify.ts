import { verifyExport } from '../assessment/verify.ts';
import { command } from './command.ts';
import { jsonTextOf } from './files.ts';

export const verify = command({
  about: '重算一个导出的月份：得分、名次和摘要，指出第一处不同。给了通报上印的摘要，还核对它是不是那一份。',
  takes: { FILE: 'export-month 写出的文件' },
  needs: {},
  options: { head: { value: 'HEX', about: '通报上印的摘要，64 位十六进制', pattern: /^[0-9a-f]{64}$/i } },
  async run({ FILE, head }) {
    const verdict = verifyExport(await jsonTextOf(FILE, { everyByte: true }), head);
    return { result: verdict, fault: verdict.ok ? null : verdict.message };
  },
});
