import { expect, test } from '@playwright/test';
import { as, isFit, watchRequests } from './helpers.ts';

const everybody = ['', 'plan', 'outlets', 'units', 'people', 'password'];
const works = ['articles', 'commissions', 'claims'];
const reads = ['assessment', 'scheme', 'bulletins', 'bulletins/2023-10'];
const drafts = ['articles/new', 'claims/new'];
const pages = {
  office: [...everybody, ...works, ...reads, 'claims/new', 'claims/verify', 'plan/new'],
  lead: [...everybody, ...works, ...reads],
  shuili1: [...everybody, ...works, ...drafts, ...reads],
  auditAdmin: [...everybody, ...reads, 'audit'],
} as const;

for (const [account, paths] of Object.entries(pages)) {
  test(`十月的演示县，${account} 的每一页，在电脑和手机上都放得下、读得清`, async ({ browser }) => {
    const page = await as(browser, account);
    const strange = watchRequests(page);
    for (const path of paths) {
      await page.goto(`/workbench/${path}`.replace(/^/, new URL(page.url()).origin));
      await page.waitForLoadState('networkidle');
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await isFit(page, `${account} ${width} /${path}`);
      }
    }
    expect(strange).toEqual([]);
  });
}
