import { Hono } from 'hono';
import { z } from 'zod';
import { bodyOf, type Env, reads, readsFile, sheets, writes } from '../../app.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import type { Id } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { approveDraft, proposeDraft, returnDraft, withdrawDraft } from '../actions/approve.ts';
import { discardDraft, type From, saveDraft, startDraft, titleOf } from '../actions/draft.ts';
import {
  DraftBody,
  draftStates,
  longestBody,
  refusals,
  type SchemeDraft,
  whyNotDecide,
  whyNotEdit,
  whyNotWithdraw,
} from '../draft.ts';
import { readWorkbook, writeWorkbook } from '../jobs/workbook.ts';
import { readyScheme, readySchemes } from '../jobs.ts';
import { draftOf, draftsOf, policiesIn } from '../queries/draft.ts';
import { schemeVersions } from '../queries.ts';
import { bodyFrom, sheetsOf } from '../sheet.ts';
import { asBody } from '../starting.ts';
import { schemeFrom } from '../versions.ts';

const one = z.strictObject({ id: z.uuid().transform((id) => id as Id<'schemeDraft'>) });
const version = z.int().min(1);
const reason = z.string().trim().min(1, '请写明理由').max(1000);

const mayOf = ({ actor }: Context, draft: SchemeDraft) => {
  const edit = whyNotEdit(actor, draft)?.message ?? null;
  const decide = whyNotDecide(actor, draft)?.message ?? null;
  const withdraw = whyNotWithdraw(actor, draft)?.message ?? null;
  return { save: edit, propose: edit, discard: edit, withdraw, approve: decide, return: decide };
};

const about = ({ body, ...draft }: SchemeDraft) => {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const { id: code, name, from, mode, clauses } = body;
  return { ...draft, code: text(code), name: text(name), from: text(from), mode: text(mode), clauses: clauses.length };
};

const list = reads({ input: {}, rights: 'scheme.draft' }, async (context) => ({
  drafts: (await draftsOf(context)).map(about),
  may: { start: mayAct(context.actor, 'scheme.draft', null) ? null : refusals.mayNotDraft.message },
}));

type Listed = ReturnType<typeof about>;
const sheet = sheets(
  {
    input: {},
    rights: 'scheme.draft',
    name: '细则草案',
    columns: [
      { head: '状态', of: ({ state }: Listed) => draftStates[state] },
      { head: '名称', width: 2, of: ({ name }) => name },
      { head: '编号', width: 2, of: ({ code }) => code },
      { head: '施行', of: ({ from }) => from },
      { head: '条款', align: 'right', of: ({ clauses }) => clauses },
      { head: '起草', of: ({ madeBy }) => madeBy },
      { head: '提请', of: ({ proposedBy }) => proposedBy ?? '' },
      { head: '办理', of: ({ decidedBy }) => decidedBy ?? '' },
      { head: '说明', width: 3, of: ({ reason, basis }) => reason || basis },
    ],
  },
  async (context) => (await draftsOf(context)).map(about),
);

/** The draft whole, with the version that it would replace, so that a page can tell what it changes. */
const show = reads({ input: { param: one }, rights: 'scheme.draft' }, async (context, { param }) => {
  const draft = (await draftOf(context, param.id)) ?? refuse(refusals.noDraft);
  const versions = await schemeVersions(context);
  const base = draft.schemeId === null ? versions.at(-1) : versions[versions.findIndex(({ id }) => id === draft.schemeId) - 1];
  return {
    draft,
    base: base ? { code: base.code, name: base.name, scheme: schemeFrom(base) as object } : null,
    policies: await policiesIn(context),
    may: mayOf(context, draft),
  };
});

const given = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({
    kind: z.literal('version'),
    id: z.uuid(),
    clause: z.string().max(40).optional(),
    put: z.string().max(1000).optional(),
  }),
  z.strictObject({ kind: z.literal('ready'), key: z.string().max(40) }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
]);
const start = writes(
  {
    input: { json: given },
    rights: 'scheme.draft',
    prepare: async ({ json }): Promise<From> =>
      json.kind === 'ready' ? { kind: 'ready', text: (await readyScheme(json.key)) ?? refuse(refusals.noTemplate) } : json,
  },
  (context, _given, from) => startDraft(context, from),
);

