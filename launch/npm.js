import { spawn } from 'node:child_process';
import { root } from './project.js';
import { reasonFor } from './reasons.js';
import { Stop } from './words.js';

const windows = process.platform === 'win32';

/** npm with its complaints on standard error; when it fails, its reason in one sentence. */
export async function npm(...args) {
  const own = process.env.npm_execpath ?? '';
  const [command, before] = own.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []];
  const child = spawn(command, [...before, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: windows && command === 'npm',
  });
  let said = '';
  child.stderr.on('data', (part) => {
    said = (said + part).slice(-20_000);
    process.stderr.write(part);
  });
  const code = await new Promise((ended, failed) => child.on('error', failed).on('close', ended));
  if (code !== 0) throw new Stop(reasonFor(said) ?? '没有装好，原因见上面 npm 的话；改正后再运行一次。');
}
