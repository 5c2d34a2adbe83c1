import { expect, test } from '@playwright/test';
import { isFit } from './fitness.ts';
import { as, october } from './signIn.ts';

test('办公室提出的豁免自己确认不了；分管领导从工作台点进去确认，总表上写豁免和原因，单位看得到', async ({ browser }) => {
  const office = await as(browser, 'office');
  await office.goto(`${october}/workbench/exemptions`);
  await office.getByRole('link', { name: '县残联' }).click();
  await expect(office.getByText('这条是您提出的，不能自己确认')).toBeVisible();
  await isFit(office, '豁免');

  const lead = await as(browser, 'lead');
  await lead.getByRole('link', { name: /豁免 1 条等您确认/ }).click();
  await lead.getByRole('link', { name: '县残联' }).click();
  await lead.getByRole('button', { name: '确认豁免' }).click();
  await expect(lead.getByText('陈建国 2023-11-02 确认')).toBeVisible();
  await lead.goto(`${october}/workbench/assessment?month=2023-11`);
  await expect(lead.getByRole('row', { name: /县残联/ })).toContainText('豁免：全员入户开展残疾人基本状况调查');

  const unit = await as(browser, 'canlian1', { width: 360 });
  await unit.goto(`${october}/workbench/exemptions`);
  await expect(unit.getByRole('row', { name: /县残联/ })).toContainText('✓ 已确认');
  await isFit(unit, '本单位的豁免');
});
