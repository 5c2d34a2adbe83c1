import { Worker } from 'node:worker_threads';
import type { Document } from './document.ts';
import { layout } from './layout.ts';
import type { Done, Failed, Task } from './pdfWorker.ts';

/** `missing`: characters that no font of ours has; they stand as empty boxes, and whoever sends the paper out should be told. */
export type Pdf = Omit<Done, 'id'>;

const patience = 30_000; // a paper takes tens of milliseconds
const idle = 60_000; // then the thread goes, and gives back the memory of its fonts

let thread: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, PromiseWithResolvers<Pdf>>();

/** Typst compiles synchronously, therefore in a thread of its own, one paper after the other. Throws when Typst refuses or does not end. */
export async function renderPdf(document: Document): Promise<Pdf> {
  const task: Task = { id: ++lastId, form: document.head ? 'official' : 'plain', paper: JSON.stringify(layout(document)) };
  const outcome = Promise.withResolvers<Pdf>();
  waiting.set(task.id, outcome);
  thread ??= startThread();
  thread.ref();
  thread.postMessage(task);
  const tooLong = setTimeout(() => void giveUp(new Error('Typst did not end')), patience);
  try {
    return await outcome.promise;
  } finally {
    clearTimeout(tooLong);
  }
}

/** Ends the thread; the next paper starts another. */
export async function closePdf(): Promise<void> {
  await giveUp(new Error('PDF rendering was closed'));
}

function startThread(): Worker {
  const started = new Worker(new URL('./pdfWorker.ts', import.meta.url));
  started.on('message', settle);
  started.on('error', (error) => void giveUp(error));
  return started;
}

function settle({ id, ...outcome }: Done | Failed): void {
  const promise = waiting.get(id);
  waiting.delete(id);
  if ('error' in outcome) promise?.reject(new Error(outcome.error));
  else promise?.resolve(outcome);
  if (waiting.size === 0) rest();
}

function rest(): void {
  const resting = lastId;
  thread?.unref();
  setTimeout(() => resting === lastId && void closePdf(), idle).unref();
}

async function giveUp(reason: unknown): Promise<void> {
  const ending = thread;
  thread = undefined;
  for (const { reject } of waiting.values()) reject(reason);
  waiting.clear();
  await ending?.terminate();
}
