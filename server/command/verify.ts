import { checkReceipt } from '../assessment/receipts.ts';
import { readMonth, verifyExport } from '../assessment/verify.ts';
import { command } from './command.ts';
import { jsonTextOf } from './files.ts';

export const verify = command({
  about:
    '重算一个导出的月份：得分、名次和摘要，指出第一处不同。给了通报上印的摘要，还核对它是不是那一份；给了回执，还核对那件事漏没漏记。',
  takes: { FILE: 'export-month 写出的文件' },
  needs: {},
  options: {
    head: { value: 'HEX', about: '通报上印的摘要，64 位十六进制', pattern: /^[0-9a-f]{64}$/i },
    receipt: { value: 'CODE', about: '一张回执，如 430523-202310-7K3QF-……', pattern: /\S/ },
  },
  async run({ FILE, head, receipt }) {
    const text = await jsonTextOf(FILE, { everyByte: true });
    const verdict = verifyExport(text, head);
    if (!verdict.ok || receipt === undefined) return { result: verdict, fault: verdict.ok ? null : verdict.message };
    const told = checkReceipt(readMonth(text), receipt);
    return { result: { ...verdict, receipt: told }, fault: told.ok ? null : told.message };
  },
});
