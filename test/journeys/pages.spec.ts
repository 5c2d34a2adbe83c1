import { expect, type Page, test } from '@playwright/test';
import { isFit, watchRequests } from './fitness.ts';
import { as, october } from './signIn.ts';

const everybody = ['', 'plan', 'outlets', 'units', 'people', 'password'];
const projects = ['projects', 'project-reports', 'project-year'];
const works = [
  'articles?view=all&state=taken',
  'commissions?standing=late',
  'claims',
  'vouchers',
  'flags?month=2023-10',
  ...projects,
];
const reads = ['assessment', 'assessment?month=2023-11', 'assessment/year', 'exemptions', 'objections', 'scheme', 'bulletins'];
const pages = {
  office: [
    ...everybody,
    ...works,
    ...reads,
    'articles',
    'claims/new',
    'claims/verify',
    'vouchers/new',
    'plan/new',
    'bulletins/2023-10',
  ],
  lead: [...everybody, ...works, ...reads, 'bulletins/2023-10'],
  shuili1: [...everybody, ...works, ...reads, 'articles/new', 'claims/new'],
  auditAdmin: [...everybody, ...reads, 'audit', 'bulletins/2023-10'],
} as const;
/** Of these the first thing listed is opened too. */
const opens: readonly string[] = [
  ...['articles?view=all', 'projects', 'claims', 'vouchers', 'assessment', 'assessment/year', 'outlets', 'units'],
];

for (const [account, paths] of Object.entries(pages)) {
  test(`十月的演示县，${account} 的每一页，在电脑和手机上都放得下、读得清`, async ({ browser }) => {
    test.setTimeout(120_000); // some thirty pages at two widths, each with axe
    const page = await as(browser, account);
    const strange = watchRequests(page);
    for (const path of paths) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`${october}/workbench/${path}`);
      await isFitAtBoth(page, `${account} /${path}`);
      if (!opens.includes(path)) continue;
      const list = page.url();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await expect(page).not.toHaveURL(list);
      await isFitAtBoth(page, `${account} /${path} 第一件`);
    }
    expect(strange).toEqual([]);
  });
}

async function isFitAtBoth(page: Page, where: string) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await isFit(page, `${width} ${where}`);
  }
}
