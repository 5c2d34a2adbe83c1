import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserAndFonts } from './browser.js';
import { playwrightCounts, vitestCounts } from './counts.js';
import { makeReady } from './ready.js';
import { checkSource, runTests } from './tools.js';
import { inSentences, say } from './words.js';

/** `npm test`: the source, the tests, the journeys; all is run and reported, and any failure fails the whole. */
export const checkAll = (given) =>
  inSentences(async () => {
    const files = given.filter((argument) => argument !== '--long');
    await makeReady({ scope: 'all', web: true });
    const { chromium, missing } = browserAndFonts();
    const wrong = files.length > 0 ? [] : await checkSource();
    const { passed, failed } = await testAndCount(files, chromium, given.includes('--long'));
    if (wrong.length > 0) say(`没有通过检查：${wrong.join('、')}。`);
    if (missing.length > 0)
      say(`缺少 ${missing.join('、')}，没有全部测到；请由管理员运行 apt-get install ${missing.join(' ')}，再运行一次。`);
    if (files.length > 0 && passed + failed === 0) say('没有找到指定的测试，请核对文件名。');
    console.log(`${passed} passed, ${failed} failed`);
    return wrong.length + missing.length + failed > 0 || passed === 0 ? 1 : 0;
  });

async function testAndCount(files, chromium, long) {
  const reports = mkdtempSync(join(tmpdir(), 'minsheng-reports-'));
  const env = { ...process.env, ...(long && { MINSHENG_LONG: '1' }), ...(chromium && { MINSHENG_CHROMIUM: chromium }) };
  try {
    const counts = [await vitest(files, join(reports, 'vitest.json'), env)];
    if (chromium) counts.push(await playwright(files, join(reports, 'playwright.json'), env));
    return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }));
  } finally {
    rmSync(reports, { recursive: true });
  }
}

function vitest(files, report, env) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const any = files.length > 0 ? ['--passWithNoTests'] : [];
  return runTests({
    words: '正在运行测试……',
    tool: 'vitest',
    args: ['run', ...reporters, ...any, ...files],
    env,
    report,
    count: vitestCounts,
  });
}

function playwright(files, report, env) {
  const any = files.length > 0 ? ['--pass-with-no-tests'] : [];
  const args = ['test', '--reporter=list,json', ...any, ...files];
  const told = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  return runTests({ words: '正在用浏览器走一遍……', tool: 'playwright', args, env: told, report, count: playwrightCounts });
}
