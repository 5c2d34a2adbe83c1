import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, writes } from '../app.ts';
import { type Job, jobOf, queueJob } from '../kernel/queries.ts';
import { refusal, refuse } from '../kernel/refusal.ts';
import { verification } from './jobs.ts';
import { listEntries, recordAudit } from './queries.ts';

const page = z.strictObject({ before: z.uuid().optional(), subject: z.uuid().optional() });
const entries = reads({ input: { query: page }, rights: 'audit.read' }, async (context, { query }) => ({
  entries: await listEntries(context, { before: query.before ?? null, subject: query.subject ?? null }),
}));

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
  .post('/api/audit/verdicts', verify)
  .get('/api/jobs/:id', job);
