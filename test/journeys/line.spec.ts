import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { extractText } from 'unpdf';
import { auditor, drop, exportedBy, planted, told, without } from './auditor.ts';
import { bytesOf, downloaded } from './files.ts';
import { isFit, watchRequests } from './fitness.ts';
import { foundPlan } from './foundPlan.ts';
import { go, h1, moveDay, within } from './moving.ts';
import { signIn } from './signIn.ts';
import { agreeTo, supervise } from './supervise.ts';

const clippings = join(import.meta.dirname, '../../database/demo/clippings');
const unit = '县卫健局';
const people = [
  ['xuanjiao', '何小溪', '信息员'],
  ['gushi', '段青松', '股室负责人'],
  ['fenguan', '秦若水', '分管领导'],
  ['zhuyao', '萧望山', '主要负责人'],
] as const;
const title = '流动检查车开进村口';
const number = '示民生办〔2023〕1号';

test.describe.configure({ mode: 'serial' });

const requests: string[][] = [];
let office: Page;
let lead: Page;
let writer: Page;
let signers: Page[];
let head: string;

/** A person at a computer or a phone of his own. */
async function somebody(browser: Browser, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  requests.push(watchRequests(context));
  return context.newPage();
}

test.beforeAll(async ({ browser }) => {
  office = await somebody(browser);
  await signIn(office);
});

test.afterAll(() => {
  expect(requests.flat()).toEqual([]);
});

test('空的示例县：只用键盘，从通知文件到建好方案，居民当时就看得到', async ({ browser }) => {
  await isFit(office, '工作台');
  await foundPlan(office);
  await isFit(office, '方案');
  const resident = await somebody(browser, 360);
  await resident.goto('/');
  await expect(h1(resident)).toContainText('今年的 18 项实事');
  await isFit(resident, '门户');
  await resident.context().close();
});

test('媒体照常见名录填入；照示例细则起草，改一条，算给他看，提请，分管领导批准', async ({ browser }) => {
  await go(office, '传播');
  await within(office, '媒体名录');
  await office.getByRole('button', { name: '照常见名录填入' }).press('Enter');
  await expect(h1(office)).toContainText(/^媒体名录：\d+ 家/);
  await isFit(office, '媒体名录');
  await go(office, '考评');
  await within(office, '考核细则');
  await office.getByRole('button', { name: '起草一版' }).press('Enter');
  await isFit(office, '起草一版');
  await office.getByRole('button', { name: '用“示例细则”' }).press('Enter');
  await expect(h1(office)).toContainText('示例细则');
  await office.getByRole('button', { name: /市级采用/ }).press('Enter');
  const example = office.getByRole('region', { name: '算给您看' });
  await expect(example).toContainText('市级 2 × 5.00');
  await office.getByLabel('封顶', { exact: true }).fill('4');
  await expect(office.getByText('封顶 4 分，比单条的 5.00 分还低。')).toBeVisible();
  await expect(example).toContainText('封顶 4.00 − 10.00 = −6.00');
  await office.getByRole('button', { name: '退一步' }).press('Enter');
  await expect(example).not.toContainText('封顶');
  await expect(office.getByText(/✓ 已自动保存 \d\d:\d\d/)).toBeVisible();
  for (const width of [1280, 360]) {
    await office.setViewportSize({ width, height: 800 });
    await isFit(office, `${width} 细则草案`);
  }
  await office.setViewportSize({ width: 1280, height: 800 });
  await office.getByRole('button', { name: '提请', exact: true }).press('Enter');
  await office.getByRole('button', { name: '确认提请' }).press('Enter');
  await expect(office.getByText('提请的人不能自己批准').first()).toBeVisible();
  lead = await somebody(browser);
  await signIn(lead, 'lead');
  await lead.goto(office.url());
  await lead.getByRole('button', { name: '批准生效' }).press('Enter');
  await lead.getByRole('button', { name: '确认批准生效' }).press('Enter');
  await expect(h1(lead)).toContainText('✓ 生效');
  await lead.goto('/workbench/scheme');
  await expect(h1(lead)).toContainText('考核细则：1 版');
});

