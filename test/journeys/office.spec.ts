import { expect, type Page, test } from '@playwright/test';
import { as, october } from './signIn.ts';

/** Acts of whoever is signed in on the page; `{version}` becomes that of the article as it stands. */
const acts = (page: Page, given: readonly (readonly [path: string, body: object])[], article?: string) =>
  page.evaluate(
    async ({ given, article }) => {
      for (const [path, body] of given) {
        const seen = article ? { version: (await (await fetch(article)).json()).version } : {};
        const headers = { 'Idempotency-Key': crypto.randomUUID(), 'Content-Type': 'application/json' };
        const sent = { method: 'POST', headers, body: JSON.stringify({ ...seen, ...body }) };
        const reply = await fetch(path, sent);
        if (!reply.ok) throw new Error(`${path}：${await reply.text()}`);
      }
    },
    { given, article },
  );

test('专班约一篇，单位在手机上点“写稿”写来，签完就交；专班只用键盘留用', async ({ browser }) => {
  const office = await as(browser, 'office');
  await office.goto(`${october}/workbench/commissions`);
  await office.getByRole('button', { name: '约一篇' }).click();
  await office.locator('dialog[open] select').first().selectOption({ label: '县民政局' });
  await office.getByLabel('题目').fill('护理型床位怎么申请');
  await office.getByLabel('申请程序').check();
  await office.getByLabel('时限').fill('2023-11-10');
  await office.getByRole('button', { name: '约稿', exact: true }).click();
  await expect(office.locator('.notice')).toContainText('县民政局：\n请写一篇《护理型床位怎么申请》，2023年11月10日');

  const writer = await as(browser, 'minzheng1', { width: 360 });
  await writer.getByRole('link', { name: '护理型床位怎么申请' }).click();
  expect(await writer.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  await writer.locator('dialog[open]').getByRole('link', { name: '写稿' }).click();
  await expect(writer.getByLabel('专班的约稿')).toContainText('要写到：申请程序');
  await writer.getByLabel('正文').fill('先到村里领表，再交到乡镇民政办。');
  await expect(writer).toHaveURL(/articles\/[0-9a-f]{8}-/);
  await writer.getByRole('button', { name: '送审' }).click();
  await expect(writer.getByRole('heading', { level: 1 })).toContainText('待初审');
  const article = `/api/articles/${writer.url().split('/').at(-1)}`;
  for (const account of ['minzheng2', 'minzheng3', 'minzheng4']) {
    const both = (['review', 'proof'] as const).map((kind) => [`${article}/signatures`, { kind }] as const);
    await acts(await as(browser, account), both, article);
  }

  await office.goto(`${october}/workbench/articles`);
  await office.getByRole('link', { name: /护理型床位怎么申请/ }).press('Enter');
  await expect(office.getByRole('heading', { level: 3 })).toHaveText('护理型床位怎么申请');
  const before = Number(/\d+/.exec((await office.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0]);
  await office.keyboard.press('2');
  await office.keyboard.press('Escape'); // no reason, nothing done
  await expect(office.locator('dialog[open]')).toHaveCount(0);
  await expect(async () => {
    await office.keyboard.press('1');
    await expect(office.getByText('✓ 已留用《护理型床位怎么申请》')).toBeVisible({ timeout: 1500 });
  }).toPass();
  await expect(office.getByRole('heading', { level: 1 })).toHaveText(
    before > 1 ? `来稿：还有 ${before - 1} 篇要您定` : '来稿：✓ 都定完了',
  );
  await office.goto(`${october}/workbench/commissions`);
  await expect(office.getByRole('row', { name: /护理型床位怎么申请/ })).toContainText('✓ 已交');
});
