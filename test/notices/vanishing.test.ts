import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { decode } from '../../server/notice/decode.ts';
import { readNotice } from '../../server/notice/notice.ts';
import { type Slip, slipped, slippedIn, vanished } from './vanishing.ts';

const long = process.env.MINSHENG_LONG === '1';
const here = (file: string) => new Uint8Array(readFileSync(join(import.meta.dirname, file)));
const runs = (often: number) => ({ numRuns: long ? often * 10 : often });
const patience = long ? 300_000 : 60_000; // ms
const slips = fc.constantFrom<Slip>('drop', 'double', 'swap');
const slipAt = fc.record({ at: fc.nat(10_000), slip: slips, again: fc.option(fc.record({ at: fc.nat(10_000), slip: slips })) });

type Once = { at: number; slip: Slip };
type Slips = Once & { again: Once | null };
/** One slip, or two one after the other. */
const slipping = <Source>(source: Source, { again, ...once }: Slips, change: (source: Source, once: Once) => Source) =>
  again ? change(change(source, once), again) : change(source, once);

const texts = ['seed.txt', '01-tabs-lead-support.txt', '02-bars-one-line.txt', 'corpus/01-tongxi.txt', 'corpus/16-huangpu.txt'];
const lineSlip = (text: string, { at, slip }: Once) => {
  const lines = text.split('\n');
  return slipped(lines, at % lines.length, slip).join('\n');
};
const cellSlip = (text: string, { at, slip }: Once) => {
  const lines = text.split('\n');
  const rows = [...lines.keys()].filter((line) => /[|\t].*[|\t]/.test(lines[line] ?? ''));
  const row = rows[at % Math.max(1, rows.length)];
  if (row === undefined) return lineSlip(text, { at, slip });
  const separator = lines[row]?.includes('\t') ? '\t' : '|';
  const cells = (lines[row] ?? '').split(separator);
  return lines.with(row, slipped(cells, (at >> 4) % cells.length, slip).join(separator)).join('\n');
};

test.each(texts)(
  '%s：丢、重、换一两行或一两格，没有一句无声无息地不见',
  (file) => {
    const { text, whole } = decode(here(file));
    const property = fc.property(slipAt, fc.constantFrom(lineSlip, cellSlip), (given, change) => {
      expect(vanished(readNotice(slipping(text, given, change), { whole }))).toEqual([]);
    });
    fc.assert(property, runs(100));
  },
  patience,
);

/** All that a page or a document shows, without what parts it. */
const bare = (marked: string) =>
  marked
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:nbsp|amp|lt|gt|quot|#\d+|#x[0-9a-f]+);/gi, '')
    .replaceAll(/[\s|&<>"]/g, '');
const linesWithoutBars = (text: string) => text.replaceAll(/[\s|&<>"]/g, '');

const page = new TextDecoder().decode(here('formats/seed.html'));
const pageBody = page.slice(page.indexOf('<body'));
const ofPage = [/<tr[\s>].*?<\/tr>/gs, /<td[\s>].*?<\/td>/gs, /<p[\s>].*?<\/p>/gs];
test(
  '网页：丢、重、换一两段、一两行或一两格，没有一句不见',
  () => {
    const property = fc.property(slipAt, fc.constantFrom(...ofPage), (given, piece) => {
      const changed = slipping(pageBody, given, (source, { at, slip }) => slippedIn(source, piece, at, slip));
      const { text, whole } = decode(new TextEncoder().encode(`<html>${changed}`));
      expect(linesWithoutBars(text)).toBe(bare(changed));
      expect(vanished(readNotice(text, { whole }))).toEqual([]);
    });
    fc.assert(property, runs(250));
  },
  patience,
);

const parts = unzipSync(here('formats/seed.docx'));
const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
const ofDocx = [/<w:tr[\s>].*?<\/w:tr>/gs, /<w:tc>.*?<\/w:tc>/gs, /<w:p>.*?<\/w:p>/gs];
test(
  'docx：丢、重、换一两段、一两行或一两格，没有一句不见',
  () => {
    const property = fc.property(slipAt, fc.constantFrom(...ofDocx), (given, piece) => {
      const changed = slipping(body, given, (source, { at, slip }) => slippedIn(source, piece, at, slip));
      const { text, whole } = decode(zipSync({ ...parts, 'word/document.xml': strToU8(changed) }, { level: 0 }));
      expect(linesWithoutBars(text)).toBe(bare(changed));
      expect(vanished(readNotice(text, { whole }))).toEqual([]);
    });
    fc.assert(property, runs(250));
  },
  patience,
);
