import { expect, test } from 'vitest';
import { aCounty, type County, pool } from '../../test/county.ts';
import { auditJobs } from '../audit/jobs.ts';
import type { Context } from './context.ts';
import type { Id } from './ids.ts';
import { type JobHandler, runJobs } from './jobs.ts';
import { jobOf, queueJob } from './queries.ts';
import { refusal, refuse } from './refusal.ts';

const runnerFor = (county: County, handlers: Record<string, JobHandler>) =>
  runJobs({ pool, counties: new Set([county.code]), handlers, now: () => new Date(), fault: () => undefined });
const queue = (county: County, kind: string) => county.as((context) => queueJob(context, kind, { n: 1 }));
const ended = async (county: County, id: Id<'job'>) => {
  for (;;) {
    const job = await county.as((context: Context) => jobOf(context, id));
    if (job?.state === 'done' || job?.state === 'failed') return job;
  }
};

test('排上的事办成，进度看得到，结果留着；办不成的说出为什么', async () => {
  const county = await aCounty();
  const seen: number[] = [];
  const runner = runnerFor(county, {
    count: async ({ input }, progress) => {
      for (const done of [1, 2, 3]) await progress(done, 3).then(() => seen.push(done));
      return input;
    },
    refuse: async () => refuse(refusal('x', 422, '缺一份文件，请补上再办。')),
    break: async () => Promise.reject(new Error('secret')),
  });
  const ids = await Promise.all(['count', 'refuse', 'break', 'nobody'].map((kind) => queue(county, kind)));
  runner.wake();
  const [count, refused, broken, nobody] = await Promise.all(ids.map((id) => ended(county, id)));
  expect(count).toMatchObject({ state: 'done', done: 3, total: 3, result: { n: 1 } });
  expect([refused?.fault, broken?.fault, nobody?.state]).toEqual([
    '缺一份文件，请补上再办。',
    expect.not.stringContaining('secret'),
    'failed',
  ]);
  expect(seen).toEqual([1, 2, 3]);
  await runner.stop();
});

test('两处同时在办，每件只办一次；办的时候又排上的也办', async () => {
  const county = await aCounty();
  let times = 0;
  const late: Promise<Id<'job'>>[] = [];
  const handlers: Record<string, JobHandler> = {
    once: async () => {
      times += 1;
      if (times === 1) late.push(queue(county, 'once'));
      await Promise.all(late);
      return {};
    },
  };
  const runners = [runnerFor(county, handlers), runnerFor(county, handlers)];
  const ids = await Promise.all([1, 2, 3].map(() => queue(county, 'once')));
  for (const runner of runners) runner.wake();
  for (const id of ids) await ended(county, id);
  for (const runner of runners) runner.wake();
  for (const id of await Promise.all(late)) await ended(county, id);
  expect(times).toBe(4);
});

test('程序断在半路，再启动时接着办；断了三次就说没办成', async () => {
  const county = await aCounty();
  const [once, thrice] = [await queue(county, 'work'), await queue(county, 'work')];
  await county.inside((db) => db`update job set state = 'running', tries = 1 where county_id = ${county.code} and id = ${once}`);
  await county.inside(
    (db) => db`update job set state = 'running', tries = 3 where county_id = ${county.code} and id = ${thrice}`,
  );
  await runnerFor(county, { work: async () => ({}) }).resume();
  expect([(await ended(county, once)).state, (await ended(county, thrice)).fault]).toEqual([
    'done',
    expect.stringContaining('中断了三次'),
  ]);
});

test('审计管理员请人核对整条链，别人看不到他等的结果', async () => {
  const county = await aCounty();
  const { said } = await county.ask('auditAdmin', '/api/audit/verdicts', {});
  const { id } = said as unknown as { id: string };
  runnerFor(county, auditJobs).wake();
  const poll = async () =>
    (await county.ask('auditAdmin', `/api/jobs/${id}`)).said as unknown as { state: string; result: object };
  await expect.poll(poll).toMatchObject({ state: 'done', result: { fault: null, sealed: 0 } });
  expect((await county.ask('李卫平', `/api/jobs/${id}`)).status).toBe(404);
});
