import { expect, test } from '@playwright/test';
import { isFit, watchRequests } from './fitness.ts';
import { as, october } from './signIn.ts';

test('试算：改一条的分值就看到谁换位、差在哪一行，存为草稿再试这一稿；锁定与否什么也没改', async ({ browser }) => {
  const page = await as(browser, 'office');
  const strange = watchRequests(page);
  await page.goto(`${october}/workbench/assessment/what-if?from=2023-10&clause=${encodeURIComponent('第五条（四）')}`);
  await page.getByLabel('分值 1 · 分').fill('9.00');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText(/改这一条：10月有 \d+ 个单位换位，.+ \+\d+\.00 最多/);
  await expect(page).toHaveURL(/put=/);
  await expect(page.locator('.slopes .rises path').first()).toBeVisible();
  await page.getByRole('link', { name: '县水利局' }).press('Enter');
  await expect(page.getByText(/^新：.*9\.00/).first()).toBeVisible();
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await isFit(page, `${width} 试算`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: '存为草稿' }).press('Enter');
  await page.getByRole('link', { name: '试算这一稿' }).press('Enter');
  await expect(title).toContainText('改这一稿：');
  expect(strange).toEqual([]);
  const unit = await as(browser, 'shuili1');
  await unit.goto(`${october}/workbench/assessment/what-if`);
  await expect(unit.getByRole('alert')).toBeVisible();
});
