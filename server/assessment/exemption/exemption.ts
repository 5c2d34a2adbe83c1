import { mayAct } from '../../identity/rights.ts';
import type { Actor } from '../../kernel/context.ts';
import { type CountyDate, dayBefore } from '../../kernel/dates.ts';
import { type Refusal, refusal } from '../../kernel/refusal.ts';
import { at, day, id, int, orNull, type RowOf, text } from '../../kernel/rows.ts';
import { firstDay, type Month, monthOf } from '../months.ts';
import type { Span } from '../roster.ts';

export const exemptionStates = { proposed: '待确认', confirmed: '已确认', withdrawn: '已撤回' } as const;
export type ExemptionState = keyof typeof exemptionStates;

/** 豁免: a unit that is scored but not ranked for a time, proposed by one and confirmed by another. */
export type Exemption = RowOf<typeof exemptionRow>;
export const exemptionRow = {
  id: id<'exemption'>(),
  unitId: id<'unit'>(),
  unitName: text(),
  fromOn: day(),
  toOn: orNull(day()), // null: until further notice
  reason: text(),
  basis: text(), // 文号 or what was decided where
  evidence: orNull(text()), // SHA-256
  state: text<ExemptionState>(),
  proposedBy: id<'person'>(),
  proposedByName: text(),
  proposedOn: day(),
  confirmedByName: orNull(text()),
  confirmedOn: orNull(day()),
  withdrawnByName: orNull(text()),
  withdrawnOn: orNull(day()),
  withdrawnAt: orNull(at()),
  withdrawnWhy: text(),
  endsBefore: orNull(day()), // withdrawn after it was confirmed: the first day on which it holds no longer
  version: int(),
};

type Ends = { fromOn: CountyDate; toOn: CountyDate | null; endsBefore: CountyDate | null };

/** The days that a confirmed exemption holds; null when it was withdrawn before any of them was locked. */
export function heldSpan({ fromOn, toOn, endsBefore }: Ends): Span | null {
  if (endsBefore === null) return { from: fromOn, to: toOn };
  const last = dayBefore(endsBefore);
  if (last < fromOn) return null;
  return { from: fromOn, to: toOn !== null && toOn < last ? toOn : last };
}

/** Never over a locked month: `open` is the first month from that of `fromOn` on that is not locked. */
export const whyNotOver = ({ fromOn }: Pick<Exemption, 'fromOn'>, open: Month): Refusal | null =>
  monthOf(fromOn) < open ? refusals.overLocked(monthOf(fromOn), open) : null;

export const whyNotPropose = (actor: Actor): Refusal | null =>
  mayAct(actor, 'exemption.propose', null) ? null : refusals.mayNotPropose;

type Held = Pick<Exemption, 'proposedBy' | 'state'>;
export function whyNotConfirm(actor: Actor, { proposedBy, state }: Held): Refusal | null {
  if (!mayAct(actor, 'exemption.confirm', null)) return refusals.mayNotConfirm;
  if (state !== 'proposed') return refusals.settled(exemptionStates[state]);
  return proposedBy === actor.id ? refusals.own : null;
}

export function whyNotWithdraw(actor: Actor, { state }: Held): Refusal | null {
  if (!mayAct(actor, 'exemption.confirm', null)) return refusals.mayNotWithdraw;
  return state === 'withdrawn' ? refusals.settled(exemptionStates[state]) : null;
}

/** What this person may do to it, and why not. */
export const mayOf = (actor: Actor, exemption: Held) => ({
  confirm: whyNotConfirm(actor, exemption)?.message ?? null,
  withdraw: whyNotWithdraw(actor, exemption)?.message ?? null,
});

export const refusals = {
  notFound: refusal('exemption.notFound', 404, '没有这条豁免，请返回豁免列表。'),
  movedOn: refusal('exemption.movedOn', 409, '打开之后有人动过这条豁免，请刷新看过再办。'),
  mayNotPropose: refusal('exemption.mayNotPropose', 403, '豁免由专班办公室提出，请找他们。'),
  mayNotConfirm: refusal('exemption.mayNotConfirm', 403, '豁免由专班的另一个人确认，请等他们办理。'),
  mayNotWithdraw: refusal('exemption.mayNotWithdraw', 403, '豁免由专班撤回，请找他们。'),
  own: refusal('exemption.own', 403, '这条是您提出的，不能自己确认，请专班分管领导或办公室的另一个人确认。'),
  settled: (state: string) => refusal('exemption.settled', 409, `这条豁免${state}，不能再办，请刷新看看。`),
  noUnit: refusal('exemption.noUnit', 422, '名录里没有这个单位，请重新选。'),
  notThen: (from: string, to: string | null) =>
    refusal(
      'exemption.notThen',
      422,
      `这个单位${to === null ? `从 ${from} 起设立` : `设在 ${from} 到 ${to}`}，豁免的日子不在其中，请核对。`,
    ),
  noFile: refusal('exemption.noFile', 422, '依据的文件没有传上来，请重新传。'),
  endsEarly: refusal('exemption.endsEarly', 422, '豁免的最后一天早于第一天，请核对日期。'),
  overlaps: (unit: string, from: string, to: string | null) =>
    refusal(
      'exemption.overlaps',
      409,
      `${unit}已有一条从 ${from} ${to === null ? '起' : `到 ${to} `}的豁免，日子重叠；请先撤回那一条，或改日期。`,
    ),
  overLocked: (month: Month, open: Month) =>
    refusal('exemption.overLocked', 409, `${month} 已经锁定，名次不再变，豁免不能改到它头上；请从 ${firstDay(open)} 起填。`),
} as const;

export const constraintRefusals = { exemption_span: refusals.endsEarly, exemption_four_eyes: refusals.own };