const startFromSheet = writes(
  {
    input: {},
    rights: 'scheme.draft',
    prepare: async (_given, look, c) => {
      await look(async ({ actor }) => mayAct(actor, 'scheme.draft', null) || refuse(refusals.mayNotDraft));
      return bodyFrom(await readWorkbook(await bodyOf(c.req, longestBody, refusals.tooLong)));
    },
  },
  (context, _given, body) => startDraft(context, { kind: 'body', body }),
);

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const asFile = async ({ body }: Pick<SchemeDraft, 'body'>) => ({
  content: await writeWorkbook(sheetsOf(body)),
  mediaType: spreadsheet,
  name: `${titleOf(body) || '细则'}.xlsx`,
});
const draftFile = readsFile(
  { input: { param: one }, rights: 'scheme.draft' },
  async (context, { param }) => (await draftOf(context, param.id)) ?? refuse(refusals.noDraft),
  asFile,
);
const versionFile = readsFile(
  { input: { param: z.strictObject({ id: z.uuid() }) }, rights: 'scheme.read' },
  async (context, { param }) => {
    const version = (await schemeVersions(context)).find(({ id }) => id === param.id) ?? refuse(refusals.noVersion);
    return { body: asBody(schemeFrom(version)) };
  },
  asFile,
);

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const typed = z.strictObject({ version, body: DraftBody, paper: digest.nullable() });
const save = writes({ input: { param: one, json: typed }, rights: 'scheme.autosave' }, (context, { param, json }) =>
  saveDraft(context, { ...param, version: json.version }, json),
);

const proposing = z.strictObject({ version, basis: z.string().trim().max(1000).default('') });
const propose = writes({ input: { param: one, json: proposing }, rights: 'scheme.draft' }, (context, { param, json }) =>
  proposeDraft(context, { ...param, version: json.version }, json.basis),
);
const withdraw = writes(
  { input: { param: one, json: z.strictObject({ version }) }, rights: 'scheme.draft' },
  (context, { param, json }) => withdrawDraft(context, { ...param, ...json }),
);
const withReason = z.strictObject({ version, reason });
const discard = writes({ input: { param: one, json: withReason }, rights: 'scheme.draft' }, (context, { param, json }) =>
  discardDraft(context, { ...param, version: json.version }, json.reason),
);
const sendBack = writes({ input: { param: one, json: withReason }, rights: 'scheme.approve' }, (context, { param, json }) =>
  returnDraft(context, { ...param, version: json.version }, json.reason),
);
const approving = z.strictObject({ version, knowing: z.boolean().default(false) });
const approve = writes({ input: { param: one, json: approving }, rights: 'scheme.approve' }, (context, { param, json }) =>
  approveDraft(context, { ...param, version: json.version }, json.knowing),
);

const templates = reads({ input: {}, rights: 'scheme.read' }, async () => ({ ready: await readySchemes() }));
const policies = reads({ input: {}, rights: 'scheme.read' }, async (context) => ({ policies: await policiesIn(context) }));

export const draftRoutes = new Hono<Env>()
  .get('/api/scheme-drafts', list)
  .get('/api/scheme-drafts.xlsx', sheet)
  .get('/api/scheme-drafts/:id', show)
  .get('/api/scheme-drafts/:id/scheme.xlsx', draftFile)
  .post('/api/scheme-drafts', start)
  .post('/api/scheme-drafts/xlsx', startFromSheet)
  .post('/api/scheme-drafts/:id/text', save)
  .post('/api/scheme-drafts/:id/proposal', propose)
  .post('/api/scheme-drafts/:id/withdrawal', withdraw)
  .post('/api/scheme-drafts/:id/discarding', discard)
  .post('/api/scheme-drafts/:id/return', sendBack)
  .post('/api/scheme-drafts/:id/approval', approve)
  .get('/api/schemes/ready', templates)
  .get('/api/schemes/:id/scheme.xlsx', versionFile)
  .get('/api/policies', policies);
