import { recordAudit } from '../../audit/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { problemsIn, refusals, type SchemeDraft, whyNotDecide, whyNotEdit, whyNotWithdraw } from '../draft.ts';
import { monthOf } from '../months.ts';
import { policiesOf } from '../policies.ts';
import { policiesIn, turnDraft } from '../queries/draft.ts';
import { Scheme } from '../scheme.ts';
import { wordOf } from '../words.ts';
import { held } from './draft.ts';
import { checkAdoptable, putInForce } from './scheme.ts';

type Seen = Pick<SchemeDraft, 'id' | 'version'>;

/** 提请: the draft is a scheme that could come into force now; where it scores against a rule of relief, with its basis. */
export async function proposeDraft(context: Context, seen: Seen, basis: string) {
  const draft = await allowed(context, seen, whyNotEdit);
  const scheme = schemeIn(draft);
  await checkAdoptable(context, scheme);
  const [met] = await metBy(context, scheme);
  if (met && basis.trim() === '') refuse(refusals.needsBasis(`${met.fromOn} 起，${met.source}规定：${met.words}`));
  const turn = { state: 'proposed', proposedBy: context.actor.id, proposedAt: context.now, basis, reason: '' } as const;
  return turned(context, draft, turn, 'scheme.propose', `${scheme.id}，${scheme.from} 起${basis && `，依据：${basis}`}`);
}

export async function withdrawDraft(context: Context, seen: Seen) {
  const draft = await allowed(context, seen, whyNotWithdraw);
  return turned(context, draft, { state: 'draft' }, 'scheme.withdraw', '');
}

/** 退回: it may be changed and asked for again. */
export async function returnDraft(context: Context, seen: Seen, reason: string) {
  const draft = await allowed(context, seen, whyNotDecide);
  const turn = { state: 'returned', reason, decidedBy: context.actor.id, decidedAt: context.now } as const;
  return turned(context, draft, turn, 'scheme.return', reason);
}

/** 批准生效, by somebody else than who asked; all is checked again as it stands now. `knowing`: has read the rules that it meets. */
export async function approveDraft(context: Context, seen: Seen, knowing: boolean) {
  const draft = await allowed(context, seen, whyNotDecide);
  const scheme = schemeIn(draft);
  if ((await metBy(context, scheme)).length > 0 && !knowing) refuse(refusals.notKnowing);
  const { proposedById: proposedBy, basis, paper } = draft;
  const schemeId = await putInForce(context, scheme, { proposedBy, basis, paper });
  const turn = { state: 'inForce', schemeId, decidedBy: context.actor.id, decidedAt: context.now } as const;
  const words = `${scheme.id}，${scheme.from} 起${knowing ? '，知情' : ''}`;
  return { ...(await turned(context, draft, turn, 'scheme.adopt', words)), schemeId, code: scheme.id, from: scheme.from };
}

type Why = (actor: Context['actor'], draft: SchemeDraft) => Refusal | null;
async function allowed(context: Context, seen: Seen, whyNot: Why): Promise<SchemeDraft> {
  const draft = await held(context, seen);
  const why = whyNot(context.actor, draft);
  if (why) refuse(why);
  return draft;
}

async function turned(context: Context, draft: SchemeDraft, turn: Parameters<typeof turnDraft>[2], what: string, reason: string) {
  await turnDraft(context, draft, turn);
  await recordAudit(context, { what, subjectId: draft.id, version: draft.version + 1, reason });
  return { id: draft.id, version: draft.version + 1 };
}

function schemeIn({ body }: SchemeDraft): Scheme {
  const problems = problemsIn(body, wordOf);
  const [first] = problems;
  if (first)
    refuse(
      refusals.unfinished(problems.length, first.clause === null ? first.words : `第 ${first.clause + 1} 条的${first.words}`),
    );
  return Scheme.parse(body);
}

const metBy = async (context: Context, scheme: Scheme) => policiesOf(scheme, monthOf(scheme.from), await policiesIn(context));
