import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { addressOf } from './place.ts';

export const october = addressOf('430523');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const notice = join(import.meta.dirname, '../../database/demo/notice-2023-10-08.txt');

type Violation = { id: string; impact: string; nodes: { html: string }[] };

/** Nothing serious for people who read otherwise, and nothing wider than the screen. */
export async function isFit(page: Page, where: string) {
  await expect(page.locator('h1').first()).toBeVisible();
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(await readFile(axe, 'utf8'));
  const found = await page.evaluate('axe.run({ resultTypes: ["violations"] })');
  const serious = (found as { violations: Violation[] }).violations.filter(({ impact }) => /serious|critical/.test(impact));
  expect.soft(serious.map(({ id, nodes }) => `${where} ${id} ${nodes[0]?.html}`)).toEqual([]);
  expect
    .soft(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${where} 横向滚动`)
    .toBeLessThanOrEqual(0);
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

export async function fillSignIn(page: Page, account: string) {
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill('Minsheng-2023');
  await page.keyboard.press('Enter');
}

export async function signIn(page: Page, account = 'office', home = addressOf('430599')) {
  await page.goto(`${home}/workbench/`);
  await fillSignIn(page, account);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('星期');
}

/** Somebody at a computer or a phone of his own. */
export async function as(browser: Browser, account: string, { home = october, width = 1280 } = {}): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
  await signIn(page, account, home);
  return page;
}

/** From the notice's file to the plan, by keyboard alone. */
export async function foundPlan(page: Page) {
  await page.getByRole('link', { name: '读入通知，建立方案' }).press('Enter');
  await isFit(page, '读入通知');
  await page.getByLabel('或选一个 .txt 文件').setInputFiles(notice);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('读出 10 场宣传');
  await expect(page.getByRole('button', { name: '建立方案' })).toHaveAttribute('aria-disabled', 'true');
  await isFit(page, '确认方案');
  const doubts = page.locator('.doubt');
  for (let no = 1; no <= (await doubts.count()); no++) {
    await page.locator('h1').click();
    await page.keyboard.press(`${no}`);
    await page.keyboard.press('Space');
    const words = doubts.nth(no - 1).locator('input[type="text"]');
    if (await words.count()) await words.fill('邀请特邀监督员'); // 照原件填写 asks for what stands on the paper
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText('都定好了');
  await page.reload(); // what was settled outlives it
  await expect(page.getByRole('heading', { level: 1 })).toContainText('都定好了');
  await page.getByRole('button', { name: '建立方案' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2023 年方案：10 场宣传');
}
