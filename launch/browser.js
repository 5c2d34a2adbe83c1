import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { say } from './words.js';

/** A Chromium for the journeys and a Chinese font for its pages: `{chromium: path | null, missing: [package]}`. */
export function browserAndFonts() {
  const missing = missingPackages();
  if (missing.length > 0 && process.getuid?.() === 0) aptInstall(missing);
  return { chromium: findChromium(), missing: missingPackages() };
}

function missingPackages() {
  return [...(findChromium() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
}

function aptInstall(packages) {
  say(`正在安装测试要用的 ${packages.join('、')}……`);
  const run = (...args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], { stdio: ['ignore', 2, 2], env }).status === 0;
  };
  const install = () => run('install', '--yes', '--no-install-recommends', ...packages);
  if (!install() && run('update')) install(); // lists may be old, or not there yet
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function findChromium() {
  const { MINSHENG_CHROMIUM: chosen, PATH = '' } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...(chosen ? [chosen] : []), ...onPath, ...usual, ...playwrightsOwn()].find((file) => existsSync(file)) ?? null;
}

/** Those that Playwright downloaded for another project of this person, newest first. */
function playwrightsOwn() {
  const cache = { darwin: 'Library/Caches', win32: 'AppData/Local' }[process.platform] ?? '.cache';
  const folder = join(homedir(), cache, 'ms-playwright');
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('chromium-')) : [];
  const inside = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-win/chrome.exe', 'chrome-win64/chrome.exe'];
  return found
    .sort()
    .reverse()
    .flatMap((name) => inside.map((program) => join(folder, name, program)));
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() !== '' : existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
}
