import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads } from '../app.ts';
import { receiptSeen } from './actions.ts';

const given = z.strictObject({ id: z.uuid() });
const receipt = reads({ input: { param: given }, rights: 'receipt.read' }, (context, { param }) =>
  receiptSeen(context, param.id),
);

export const factRoutes = new Hono<Env>().get('/api/facts/:id/receipt', receipt);
