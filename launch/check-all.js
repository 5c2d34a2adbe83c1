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
    const journeys = files.filter((file) => file.includes('journeys'));
    const all = files.length === 0;
    await makeReady({ scope: 'all', web: true });
    const { chromium, missing } = all || journeys.length > 0 ? browserAndFonts() : { chromium: null, missing: [] };
    const wrong = all ? await checkSource() : [];
    const others = files.filter((file) => !journeys.includes(file));
    const tests = { vitest: all || others.length > 0 ? others : null, playwright: chromium ? journeys : null };
    const { passed, failed } = await testAndCount(tests, environment(chromium, given.includes('--long')));
    if (wrong.length > 0) say(`没有通过检查：${wrong.join('、')}。`);
    if (missing.length > 0)
      say(`缺少 ${missing.join('、')}，没有全部测到；请由管理员运行 apt-get install ${missing.join(' ')}，再运行一次。`);
    console.log(`${passed} passed, ${failed} failed`);
    return wrong.length + missing.length + failed > 0 || passed === 0 ? 1 : 0;
  });

const environment = (chromium, long) => ({
  ...process.env,
  ...(long && { MINSHENG_LONG: '1' }),
  ...(chromium && { MINSHENG_CHROMIUM: chromium }),
});

/** Each tool with the files it was given: none means all of its own, null leaves it out. */
async function testAndCount(tests, env) {
  const reports = mkdtempSync(join(tmpdir(), 'minsheng-reports-'));
  const counts = [{ passed: 0, failed: 0 }];
  try {
    if (tests.vitest) counts.push(await vitest(tests.vitest, join(reports, 'vitest.json'), env));
    if (tests.playwright) counts.push(await playwright(tests.playwright, join(reports, 'playwright.json'), env));
    return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }));
  } finally {
    rmSync(reports, { recursive: true });
  }
}

function vitest(files, report, env) {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files];
  return runTests({ words: '正在运行测试……', tool: 'vitest', args, env, report, count: vitestCounts });
}

function playwright(files, report, env) {
  const args = ['test', '--reporter=list,json', ...files];
  const told = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  return runTests({ words: '正在用浏览器走一遍……', tool: 'playwright', args, env: told, report, count: playwrightCounts });
}
