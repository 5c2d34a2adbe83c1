import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const notice = join(import.meta.dirname, '../../database/demo/notice-2023-10-08.txt');

type Violation = { id: string; impact: string; nodes: { html: string }[] };

/** Nothing serious for people who read otherwise, nothing wider than the screen, and no request that leaves the machine. */
async function isFit(page: Page, where: string) {
  await page.evaluate(await readFile(axe, 'utf8'));
  const found = await page.evaluate('axe.run()').then((result) => (result as { violations: Violation[] }).violations);
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${where} ${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${where} 横向滚动`).toBeLessThanOrEqual(0);
}

function watchRequests(page: Page): string[] {
  const strange: string[] = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !/(^|\.)localhost$|^127\.0\.0\.1$/.test(hostname)) strange.push(request.url());
  });
  return strange;
}

async function signIn(page: Page, account = 'office') {
  await page.goto('/workbench/');
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill('Minsheng-2023');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('星期');
}

test('空的示例县：只用键盘，从通知文件到建好方案，居民当时就看得到', async ({ page }) => {
  const strange = watchRequests(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page);
  await isFit(page, '工作台');
  await page.getByRole('link', { name: '读入通知，建立方案' }).press('Enter');
  await isFit(page, '读入通知');
  await page.getByLabel('或选一个 .txt 文件').setInputFiles(notice);
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
  await isFit(page, '方案');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('今年的 18 项实事');
  await isFit(page, '门户');
  expect(strange).toEqual([]);
});

test('登录中断时，粘贴的来文还在', async ({ page, context }) => {
  await signIn(page);
  await page.goto('/workbench/plan/new');
  await page.getByLabel('通知全文').fill('各单位：请于12月5日前报送。');
  await context.clearCookies();
  await page.reload();
  await expect(page.getByRole('heading', { name: '登录民生实事宣传' })).toBeVisible();
  await page.getByLabel('账号').fill('office');
  await page.getByLabel('密码').fill('Minsheng-2023');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByLabel('通知全文')).toHaveValue('各单位：请于12月5日前报送。');
});

test('工作台：J 到第一件待办，Enter 打开它', async ({ page }) => {
  await signIn(page);
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: '个项目还没有定省级、市级' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/plan#projects$/);
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
  await again.getByLabel('账号').fill('office');
  await again.getByLabel('密码').fill('Minsheng-2023');
  await page.keyboard.press('Enter');
  await expect(again).toHaveCount(0);
  await rank.selectOption('市级');
  await expect(rank).toHaveValue('municipal');
});

for (const width of [1280, 360]) {
  test(`${width} 像素宽：每一页都放得下、读得清`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await signIn(page, 'systemAdmin');
    for (const path of [
      '/workbench/',
      '/workbench/plan',
      '/workbench/outlets',
      '/workbench/units',
      '/workbench/people',
      '/workbench/password',
      '/',
    ]) {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      await isFit(page, `${width} ${path}`);
    }
  });
}
