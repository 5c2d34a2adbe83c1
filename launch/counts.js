/** What a run of vitest's json reporter counts; a file that broke before its first test is one failure. */
export function vitestCounts({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every(isFine));
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

const isFine = ({ status }) => status !== 'failed';

/** What a run of Playwright's json reporter counts; an error outside the tests is one failure. */
export function playwrightCounts({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}
