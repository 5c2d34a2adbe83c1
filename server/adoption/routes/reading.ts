import { reads, sheets } from '../../app.ts';
import { tierWords } from '../../channel/channel.ts';
import { forms, placements } from '../../fact/fact.ts';
import { mayAct, whyNotAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { filesOf } from '../../kernel/queries.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type Claim, claimStates, refusals } from '../adoption.ts';
import { mayOf, whyNotJudge } from '../may.ts';
import { claim, sameEvidence, stepsUnscoped } from '../queries/claims.ts';
import * as lists from '../queries/lists.ts';
import { lastLocked, monthFor, placeOn, sinceOf } from '../queries/places.ts';
import { claimId, filters, page, picking, place } from './shapes.ts';

const pageSize = 50;
const queueSize = 500;
const sheetSize = 100_000;

export const list = reads({ input: { query: page }, rights: 'claim.read' }, async (context, { query }) => {
  const { actor } = context;
  const wanted = { ...lists.nothingWanted, ...query, q: query.q || null };
  const [found, counts, like] = await Promise.all([
    lists.listClaims(context, wanted, pageSize + 1),
    lists.countsByState(context),
    lists.countsLike(context, wanted),
  ]);
  const may = {
    make: whyNotAct(actor, 'claim.make', actor.unitId, refusals.mayNotClaim)?.message ?? null,
    verify: mayAct(actor, 'claim.verify', null) ? null : refusals.mayNotVerify.message,
  };
  return { claims: found.slice(0, pageSize), more: found.length > pageSize, counts, like, may };
});

export const listSheet = sheets(
  {
    input: { query: filters },
    rights: 'claim.read',
    name: '采用台账',
    columns: [
      { head: '单位', width: 2, of: ({ unitName }: Claim) => unitName },
      { head: '刊出标题', width: 4, of: ({ title }) => title },
      { head: '原稿标题', width: 4, of: ({ articleTitle }) => articleTitle },
      { head: '载体', width: 2, of: ({ outlet }) => outlet },
      { head: '层级', of: ({ state, tier, tierNow }) => tierWords(state === 'accepted' ? tier : tierNow) },
      { head: '刊发日期', of: ({ publishedOn }) => publishedOn },
      { head: '形态', of: ({ form }) => forms[form] },
      { head: '版位', of: ({ placement }) => placements[placement] },
      { head: '字数', align: 'right', of: ({ words }) => words ?? '' },
      { head: '实事项目', width: 3, of: ({ projectName }) => projectName ?? '' },
      { head: '宣传主题', width: 2, of: ({ theme }) => theme ?? '' },
      { head: '状态', of: ({ state }) => claimStates[state] },
      { head: '记入月份', of: ({ period }) => period ?? '' },
      { head: '认领人', of: ({ claimedByName }) => claimedByName },
      { head: '认领日期', of: ({ claimedOn }) => claimedOn },
      { head: '核验人', of: ({ decidedByName }) => decidedByName ?? '' },
      { head: '核验日期', of: ({ decidedOn }) => decidedOn ?? '' },
      { head: '理由', width: 3, of: ({ reason }) => reason },
      { head: '佐证份数', align: 'right', of: ({ evidence }) => evidence.length },
      { head: '网址', width: 3, of: ({ link }) => link ?? '' },
    ],
  },
  (context, { query }) => lists.listClaims(context, { ...lists.nothingWanted, ...query, q: query.q || null }, sheetSize),
);

/** What waits for verification, oldest first, and what may count now that its outlet has a tier. */
export const queue = reads({ input: {}, rights: 'claim.read' }, async (context) => {
  const [pending, reverify, counts] = await Promise.all([
    lists.pendingClaims(context, queueSize),
    lists.claimsToReverify(context, queueSize),
    lists.countsByState(context),
  ]);
  const waiting = (claims: readonly Claim[]) => claims.map((claim) => ({ ...claim, may: mayOf(context.actor, claim) }));
  return { pending: waiting(pending), reverify: waiting(reverify), counts };
});

/** How many claims wait for this person himself: for the office what he may verify, for a unit what came back. */
export const counts = reads({ input: {}, rights: 'claim.read' }, async (context) => {
  const { actor, onlyUnit } = context;
  const found = await lists.countsByState(context);
  const at = (state: Claim['state']) => found.find((each) => each.state === state)?.count ?? 0;
  const verifies = mayAct(actor, 'claim.verify', null);
  const keeps = onlyUnit !== null && mayAct(actor, 'claim.make', onlyUnit);
  const mine = (claims: readonly Claim[]) => claims.filter((claim) => whyNotJudge(actor, claim, 'accept') === null).length;
  const toVerify = verifies ? mine(await lists.pendingClaims(context, queueSize)) : 0;
  const toReverify = verifies ? mine(await lists.claimsToReverify(context, queueSize)) : 0;
  const may = { make: whyNotAct(actor, 'claim.make', actor.unitId, refusals.mayNotClaim)?.message ?? null };
  return { toVerify, toReverify, cameBack: keeps ? at('refused') : 0, may };
});

export const show = reads({ input: { param: claimId }, rights: 'claim.read' }, async (context, { param }) => {
  const found = (await claim(context, param.id)) ?? refuse(refusals.notFound);
  const [steps, files, twins, others, locked] = await Promise.all([
    stepsUnscoped(context, found.id),
    filesOf(context, found.evidence),
    sameEvidence(context, found.id),
    lists.listClaims(context, { ...lists.nothingWanted, article: found.articleId }, 20),
    lastLocked(context),
  ]);
  const month = monthFor(found.publishedOn, locked);
  const elsewhere = others.filter(({ id }) => id !== found.id);
  return { claim: found, steps, files, twins, elsewhere, month, may: mayOf(context.actor, found) };
});

/** What an appearance there and then would count as. */
export const weigh = reads({ input: { query: place }, rights: 'claim.read' }, async (context, { query }) => {
  const [found, locked] = [await placeOn(context, query.outlet, query.on), await lastLocked(context)];
  const { outletId, outlet, tier, tierRow } = found;
  const since = await sinceOf(context, tierRow);
  return { known: outletId !== null, outlet, tier, since, month: monthFor(query.on, locked) };
});

export const articles = reads({ input: { query: picking }, rights: 'claim.read' }, async (context, { query }) => {
  const unit = unitMeant(context, query.unit);
  return { articles: unit === null ? [] : await lists.articlesToClaim(context, unit, query.q || null, pageSize) };
});

/** Whose article: the unit that the office names, else the person's own. */
export const unitMeant = ({ actor }: Context, unit: Claim['unitId'] | undefined) => unit ?? actor.unitId;
