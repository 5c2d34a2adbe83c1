import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { exportMonth, exportText, headOf } from '../server/assessment/export.ts';
import { readSchemes } from '../server/assessment/files.ts';
import type { LedgerFact } from '../server/assessment/ledger.ts';
import { verifyExport } from '../server/assessment/verify.ts';
import { row, timed } from './measure.ts';
import type { Row } from './row.ts';

const [unitCount, factCount, month] = [500, 40_000, '2023-10'];
const schemes = readSchemes(readFileSync(new URL('../database/demo/scheme.json', import.meta.url), 'utf8'));
const outlets = [
  { tier: 'county', carrier: '县工作简报' },
  { tier: 'municipal', carrier: '邵阳日报' },
  { tier: 'provincial', carrier: '红网' },
] as const;

/** October of 500 units, with all 40,000 facts of the year to its end, as a file. */
function october() {
  const ids = Array.from({ length: unitCount }, (_, at) => `018b0000-0000-7000-8000-${String(at).padStart(12, '0')}`);
  const units = ids.map((id, at) => ({
    id,
    name: `第${at + 1}局`,
    group: at % 3 === 0 ? '乡镇' : '县直',
    from: '2023-01-01',
    to: null,
    exempt: [],
  }));
  const facts = Array.from({ length: factCount }, (_, at) => factAt(at, ids[(at * 31) % unitCount] ?? ''));
  return exportMonth({ county: 430523, month, state: 'locked', schemes, units, calendar: [], facts, evidence: [] });
}

function factAt(at: number, unit: string): LedgerFact {
  const period = `2023-${String(1 + Math.floor((at * 10) / factCount)).padStart(2, '0')}`;
  const kind = at % 5 < 2 ? 'submission' : at % 20 === 19 ? 'commission' : 'adoption';
  const day = `${period}-${String((at % 28) + 1).padStart(2, '0')}`;
  const due = kind === 'commission' ? { dueOn: `${period}-20`, deliveredOn: day } : {};
  const attributes = {
    article: `a${at >> 1}`,
    title: '把民生实事办到群众家门口',
    ...(kind === 'adoption' ? outlets[at % 3] : {}),
    ...due,
  };
  const id = `018b${at.toString(16).padStart(4, '0')}-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;
  return { id, unit, kind, day, period, verified: true, cancels: null, replaces: null, attributes, evidence: [] };
}

/** A month of 500 units recomputed: by the command's own function, and by the HTML page in Chromium, its table drawn. */
export async function run(): Promise<Row[]> {
  const given = october();
  const [text, head] = [exportText(given), headOf(given)];
  const inNode = await timed(9, async () => {
    if (!verifyExport(text, head).ok) throw new Error('the month does not agree');
  });
  const changed = exportText({ ...given, table: given.table.with(0, { ...given.table[0], total: '99.00' } as never) });
  if (verifyExport(changed, head).ok) throw new Error('a planted change was not found');
  const size: Row = { ...row('size of the file', [text.length / 1e6]), unit: 'MB' };
  return [row('node', inNode), row('chromium', await inBrowser(text, head)), size];
}

async function inBrowser(text: string, head: string): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: process.env.MINSHENG_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(import.meta.dirname, '../dist/verify.html')).href);
  await page.getByLabel('2. 通报上印的数据摘要').fill(head);
  const file = { name: 'month.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  const times = await timed(
    5,
    async () => {
      await page.dispatchEvent('#file', 'change');
      await page.locator('#month h2').waitFor();
      if ((await page.locator('#result h2').textContent()) !== '✓ 一致') throw new Error('the page does not agree');
    },
    async () => {
      await page.reload();
      await page.getByLabel('2. 通报上印的数据摘要').fill(head);
      await page
        .locator('#file')
        .evaluate((input) =>
          input.addEventListener('change', (event) => event.stopImmediatePropagation(), { once: true, capture: true }),
        );
      await page.locator('#file').setInputFiles(file); // handing 14 MB over to the browser is not the page's work
    },
  );
  await browser.close();
  return times;
}
