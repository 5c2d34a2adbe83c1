import { expect, test } from '@playwright/test';
import { isFit } from './fitness.ts';
import { h1 } from './moving.ts';
import { as, october } from './signIn.ts';

test('办公室从工作台看到10月有一条提示，看过所据的事实，判为属实；单位这才看到，锁定前核对里写着', async ({ browser }) => {
  const unit = await as(browser, 'zhujian1', { width: 360 });
  await unit.goto(`${october}/workbench/flags?month=2023-10`);
  await expect(h1(unit)).toContainText('本单位没有');

  const office = await as(browser, 'office');
  await office.getByRole('link', { name: '10月提示 1 条等您判断' }).click();
  await expect(h1(office)).toContainText('1 条待判断');
  await expect(office.getByText(/同一份佐证文件（摘要相同）用在 2 条采用上/)).toBeVisible();
  await office.getByText('所据的 2 条事实').click();
  for (const width of [360, 1280]) {
    await office.setViewportSize({ width, height: 800 });
    await isFit(office, `提示 ${width}`);
  }
  await office.goto(`${october}/workbench/assessment?month=2023-10`);
  await expect(office.getByText('还有 1 条提示没有人判断（不影响锁定，也不影响分数）')).toBeVisible();
  await office.goto(`${october}/workbench/flags?month=2023-10`);
  await office.getByRole('button', { name: '属实', exact: true }).click();
  await office.getByLabel('理由').fill('日报的认领错传成了简报的页面，请补报样');
  await office.getByRole('button', { name: '定为属实' }).click();
  await expect(h1(office)).toContainText('1 条都判断过');

  await unit.reload();
  await expect(h1(unit)).toContainText('本单位属实 1 条');
  await expect(unit.getByText('日报的认领错传成了简报的页面')).toBeVisible();
  await isFit(unit, '本单位的提示');
});
