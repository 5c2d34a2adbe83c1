import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads } from '../app.ts';
import { verifyAudit } from './actions.ts';
import { listEntries } from './queries.ts';

const page = z.strictObject({ before: z.uuid().optional(), subject: z.uuid().optional() });
const entries = reads({ input: { query: page }, rights: 'audit.read' }, async (context, { query }) => ({
  entries: await listEntries(context, { before: query.before ?? null, subject: query.subject ?? null }),
}));
const verdict = reads({ input: {}, rights: 'audit.read' }, (context) => verifyAudit(context, () => undefined));

export const auditRoutes = new Hono<Env>().get('/api/audit', entries).get('/api/audit/verdict', verdict);
