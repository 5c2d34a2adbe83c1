import { Hono } from 'hono';
import { type Env, writes } from '../app.ts';
import * as answering from './actions/answer.ts';
import { issueOrder } from './actions/issue.ts';
import { approveOrder, raiseOrder } from './actions/raise.ts';
import { setRules } from './actions/rules.ts';
import * as reading from './routes/reading.ts';
import * as shapes from './routes/shapes.ts';

const param = shapes.orderId;

const issue = writes({ input: { json: shapes.issued }, rights: 'supervision.order' }, (context, { json }) =>
  issueOrder(context, json),
);
const raise = writes({ input: { param, json: shapes.raised }, rights: 'supervision.order' }, (context, { param, json }) =>
  raiseOrder(context, param.id, json),
);
const approve = writes({ input: { param, json: shapes.decision }, rights: 'supervision.lead' }, (context, { param, json }) =>
  approveOrder(context, param.id, json),
);
const answer = writes({ input: { param, json: shapes.answer }, rights: 'supervision.answer' }, (context, { param, json }) =>
  answering.answerOrder(context, param.id, json),
);
const ask = writes({ input: { param, json: shapes.asked }, rights: 'supervision.answer' }, (context, { param, json }) =>
  answering.askExtension(context, param.id, json),
);
const decide = writes({ input: { param, json: shapes.decision }, rights: 'supervision.order' }, (context, { param, json }) =>
  answering.decideExtension(context, param.id, json),
);
const judge = writes({ input: { param, json: shapes.decision }, rights: 'supervision.order' }, (context, { param, json }) =>
  answering.judgeAnswer(context, param.id, json),
);
const withdraw = writes({ input: { param, json: shapes.reasoned }, rights: 'supervision.order' }, (context, { param, json }) =>
  answering.withdrawOrder(context, param.id, json),
);
const reopen = writes({ input: { param, json: shapes.reasoned }, rights: 'supervision.order' }, (context, { param, json }) =>
  answering.reopenOrder(context, param.id, json),
);
const set = writes({ input: { json: shapes.rules }, rights: 'supervision.rules' }, (context, { json }) =>
  setRules(context, json),
);

export const supervisionRoutes = new Hono<Env>()
  .get('/api/supervision', reading.list)
  .get('/api/supervision.xlsx', reading.listSheet)
  .get('/api/supervision-suggestions', reading.suggestions)
  .get('/api/supervision-counts', reading.counts)
  .get('/api/supervision-rules', reading.rules)
  .post('/api/supervision-rules', set)
  .post('/api/supervision', issue)
  .get('/api/supervision/:id', reading.show)
  .get('/api/supervision/:id/order.pdf', reading.printed)
  .post('/api/supervision/:id/raise', raise)
  .post('/api/supervision/:id/approval', approve)
  .post('/api/supervision/:id/answers', answer)
  .post('/api/supervision/:id/extension', ask)
  .post('/api/supervision/:id/extension-decision', decide)
  .post('/api/supervision/:id/closing', judge)
  .post('/api/supervision/:id/withdrawal', withdraw)
  .post('/api/supervision/:id/reopening', reopen);
