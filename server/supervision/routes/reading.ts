import { reads, readsFile, sheets } from '../../app.ts';
import { countyNow } from '../../identity/queries.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { filesOf } from '../../kernel/queries.ts';
import { refuse } from '../../kernel/refusal.ts';
import { planOf } from '../../plan/queries.ts';
import { documentOf } from '../../render/document.ts';
import { dueDays, suggestionsNow } from '../actions/ground.ts';
import { printOrder } from '../jobs.ts';
import { mayOf, whyNotIssue } from '../may.ts';
import { orderPaper } from '../paper.ts';
import { namingsProposed } from '../queries/namings.ts';
import * as sql from '../queries/orders.ts';
import { allRules } from '../queries/rules.ts';
import { refusals } from '../refusals.ts';
import { basisWords, colours, isInside, isOverdue, type Order, orderStates, rulesOn } from '../supervision.ts';
import { filters, orderId } from './shapes.ts';

/** The unit does not hear of what the office and its lead have not settled yet. */
const shown = ({ onlyUnit, day }: Context, order: Order) => ({
  ...order,
  overdue: isOverdue(order, day),
  ...(onlyUnit === null ? {} : { nextColour: null, nextDueOn: null, nextRequirement: null }),
});

export const list = reads({ input: { query: filters }, rights: 'supervision.read' }, async (context, { query }) => {
  const all = await sql.listOrders(context, sql.nothingWanted);
  const found = await sql.listOrders(context, { ...sql.nothingWanted, ...query });
  const counts = [...Map.groupBy(all, ({ state }) => state)].map(([state, { length: count }]) => ({ state, count }));
  const office = context.onlyUnit === null;
  return {
    orders: found.map((each) => shown(context, each)),
    counts,
    overdue: all.filter((each) => isOverdue(each, context.day)).length,
    office,
    may: { issue: whyNotIssue(context.actor)?.message ?? null },
  };
});

export const listSheet = sheets(
  {
    input: { query: filters },
    rights: 'supervision.read',
    name: '督办单',
    columns: [
      { head: '单位', width: 2, of: ({ unitName }: ReturnType<typeof shown>) => unitName },
      { head: '颜色', of: ({ colour }) => colours[colour] },
      { head: '事项', width: 4, of: ({ matter }) => matter },
      { head: '依据', width: 4, of: ({ months }) => months.map(basisWords).join('；') },
      { head: '要求', width: 4, of: ({ requirement }) => requirement },
      { head: '到期', of: ({ dueOn }) => dueOn },
      { head: '状态', of: ({ state, overdue }) => `${orderStates[state]}${overdue ? '，已到期' : ''}` },
      { head: '拟单人', of: ({ draftedByName }) => draftedByName },
      { head: '发出', of: ({ issuedOn }) => issuedOn ?? '' },
      { head: '同意人', of: ({ confirmedByName }) => confirmedByName ?? '' },
      { head: '整改反馈', width: 4, of: ({ answer }) => answer },
      { head: '反馈日期', of: ({ answeredOn }) => answeredOn ?? '' },
      { head: '办结', of: ({ endedOn }) => endedOn ?? '' },
    ],
  },
  async (context, { query }) =>
    (await sql.listOrders(context, { ...sql.nothingWanted, ...query })).map((each) => shown(context, each)),
);

export const show = reads({ input: { param: orderId }, rights: 'supervision.read' }, async (context, { param }) => {
  const found = (await sql.order(context, param.id)) ?? refuse(refusals.notFound);
  const steps = await sql.stepsUnscoped(context, found.id);
  const files = await filesOf(context, await sql.evidenceUnscoped(context, found.id));
  return {
    order: shown(context, found),
    steps: steps.filter(({ what }) => context.onlyUnit === null || !isInside(what)),
    files,
    due: await dueDays(context),
    may: mayOf(context.actor, found, context.day),
  };
});

export const printed = readsFile(
  { input: { param: orderId }, rights: 'supervision.read' },
  async (context, { param }) => {
    const found = (await sql.order(context, param.id)) ?? refuse(refusals.notFound);
    const plan = await planOf(context, Number(found.draftedOn.slice(0, 4)));
    const office = plan?.issuer ?? `${(await countyNow(context))?.name ?? ''}打好重点民生保障仗工作专班办公室`;
    const name = `督办单 ${found.unitName} ${found.issuedOn ?? '待签发'}.pdf`;
    return { paper: documentOf(orderPaper(found, office)), name };
  },
  printOrder,
);

export const suggestions = reads({ input: {}, rights: 'supervision.suggest' }, suggestionsNow);

/** What waits for this person. */
export const counts = reads({ input: {}, rights: 'supervision.read' }, async (context) => {
  const { actor, onlyUnit } = context;
  const found = await sql.countsWaiting(context);
  const leads = mayAct(actor, 'supervision.lead', null);
  const orders = mayAct(actor, 'supervision.order', null);
  return {
    toAnswer: onlyUnit === null ? 0 : found.toAnswer,
    nextDueOn: onlyUnit === null ? null : found.nextDueOn,
    overdue: found.overdue,
    toJudge: orders ? found.answered : 0,
    toExtend: orders ? found.asked : 0,
    toRaise: orders ? found.overdue : 0,
    toApprove: leads ? found.toApprove : 0,
    toConfirm: leads ? (await namingsProposed(context)).map(({ month, kind }) => ({ month, kind })) : [],
  };
});

export const rules = reads({ input: {}, rights: 'supervision.read' }, async (context) => {
  const all = await allRules(context);
  const may = { set: mayAct(context.actor, 'supervision.rules', null) ? null : refusals.mayNotSet.message };
  return { now: rulesOn(all, context.day), rules: all.toReversed(), may };
});
