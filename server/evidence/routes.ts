import { Hono } from 'hono';
import { z } from 'zod';
import { bodyOf, type Env, reads, readsFile, writes } from '../app.ts';
import { accepted, largestFile, refusals } from '../kernel/files.ts';
import { contentOfUnscoped, filesOf } from '../kernel/queries.ts';
import { refusal, refuse } from '../kernel/refusal.ts';
import { takeFile } from './actions.ts';

const notThere = refusal('file.notThere', 404, '没有这个文件，请返回上一页重新打开。');
const file = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const named = z.strictObject({ name: z.string().max(300).default('') });

/** The bytes are the body; what they are is found out before the transaction. */
const take = writes(
  {
    input: { query: named },
    rights: 'file.take',
    prepare: async ({ query }, _look, c) => accepted(await bodyOf(c.req, largestFile, refusals.tooLarge), query.name),
  },
  (context, _given, upload) => takeFile(context, upload),
);

const open = readsFile({ input: { param: file }, rights: 'file.read' }, async (context, { param }) => {
  const [found = refuse(notThere)] = await filesOf(context, [param.sha256]);
  return { ...found, content: (await contentOfUnscoped(context, found.sha256)) ?? refuse(notThere), keep: true };
});

const about = reads({ input: { param: file }, rights: 'file.read' }, async (context, { param }) => {
  const [found = refuse(notThere)] = await filesOf(context, [param.sha256]);
  return found;
});

export const evidenceRoutes = new Hono<Env>()
  .post('/api/files', take)
  .get('/api/files/:sha256', open)
  .get('/api/files/:sha256/about', about);
