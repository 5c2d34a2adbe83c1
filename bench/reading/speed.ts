import { ok } from 'node:assert';
import { readFileSync } from 'node:fs';
import { decodeFile } from '../../server/notice/decode.ts';
import { opened } from '../../server/notice/opened.ts';
import { row } from '../measure.ts';
import type { Row } from '../row.ts';
import { floors } from './floors.ts';
import { large } from './large.ts';

const [ROUNDS, WARM_UP, ROUND] = [20, 10, 150]; // ROUND: ms of processor time at least, since its clock is coarse
const notices = new URL('../../test/notices/', import.meta.url);
const fileIn = (path: string) => new Uint8Array(readFileSync(new URL(path, notices)));

/** The seed where it was made in that format, else the notice of the corpus. */
const files: Readonly<Record<string, string>> = {
  html: 'formats/seed.html',
  docx: 'formats/seed.docx',
  doc: 'formats/seed.doc',
  pdf: 'formats/seed.pdf',
  xlsx: 'corpus/12-hewan.xlsx',
  ofd: 'corpus/14-xueling.ofd',
};

/** Each format's lines against what its bare library finds in the same file; then 200 pages of docx, read to the end. */
export async function speedRows(): Promise<Row[]> {
  const rows: Row[] = [];
  const floorRows: Row[] = [];
  for (const [format, path] of Object.entries(files)) await measure(`file ${format}`, format, fileIn(path), rows, floorRows);
  const { bytes, pages } = large(fileIn(files.docx ?? ''));
  ok(pages >= 200, `${pages} pages`);
  await measure('file docx 200 pages', 'docx', bytes, rows, floorRows);
  rows.push(await wholeOf(bytes));
  return [...rows, ...floorRows];
}

async function measure(name: string, format: string, bytes: Uint8Array, rows: Row[], floorRows: Row[]): Promise<void> {
  const floor = floors[format];
  const work = () => decodeFile(bytes);
  if (!floor) return void rows.push(row(name, await timesOf(work)));
  await assertSame(bytes, await floor(bytes));
  const [times, bare]: [number[], number[]] = [[], []];
  const [many, more] = [await roundsNeeded(work), await roundsNeeded(async () => floor(bytes))];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(await processorTime(work, many));
    bare.push(await processorTime(async () => floor(bytes), more));
  }
  const least = row(`floor ${name}`, sorted(bare));
  floorRows.push(least);
  rows.push(row(name, sorted(times), least));
}

/** Every character that the library finds stands in the lines, save marks that are none of the text. */
async function assertSame(bytes: Uint8Array, bare: string): Promise<void> {
  const { text } = await decodeFile(bytes);
  const ours = new Set(text);
  const missing = [...new Set(bare)].filter((each) => /\p{Script=Han}/u.test(each) && !ours.has(each));
  ok(missing.length === 0, `missing ${missing.join('')}`);
}

/** Start to end by the clock of the wall, decoding and reading, and how far it came was told on the way. */
async function wholeOf(bytes: Uint8Array): Promise<Row> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    let told = 0;
    const start = performance.now();
    await opened({ source: { bytes }, year: null, keep: [], days: [] }, () => told++);
    times.push(performance.now() - start);
    ok(told >= 3, 'progress is told');
  }
  return row('docx 200 pages, all of the reading', sorted(times));
}

async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  const [times, many]: [number[], number] = [[], await roundsNeeded(work)];
  for (let round = 0; round < ROUNDS; round++) times.push(await processorTime(work, many));
  return sorted(times);
}

const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b);

async function roundsNeeded(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let round = 0; round < WARM_UP; round++) await work();
  return Math.max(1, Math.ceil((ROUND * WARM_UP) / (performance.now() - start)));
}

/** Milliseconds of this thread's own processor time for one: what else runs on the machine does not count. */
async function processorTime(work: () => Promise<unknown>, rounds: number): Promise<number> {
  const before = process.threadCpuUsage();
  for (let round = 0; round < rounds; round++) await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / rounds;
}
