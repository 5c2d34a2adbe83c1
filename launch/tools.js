import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { handOver } from './hand-over.js';
import { node24 } from './node24.js';
import { inModules, root } from './project.js';
import { say } from './words.js';

const tools = {
  biome: inModules('@biomejs', 'biome', 'bin', 'biome'),
  tsc: inModules('typescript', 'bin', 'tsc'),
  knip: inModules('knip', 'bin', 'knip.js'),
  vitest: inModules('vitest', 'vitest.mjs'),
  playwright: inModules('@playwright', 'test', 'cli.js'),
};

/** Names of the checks that found something, after printing what. They run beside each other. */
export async function checkSource() {
  say('正在检查格式、类型和无用代码……');
  const checks = { biome: ['check', '.'], tsc: ['-p', '.'], knip: [] };
  const found = await Promise.all(Object.entries(checks).map(([tool, args]) => check(tool, args)));
  return found.filter((name) => name !== null);
}

async function check(tool, args) {
  const child = spawn(node24(), [tools[tool], ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const code = await new Promise((ended) => child.on('close', ended));
  if (code === 0) return null;
  say(`${tool}：\n${said}`);
  return tool;
}

/** Runs a test tool before the person's eyes, then counts from its report; no report at all is one failure. */
export async function runTests({ words, tool, args, env, report, count }) {
  say(words);
  const code = await handOver(node24(), [tools[tool], ...args], { cwd: root, env });
  const { passed, failed } = countFrom(report, count, code);
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function countFrom(report, count, code) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { passed: 0, failed: code === 0 ? 0 : 1 };
  }
}
