import { expect, type Page, test } from '@playwright/test';
import { as, fillSignIn, october } from './signIn.ts';

const saved = (page: Page) => expect(page.locator('.saved')).toContainText('✓ 已自动保存', { timeout: 15_000 });

test('手机上写稿：断网、登录结束、别处改过，一个字也不丢；三个人六个签，报送到专班', async ({ browser }) => {
  const writer = await as(browser, 'shuili1', { width: 360 });
  await writer.goto(`${october}/workbench/articles/new`);
  await writer.getByLabel('标题').fill('水渠通到田埂上');
  await writer.getByLabel('正文').fill('第一段。');
  await expect(writer).toHaveURL(/articles\/[0-9a-f]{8}-/);
  await saved(writer);
  const address = writer.url();

  const drop = (route: { abort: () => Promise<void> }) => route.abort();
  await writer.route('**/text', drop);
  await writer.getByLabel('正文').fill('第一段。\n断网时写的。');
  await expect(writer.locator('.saved')).toContainText('写的都在这台电脑上');
  await writer.unroute('**/text', drop);
  await writer.reload();
  await expect(writer.getByLabel('正文')).toHaveValue('第一段。\n断网时写的。');
  await saved(writer);

  await writer.context().clearCookies();
  await writer.getByLabel('正文').fill('第一段。\n登录结束以后写的。');
  await expect(writer.getByRole('heading', { name: '登录已结束，请重新登录' })).toBeVisible();
  await fillSignIn(writer, 'shuili1');
  await saved(writer);
  await expect(writer.getByLabel('正文')).toHaveValue('第一段。\n登录结束以后写的。');

  const head = await as(browser, 'shuili2');
  await head.goto(address);
  await head.getByLabel('正文').fill('第一段。\n股长改的。');
  await saved(head);
  await writer.getByLabel('正文').fill('第一段。\n作者写的。');
  await writer.getByRole('button', { name: '留我这里写的' }).click();
  await saved(writer);
  await expect(writer.getByLabel('正文')).toHaveValue('第一段。\n作者写的。');
  expect(await writer.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);

  await writer.getByRole('button', { name: '送审' }).click();
  await expect(writer.getByRole('heading', { level: 1 })).toContainText('待初审');
  for (const [account, review, proof] of [
    ['shuili2', '初审', '一校'],
    ['shuili3', '复审', '二校'],
    ['shuili4', '终审', '三校'],
  ] as const) {
    const signer = account === 'shuili2' ? head : await as(browser, account);
    await signer.goto(address);
    await signer.getByRole('button', { name: `${review}：审读通过` }).press('Enter');
    await expect(signer.getByText('✓ 已签')).toBeVisible();
    await signer.getByRole('button', { name: `${proof}：校对通过` }).press('Enter');
    await expect(signer.getByRole('heading', { level: 1 })).not.toContainText(`待${review}`);
  }
  await writer.reload();
  await expect(writer.getByRole('heading', { level: 1 })).toContainText('已报送：水渠通到田埂上');
});
