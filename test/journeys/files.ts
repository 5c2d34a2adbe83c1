import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/** The file that a link brings, as bytes. */
export async function downloaded(page: Page, link: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.press('Enter')]);
  return readFile(await download.path());
}

/** The same of one that the browser would rather show. */
export async function bytesOf(link: Locator): Promise<Uint8Array> {
  const file = await link.evaluate(async ({ href }: HTMLAnchorElement) => {
    const bytes = new Uint8Array(await (await fetch(href)).arrayBuffer());
    return [...bytes].map((byte) => String.fromCharCode(byte)).join('');
  });
  return Uint8Array.from(file, (byte) => byte.charCodeAt(0));
}
