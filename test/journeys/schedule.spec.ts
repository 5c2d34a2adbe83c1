import { expect, test } from '@playwright/test';
import { isFit } from './fitness.ts';
import { go, h1, within } from './moving.ts';
import { as } from './signIn.ts';

test('日程：按月、按周、横道图；改一场的期先看撞上什么，单位看到点知道了，再改回去', async ({ browser }) => {
  const office = await as(browser, 'office');
  await go(office, '方案');
  await within(office, '日程');
  await expect(h1(office)).toContainText(/^日程：已办 \d+ 场，正在办 \d+ 场/);
  for (const view of ['按周', '横道图', '按月']) {
    await office.getByRole('link', { name: view }).press('Enter');
    for (const width of [1280, 360]) {
      await office.setViewportSize({ width, height: 800 });
      await isFit(office, `${width} 日程 ${view}`);
    }
  }
  await office.setViewportSize({ width: 1280, height: 800 });
  const month = office.getByRole('list', { name: '2023年11月' });
  await expect(month.locator('[aria-current=date]')).toContainText('今天');
  await office.getByRole('link', { name: '下个月' }).press('Enter');
  await expect(office.getByRole('heading', { name: '2023年12月' })).toBeVisible();
  await office.goBack();

  await month.locator('[aria-current=date]').getByRole('link', { name: '水利建设' }).press('Enter');
  const box = office.getByRole('dialog');
  const theme = (await box.getByRole('heading').first().textContent()) ?? '';
  const before = await box.getByLabel('从哪天起').inputValue();
  await box.getByLabel('从哪天起').fill('2023-12-30');
  await box.getByLabel('到哪天止').fill('2024-01-01');
  await expect(box.getByRole('status')).toContainText('元旦');
  await expect(box.getByRole('status')).toContainText('周末');
  await box.getByLabel('改期的理由').fill('与全县现场会冲突');
  await isFit(office, '1280 改期');
  await box.getByRole('button', { name: '改期', exact: true }).press('Enter');
  await expect(box.getByRole('heading', { name: '改期 1 次' })).toBeVisible();
  await expect(box).toContainText('与全县现场会冲突');

  await office.keyboard.press('Escape');
  await office.getByRole('button', { name: '生成订阅链接' }).press('Enter');
  const link = await office.getByLabel('只显示这一次').inputValue();
  const read = () =>
    office.evaluate(async (from) => {
      const reply = await fetch(from, { credentials: 'omit' });
      return { status: reply.status, text: await reply.text() };
    }, link);
  const file = (await read()).text;
  expect(file).toContain('SUMMARY:第5场 水利建设\r\n');
  expect(file).toContain('DTSTART;VALUE=DATE:20231230\r\nDTEND;VALUE=DATE:20240102\r\n');
  await isFit(office, '1280 订阅');
  await office.getByRole('button', { name: '停用链接' }).press('Enter');
  await expect(office.getByRole('heading', { name: '还没有链接' })).toBeVisible();
  expect((await read()).status).toBe(404);
  await office.goBack();

  const unit = await as(browser, 'shuili1', { width: 360 });
  await unit.getByRole('link', { name: '本单位的活动改期：第 5 场 水利建设' }).click();
  const told = unit.getByRole('dialog');
  await expect(told).toContainText('与全县现场会冲突');
  await expect(told).toContainText('改期由专班办公室办');
  await isFit(unit, '360 一场');
  const knows = async () => {
    await told.getByRole('button', { name: '本单位知道了' }).click();
    await expect(told).toContainText('✓ 各责任单位都知道了');
  };
  await knows();

  await box.getByLabel('改期的理由').fill('现场会取消');
  await box.getByRole('button', { name: '改回上一次的日子' }).press('Enter');
  await expect(box.getByRole('heading', { name: '改期 2 次' })).toBeVisible();
  await expect(box.getByLabel('从哪天起')).toHaveValue(before);
  await expect(box.getByRole('heading').first()).toHaveText(theme);
  await unit.reload();
  await knows();
});
