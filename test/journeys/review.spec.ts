import { expect, type Page, test } from '@playwright/test';
import { isFit } from './fitness.ts';
import { h1 } from './moving.ts';
import { as, october } from './signIn.ts';

test.use({ actionTimeout: 6000 });

/** The lead settles what stands in the way and locks October, on his own page, which knows the host. */
const lockOctober = (page: Page) =>
  page.evaluate(async () => {
    const read = async (path: string) => (await fetch(path)).json();
    const post = async (path: string, body: object) => {
      const headers = { 'Idempotency-Key': crypto.randomUUID(), 'Content-Type': 'application/json' };
      const reply = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!reply.ok) throw new Error(`${path}：${await reply.text()}`);
    };
    for (const { id, version } of (await read('/api/claim-queue')).pending)
      await post(`/api/claims/${id}/verdicts`, { version, verdict: 'accept' });
    const { version, head, state } = await read('/api/months/2023-10');
    if (state === 'open') await post('/api/months/2023-10/lock', { version, head });
  });

test('单位对得分单的一行提异议，没经手的人更正、第二个人确认，下个月看到更正行', async ({ browser }) => {
  const lead = await as(browser, 'lead');
  await lockOctober(lead);
  const proof = { name: '原报.png', mimeType: 'image/png', buffer: await lead.screenshot() };

  const unit = await as(browser, 'shuili1', { width: 360 });
  await unit.goto(`${october}/workbench/assessment?month=2023-10`);
  await expect(h1(unit)).toContainText('异议期到');
  const line = unit.locator('ol.lines > li').filter({ hasText: '市级采用' });
  await line.getByRole('link', { name: '提出异议' }).click();
  await expect(h1(unit)).toHaveText('10月异议：第五条（三） 得分');
  await unit.getByRole('checkbox').check();
  await unit.getByLabel('理由').fill('这一条登在湖南日报上，是省级');
  await unit.getByLabel('选文件').setInputFiles(proof);
  await expect(unit.getByText('✓ 已传 1 份')).toBeVisible();
  await isFit(unit, '360 提异议');
  await unit.getByRole('button', { name: '交给专班复核' }).click();
  await expect(h1(unit)).toContainText('待复核');
  await isFit(unit, '360 异议');

  const verifier = await as(browser, 'office2');
  await verifier.goto(unit.url());
  await expect(verifier.getByText('这条事实是您经手核验或登记的')).toBeVisible();

  const office = await as(browser, 'office');
  await office.getByRole('link', { name: '1 条异议待复核' }).press('Enter');
  await expect(h1(office)).toHaveText('异议：1 条待复核');
  await isFit(office, '异议表');
  await office.keyboard.press('j');
  await office.keyboard.press('Enter');
  await office.getByRole('button', { name: '更正，说明改什么' }).press('Enter');
  await office.getByRole('radio', { name: '改成' }).check();
  await office.getByLabel('载体').fill('湖南日报');
  await office.getByLabel('级别').selectOption({ label: '省部级' });
  await office.getByLabel('选文件').setInputFiles({ ...proof, name: '依据.png' });
  await expect(office.getByText('✓ 已传 1 份')).toBeVisible();
  await office.getByLabel('理由（单位看得到）').fill('对过原报，登在湖南日报第5版');
  await isFit(office, '答复异议');
  await office.getByRole('button', { name: '拟更正，等第二个人确认' }).click();
  await expect(h1(office)).toContainText('更正待确认');
  await expect(office.getByText('更正是您拟的，要另一个人确认。')).toBeVisible();

  await lead.goto(`${october}/workbench/`);
  await lead.getByRole('link', { name: '1 条更正等您确认' }).press('Enter');
  await lead.getByRole('link', { name: '第五条（三） 得分' }).press('Enter');
  await expect(lead.getByRole('region', { name: '更正' })).toContainText('湖南日报 省部级');
  await lead.getByRole('button', { name: '确认更正' }).press('Enter');
  await expect(h1(lead)).toContainText('更正');
  await expect(lead.getByRole('status')).toContainText('更正列入11月');
  await isFit(lead, '更正以后');

  await unit.reload();
  await expect(unit.getByRole('status')).toContainText('李卫平');
  await unit.getByRole('link', { name: '看11月的更正' }).click();
  const corrections = unit.getByRole('region', { name: '更正以前的月份' });
  await expect(corrections.getByRole('listitem').filter({ hasText: '省级采用' })).toContainText('8.00');
  await expect(corrections.getByRole('listitem').filter({ hasText: '市级采用' })).toContainText('−5.00');

  await unit.goto(`${october}/workbench/assessment?month=2023-10`);
  await unit.getByRole('link', { name: '漏记了？提出异议' }).click();
  await unit.getByLabel('哪一天').fill('2023-10-27');
  await unit.getByLabel('题目').fill('渠首清淤完工');
  await unit.getByLabel('理由').fill('锁定前交了剪报，退错了');
  await unit.getByLabel('选文件').setInputFiles({ ...proof, name: '剪报.png' });
  await expect(unit.getByText('✓ 已传 1 份')).toBeVisible();
  await unit.getByRole('button', { name: '交给专班复核' }).click();
  await expect(h1(unit)).toContainText('待复核');
  await office.goto(unit.url());
  await office.getByRole('button', { name: '更正，说明改什么' }).press('Enter');
  await expect(office.getByRole('radio', { name: '2023-10 锁定以前已经交来' })).toBeChecked();
  await office.getByLabel('载体').fill('湖南日报');
  await office.getByLabel('级别').selectOption({ label: '省部级' });
  await office.getByLabel('选文件').setInputFiles({ ...proof, name: '剪报原件.png' });
  await expect(office.getByText('✓ 已传 1 份')).toBeVisible();
  await office.getByLabel('理由（单位看得到）').fill('认领在锁定前，当时错退');
  for (const width of [360, 1280]) {
    await office.setViewportSize({ width, height: 800 });
    await isFit(office, `${width} 补记`);
  }
  await office.getByRole('button', { name: '拟更正，等第二个人确认' }).click();
  await expect(h1(office)).toContainText('更正待确认');
  await lead.goto(unit.url());
  await expect(lead.getByRole('region', { name: '更正' })).toContainText('漏记或错退的，更正 2023-10');
  await lead.getByRole('button', { name: '确认更正' }).press('Enter');
  await expect(lead.getByRole('status')).toContainText('更正列入11月');
  await unit.goto(`${october}/workbench/assessment?month=2023-11`);
  const provincial = corrections.getByRole('listitem').filter({ hasText: '省级采用' });
  await expect(provincial.first()).toContainText('16.00');
  await provincial.first().locator('summary').click();
  await expect(provincial.first()).toContainText('复核补记，算 2023-10 的');
});
