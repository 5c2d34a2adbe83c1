import { parentPort, Worker } from 'node:worker_threads';
import { type Refusal, Refused } from './refusal.ts';

type Told = (step: string, done: number, total: number) => void;

/** What a thread sends: steps on the way, then one of the others, and never anything after it. */
type Message<Result> = { told: Parameters<Told> } | { result: Result } | { refusal: Refusal } | { fault: string };

type Limits = { patience: number; memory: number; tooMuch: Refusal }; // ms, MiB; what is said when either is not enough

const idleFor = 60_000; // then the thread goes, and gives back its memory
const atOnce = 2; // further work waits its turn

/**
 * Work that computes for long, or is given files by strangers, in threads of its own: nobody else waits, and what takes too
 * long or too much is ended. A thread works on one task at a time and stays for the next.
 */
export function threads<Task, Result>(script: URL, limits: Limits) {
  const [idle, waiting]: [Worker[], (() => void)[]] = [[], []];
  let busy = 0;

  return async (task: Task, told: Told): Promise<Result> => {
    if (busy >= atOnce) await new Promise<void>((start) => waiting.push(start));
    busy++;
    const worker = idle.pop() ?? new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: limits.memory } });
    try {
      const message = await lastMessage<Result>(worker, task, { ...limits, told });
      rest(worker, idle);
      if ('result' in message) return message.result;
      throw 'refusal' in message ? new Refused(message.refusal) : new Error(message.fault);
    } finally {
      busy--;
      waiting.shift()?.();
    }
  };
}

type Last<Result> = Exclude<Message<Result>, { told: Parameters<Told> }>;

/** What comes of a task; a thread that had to be ended is not used again. */
function lastMessage<Result>(worker: Worker, task: unknown, { patience, tooMuch, told }: Limits & { told: Told }) {
  worker.ref();
  return new Promise<Last<Result>>((resolve, reject) => {
    const tooLong = setTimeout(() => fail(new Refused(tooMuch)), patience);
    const stop = () => {
      clearTimeout(tooLong);
      worker.off('error', fail);
      worker.off('message', hear);
    };
    const fail = (error: Error) => {
      stop();
      worker.on('error', () => undefined); // its end may come with another
      void worker.terminate();
      reject((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refused(tooMuch) : error);
    };
    const hear = (message: Message<Result>) => {
      if ('told' in message) return told(...message.told);
      stop();
      resolve(message);
    };
    worker.on('error', fail);
    worker.on('message', hear);
    worker.postMessage(task);
  });
}

function rest(worker: Worker, idle: Worker[]): void {
  worker.unref();
  idle.push(worker);
  setTimeout(() => {
    const place = idle.indexOf(worker);
    if (place === -1) return;
    idle.splice(place, 1);
    void worker.terminate();
  }, idleFor).unref();
}

/** The other side: what the script of a thread does with each task. */
export function serve<Task, Result>(work: (task: Task, told: Told) => Promise<Result>): void {
  const send = (message: Message<Result>) => parentPort?.postMessage(message);
  parentPort?.on('message', async (task: Task) => {
    try {
      send({ result: await work(task, (...told) => send({ told })) });
    } catch (error) {
      send(error instanceof Refused ? { refusal: error.refusal } : { fault: String((error as Error).stack) });
    }
  });
}
