import { type Browser, expect, type Page, test } from '@playwright/test';

const password = 'Minsheng-2023';

async function as(browser: Browser, home: string, account: string, width = 1280): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' })).newPage();
  await page.goto(`${home}/workbench/`);
  await signIn(page, account);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('星期');
  return page;
}

async function signIn(page: Page, account: string) {
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

/** The office fills its roster and registers the 信息员 of 县民政局, who takes the invitation; on its own page, which knows the host. */
const prepare = (page: Page) =>
  page.evaluate(async (password) => {
    const post = async (path: string, body: object) => {
      const headers = { 'Idempotency-Key': crypto.randomUUID(), 'Content-Type': 'application/json' };
      return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    };
    await post('/api/known-outlets', {});
    const { units } = await (await fetch('/api/units')).json();
    const unitId = units.find(({ name }: { name: string }) => name === '县民政局').id;
    const { invitation } = await post('/api/people', { account: 'renling', name: '唐丽', unitId, roles: ['informationOfficer'] });
    await post(`/api/invitations/${invitation}`, { password });
  }, password);

test('手机上认领：传断了再传、登录结束了再登，填的都在；专班只用键盘核验，退回、补交、认定', async ({ browser, baseURL }) => {
  const home = `${baseURL}`.replace('430599', '430523');
  await prepare(await as(browser, home, 'office')); // whose session the invitation takes over
  const office = await as(browser, home, 'office');
  const clipping = { name: '邵阳日报10-26第3版.png', mimeType: 'image/png', buffer: await office.screenshot() };
  const officer = await as(browser, home, 'renling', 360);
  await officer.goto(`${home}/workbench/claims/new`);
  await officer.getByRole('radio', { name: '没有报送过' }).check();
  await officer.getByLabel('载体').fill('邵阳日报');
  await officer.getByLabel('刊发日期').fill('2023-10-26');
  await expect(officer.getByText('✓ 邵阳日报，市级')).toBeVisible();
  await officer.getByLabel('刊出的标题').fill('护理型床位怎么申请');
  const drop = (route: { abort: () => Promise<void> }) => route.abort();
  await officer.route('**/api/files?*', drop);
  await officer.getByLabel('选文件').setInputFiles(clipping);
  await expect(officer.getByText('没有连上，请再传一次')).toBeVisible();
  await officer.unroute('**/api/files?*', drop);
  await officer.getByRole('button', { name: '再传一次' }).click();
  await expect(officer.getByText('✓ 已传 1 份')).toBeVisible();
  await officer.context().clearCookies();
  await officer.getByRole('button', { name: '交给专班核验' }).click();
  await expect(officer.getByRole('heading', { name: '登录已结束，请重新登录' })).toBeVisible();
  await signIn(officer, 'renling');
  await expect(officer.getByLabel('刊出的标题')).toHaveValue('护理型床位怎么申请');
  expect(await officer.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  await officer.getByRole('button', { name: '交给专班核验' }).click();
  await expect(officer.getByRole('heading', { level: 1 })).toContainText('《护理型床位怎么申请》待核验');

  const mine = `${home}/workbench/claims/verify?claim=${officer.url().split('/').at(-1)}`;
  await office.goto(mine);
  await expect(office.getByRole('button', { name: '认定，记入10月' })).toBeVisible();
  await office.keyboard.press('r');
  await expect(office.getByLabel('理由')).toBeFocused();
  await office.keyboard.type('看不清版次');
  await office.keyboard.press('Control+Enter');
  await expect(office.getByText('✓ 已退回《护理型床位怎么申请》')).toBeVisible();
  await expect(office).not.toHaveURL(mine); // the next one opens by itself

  await officer.reload();
  await expect(officer.getByText('退回：看不清版次')).toBeVisible();
  await officer.getByRole('link', { name: '补交佐证，或改正' }).click();
  await officer.getByLabel('说明').fill('第3版');
  await officer.getByRole('button', { name: '补交给专班' }).click();
  await expect(officer.getByRole('heading', { level: 1 })).toContainText('待核验');

  await office.goto(mine);
  await expect(office.getByRole('button', { name: '认定，记入10月' })).toBeVisible();
  await office.keyboard.press('a');
  await expect(office.getByText('✓ 已认定《护理型床位怎么申请》，记入10月')).toBeVisible();
  await officer.reload();
  await expect(officer.getByRole('heading', { level: 1 })).toContainText('《护理型床位怎么申请》已认定');
});