test('专班给一个单位的四个人各发一个链接，他们自己设密码', async ({ browser }) => {
  await go(office, '管理');
  await within(office, '人员');
  const pages: Page[] = [];
  const form = office.locator('form.card');
  for (const [account, name, role] of people) {
    await office.getByRole('button', { name: '登记人员' }).press('Enter');
    await form.getByLabel('姓名').fill(name);
    await form.getByLabel('账号').fill(account);
    await form.getByLabel('单位').selectOption({ label: unit });
    await form.getByLabel('角色').selectOption({ label: role });
    await office.getByRole('button', { name: '登记', exact: true }).press('Enter');
    const link = await office.getByLabel('邀请链接').inputValue();
    await office.getByRole('button', { name: '收起' }).press('Enter');
    const page = await somebody(browser, account === 'xuanjiao' ? 360 : 1280);
    await page.goto(link);
    await expect(h1(page)).toHaveText(`${name}，请设密码`);
    if (pages.length === 0) await isFit(page, '设密码');
    await page.getByLabel('新密码', { exact: true }).fill('Minsheng-2023');
    await page.getByLabel('再输一次新密码').fill('Minsheng-2023');
    await page.keyboard.press('Enter');
    await expect(h1(page)).toContainText('10月8日星期日');
    pages.push(page);
  }
  [writer, ...signers] = pages as [Page, ...Page[]];
  await isFit(writer, '信息员的工作台');
});

test('信息员在手机上写一篇：粘贴正文、一张照片，送审', async () => {
  await writer.goto('/workbench/articles');
  await isFit(writer, '本单位的稿件');
  await writer.goto('/workbench/articles/new');
  await writer.getByLabel('标题').fill(title);
  await writer.getByLabel('正文').focus();
  await writer.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '　　10月8日，检查车停在村口。\r\n\r\n●\t不收费，先登记。\r\n');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(writer.getByLabel('正文')).toHaveValue('10月8日，检查车停在村口。\n不收费，先登记。');
  await writer.locator('input[type="file"]').last().setInputFiles(join(clippings, 'weijian-tai.webp'));
  await expect(writer.getByRole('button', { name: '去掉第 1 张' })).toBeVisible();
  await expect(writer.getByRole('button', { name: '送审' })).toHaveAttribute('aria-disabled', 'true'); // no caption yet
  await writer.getByLabel('图片说明').fill('10月8日，检查车停在村口，医生给来检查的人登记。');
  await isFit(writer, '写稿');
  await writer.getByRole('button', { name: '送审' }).click();
  await expect(h1(writer)).toContainText('待初审');
});

test('三个人六个签，稿件到专班；专班用键盘留用', async () => {
  const levels = [
    ['初审', '一校'],
    ['复审', '二校'],
    ['终审', '三校'],
  ] as const;
  for (const [at, [review, proof]] of levels.entries()) {
    const signer = signers[at] as Page;
    await signer.reload();
    await signer.getByRole('link', { name: title }).press('Enter');
    await signer.getByRole('button', { name: `${review}：审读通过` }).press('Enter');
    await expect(signer.getByText('✓ 已签')).toBeVisible();
    if (at === 0) await isFit(signer, '审签');
    await signer.getByRole('button', { name: `${proof}：校对通过` }).press('Enter');
    await expect(h1(signer)).not.toContainText(`待${review}`);
  }
  await writer.reload();
  await expect(h1(writer)).toContainText(`已报送：${title}`);
  await go(office, '采编');
  await expect(office.getByRole('heading', { level: 3 })).toHaveText(title);
  await isFit(office, '来稿');
  await expect(h1(office)).toHaveText('来稿：还有 1 篇要您定');
  await office.keyboard.press('1');
  await expect(h1(office)).toHaveText('来稿：✓ 都定完了');
});

test('报纸登了，信息员交剪报认领；专班看着剪报认定', async () => {
  await moveDay(office, '2023-10-13', '10月13日');
  await writer.goto('/workbench/claims');
  await isFit(writer, '本单位的采用');
  await writer.goto('/workbench/claims/new');
  await writer.getByRole('radio', { name: title }).check();
  await writer.getByLabel('载体').fill('邵阳日报');
  await writer.getByLabel('刊发日期').fill('2023-10-12');
  await writer.getByLabel('刊出的标题').fill('检查车来到家门口');
  await writer.getByLabel('版位').selectOption({ label: '头版' });
  await writer.getByLabel('选文件').setInputFiles(join(clippings, 'weijian1-ribao.webp'));
  await expect(writer.getByText('✓ 已传 1 份')).toBeVisible();
  await expect(writer.getByText('✓ 邵阳日报，市级')).toBeVisible();
  await isFit(writer, '认领');
  await writer.getByRole('button', { name: '交给专班核验' }).click();
  await expect(h1(writer)).toContainText('检查车来到家门口');
  await isFit(writer, '认领的一条');

  await office.goto('/workbench/claims/verify');
  await expect(h1(office)).toHaveText('采用核验：还剩 1 条');
  await expect(office.getByRole('heading', { level: 3 })).toHaveText('《检查车来到家门口》');
  const picture = office.locator('.verifying img').first();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const [said, shown] = [await office.getByRole('region', { name: `${unit}的认领` }).boundingBox(), await picture.boundingBox()];
  expect(shown?.x).toBeGreaterThanOrEqual((said?.x ?? 0) + (said?.width ?? 9999)); // beside it, not below
  await isFit(office, '核验');
  await office.keyboard.press('a');
  await expect(h1(office)).toHaveText('采用核验：都核完了');
  await expect(office.getByText('✓ 已认定《检查车来到家门口》，记入')).toBeVisible();
});

