import { type Browser, expect, type Page, test } from '@playwright/test';

const home = 'http://430523.localhost:8091';
const password = 'Minsheng-2023';
const people = [
  ['bianxie', '何静', 'informationOfficer'],
  ['chushen', '刘志勇', 'sectionHead'],
  ['fushen', '王建军', 'deputyHead'],
  ['zhongshen', '张国平', 'unitHead'],
] as const;

async function as(browser: Browser, account: string, width = 1280): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' })).newPage();
  await page.goto(`${home}/workbench/`);
  await signIn(page, account);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('星期');
  return page;
}

async function signIn(page: Page, account: string) {
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill(password);
  await page.keyboard.press('Enter');
}

/** The office registers the four of 县水利局, who take their invitations; on its own page, which knows the host. */
const staff = (page: Page) =>
  page.evaluate(
    async ({ people, password }) => {
      const post = async (path: string, body: object) => {
        const headers = { 'Idempotency-Key': crypto.randomUUID(), 'Content-Type': 'application/json' };
        return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
      };
      const { units } = await (await fetch('/api/units')).json();
      const unitId = units.find(({ name }: { name: string }) => name === '县水利局').id;
      const invited = [];
      for (const [account, name, role] of people) {
        invited.push(await post('/api/people', { account, name, unitId, roles: [role] }));
      }
      for (const { invitation } of invited) await post(`/api/invitations/${invitation}`, { password });
    },
    { people, password },
  );

const saved = (page: Page) => expect(page.locator('.saved')).toContainText('✓ 已自动保存', { timeout: 15_000 });

test('手机上写稿：断网、登录结束、别处改过，一个字也不丢；三个人六个签，报送到专班', async ({ browser }) => {
  await staff(await as(browser, 'office'));
  const writer = await as(browser, 'bianxie', 360);
  await writer.goto(`${home}/workbench/articles/new`);
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
  await signIn(writer, 'bianxie');
  await saved(writer);
  await expect(writer.getByLabel('正文')).toHaveValue('第一段。\n登录结束以后写的。');

  const head = await as(browser, 'chushen');
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
    ['chushen', '初审', '一校'],
    ['fushen', '复审', '二校'],
    ['zhongshen', '终审', '三校'],
  ] as const) {
    const signer = account === 'chushen' ? head : await as(browser, account);
    await signer.goto(address);
    await signer.getByRole('button', { name: `${review}：审读通过` }).press('Enter');
    await expect(signer.getByText('✓ 已签')).toBeVisible();
    await signer.getByRole('button', { name: `${proof}：校对通过` }).press('Enter');
    await expect(signer.getByRole('heading', { level: 1 })).not.toContainText(`待${review}`);
  }
  await writer.reload();
  await expect(writer.getByRole('heading', { level: 1 })).toContainText('已报送：水渠通到田埂上');
});
