import { mayAct } from '../../identity/rights.ts';
import type { Actor } from '../../kernel/context.ts';
import { type Refusal, refusal } from '../../kernel/refusal.ts';
import { day, id, int, type RowOf, text, texts } from '../../kernel/rows.ts';
import type { FlagRule } from './flags.ts';

export const flagStates = { open: '待判断', upheld: '属实', dismissed: '不成立' } as const;
export type FlagState = keyof typeof flagStates;
export type Verdict = Exclude<FlagState, 'open'>;

/** What a person said of a flag, with the words and facts that he had before him. */
export type FlagVerdict = RowOf<typeof flagVerdictRow>;
export const flagVerdictRow = {
  id: id<'flagVerdict'>(),
  month: text(),
  flag: text(), // SHA-256
  version: int(),
  rule: text<FlagRule>(),
  unitId: id<'unit'>(),
  facts: texts(),
  seen: text(),
  seenByUnit: text(),
  verdict: text<Verdict>(),
  reason: text(),
  judgedByName: text(),
  judgedOn: day(),
};

export const whyNotJudge = (actor: Actor): Refusal | null => (mayAct(actor, 'flag.judge', null) ? null : refusals.mayNotJudge);

export const refusals = {
  mayNotJudge: refusal('flag.mayNotJudge', 403, '提示由专班判断是否属实；有不同意见，请在异议期内提出异议。'),
  gone: refusal('flag.gone', 404, '这条提示现在没有了：它所依据的事实变了。请刷新，看现在的提示。'),
  movedOn: refusal('flag.movedOn', 409, '打开之后有人判断过这条提示，请刷新看过再定。'),
} as const;

export const constraintRefusals = { flag_verdict_once: refusals.movedOn };
