import { expect, test } from '@playwright/test';
import { isFit } from './fitness.ts';
import { as, october } from './signIn.ts';

test('单位在手机上报实施方案，专班从工作台收下；谁欠什么一页看完，点得到依据；提醒复制一次，记下谁哪天', async ({ browser }) => {
  const unit = await as(browser, 'canlian1', { width: 360 });
  await unit.getByRole('link', { name: '还没有报实施方案' }).click();
  await unit.getByLabel('实施方案的正文').fill('县残联 2023 年宣传实施方案：每月报三篇，理事长负总责。');
  await isFit(unit, '报实施方案');
  await unit.getByRole('button', { name: '报来实施方案' }).click();
  await expect(unit.getByText('◔ 已报待收')).toBeVisible();

  const office = await as(browser, 'office');
  await isFit(office, '工作台');
  await office
    .getByRole('row', { name: /报来实施方案.*县残联/ })
    .getByRole('link', { name: '报来实施方案' })
    .press('Enter');
  await expect(office.locator('dialog[open]')).toContainText('理事长负总责');
  await office.getByRole('button', { name: '收下' }).click();
  await expect(office.locator('dialog[open]')).toHaveCount(0);
  await expect(office.getByRole('link', { name: /^县残联：\s*实施方案/ })).toContainText('✓ 已收');

  await office.goto(`${october}/workbench/duties?month=2023-10&duty=7&state=short`);
  await expect(office.getByRole('heading', { level: 1 })).toContainText('10月职责：3 个单位欠');
  await expect(office.getByRole('row', { name: /县残联/ })).toContainText('0篇 缺3篇');
  await isFit(office, '职责');
  await office
    .getByRole('row', { name: /县住房保障中心/ })
    .getByRole('link')
    .click();
  await expect(office).toHaveURL(/articles\?.*month=2023-10/);

  await office.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await office.goto(`${october}/workbench/reminders`);
  await expect(office.locator('.notice')).toContainText('负责领导和信息员（10月23日到期，还没有收到）');
  await isFit(office, '提醒');
  await office.getByRole('button', { name: /一键复制/ }).click();
  await expect(office.getByRole('row', { name: /县电力公司/ })).toContainText('✓ 11-02 李卫平');
  await office.reload();
  await expect(office.getByRole('heading', { level: 1 })).toContainText('都提醒过了');
  await expect(office.getByText('左边一件也没有勾')).toBeVisible();

  const lead = await as(browser, 'lead');
  await lead.getByRole('link', { name: '本周一页纸' }).first().click();
  await expect(lead.getByRole('heading', { level: 1 })).toHaveText('本周一页纸：2023年10月30日—11月5日');
  await expect(lead.locator('.week-figures')).toContainText('采用台账 10-30—11-05 刊发');
  await lead
    .locator('.week-figures')
    .getByRole('link', { name: /个单位 \d+ 项/ })
    .click();
  await expect(lead).toHaveURL(/duties\?.*state=short/);
});
