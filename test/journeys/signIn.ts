import { type Browser, expect, type Page } from '@playwright/test';
import { addressOf } from './place.ts';

export const october = addressOf('430523');

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
