import { expect, type Page, test } from '@playwright/test';
import { isFit } from './fitness.ts';
import { as, october } from './signIn.ts';

const name = '农村水源保障及灌溉能力提升';

async function open(page: Page) {
  await page.goto(`${october}/workbench/projects`);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

async function rest(form: ReturnType<Page['locator']>) {
  await form.getByLabel('来源：哪份文件').fill('县水利局年度计划（演示数据）');
  await form.getByLabel('来源的日期').fill('2023-10-16');
  await form.getByLabel('从哪天起算').fill('2023-10-16');
  await form.getByRole('button', { name: '交专班确认' }).click();
}

test('手机上填一项、一项不适用，报一个月；专班确认、收下；门户马上有，进度慢的说慢', async ({ browser }) => {
  const officer = await as(browser, 'shuili1', { width: 360 });
  await open(officer);
  await officer.getByRole('button', { name: '填办理地点' }).click();
  const place = officer.getByRole('form', { name: '填办理地点' });
  await expect(place.getByRole('button', { name: '交专班确认' })).toHaveAttribute('aria-disabled', 'true');
  await place.getByLabel('办理地点').fill('乡镇水利站');
  await isFit(officer, '手机上填一项');
  await rest(place);
  await expect(officer.getByText('✓ 办理地点已交，等专班对着来源确认')).toBeVisible();
  await officer.getByRole('button', { name: '填所需材料' }).click();
  const materials = officer.getByRole('form', { name: '填所需材料' });
  await materials.getByLabel('这一项不适用').check();
  await materials.getByLabel('为什么不适用').fill('修渠不用个人交材料');
  await rest(materials);
  await expect(officer.getByText('✓ 所需材料已交')).toBeVisible();

  await officer.getByRole('button', { name: '10 月报这个月' }).click();
  const report = officer.getByRole('form', { name: '报10 月' });
  const figures = { '按什么数（户、公里、人……）': '口', 全年任务: '200', '到月底已办（累计）': '120' };
  const sums = { '计划资金（万元）': '500', '到位（万元，累计）': '400.5', '已付（万元，累计）': '320' };
  for (const [label, text] of Object.entries({ ...figures, ...sums, '成效，一句话': '120 口山塘清了淤' })) {
    await report.getByLabel(label).fill(text);
  }
  await expect(report.getByText('缓慢：10 月底应完成 83.3%，已完成 60.0%，慢 23.3 个百分点')).toBeVisible();
  await expect(report.getByText('请传佐证，至少一份')).toBeVisible();
  await report
    .getByLabel('选文件')
    .setInputFiles({ name: '台账.png', mimeType: 'image/png', buffer: await officer.screenshot() });
  await expect(report.getByText('✓ 已传 1 份')).toBeVisible();
  await report.getByRole('button', { name: '报给专班' }).click();
  await expect(officer.getByText('✓ 10 月月报已报，等专班核')).toBeVisible();

  const office = await as(browser, 'office');
  await open(office);
  await office.getByRole('button', { name: '对过来源，确认办理地点' }).click();
  await expect(office.getByText('✓ 办理地点已办')).toBeVisible();
  await office.getByRole('button', { name: '对过来源，确认所需材料' }).click();
  await expect(office.getByText('不适用：修渠不用个人交材料')).toBeVisible();
  const month = office.getByRole('article', { name: '10 月月报' });
  await month.getByRole('button', { name: '对过佐证，收下' }).click();
  await expect(month.getByText('! 缓慢')).toBeVisible();
  await isFit(office, '事实卡');
  await office.getByRole('button', { name: '办理地点历次' }).click();
  await expect(office.getByRole('dialog', { name: '办理地点的历次' })).toContainText('江小渔');

  const portal = await office.context().newPage();
  await portal.goto(`${october}/#projects`);
  await portal.getByRole('link', { name }).click();
  await expect(portal.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(portal.locator('#where')).toContainText('乡镇水利站');
  await expect(portal.locator('#progress')).toContainText('缓慢：10 月底应完成 83.3%，已完成 60.0%');
  await expect(portal.locator('#sources')).toContainText('不适用：修渠不用个人交材料');
  await expect(portal.locator('#funds')).toContainText('2023 年计划 500.00 万元，到位 400.50 万元，已付 320.00 万元');
  await isFit(portal, '门户的项目页');
});

test('全年核对：没有报道的重点项目一点就是一份写了单位和项目的约稿', async ({ browser }) => {
  const office = await as(browser, 'office', { width: 360 });
  await office.goto(`${october}/workbench/project-reports`);
  await expect(office.getByRole('heading', { level: 1 })).toContainText('10 月月报');
  await isFit(office, '月报');
  await office.goto(`${october}/workbench/project-year?state=unreported`);
  await isFit(office, '全年核对');
  await office.getByRole('link', { name: '为困难老年人居家适老化改造约稿' }).click();
  const box = office.getByRole('dialog', { name: '约一篇' });
  await expect(box.getByLabel('单位').locator('option:checked')).toHaveText('县民政局');
  await expect(box.getByLabel('实事项目').locator('option:checked')).toHaveText('困难老年人居家适老化改造');
});
