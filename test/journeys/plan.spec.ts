import { expect, test } from '@playwright/test';
import { isFit } from './fitness.ts';
import { foundPlan } from './foundPlan.ts';
import { fillSignIn, signIn } from './signIn.ts';

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page);
  if (await page.getByRole('heading', { level: 1, name: '还没有方案' }).count()) await foundPlan(page); // alone, without the line before it
  await page.close();
});

test('补充通知改了每月的篇数：旧的、新的并排看过再改，原来的留在方案里', async ({ page }) => {
  await signIn(page);
  await page.goto('/workbench/plan/new');
  await page
    .getByLabel('通知全文')
    .fill('关于报送任务的补充通知\n各责任单位：\n一、各责任单位每月报送信息数量不少于5篇。\n2023年10月8日');
  await page.getByRole('button', { name: '读这份通知' }).press('Enter');
  const difference = page.getByRole('region', { name: '和现方案的差别' });
  await expect(difference).toContainText('每月 3');
  await expect(difference.locator('.is')).toContainText('每月 5');
  await difference.getByLabel('三（二）7怎么改').selectOption('不改，照旧');
  await expect(page.getByRole('button', { name: '按这份来文改方案' })).toHaveAttribute('aria-disabled', 'true');
  await difference.getByLabel('三（二）7怎么改').selectOption('照来文改');
  await isFit(page, '补充通知');
  await page.getByRole('button', { name: '按这份来文改方案' }).press('Enter');
  await page.getByText('改过 1 次').press('Enter');
  await expect(page.getByText('第 1 版：')).toContainText('每月 3');
  await isFit(page, '改过的方案');
  const [portal] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: '公示门户' }).press('Enter')]);
  await expect(portal.getByRole('heading', { level: 1 })).toBeVisible();
});

test('补充通知用话说的改动：两场改期、一场取消，差别里看得到，来文里查得到', async ({ page }) => {
  await signIn(page);
  await page.goto('/workbench/plan/new');
  await page
    .getByLabel('通知全文')
    .fill(
      '关于调整集中宣传安排的补充通知\n各责任单位：\n一、“养老服务”主题宣传时间调整为11月13日至17日。\n二、“农村建设”主题宣传推迟至11月27日至30日举行。\n三、取消“教育强省”主题宣传活动。\n2023年10月8日',
    );
  await page.getByRole('button', { name: '读这份通知' }).press('Enter');
  const difference = page.getByRole('region', { name: '和现方案的差别' });
  await expect(difference).toContainText('改动 2 场');
  await expect(difference.getByLabel(/取消第 .+ 场的理由/)).toHaveValue('三、取消“教育强省”主题宣传活动。');
  await page.getByLabel('在来文里查找').fill('主题宣传');
  await page.getByLabel('在来文里查找').press('Enter');
  await expect(page.getByText('3 行，第 1 处')).toBeVisible();
  await isFit(page, '用话说的补充通知');
});

test('登录中断时，粘贴的来文还在', async ({ page, context }) => {
  await signIn(page);
  await page.goto('/workbench/plan/new');
  await page.getByLabel('通知全文').fill('各单位：请于12月5日前报送。');
  await context.clearCookies();
  await page.reload();
  await expect(page.getByRole('heading', { name: '登录民生实事宣传' })).toBeVisible();
  await fillSignIn(page, 'office');
  await expect(page.getByLabel('通知全文')).toHaveValue('各单位：请于12月5日前报送。');
});

test('工作台：J 到第一件待办，Enter 打开它', async ({ page }) => {
  await signIn(page);
  await page.waitForLoadState('networkidle'); // what waits comes from several questions
  const first = page.locator('tbody[data-queue] a').first();
  const wanted = (await first.getAttribute('href')) ?? '';
  await page.keyboard.press('j');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${wanted.replaceAll(/[?.]/g, '\\$&')}$`));
});

test('定级别时网断了两次：三次提交同一个编号，只办一次', async ({ page }) => {
  await signIn(page);
  await page.goto('/workbench/plan');
  const keys: (string | undefined)[] = [];
  await page.route('**/rank', (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    return keys.length < 3 ? route.abort() : route.continue();
  });
  const rank = page.locator('#projects select').first();
  await rank.selectOption('省级');
  await expect(rank).toHaveValue('provincial', { timeout: 15_000 });
  expect(keys).toEqual([keys[0], keys[0], keys[0]]);
});

test('办到一半登录结束：页面不动，上面请人登录，登录后接着办', async ({ page, context }) => {
  await signIn(page);
  await page.goto('/workbench/plan');
  const rank = page.locator('#projects select').nth(1);
  await rank.waitFor();
  await context.clearCookies();
  await rank.selectOption('市级');
  const again = page.getByRole('dialog', { name: '重新登录' });
  await expect(page.locator('h1', { hasText: '2023 年方案' })).toBeVisible();
  await fillSignIn(page, 'office');
  await expect(again).toHaveCount(0);
  await rank.selectOption('市级');
  await expect(rank).toHaveValue('municipal');
});
