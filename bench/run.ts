import type { Row } from './row.ts';

/** One file a workload, found by its name; each exports `run()`. */
const workloads: Record<string, () => Promise<{ run: () => Promise<Row[]> }>> = {
  board: () => import('./board.ts'),
  documents: () => import('./documents.ts'),
  http: () => import('./http.ts'),
  kill: () => import('./kill.ts'),
  ledger: () => import('./ledger.ts'),
  notice: () => import('./notice.ts'),
  reading: () => import('./reading.ts'),
  score: () => import('./score.ts'),
  start: () => import('./start.ts'),
  verify: () => import('./verify.ts'),
  xlsx: () => import('./xlsx.ts'),
};

const [name = '', ...options] = process.argv.slice(2);
const load = workloads[name];
if (!load) {
  process.stderr.write(`用法：npm run -s bench -- 名称 [--json]，名称是 ${Object.keys(workloads).join('、')}。\n`);
  process.exit(2);
}
const rows = await (await load()).run();
const told = options.includes('--json') ? JSON.stringify({ rows }) : rows.map(inWords).join('\n');
process.stdout.write(`${told}\n`);

function inWords({ name, unit, min, median, max, n, floor, ratio }: Row): string {
  const figures = [min, median, max].map((value) => value.toFixed(3)).join(' / ');
  return `${name}：${figures} ${unit}（最小/中位/最大，${n} 次）${ratio === null ? '' : `，${ratio.toFixed(2)} × ${floor}`}`;
}
