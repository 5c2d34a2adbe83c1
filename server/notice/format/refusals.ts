import { type Refusal, refusal } from '../../kernel/refusal.ts';

const no = (code: string, message: string): Refusal => refusal(`notice.${code}`, 422, message);

export const refusals = {
  broken: no('brokenFile', '文件不完整或已损坏，打不开。请在原电脑上重新另存一份，或复制全文粘贴进来。'),
  tooLarge: no('tooLargeFile', '文件展开后太大，不像一份通知。请只留通知正文和附表，或复制全文粘贴进来。'),
  tooManyPages: (pages: number, most: number) =>
    no('tooManyPages', `这份文件有 ${pages} 页，一次最多读 ${most} 页。请只留通知正文和附表另存一份，或复制全文粘贴进来。`),
  locked: no('lockedFile', '文件加了密码，读不了。请去掉密码另存一份，或复制全文粘贴进来。'),
  strange: (kind: string) => no('wrongKind', `这是${kind}，读不了。请另存为 docx、pdf 或 txt，或复制全文粘贴进来。`),
};
