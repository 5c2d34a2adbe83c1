import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { isInstalled, markInstalled, missingPackages, standingPackages, unfinished } from './installed.js';
import { npm } from './npm.js';
import { inModules } from './project.js';
import { Stop, say } from './words.js';

// not `npm ci`: it refuses a lockfile without the optional packages of other platforms, and clears away what a running server uses
const exactly = ['install', '--no-save', '--ignore-scripts'];
const quietly = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/** Under the launchers' lock: what the lockfile says and node_modules lacks. Nothing of a run cut short is trusted. */
export async function install(scope) {
  if (isInstalled(scope)) return;
  if (existsSync(unfinished) || standingPackages() === null) clearAway();
  const standing = standingPackages();
  say(standing === null ? '正在安装，第一次约需一两分钟……' : '正在补装缺少的软件包……');
  await fetchPackages(hasTools(standing ?? {}) ? 'all' : scope).catch((error) => {
    if (standing === null) clearAway(); // half a Node 24 in there would be npm's own at the next start
    throw error;
  });
}

async function fetchPackages(scope) {
  mkdirSync(inModules(), { recursive: true });
  writeFileSync(unfinished, '');
  await npm(...exactly, scope === 'all' ? '--include=dev' : '--omit=dev', ...quietly);
  const missing = missingPackages(scope).map((path) => path.replace(/^.*node_modules\//, ''));
  if (missing.length > 0) throw new Stop(incomplete(missing));
  markInstalled(scope);
  rmSync(unfinished);
}

const incomplete = ([first, ...others]) =>
  `没有装全，缺少 ${first}${others.length > 0 ? ` 等 ${others.length + 1} 个软件包` : ''}；多半是磁盘满了或网络断了，请检查后再运行一次。`;

const clearAway = () => rmSync(inModules(), { recursive: true, force: true });
const hasTools = (packages) => Object.values(packages).some(({ dev }) => dev);
