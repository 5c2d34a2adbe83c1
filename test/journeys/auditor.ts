import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, expect, type Page } from '@playwright/test';
import { digestsOf, exportMonth, exportText, headOf, type MonthExport } from '../../server/assessment/export.ts';

const page = pathToFileURL(join(import.meta.dirname, '../../dist/verify.html')).href;

/** Somebody with nothing but the page as a file, on a machine without network; what it asks for beside itself is counted. */
export async function auditor(browser: Browser, width = 1280): Promise<{ at: Page; asked: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, offline: true });
  const [at, asked]: [Page, string[]] = [await context.newPage(), []];
  at.on('request', (request) => request.url() !== page && asked.push(request.url()));
  at.on('console', (message) => message.type() === 'error' && asked.push(message.text()));
  await at.goto(page);
  return { at, asked };
}

/** Hands a file in and says what the page then says. */
export async function told(at: Page, file: string, { head = '', receipt = '' } = {}): Promise<string> {
  await at.reload(); // so that nothing said before is taken for the answer
  const [name, mimeType] = ['430599-2023-10.json', 'application/json'];
  await at.getByLabel('2. 通报上印的数据摘要').fill(head);
  await at.getByLabel('3. 本单位的回执').fill(receipt);
  await at.getByLabel('1. 导出文件').setInputFiles({ name, mimeType, buffer: Buffer.from(file) });
  const result = at.getByRole('region', { name: '核对结果' });
  await expect(result.getByRole('heading').first()).toBeVisible();
  return (await result.textContent()) ?? '';
}

/** Dropped onto the page, as from a folder. */
export async function drop(at: Page, file: string): Promise<void> {
  const given = await at.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], '430599-2023-10.json', { type: 'application/json' }));
    return transfer;
  }, file);
  await at.dispatchEvent('main', 'drop', { dataTransfer: given });
}

/** Somebody who knows how digests are made raises a total and mends every digest after it. */
export function planted(file: string): string {
  const month = JSON.parse(file) as MonthExport;
  const [row] = month.table;
  if (row) row.total = '99.00';
  month.digests = digestsOf(month);
  month.head = headOf(month);
  return exportText(month);
}

/** Somebody leaves a fact out and lets the whole month be drawn up anew. */
export function without(file: string, title: string): string {
  const month = JSON.parse(file) as MonthExport;
  return exportText(exportMonth({ ...month, facts: month.facts.filter(({ attributes }) => attributes.title !== title) }));
}

/** What the office hands out on demand. */
export const exportedBy = (office: Page) => office.evaluate(async () => (await fetch('/api/months/2023-10/export.json')).text());
