import type { Context } from './context.ts';
import type { Pool } from './pool.ts';
import { endJob, noteProgress, resumeJobs, takeJob } from './queries.ts';
import { Refused } from './refusal.ts';
import { inCounty } from './transaction.ts';

export type Progress = (done: number, total: number) => Promise<void>;
/** One kind of long work, in transactions of its own making. What it throws as `Refused` the waiting person reads. */
export type JobHandler = (given: { pool: Pool; county: number; input: object }, progress: Progress) => Promise<object>;

type Setup = {
  pool: Pool;
  counties: ReadonlySet<number>;
  handlers: Readonly<Record<string, JobHandler>>;
  now: () => Date;
  fault: (error: Error) => void;
};
const broken = '系统出错，没有办成，请再试；还不行请报给系统管理员。';
const lookAfter = 200; // ms
const shownEvery = 250; // ms between two notes of progress

/** Works off what waits, one after the other. `stop` waits for the one at work. */
export function runJobs(setup: Setup) {
  let [stopped, again] = [false, false];
  let working: Promise<void> | null = null;

  async function workOff(): Promise<void> {
    do {
      again = false;
      for (const county of setup.counties) while (!stopped && (await workOne(setup, county)));
    } while (again && !stopped);
  }

  function wake(): void {
    again = true;
    working ??= workOff()
      .catch(setup.fault)
      .finally(() => {
        working = null;
        if (again && !stopped) wake(); // somebody queued while the last look was ending
      });
  }

  async function resume(): Promise<void> {
    for (const county of setup.counties) await inIts(setup, county, resumeJobs);
    wake();
  }
  const stop = async () => {
    stopped = true;
    await working;
  };
  return { wake, wakeSoon: together(wake), resume, stop };
}

/** After commits that may have queued something: many of them together cause one look. */
function together(run: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      run();
    }, lookAfter).unref();
  };
}

/** Each step is a transaction of its own, so that progress is seen while the work goes on. */
const inIts = <T>({ pool, now }: Setup, county: number, run: (context: Pick<Context, 'db' | 'county' | 'now'>) => Promise<T>) =>
  inCounty(pool, county, (db) => run({ db, county, now: now() }));

async function workOne(setup: Setup, county: number): Promise<boolean> {
  const job = await inIts(setup, county, takeJob);
  if (!job) return false;
  let shownAt = 0;
  const progress: Progress = async (done, total) => {
    if (performance.now() - shownAt < shownEvery && done < total) return;
    shownAt = performance.now();
    await inIts(setup, county, (context) => noteProgress(context, job.id, done, total));
  };
  const given = { pool: setup.pool, county, input: job.input };
  const ending = await outcome(setup, setup.handlers[job.kind], given, progress);
  await inIts(setup, county, (context) => endJob(context, job.id, ending));
  return true;
}

async function outcome({ fault }: Setup, handler: JobHandler | undefined, given: Parameters<JobHandler>[0], progress: Progress) {
  try {
    if (!handler) throw new Error('nobody knows this kind of job');
    return { state: 'done' as const, result: await handler(given, progress) };
  } catch (error) {
    if (!(error instanceof Refused)) fault(error as Error);
    return { state: 'failed' as const, fault: error instanceof Refused ? error.message : broken };
  }
}
