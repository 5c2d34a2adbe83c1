import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type BrowserContext, expect, type Page } from '@playwright/test';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type Violation = { id: string; impact: string; nodes: { html: string }[] };

/** Nothing serious for people who read otherwise, nothing wider than the screen, and one choice of several marked as the one made. */
export async function isFit(page: Page, where: string) {
  await expect(page.locator('h1').first()).toBeVisible();
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(await readFile(axe, 'utf8'));
  const found = await page.evaluate('axe.run({ resultTypes: ["violations"] })');
  const serious = (found as { violations: Violation[] }).violations.filter(({ impact }) => /serious|critical/.test(impact));
  expect.soft(serious.map(({ id, nodes }) => `${where} ${id} ${nodes[0]?.html}`)).toEqual([]);
  expect
    .soft(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${where} 横向滚动`)
    .toBeLessThanOrEqual(0);
  const marked = await page.evaluate(
    '[...document.querySelectorAll("nav.tabs")].map((tabs) => tabs.querySelectorAll("[aria-current]").length)',
  );
  expect.soft(Math.max(0, ...(marked as number[])), `${where} 同时标着几个当前项`).toBeLessThanOrEqual(1);
}

/** What asked for something that is not on this machine. */
export function watchRequests(given: Page | BrowserContext): string[] {
  const strange: string[] = [];
  const context = 'context' in given ? given.context() : given;
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !/(^|\.)localhost$|^127\.0\.0\.1$/.test(hostname)) strange.push(request.url());
  });
  return strange;
}
