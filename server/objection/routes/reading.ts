import { z } from 'zod';
import { reads, sheets } from '../../app.ts';
import { monthExport } from '../../assessment/actions/month.ts';
import { versionIn } from '../../assessment/league.ts';
import { factUnscoped } from '../../fact/queries.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { filesOf } from '../../kernel/queries.ts';
import { refuse } from '../../kernel/refusal.ts';
import { daysOf, groundFor } from '../actions/ground.ts';
import { mayOf, whyNotAnswer, whyNotConfirm } from '../may.ts';
import { aboutWords, isLine, type Objection, objectionStates, subjects } from '../objection.ts';
import * as sql from '../queries/objections.ts';
import { allTerms } from '../queries/terms.ts';
import { refusals } from '../refusals.ts';
import { termsOn, termsRefusals } from '../terms.ts';
import { filters, ground as groundShape, objectionId } from './shapes.ts';

export const list = reads({ input: { query: filters }, rights: 'objection.read' }, async (context, { query }) => {
  const [found, all, last] = await Promise.all([
    sql.listObjections(context, { ...sql.nothingWanted, ...query }),
    sql.listObjections(context, sql.nothingWanted),
    lastLocked(context),
  ]);
  const counts = [...Map.groupBy(all, ({ state }) => state)].map(([state, { length: count }]) => ({ state, count }));
  return { objections: found.map((each) => ({ ...each, about: aboutWords(each) })), counts, last };
});

/** The days of the month that was locked last, null while there is none. */
async function lastLocked(context: Context) {
  const { lastMonth } = await sql.lastLockedMonth(context);
  return lastMonth === null ? null : daysOf(context, lastMonth);
}

export const listSheet = sheets(
  {
    input: { query: filters },
    rights: 'objection.read',
    name: '异议复核',
    columns: [
      { head: '月份', of: ({ month }: Objection) => month },
      { head: '单位', width: 2, of: ({ unitName }) => unitName },
      { head: '异议对象', width: 2, of: ({ what }) => subjects[what] },
      { head: '哪一行', width: 4, of: (each) => aboutWords(each) },
      { head: '谁的得分单', width: 2, of: ({ aboutName }) => aboutName },
      { head: '当时的分', align: 'right', of: ({ points }) => (points === '' ? '' : { decimal: points }) },
      { head: '理由', width: 5, of: ({ reason }) => reason },
      { head: '提出人', of: ({ raisedByName }) => raisedByName },
      { head: '提出日期', of: ({ raisedOn }) => raisedOn },
      { head: '异议期到', of: ({ endsOn }) => endsOn },
      { head: '状态', of: ({ state }) => objectionStates[state] },
      { head: '答复', width: 5, of: ({ answer }) => answer },
      { head: '复核人', of: ({ answeredByName }) => answeredByName ?? '' },
      { head: '确认人', of: ({ confirmedByName }) => confirmedByName ?? '' },
      { head: '更正列入', of: ({ period }) => period ?? '' },
    ],
  },
  (context, { query }) => sql.listObjections(context, { ...sql.nothingWanted, ...query }),
);

export const show = reads({ input: { param: objectionId }, rights: 'objection.read' }, async (context, { param }) => {
  const found = (await sql.objection(context, param.id)) ?? refuse(refusals.notFound);
  const [steps, changes, hands] = [
    await sql.stepsUnscoped(context, found.id),
    await sql.changesUnscoped(context, found),
    await sql.handsOnUnscoped(context, found.facts, found),
  ];
  const files = await filesOf(context, [...found.evidence, ...found.documents]);
  return {
    ...{ objection: { ...found, about: aboutWords(found) }, steps, files, ...(await lineOf(context, found)) },
    changes: await withFacts(context, found, changes),
    may: mayOf(context.actor, found, hands),
  };
});

/** The clause as printed, the frozen line and the facts in it; of another unit's correction the facts are not the viewer's to see. */
async function lineOf(context: Context, objection: Objection) {
  const { month, aboutId, clause, what } = objection;
  if (what === 'missing') return { clauseText: null, arithmetic: null, facts: [] };
  const given = await monthExport(context, month);
  const line = given.lines.find((each) => isLine(each, objection));
  const printed = versionIn(given)?.clauses.find(({ no }) => no === clause);
  const seen = context.onlyUnit === null || context.onlyUnit === aboutId;
  const facts = given.facts.filter(({ id }) => seen && line?.facts.includes(id));
  const undone = new Set(given.facts.map(({ cancels, replaces }) => cancels ?? replaces));
  const shown = facts.map(({ id, kind, day, period, attributes, evidence, cancels }) => ({
    ...{ id, kind, day, period, attributes, evidence, standing: cancels === null && !undone.has(id) },
  }));
  return { clauseText: printed?.text ?? printed?.title ?? null, arithmetic: line?.arithmetic ?? null, facts: shown };
}

/** Each change with the fact that it undoes, as it was recorded. */
async function withFacts(context: Context, { aboutId }: Objection, changes: Awaited<ReturnType<typeof sql.changesUnscoped>>) {
  const seen = context.onlyUnit === null || context.onlyUnit === aboutId;
  const facts = await Promise.all(changes.map(({ undoes }) => (undoes && seen ? factUnscoped(context, undoes) : undefined)));
  return changes.map((change, place) => {
    const was = facts[place];
    return { ...change, was: was ? { kind: was.kind, day: was.day, attributes: was.attributes } : null };
  });
}

export const ground = reads({ input: { query: groundShape }, rights: 'objection.read' }, (context, { query }) =>
  groundFor(context, query.month, query.unit ?? context.actor.unitId),
);

/** What waits for this person: to answer, to confirm, and for a unit its own that were decided in its month's time. */
export const counts = reads({ input: {}, rights: 'objection.read' }, async (context) => {
  const { actor } = context;
  const all = await sql.listObjections(context, sql.nothingWanted);
  const answers = mayAct(actor, 'objection.answer', null);
  const toAnswer = answers ? all.filter((each) => whyNotAnswer(actor, each, []) === null).length : 0;
  const toConfirm = answers ? all.filter((each) => whyNotConfirm(actor, each) === null).length : 0;
  return { toAnswer, toConfirm };
});

/** Which acts of other modules a review corrected: their pages say so. */
export const corrections = reads({ input: {}, rights: 'objection.read' }, async (context) => ({
  corrections: await sql.correctedSources(context),
}));

export const terms = reads({ input: { query: z.strictObject({}) }, rights: 'objection.read' }, async (context) => {
  const all = await allTerms(context);
  const may = { set: mayAct(context.actor, 'terms.set', null) ? null : termsRefusals.mayNotSet.message };
  return { now: termsOn(all, context.day), terms: all.toReversed(), may };
});
