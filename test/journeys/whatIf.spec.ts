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

test('再来一篇会怎样：单位在自己的得分单里看每样加几分、到第几名、为什么；选中的在地址里', async ({ browser }) => {
  const page = await as(browser, 'shuili1');
  const strange = watchRequests(page);
  await page.goto(`${october}/workbench/assessment?month=2023-11`);
  const box = page.getByRole('region', { name: '再来一篇会怎样' });
  await box.getByRole('link', { name: /再来一篇会怎样/ }).press('Enter');
  await expect(box).toContainText('不是承诺');
  await expect(box.getByRole('row', { name: /^市级采用/ })).toContainText('+5.00');
  await expect(box.getByRole('row', { name: /^报送/ })).toContainText('只补任务');
  await box.getByRole('link', { name: '市级采用', exact: true }).press('Enter');
  await expect(box).toContainText('新：市级');
  await expect(page).toHaveURL(/more=/);
  await page.reload();
  await expect(box).toContainText('新：市级');
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await isFit(page, `${width} 再来一篇`);
  }
  expect(strange).toEqual([]);
});
