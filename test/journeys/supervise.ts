import { expect, type Page } from '@playwright/test';
import { isFit } from './fitness.ts';
import { go, h1, moveDay, within } from './moving.ts';

const other = '县人社局';

/** Of a locked month: the office issues 蓝单 from two suggestions; one unit answers on its phone and is closed, the other goes up to 橙. */
export async function supervise(office: Page, unit: string, officer: Page) {
  await go(office, '考评');
  await within(office, '督办');
  await isFit(office, '督办');
  for (const name of [unit, other]) {
    await office.getByRole('link', { name: `${name}，照建议发单` }).press('Enter');
    const form = office.getByRole('dialog', { name: '发督办单' });
    await expect(form).toContainText(/2023-10 报送 \d 篇，任务 3 篇/);
    await isFit(office, '发督办单');
    await form.getByRole('button', { name: '发给单位' }).press('Enter');
    await expect(office.getByRole('row', { name: new RegExp(name) })).toContainText('◔ 待反馈');
  }

  await officer.setViewportSize({ width: 360, height: 800 });
  await officer.goto('/workbench/');
  await officer.getByRole('link', { name: /督办单 1 张等本单位反馈/ }).click();
  await officer.getByRole('link', { name: /报送没有达到任务数/ }).click();
  await officer.getByLabel('整改反馈').fill('人手不够，已定专人，本月按时报。');
  await isFit(officer, '360 单位的督办单');
  await officer.getByRole('button', { name: '交给专班' }).click();
  await expect(h1(officer)).toContainText('已反馈');

  await office.goto('/workbench/');
  await office.getByRole('link', { name: /1 张督办单已反馈，等销号/ }).press('Enter');
  await office.getByRole('link', { name: /报送没有达到任务数/ }).press('Enter');
  await expect(office.getByRole('region', { name: '整改反馈' })).toContainText('已定专人');
  await office.getByRole('button', { name: '销号' }).press('Enter');
  await expect(h1(office)).toContainText('已销号');

  await moveDay(office, '2023-11-10', '11月10日');
  await office.goto('/workbench/supervision?state=issued');
  await expect(office.getByRole('row', { name: new RegExp(other) })).toContainText('! 待反馈，已到期');
  await office.getByRole('link', { name: /报送没有达到任务数/ }).press('Enter');
  await office.getByRole('button', { name: '升一级' }).press('Enter');
  await office.getByLabel('为什么升').fill('到期没有反馈');
  await isFit(office, '升级');
  await office.getByRole('button', { name: '升为橙单' }).press('Enter');
  await expect(h1(office)).toContainText('橙单');
  await expect(office.locator('.trail')).toContainText('到期没有反馈');
}

/** A red order goes out with the lead's word; a criticism too, without the unit that the office took off with its reason. */
export async function agreeTo(office: Page, lead: Page) {
  await office.goto('/workbench/supervision?issue=new');
  const form = office.getByRole('dialog', { name: '发督办单' });
  await form.getByLabel('单位').selectOption({ label: other });
  await form.getByLabel('颜色').selectOption('red');
  await form.getByLabel('督办什么事').fill('群众反映的问题没有回应');
  await form.getByRole('button', { name: '拟红单' }).press('Enter');
  await expect(form.getByRole('alert')).toContainText('请写理由');
  await form.getByLabel('比建议高的理由').fill('市里已经催办');
  await form.getByRole('button', { name: '拟红单' }).press('Enter');
  await expect(office.getByRole('row', { name: /群众反映/ })).toContainText('◔ 待签发');

  await office.goto('/workbench/namings?month=2023-10');
  const list = office.getByRole('region', { name: '通报批评', exact: true });
  await list.getByRole('button', { name: `去掉${other}` }).press('Enter');
  await list.getByLabel(`去掉${other}的理由`).fill('已经另发红单');
  await isFit(office, '表扬批评名单');
  await list.getByRole('button', { name: '提出，请分管领导确认' }).press('Enter');
  await expect(list).toContainText('◔ 待确认');

  await lead.goto('/workbench/');
  await lead.getByRole('link', { name: /1 张督办单等您同意/ }).press('Enter');
  await lead.getByRole('link', { name: /群众反映/ }).press('Enter');
  await isFit(lead, '等分管领导同意');
  await lead.getByRole('button', { name: '同意', exact: true }).press('Enter');
  await expect(h1(lead)).toContainText('红单：群众反映的问题没有回应，待反馈');
  await lead.goto('/workbench/');
  await lead.getByRole('link', { name: /10月通报批评名单等您确认/ }).press('Enter');
  const asked = lead.getByRole('region', { name: '通报批评', exact: true });
  await expect(asked.getByRole('row', { name: new RegExp(other) })).toContainText('去掉：已经另发红单');
  await asked.getByRole('button', { name: '确认，进通报' }).press('Enter');
  await expect(asked).toContainText('✓ 已确认');
}
