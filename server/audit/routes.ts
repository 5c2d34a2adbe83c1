import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, sheets, writes } from '../app.ts';
import { type Job, jobOf, queueJob } from '../kernel/queries.ts';
import { refusal, refuse } from '../kernel/refusal.ts';
import { verification } from './jobs.ts';
import { listEntries, recordAudit } from './queries.ts';

const page = z.strictObject({ before: z.uuid().optional(), subject: z.uuid().optional() });
const entries = reads({ input: { query: page }, rights: 'audit.read' }, async (context, { query }) => ({
  entries: await listEntries(context, { before: query.before ?? null, subject: query.subject ?? null }),
}));

const mostRows = 100_000;
type Listed = Awaited<ReturnType<typeof listEntries>>[number];
const sheet = sheets(
  {
    input: { query: page },
    rights: 'audit.read',
    name: '审计记录',
    columns: [
      { head: '编号', of: ({ no }: Listed) => no ?? '待封存' },
      { head: '时间', width: 2, of: ({ at }) => at.toISOString() },
      { head: '谁', of: ({ personName }) => personName },
      { head: '做了什么', width: 2, of: ({ what }) => what },
      { head: '对象', width: 3, of: ({ subjectId }) => subjectId },
      { head: '说明', width: 4, of: ({ reason }) => reason },
    ],
  },
  (context, { query }) => listEntries(context, { before: query.before ?? null, subject: query.subject ?? null }, mostRows),
);

/** A long chain takes its time: the auditor watches it being checked. */
const verify = writes({ input: { json: z.strictObject({}) }, rights: 'audit.read' }, async (context) => {
  const id = await queueJob(context, verification, {});
  await recordAudit(context, { what: 'audit.verify', subjectId: id, version: 1, reason: '' });
  return { id };
});

const noJob = refusal('job.notThere', 404, '没有这件事，请重新办理。');
const jobId = z.strictObject({ id: z.uuid().transform((id) => id as Job['id']) });
const job = reads(
  { input: { param: jobId }, rights: 'session.own' },
  async (context, { param }) => (await jobOf(context, param.id)) ?? refuse(noJob),
);

export const auditRoutes = new Hono<Env>()
  .get('/api/audit', entries)
  .get('/api/audit.xlsx', sheet)
  .post('/api/audit/verdicts', verify)
  .get('/api/jobs/:id', job);
