import { Hono } from 'hono';
import { type Env, writes } from '../app.ts';
import { refuse } from '../kernel/refusal.ts';
import { makeClaim, supplementClaim, withdrawClaim } from './actions/claim.ts';
import { judgeClaim } from './actions/verdict.ts';
import { refusals } from './adoption.ts';
import { articles, counts, list, listSheet, queue, show, unitMeant, weigh } from './routes/reading.ts';
import * as shapes from './routes/shapes.ts';

const param = shapes.claimId;

const make = writes({ input: { json: shapes.order }, rights: 'claim.make' }, (context, { json: { unitId, ...order } }) =>
  makeClaim(context, { ...order, unitId: unitMeant(context, unitId) ?? refuse(refusals.mayNotClaim) }),
);
const supplement = writes({ input: { param, json: shapes.supplement }, rights: 'claim.make' }, (context, { param, json }) =>
  supplementClaim(context, param.id, json),
);
const withdraw = writes({ input: { param, json: shapes.withdrawal }, rights: 'claim.make' }, (context, { param, json }) =>
  withdrawClaim(context, param.id, json),
);
const judge = writes({ input: { param, json: shapes.judgement }, rights: 'claim.verify' }, (context, { param, json }) =>
  judgeClaim(context, param.id, json),
);

export const adoptionRoutes = new Hono<Env>()
  .get('/api/claims', list)
  .get('/api/claims.xlsx', listSheet)
  .get('/api/claim-queue', queue)
  .get('/api/claim-counts', counts)
  .get('/api/claim-place', weigh)
  .get('/api/claim-articles', articles)
  .post('/api/claims', make)
  .get('/api/claims/:id', show)
  .post('/api/claims/:id/verdicts', judge)
  .post('/api/claims/:id/supplement', supplement)
  .post('/api/claims/:id/withdrawal', withdraw);
