import { Hono } from 'hono';
import { type Env, writes } from '../app.ts';
import { refuse } from '../kernel/refusal.ts';
import { answerObjection, confirmObjection } from './actions/answer.ts';
import { raiseObjection, withdrawObjection } from './actions/raise.ts';
import { setTerms } from './actions/terms.ts';
import { refusals } from './refusals.ts';
import * as reading from './routes/reading.ts';
import * as shapes from './routes/shapes.ts';

const param = shapes.objectionId;
const unsaid = { clause: '', effect: '', corrects: null, kind: null, happenedOn: null, title: '', facts: [] };

const raise = writes({ input: { json: shapes.raised }, rights: 'objection.make' }, (context, { json }) => {
  const unitId = json.unitId ?? context.actor.unitId ?? refuse(refusals.noUnit);
  const aboutId = json.what === 'correction' ? json.aboutId : unitId;
  return raiseObjection(context, { ...unsaid, ...json, unitId, aboutId });
});
const withdraw = writes({ input: { param, json: shapes.withdrawal }, rights: 'objection.make' }, (context, { param, json }) =>
  withdrawObjection(context, param.id, json),
);
const answer = writes({ input: { param, json: shapes.answer }, rights: 'objection.answer' }, (context, { param, json }) => {
  const nothing = { undoes: null, kind: null, happenedOn: null, attributes: {}, late: false };
  return answerObjection(context, param.id, { ...json, changes: json.changes.map((change) => ({ ...nothing, ...change })) });
});
const confirm = writes({ input: { param, json: shapes.confirmation }, rights: 'objection.answer' }, (context, { param, json }) =>
  confirmObjection(context, param.id, json),
);
const set = writes({ input: { json: shapes.terms }, rights: 'terms.set' }, (context, { json }) => setTerms(context, json));

export const objectionRoutes = new Hono<Env>()
  .get('/api/objections', reading.list)
  .get('/api/objections.xlsx', reading.listSheet)
  .get('/api/objection-ground', reading.ground)
  .get('/api/objection-counts', reading.counts)
  .get('/api/objections/:id', reading.show)
  .post('/api/objections', raise)
  .post('/api/objections/:id/withdrawal', withdraw)
  .post('/api/objections/:id/answers', answer)
  .post('/api/objections/:id/confirmations', confirm)
  .get('/api/corrections', reading.corrections)
  .get('/api/month-terms', reading.terms)
  .post('/api/month-terms', set);
