import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal, refuse } from '../kernel/refusal.ts';
import { settings } from '../settings.ts';
import { command } from './command.ts';
import { writeTo } from './files.ts';

const notBuilt = refusal('command.noPage', 404, '核对页面还没有生成，请先运行一次 npm start。');

export const verifyPage = command({
  about: '写出核对页面：一个 HTML 文件，断网也能用，把导出的月份拖进去就重算。',
  takes: {},
  needs: { out: { value: 'FILE', about: '写到哪个文件，如 verify.html', pattern: /./ } },
  options: {},
  async run({ out }) {
    const page = await readFile(join(settings.project, 'dist/verify.html')).catch(() => refuse(notBuilt));
    await writeTo(out, page);
    return { result: { file: out, bytes: page.length } };
  },
});
