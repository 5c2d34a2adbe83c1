import { expect, test } from '@playwright/test';
import { isFit } from './fitness.ts';
import { go, h1, within } from './moving.ts';
import { as, october } from './signIn.ts';

const project = '乡村信息化网络建设';
const title = '山里的信号满格了';

test('一处缺口约成一篇稿：专班一点就约，单位写、三个人签，回来看缺口已交稿', async ({ browser }) => {
  const office = await as(browser, 'office');
  await go(office, '方案');
  await within(office, '覆盖');
  await expect(h1(office)).toContainText(/^覆盖：第44周省市主流媒体 \d+ 条，11月专题还没有；18 个项目中 \d+ 个本周没有/);
  for (const look of ['单位 × 周', '项目 × 渠道', '项目 × 周']) {
    await office.getByRole('link', { name: look }).press('Enter');
    await expect(office.getByRole('heading', { name: `2023年 ${look}` })).toBeVisible();
    for (const width of [1280, 360]) {
      await office.setViewportSize({ width, height: 800 });
      await isFit(office, `${width} 覆盖 ${look}`);
    }
  }
  await office.setViewportSize({ width: 1280, height: 800 });
  await office.getByRole('link', { name: '促进高质量充分就业，10-16这一周 3 条' }).press('Enter');
  const behind = office.getByRole('dialog');
  await expect(behind.getByRole('heading')).toContainText('：3 条');
  await expect(behind.locator('tbody tr')).toHaveCount(3);
  await office.keyboard.press('Escape');
  await within(office, '发布日历');
  await expect(h1(office)).toContainText('下一次最迟 11-30');
  for (const width of [1280, 360]) {
    await office.setViewportSize({ width, height: 800 });
    await isFit(office, `${width} 发布日历`);
  }
  await office.goBack();

  await office.getByRole('link', { name: `约稿：${project}，多周没有` }).press('Enter');
  const box = office.getByRole('dialog');
  await isFit(office, '360 约一篇');
  await office.setViewportSize({ width: 1280, height: 800 });
  await expect(box.getByLabel('题目')).toHaveValue(`${project}：群众得了什么实惠`);
  await expect(box.getByLabel('时限（当天算按时）')).toHaveValue('2023-11-07');
  await expect(box.getByLabel('字数（可以不填）')).toHaveValue('800');
  await expect(box.getByLabel('补助标准')).toBeChecked();
  await box.getByRole('combobox', { name: /^单位/ }).selectOption({ label: '县交通局' }); // of two units the plan does not say which
  await box.getByRole('button', { name: '约稿', exact: true }).press('Enter');
  await expect(office.getByRole('dialog')).toContainText('2023年11月7日（星期二）前报送');
  await office.goto(`${october}/workbench/coverage`);
  await office.getByText(/^已约稿 1 处/).click();
  await expect(office.getByRole('link', { name: `看约稿：${project}` })).toContainText('◔ 已约稿 11-07');

  const writer = await as(browser, 'jiaotong1', { width: 360 });
  await writer.goto(`${october}/workbench/commissions`);
  await writer.getByRole('row', { name: project }).getByRole('link', { name: '写稿' }).click();
  await writer.getByLabel('标题').fill(title);
  await writer.getByLabel('正文').fill('基站立起来了，山里的信号满格。');
  await expect(writer.locator('.saved')).toContainText('✓ 已自动保存', { timeout: 15_000 });
  await writer.getByRole('button', { name: '送审' }).click();
  await expect(h1(writer)).toContainText('待初审');
  for (const [account, review, proof] of [
    ['jiaotong2', '初审', '一校'],
    ['jiaotong3', '复审', '二校'],
    ['jiaotong4', '终审', '三校'],
  ] as const) {
    const signer = await as(browser, account);
    await signer.goto(writer.url());
    await signer.getByRole('button', { name: `${review}：审读通过` }).press('Enter');
    await expect(signer.getByText('✓ 已签')).toBeVisible();
    await signer.getByRole('button', { name: `${proof}：校对通过` }).press('Enter');
    await expect(h1(signer)).not.toContainText(`待${review}`);
  }
  await office.reload();
  await office.getByText(/^已约稿 0 处/).click();
  await office.getByRole('link', { name: `看稿件：${title}` }).press('Enter');
  await expect(h1(office)).toContainText(title);
});
