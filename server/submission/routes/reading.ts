import type { z } from 'zod';
import { reads, readsFile, sheets } from '../../app.ts';
import { mayAct, whyNotAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import { campaignsOf, dutiesOf, planOf } from '../../plan/queries.ts';
import { printSheet } from '../jobs.ts';
import { daysLate } from '../lateness.ts';
import { isDraft, mayOf } from '../may.ts';
import * as sql from '../queries/article.ts';
import * as lists from '../queries/lists.ts';
import { signerOf } from '../review.ts';
import { sheetCode, signingSheet } from '../sheet.ts';
import { type Article, genres, monthlyQuota, monthOf, refusals, stateWords } from '../submission.ts';
import { articleId, filters, ofMonth, page } from './shapes.ts';

/** As it stands in the address, as the query asks for it. */
const wantedOf = ({ late, q, ...query }: z.infer<typeof page>): lists.Wanted => ({
  ...{ ...lists.nothingWanted, ...query, late: late !== undefined, q: q || null },
});

const pageSize = 50;
const sheetSize = 100_000;

export const list = reads({ input: { query: page }, rights: 'article.read' }, async (context, { query }) => {
  const wanted = wantedOf(query);
  const found = await lists.listArticles(context, wanted, pageSize + 1);
  const { actor } = context;
  const may = { write: whyNotAct(actor, 'article.write', actor.unitId, refusals.mayNotWrite)?.message ?? null };
  return { articles: found.slice(0, pageSize), more: found.length > pageSize, may };
});

/** The tabs above a list: what is chosen beside the state narrows them too. */
export const statesLike = reads({ input: { query: filters }, rights: 'article.read' }, async (context, { query }) => ({
  counts: await lists.countsLike(context, wantedOf(query)),
}));

export const listSheet = sheets(
  {
    input: { query: filters },
    rights: 'article.read',
    name: '稿件',
    columns: [
      { head: '单位', width: 2, of: ({ unitName }: lists.Listed) => unitName },
      { head: '标题', width: 4, of: ({ title }) => title },
      { head: '作者', of: ({ authorName }) => authorName },
      { head: '种类', of: ({ genre }) => genres[genre] },
      { head: '字数', align: 'right', of: ({ words }) => words ?? '' },
      { head: '实事项目', width: 3, of: ({ projectName }) => projectName ?? '' },
      { head: '宣传主题', width: 2, of: ({ theme }) => theme ?? '' },
      { head: '状态', of: stateWords },
      { head: '报送', of: ({ submittedOn }) => submittedOn ?? '' },
      { head: '时限', of: ({ dueOn }) => dueOn ?? '' },
      { head: '迟报，天', align: 'right', of: (article) => daysLate(article) ?? '' },
    ],
  },
  (context, { query }) => lists.listArticles(context, wantedOf(query), sheetSize),
);

/** The month's 报送 of each unit, 零报送 too. */
export const countsOfMonth = reads({ input: { query: ofMonth }, rights: 'article.read' }, async (context, { query }) => {
  const month = query.month ?? monthOf(context.day);
  const [units, { quota, binds }] = await Promise.all([lists.submittedByUnit(context, month), quotaOf(context)]);
  return { month, quota, units: units.map((unit) => ({ ...unit, bound: binds(unit.unitId) })) };
});

/** What the plan asks of each a month, and whom it asks: the units of its campaigns, everybody while it names none. */
async function quotaOf(context: Context) {
  const plan = await planOf(context, null);
  const [duties, campaigns] = plan ? await Promise.all([dutiesOf(context, plan.id), campaignsOf(context, plan.id)]) : [[], []];
  const named = new Set(campaigns.flatMap(({ units }) => units.map(({ id }) => id)));
  return { quota: plan ? monthlyQuota(duties) : null, binds: (unit: Article['unitId']) => named.size === 0 || named.has(unit) };
}

/** What of the articles waits for this person, how many stand where, and how his unit does this month. */
export const queue = reads({ input: {}, rights: 'article.read' }, async (context) => {
  const { actor, onlyUnit } = context;
  const month = monthOf(context.day);
  const mine = ([1, 2, 3] as const).filter((level) => actor.roles.includes(signerOf[level]));
  const [toReview, toRevise, counts, { quota, binds }, units] = await Promise.all([
    lists.countToReview(context, mine),
    lists.countToRevise(context),
    lists.countsByState(context),
    quotaOf(context),
    onlyUnit === null ? [] : lists.submittedByUnit(context, month), // of all units it is nobody's queue
  ]);
  const decides = mayAct(actor, 'submission.decide', null);
  const waiting = counts.find(({ state }) => state === 'submitted')?.count ?? 0;
  const submitted = onlyUnit === null ? null : (units[0]?.submitted ?? 0);
  const owed = onlyUnit === null || binds(onlyUnit) ? quota : null;
  return { toReview, toRevise, toDecide: decides ? waiting : 0, counts, month, submitted, quota: owed };
});

export const show = reads({ input: { param: articleId }, rights: 'article.read' }, (context, { param }) =>
  detailOf(context, param.id),
);

async function detailOf(context: Context, id: Article['id']) {
  const article = (await sql.wholeArticle(context, id)) ?? refuse(refusals.notFound);
  const { versions, signatures } = article;
  const may = mayOf(context.actor, article, signatures);
  // what a unit is rewriting is its own until it hands it in again
  const handed = context.onlyUnit === null && isDraft(article) ? versions.at(-1) : undefined;
  const { title, body, pictures, genre } = handed ?? article;
  return { ...article, title, body, pictures, genre, may };
}

/** The newest version as a 审签单 to sign. */
export const printed = readsFile(
  { input: { param: articleId }, rights: 'article.read' },
  async (context, { param }) => {
    const article = (await sql.article(context, param.id)) ?? refuse(refusals.notFound);
    const version = (await sql.versionsUnscoped(context, param.id)).at(-1) ?? refuse(refusals.notInReview);
    return { sheet: signingSheet({ ...article, version }), name: `审签单 ${sheetCode(version.digest)}.pdf` };
  },
  printSheet,
);
