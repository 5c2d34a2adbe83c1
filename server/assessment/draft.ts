import { z } from 'zod';
import { type Role, reach } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { at, id, int, json, orNull, type RowOf, text } from '../kernel/rows.ts';
import type { Json } from './json.ts';
import { sentenceOf } from './reading.ts';
import { Scheme } from './scheme.ts';

/** 细则草案: a version on its way. */
export const draftStates = { draft: '起草', proposed: '提请', inForce: '生效', returned: '退回', discarded: '作废' } as const;
export type DraftState = keyof typeof draftStates;

export type LooseClause = { readonly [key: string]: Json };
/** As typed: JSON with a list of clauses, otherwise whatever somebody has come to so far. */
export type DraftBody = { readonly [key: string]: Json } & { readonly clauses: readonly LooseClause[] };
const loose = z.record(z.string(), z.json());
export const DraftBody = z
  .object({ clauses: z.array(loose).max(500, '一版细则最多 500 条') })
  .catchall(z.json())
  .transform((body) => body as DraftBody);
/** UTF-8 bytes of the body: what a hurried hand may paste. */
export const longestBody = 2_000_000;

export const draftRow = {
  id: id<'schemeDraft'>(),
  version: int(),
  state: text<DraftState>(),
  body: json<DraftBody>(),
  baseId: orNull(id<'scheme'>()),
  paper: orNull(text()),
  madeBy: text(),
  savedBy: text(),
  savedAt: at(),
  proposedById: orNull(id<'person'>()),
  proposedBy: orNull(text()),
  proposedAt: orNull(at()),
  basis: text(),
  decidedBy: orNull(text()),
  decidedAt: orNull(at()),
  reason: text(),
  schemeId: orNull(id<'scheme'>()),
};
export type SchemeDraft = RowOf<typeof draftRow>;

const no = (code: string, message: string) => refusal(`draft.${code}`, 422, message);
export const refusals = {
  noDraft: refusal('draft.noDraft', 404, '没有这份细则草案，请回到考核细则重新打开。'),
  movedOn: refusal('draft.movedOn', 409, '打开之后有人改过这份草案，请先看别处改成了什么样。'),
  mayNotDraft: refusal('draft.mayNotDraft', 403, '细则由专班办公室起草、提请，请找他们。'),
  mayNotApprove: refusal('draft.mayNotApprove', 403, '细则由专班办公室的另一人或分管领导批准，请找他们。'),
  ownProposal: refusal('draft.ownProposal', 403, '提请的人不能自己批准，请专班办公室的另一人或分管领导来办。'),
  notEditable: (state: DraftState) =>
    refusal(
      'draft.notEditable',
      409,
      `这份草案已经${draftStates[state]}，改不了；${state === 'proposed' ? '要改请先撤回提请。' : '请另起一份。'}`,
    ),
  notProposed: refusal('draft.notProposed', 409, '这份草案没有在提请，请刷新看看。'),
  tooLong: no('tooLong', '细则太长，请检查是不是拿错了文件。'),
  noPaper: no('noPaper', '没有收到这份纸面细则的文件，请重新上传。'),
  noVersion: refusal('draft.noVersion', 404, '没有这一版细则，请刷新看看。'),
  noTemplate: refusal('draft.noTemplate', 404, '没有这一种现成细则，请重新选。'),
  unfinished: (count: number, first: string) => no('unfinished', `还有 ${count} 处要改才能提请：${first}。`),
  needsBasis: (words: string) =>
    no('needsBasis', `${words}选“计分”的，请写明依据，由另一人知情批准；没有依据的，请改为“只统计不排名”。`),
  notKnowing: no('notKnowing', '这一版碰到了减负规定，请逐条看过，勾选“知情”再批准。'),
} as const;

export type Problem = { clause: number | null; path: PropertyKey[]; words: string };

/** All that keeps a draft from being a scheme, each with its place: the clause (from 0), or null for the head. */
export function problemsIn(body: DraftBody, nameOf: (key: string) => string): Problem[] {
  const read = Scheme.safeParse(body, { reportInput: true });
  if (read.success) return [];
  return read.error.issues.map((issue) => {
    const [list, at] = issue.path;
    const inClause = list === 'clauses' && typeof at === 'number';
    const words = sentenceOf(
      { ...issue, path: inClause ? issue.path.slice(2) : issue.path },
      inClause ? (body.clauses[at] ?? null) : body,
      nameOf,
    );
    return { clause: inClause ? at : null, path: issue.path, words };
  });
}

const edits = (roles: readonly string[]) => reach({ roles: roles as readonly Role[] }, 'scheme.draft').acts === 'all';
const approves = (roles: readonly string[]) => reach({ roles: roles as readonly Role[] }, 'scheme.approve').acts === 'all';
type Standing = Pick<SchemeDraft, 'state' | 'proposedById'>;

export const whyNotEdit = ({ roles }: Actor, { state }: Standing): Refusal | null => {
  if (!edits(roles)) return refusals.mayNotDraft;
  return state === 'draft' || state === 'returned' ? null : refusals.notEditable(state);
};
export const whyNotWithdraw = ({ roles }: Actor, { state }: Standing): Refusal | null => {
  if (!edits(roles)) return refusals.mayNotDraft;
  return state === 'proposed' ? null : refusals.notProposed;
};
export const whyNotDecide = ({ id, roles }: Actor, { state, proposedById }: Standing): Refusal | null => {
  if (!approves(roles)) return refusals.mayNotApprove;
  if (state !== 'proposed') return refusals.notProposed;
  return proposedById === id ? refusals.ownProposal : null;
};