test('考评上从总分看到行、事实、佐证', async () => {
  await go(office, '考评');
  await expect(h1(office)).toContainText('2023年10月考评');
  await office.getByRole('link', { name: unit }).press('Enter');
  const account = office.getByRole('complementary', { name: unit });
  const lines = account.locator('ol.lines > li');
  const total = Number(
    await account
      .locator('.sum strong')
      .textContent()
      .then((words) => words?.replace('−', '-')),
  );
  const settled = lines.filter({ hasNotText: '未到期' });
  const points = (await settled.locator('.l1 strong').allTextContents()).map((words) => Number(words.replace('−', '-')));
  expect(points.length).toBeGreaterThan(0);
  expect(total).toBeCloseTo(points.reduce((sum, each) => sum + each, 0));
  const adoption = lines.filter({ hasText: '检查车来到家门口' }).first();
  await adoption.locator('summary').press('Enter');
  await expect(adoption.getByText('《检查车来到家门口》', { exact: true })).toBeVisible();
  await isFit(office, '得分单');
  const evidence = adoption.getByRole('link', { name: '佐证 1' }).first();
  const [opened] = await Promise.all([office.context().waitForEvent('page'), evidence.press('Enter')]);
  await expect.poll(() => opened.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await opened.close();
});

test('月底过了，分管领导看过检查，锁定十月，得到摘要', async () => {
  await moveDay(office, '2023-11-02', '11月2日');
  await lead.goto('/workbench/');
  await isFit(lead, '分管领导的工作台');
  await go(lead, '考评');
  const checks = lead.locator('.chk li');
  await expect(checks.filter({ hasText: '采用认领都核验了' })).toBeVisible();
  const silent = checks.filter({ hasText: '零报送' });
  await expect(silent).toContainText('县人社局');
  await expect(silent).not.toContainText(unit);
  await isFit(lead, '锁定前');
  await lead.getByRole('button', { name: '锁定', exact: true }).press('Enter');
  await isFit(lead, '锁定吗');
  await lead.getByRole('button', { name: '确认锁定' }).press('Enter');
  await expect(h1(lead)).toContainText('2023年10月考评：已锁定，摘要');
  head = (await lead.locator('.frozen code').textContent()) ?? '';
  expect(head).toMatch(/^[0-9a-f]{64}$/);
  await isFit(lead, '锁定以后');
});

test('锁定的月份进年度：合计、折算看得到算式，点回那个月的得分单，带走给绩效办的表', async () => {
  await lead.getByRole('link', { name: '年度' }).press('Enter');
  await expect(h1(lead)).toHaveText('2023年考评：已锁定 1 个月');
  await lead.getByRole('link', { name: unit }).press('Enter');
  const account = lead.getByRole('complementary', { name: unit });
  await expect(account.getByRole('heading', { name: '折入年度绩效' })).toBeVisible();
  const total = (await account.locator('.sum strong').textContent()) ?? '';
  await expect(account.locator('.arith')).toContainText(`${total} × 6.00 ÷ 300.00 =`);
  await isFit(lead, '年度');
  const file = await downloaded(lead, lead.getByRole('link', { name: '导出 xlsx' }));
  expect(file.subarray(0, 2).toString()).toBe('PK');
  await account.getByRole('link', { name: '2023年10月的得分单' }).press('Enter');
  await expect(lead.getByRole('complementary', { name: unit }).locator('.sum strong')).toHaveText(total);
});

test('专班写通报，编号、定日期，下载三种文件；分管领导审查后公开', async () => {
  await go(office, '文书');
  await office.getByRole('link', { name: '2023年10月' }).first().press('Enter');
  await office.getByLabel('开头的话').fill('各单位总体上动起来了。');
  await office.getByLabel('文号').fill(number);
  await office.getByLabel('成文日期').fill('2023-11-02');
  await office.getByRole('button', { name: '保存，刷新全文' }).press('Enter');
  await expect(office.getByRole('region', { name: '通报全文' })).toContainText('各单位总体上动起来了。');
  await isFit(office, '通报');
  for (const kind of ['docx', 'xlsx'] as const) {
    const file = await downloaded(office, office.getByRole('link', { name: `下载 ${kind}` }));
    expect(file.subarray(0, 2).toString()).toBe('PK');
    expect(file.length).toBeGreaterThan(4000);
  }
  const pdf = await bytesOf(office.getByRole('link', { name: '下载 PDF' }));
  expect((await extractText(pdf, { mergePages: true })).text.replaceAll(/\s/g, '')).toContain(number);
  await lead.getByRole('link', { name: '看本月通报' }).press('Enter');
  await lead.getByLabel('全文看过').check();
  await lead.getByRole('button', { name: '公开到门户' }).press('Enter');
  await expect(lead.getByRole('heading', { name: '公开属性：主动公开' })).toBeVisible();
  await isFit(lead, '公开以后');
});

for (const width of [1280, 360]) {
  test(`居民不登录，${width} 像素宽，看到公开的通报；印的摘要就是锁定的摘要`, async ({ browser }) => {
    const resident = await somebody(browser, width);
    await resident.goto('/');
    await isFit(resident, `${width} 门户`);
    await resident.getByRole('link', { name: '看全文' }).click();
    await expect(resident.locator('body')).toContainText('各单位总体上动起来了。');
    await expect(resident.locator('body')).toContainText(number);
    await expect(resident.locator('code.digest')).toHaveText(head);
    await isFit(resident, `${width} 公开的通报`);
    const { text } = await extractText(await bytesOf(resident.getByRole('link', { name: '下载 PDF' })), { mergePages: true });
    expect(text.replaceAll(/\s/g, '')).toContain(head);
    await resident.context().close();
  });
}

test('审计员只有导出的文件：断了网，门户上的摘要对得上；改过的、漏记的，一放进去就说出来', async ({ browser }) => {
  const file = await exportedBy(lead);
  await writer.goto('/workbench/articles');
  await writer.getByRole('link', { name: title }).press('Enter');
  await writer.getByRole('link', { name: '回执' }).first().press('Enter');
  await expect(h1(writer)).toHaveText(`回执：《${title}》`);
  const receipt = (await writer.locator('.receipt code').textContent()) ?? '';
  await isFit(writer, '回执');
  const { at, asked } = await auditor(browser);
  expect(await told(at, file, { head: head.replace(/(.{8})/g, '$1 '), receipt })).toMatch(
    /✓ 一致[\s\S]*与公布摘要一致[\s\S]*✓ 回执：在台账里/,
  );
  await at.getByLabel('找单位').fill(unit);
  await at.locator('summary').filter({ hasText: unit }).press('Enter');
  await expect(at.locator('.lines').getByText('检查车来到家门口').first()).toBeVisible();
  for (const width of [1280, 360]) {
    await at.setViewportSize({ width, height: 800 });
    await isFit(at, `${width} 核对页面`);
  }
  expect(await told(at, planted(file), { head })).toMatch(/! 不一致[\s\S]*总摘要是 [0-9a-f]{64}，与公布的 [0-9a-f]{64} 不同/);
  expect(await told(at, planted(file))).toMatch(/! 不一致[\s\S]*总表第 1 行.*total：重算是 .*，文件里是 "99.00"/);
  expect(await told(at, without(file, title), { receipt })).toMatch(/还没有与通报核对[\s\S]*! 回执：漏记了/);
  await at.reload();
  await drop(at, file.replace('"state":"locked"', '"state":"open"'));
  await expect(at.getByRole('heading', { name: '! 不一致' })).toBeVisible();
  expect(asked).toEqual([]);
  await at.context().close();
});

test('居民从门户的通报点到核对页面，照自己的规矩运行', async ({ browser }) => {
  const resident = await somebody(browser);
  await resident.goto('/bulletins/2023-10');
  const printed = (await resident.locator('code.digest').textContent()) ?? '';
  await resident.getByRole('link', { name: '核对页面' }).click();
  const file = await exportedBy(lead);
  expect(await told(resident, file, { head: printed })).toContain('✓ 一致');
  await resident.context().close();
});

test('欠任务的两家：照建议发蓝单，一家在手机上反馈后销号，一家到期没反馈升橙单', () => supervise(office, unit, writer));
test('红单和批评名单，分管领导同意才算', () => agreeTo(office, lead));
