import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { inModules } from './project.js';
import { Stop } from './words.js';

const [system, program] = process.platform === 'win32' ? ['win', 'node.exe'] : [process.platform, 'node'];
const packaged = inModules(`node-${system}-${process.arch}`, 'bin', program);

/** The Node that npm brought, else the machine's own if it is new enough. */
export function node24() {
  if (existsSync(packaged) && runs(packaged)) return packaged;
  const [major] = process.versions.node.split('.');
  if (Number(major) >= 24) return process.execPath;
  throw new Stop(
    `npm 没有适用于本机（${process.platform}-${process.arch}）的 Node 24；请自行安装 Node 24 或更高版本，再运行一次。`,
  );
}

/** A file is not enough: musl systems cannot run it. */
function runs(file) {
  return realpathSync(file) === process.execPath || spawnSync(file, ['--version']).status === 0;
}
