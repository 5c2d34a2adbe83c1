import { deepStrictEqual } from 'node:assert';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { pinyin } from 'pinyin-pro';
import { decode } from '../server/notice/decode.ts';
import { readNotice } from '../server/notice/notice.ts';
import { toSimplified } from '../server/notice/repair/script.ts';
import { row } from './measure.ts';
import type { Call } from './notice-calls.ts';
import type { Row } from './row.ts';

const [ROUNDS, READINGS, WARM_UP] = [60, 20, 200];
const seed = new Uint8Array(readFileSync(new URL('../database/demo/notice-2023-10-08.txt', import.meta.url)));
const gloss = /(\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùü]+\)/gu;

/**
 * The seed's reading against what nobody can save: decoding, simplifying, looking up every gloss, and the very
 * regular expressions that a reading runs, on the very texts. Asserted: both decode and look up the same, and the
 * expressions are as many and find as much each time.
 */
export async function run(): Promise<Row[]> {
  const calls = await callsOf(decode(seed).text);
  assertSame(calls, await callsOf(decode(seed).text));
  for (let round = 0; round < WARM_UP; round++) [read(), floor(calls)];
  const [reading, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    reading.push(timed(read));
    bare.push(timed(() => floor(calls)));
  }
  const least = row('floor notice', sorted(bare));
  return [row('notice', sorted(reading), least), least];
}

const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b);

async function callsOf(text: string): Promise<Call[]> {
  const worker = new Worker(new URL('./notice-calls.ts', import.meta.url), { workerData: text });
  const [calls] = await once(worker, 'message');
  return calls;
}

const read = () => readNotice(decode(seed).text);

function floor(calls: readonly Call[]): { glosses: number; found: number } {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(seed);
  toSimplified(text.replaceAll(gloss, '$1'));
  let [glosses, found] = [0, 0];
  for (const [, character = ''] of text.matchAll(gloss))
    glosses += pinyin(character, { multiple: true, type: 'array' }).length > 0 ? 1 : 0;
  for (const { pattern, text, from, split } of calls) {
    pattern.lastIndex = from;
    found += split ? text.split(pattern).length : Number(pattern.test(text));
  }
  return { glosses, found };
}

function assertSame(calls: readonly Call[], again: readonly Call[]): void {
  const { repairs, lines } = read();
  deepStrictEqual(floor(calls), floor(again));
  deepStrictEqual(repairs.filter(({ kind }) => kind === 'pinyin').length, floor(calls).glosses);
  deepStrictEqual(lines.map(({ source }) => source).join('\n'), new TextDecoder().decode(seed));
}

/** Milliseconds of this thread's own processor time for one reading: what else runs on the machine does not count. */
function timed(work: () => unknown): number {
  const before = process.threadCpuUsage();
  for (let reading = 0; reading < READINGS; reading++) work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000 / READINGS;
}
