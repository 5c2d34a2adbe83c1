import { Hono } from 'hono';
import { type Env, writes } from '../app.ts';
import * as drafts from './actions/draft.ts';
import * as outcomes from './actions/outcome.ts';
import { recordSheet } from './actions/paper.ts';
import * as reviews from './actions/review.ts';
import { desk } from './routes/desk.ts';
import { countsOfMonth, list, listSheet, printed, queue, show, statesLike } from './routes/reading.ts';
import * as shapes from './routes/shapes.ts';

const param = shapes.articleId;

const create = writes({ input: { json: shapes.written }, rights: 'article.write' }, (context, { json }) =>
  drafts.createArticle(context, json),
);
const autosave = writes(
  { input: { param, json: shapes.saved }, rights: 'article.autosave' },
  (context, { param, json: { version, ...written } }) => drafts.autosave(context, param.id, version, written),
);
const handIn = writes({ input: { param, json: shapes.seen }, rights: 'article.write' }, (context, { param, json }) =>
  reviews.handIn(context, param.id, json),
);
const sign = writes({ input: { param, json: shapes.signing }, rights: 'article.review' }, (context, { param, json }) =>
  reviews.sign(context, param.id, json),
);
const sendBack = writes({ input: { param, json: shapes.reasoned }, rights: 'article.review' }, (context, { param, json }) =>
  reviews.sendBack(context, param.id, json),
);
const paper = writes({ input: { param, json: shapes.sheet }, rights: 'article.recordSheet' }, (context, { param, json }) =>
  recordSheet(context, param.id, json),
);
const withdraw = writes({ input: { param, json: shapes.reasoned }, rights: 'article.write' }, (context, { param, json }) =>
  outcomes.withdraw(context, param.id, json),
);
const decide = writes({ input: { param, json: shapes.deciding }, rights: 'submission.decide' }, (context, { param, json }) =>
  outcomes.decide(context, param.id, json),
);

export const submissionRoutes = new Hono<Env>()
  .get('/api/articles', list)
  .get('/api/articles.xlsx', listSheet)
  .get('/api/article-queue', queue)
  .get('/api/article-states', statesLike)
  .get('/api/article-desk', desk)
  .get('/api/article-counts', countsOfMonth)
  .post('/api/articles', create)
  .get('/api/articles/:id', show)
  .post('/api/articles/:id/text', autosave)
  .post('/api/articles/:id/handing-in', handIn)
  .post('/api/articles/:id/signatures', sign)
  .post('/api/articles/:id/returns', sendBack)
  .get('/api/articles/:id/sheet.pdf', printed)
  .post('/api/articles/:id/sheet', paper)
  .post('/api/articles/:id/withdrawal', withdraw)
  .post('/api/articles/:id/decisions', decide);
