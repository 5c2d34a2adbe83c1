import { parentPort, workerData } from 'node:worker_threads';
import { readNotice } from '../server/notice/notice.ts';

/** One call of a regular expression in a reading: where in which text it began, and whether it split the text. */
export type Call = { pattern: RegExp; text: string; from: number; split: boolean };

/** Runs in a thread of its own, because patching RegExp slows every expression of its thread for good. */
function recordedCalls(read: () => unknown): Call[] {
  const calls: Call[] = [];
  const { exec, [Symbol.split]: split } = RegExp.prototype;
  let splitting = false;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    if (!splitting) calls.push({ pattern: this, text, from: this.lastIndex, split: false });
    return exec.call(this, text);
  };
  RegExp.prototype[Symbol.split] = function (this: RegExp, text: string, limit?: number) {
    calls.push({ pattern: this, text, from: 0, split: true });
    splitting = true;
    const parts = split.call(this, text, limit);
    splitting = false;
    return parts;
  };
  read();
  return calls;
}

parentPort?.postMessage(recordedCalls(() => readNotice(workerData)));
