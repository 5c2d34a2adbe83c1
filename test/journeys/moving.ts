import { expect, type Page } from '@playwright/test';

/** The title, which says the state. */
export const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
/** By keyboard, as the office moves about. */
export const go = (page: Page, section: string) =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: section }).press('Enter');
export const within = (page: Page, label: string) =>
  page
    .getByRole('navigation', { name: /里的页面$/ })
    .getByRole('link', { name: label })
    .press('Enter');

/** The demo county's day, as its badge then says it. */
export async function moveDay(page: Page, day: string, badge: string) {
  await page.getByRole('button', { name: /^演示数据/ }).press('Enter');
  await page.getByLabel('调到').fill(day);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `演示数据·${badge}` })).toBeVisible();
}
