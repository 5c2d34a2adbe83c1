import { spawn } from 'node:child_process';
import { root } from './project.js';
import { Stop } from './words.js';

const windows = process.platform === 'win32';

/** npm with all it says on standard error; when it fails, its reason in one sentence. */
export async function npm(...args) {
  const own = process.env.npm_execpath ?? '';
  const [command, before] = own.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []];
  const child = spawn(command, [...before, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows && command === 'npm',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      said = (said + part).slice(-20_000);
      process.stderr.write(part);
    });
  }
  const code = await new Promise((ended, failed) => child.on('error', failed).on('close', ended));
  if (code !== 0) throw new Stop(reasonFor(said));
}

const reasons = [
  [/ENOSPC|no space left/i, '磁盘满了，没有装完；请腾出至少 1.5 GB 空间，再运行一次。'],
  [/EACCES|EPERM|EROFS/, '没有权限写程序文件夹或 npm 的缓存；请用拥有它们的用户运行，或把它们交给当前用户（chown -R）。'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i,
    '连不上 npm 软件源；请检查网络或 npm 的 registry 设置，再运行一次。',
  ],
  [/EINTEGRITY/, '下载的软件包与锁定的不一致；请运行 npm cache clean --force，再运行一次。'],
];

export function reasonFor(said) {
  const [, sentence] = reasons.find(([sign]) => sign.test(said)) ?? [null, '没有装好，原因见上面 npm 的话；改正后再运行一次。'];
  return sentence;
}
