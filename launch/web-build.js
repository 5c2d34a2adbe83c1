import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { handOver } from './hand-over.js';
import { node24 } from './node24.js';
import { inModules, inProject, root } from './project.js';
import { Stop, say } from './words.js';

const [built, next, stamp] = [inProject('dist'), inModules('.minsheng-web'), inProject('dist', '.built-from')];

/** Under the launchers' lock. Builds beside the old pages and then changes places, so that a failed build leaves them. */
export async function buildWeb() {
  if (isBuilt()) return;
  const sources = digestOfSources();
  say('正在生成网页……');
  const vite = [inModules('vite', 'bin', 'vite.js'), 'build', '--outDir', next, '--emptyOutDir', '--logLevel', 'error'];
  const code = await handOver(node24(), vite, { cwd: root, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Stop('网页没有生成，原因见上面的话；改正后再运行一次。');
  rmSync(built, { recursive: true, force: true });
  renameSync(next, built);
  writeFileSync(stamp, sources);
}

export function isBuilt() {
  if (!existsSync(inProject('vite.config.ts'))) return true;
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOfSources();
}

function digestOfSources() {
  const files = ['package-lock.json', 'vite.config.ts', ...filesIn('web'), ...filesIn('server').filter(mayReachBrowser)];
  const hash = createHash('sha256');
  for (const file of files.sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(inProject(file)))
      .update('\0');
  return hash.digest('hex');
}

function filesIn(folder) {
  const entries = readdirSync(inProject(folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));
}

/** The house lets pages import pure files only: what does I/O never ends up in them. */
const mayReachBrowser = (file) => !/(^|[\\/])(queries|actions|routes|jobs)(\.ts$|[\\/])|\.test\.ts$/.test(file);
