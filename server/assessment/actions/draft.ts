import { recordAudit } from '../../audit/queries.ts';
import { mayAct } from '../../identity/rights.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { filesOf } from '../../kernel/queries.ts';
import { refuse } from '../../kernel/refusal.ts';
import { DraftBody, longestBody, refusals, type SchemeDraft, whyNotEdit } from '../draft.ts';
import { addMonths, type Month, monthOf } from '../months.ts';
import { draftOf, insertDraft, lockDraft, policiesIn, saveBody, turnDraft } from '../queries/draft.ts';
import { schemeVersions, unitsOn } from '../queries.ts';
import { jsonOf, readValue } from '../reading.ts';
import { refusals as schemeRefusals } from '../refusals.ts';
import type { Scheme } from '../scheme.ts';
import { emptyBody, nextBody, readyBody } from '../starting.ts';
import { groupOf, schemeFrom } from '../versions.ts';
import { withPuts } from '../whatIf/numbers.ts';

export type From =
  | { kind: 'empty' }
  | { kind: 'version'; id: string; clause?: string | undefined; put?: string | undefined }
  | { kind: 'ready'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'body'; body: DraftBody };

/** A new draft, the actor's; from text it is kept as it stands, also when it is not a scheme yet. */
export async function startDraft(context: Context, from: From) {
  if (!mayAct(context.actor, 'scheme.draft', null)) refuse(refusals.mayNotDraft);
  const [body, baseId] = await beginning(context, from);
  checkSize(body);
  const id = newId<'schemeDraft'>(context.now);
  await insertDraft(context, { id, body, baseId, paper: null });
  await recordAudit(context, { what: 'scheme.draft', subjectId: id, version: 1, reason: titleOf(body) });
  return { id, version: 1 };
}

async function beginning(context: Context, from: From): Promise<[body: DraftBody, base: SchemeDraft['baseId']]> {
  if (from.kind === 'body') return [from.body, null];
  if (from.kind === 'text') return [bodyOf(from.text), null];
  const versions = await schemeVersions(context);
  const month = await nextMonth(context, versions.length > 0);
  if (from.kind === 'version') {
    const base = versions.find(({ id }) => id === from.id) ?? refuse(refusals.noVersion);
    return [nextBody(withPuts(schemeFrom(base), from.clause, from.put) as unknown as Scheme, month), base.id];
  }
  const units = (await unitsOn(context, context.day)).filter(({ host }) => !host);
  const groups = [...new Set(['县直', ...units.map((unit) => groupOf(unit, { groups: [] }))])];
  const start = { month, groups, policies: await policiesIn(context) };
  return [from.kind === 'empty' ? emptyBody(start) : readyBody(bodyOf(from.text), start), null];
}

/** A first scheme may count the month that runs; a later one comes after it. */
const nextMonth = async ({ day }: Context, later: boolean): Promise<Month> => addMonths(monthOf(day), Number(later));

/** One version as JSON text, whatever it lacks. Throws `Refused` where it is no JSON, or several versions. */
export function bodyOf(text: string): DraftBody {
  const value = jsonOf(text, '细则');
  if (Array.isArray(value) && value.length !== 1) refuse(schemeRefusals.oneVersion);
  return readValue(DraftBody, Array.isArray(value) ? (value[0] ?? {}) : value, '细则');
}

function checkSize(body: DraftBody): void {
  if (JSON.stringify(body).length > longestBody) refuse(refusals.tooLong);
}
export const titleOf = ({ id, name }: DraftBody) =>
  [name, id].filter((each) => typeof each === 'string' && each !== '').join('，');

type Seen = Pick<SchemeDraft, 'id' | 'version'>;

/** What is being typed, kept as it is; when it was saved elsewhere in between, nothing is overwritten and the writer is told. */
export async function saveDraft(context: Context, { id, version }: Seen, given: { body: DraftBody; paper: string | null }) {
  const found = (await draftOf(context, id)) ?? refuse(refusals.noDraft);
  const why = whyNotEdit(context.actor, found);
  if (why) refuse(why);
  checkSize(given.body);
  if (given.paper !== null && (await filesOf(context, [given.paper])).length === 0) refuse(refusals.noPaper);
  if (!(await saveBody(context, { id, version }, given))) refuse(refusals.movedOn);
  return { id, version: version + 1, savedAt: context.now };
}

/** Put aside for good; it stays in the list with its reason. */
export async function discardDraft(context: Context, { id, version }: Seen, reason: string) {
  const draft = await held(context, { id, version });
  const why = whyNotEdit(context.actor, draft);
  if (why) refuse(why);
  await turnDraft(context, draft, { state: 'discarded', reason, decidedBy: context.actor.id, decidedAt: context.now });
  await recordAudit(context, { what: 'scheme.discard', subjectId: id, version: version + 1, reason });
  return { id, version: version + 1 };
}

/** The draft as the actor saw it, held. Throws `Refused` when it is not there or has moved on. */
export async function held(context: Context, { id, version }: Seen): Promise<SchemeDraft> {
  const draft = (await lockDraft(context, id)) ?? refuse(refusals.noDraft);
  if (draft.version !== version) refuse(refusals.movedOn);
  return draft;
}
