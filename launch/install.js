import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { isInstalled, markInstalled, standingPackages } from './installed.js';
import { npm } from './npm.js';
import { inModules } from './project.js';
import { say } from './words.js';

// not `npm ci`: it refuses a lockfile without the optional packages of other platforms, and clears away what a running server uses
const exactly = ['install', '--no-save', '--ignore-scripts'];
const quietly = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
const unfinished = inModules('.minsheng-unfinished');

/** Under the launchers' lock: what the lockfile says and node_modules lacks. Nothing of a run cut short is trusted. */
export async function install(scope) {
  if (isInstalled(scope)) return;
  if (existsSync(unfinished) || standingPackages() === null) rmSync(inModules(), { recursive: true, force: true });
  const standing = standingPackages();
  const kept = hasTools(standing ?? {}) ? 'all' : scope;
  say(standing === null ? '正在安装，第一次约需一两分钟……' : '正在补装缺少的软件包……');
  mkdirSync(inModules(), { recursive: true });
  writeFileSync(unfinished, '');
  await npm(...exactly, kept === 'all' ? '--include=dev' : '--omit=dev', ...quietly);
  markInstalled(kept);
  rmSync(unfinished);
}

const hasTools = (packages) => Object.values(packages).some(({ dev }) => dev);
