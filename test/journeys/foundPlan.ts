import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { isFit } from './fitness.ts';

const notice = join(import.meta.dirname, '../../database/demo/notice-2023-10-08.txt');

/** From the notice's file to the plan, by keyboard alone. */
export async function foundPlan(page: Page) {
  await page.getByRole('link', { name: '读入通知，建立方案' }).press('Enter');
  await isFit(page, '读入通知');
  await page.getByLabel('或选通知的文件（docx、doc、wps、rtf、pdf、ofd、xlsx、txt、网页、mht）').setInputFiles(notice);
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
