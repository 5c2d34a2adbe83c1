import { mayAct, whyNotAct } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { day, id, int, json, orNull, type RowOf, text } from '../kernel/rows.ts';

/** One entry of the log: which day, what, by whom. */
export type GuidanceNote = {
  id: string;
  happenedOn: string;
  what: string;
  byName: string;
  sha256: string | null;
  recordedBy: string;
};

/** 牵头单位 that guides another unit, with what it did so far, the latest first. */
export type Bond = RowOf<typeof bondRow>;
export const bondRow = {
  id: id<'guidanceBond'>(),
  leadId: id<'unit'>(),
  leadName: text(),
  unitId: id<'unit'>(),
  unitName: text(),
  setOn: day(),
  endedOn: orNull(day()),
  reason: text(),
  notes: json<readonly GuidanceNote[]>(),
  version: int(),
};

export const whyNotSet = (actor: Actor): Refusal | null => (mayAct(actor, 'guidance.set', null) ? null : refusals.mayNotSet);
export function whyNotNote(actor: Actor, { leadId, endedOn }: Pick<Bond, 'leadId' | 'endedOn'>): Refusal | null {
  const why = whyNotAct(actor, 'guidance.note', leadId, refusals.mayNotNote);
  return why ?? (endedOn === null ? null : refusals.ended);
}

/** What this person may do to it, and why not. */
export const mayOf = (actor: Actor, bond: Bond) => ({
  note: whyNotNote(actor, bond)?.message ?? null,
  end: (whyNotSet(actor) ?? (bond.endedOn === null ? null : refusals.ended))?.message ?? null,
});

const no = (code: string, status: Refusal['status'], message: string) => refusal(`guidance.${code}`, status, message);
export const refusals = {
  notFound: no('notFound', 404, '没有这一对指导关系，请返回列表。'),
  noPlan: no('noPlan', 409, '还没有年度方案，请先建立方案。'),
  mayNotSet: no('mayNotSet', 403, '谁指导谁由专班办公室定，请找他们。'),
  mayNotNote: no('mayNotNote', 403, '指导记录由牵头单位自己写，请等他们写。'),
  ended: no('ended', 409, '这一对已经不再指导，只能看。'),
  self: no('self', 422, '单位不能指导自己，请重新选。'),
  noUnit: no('noUnit', 422, '名录里没有这个单位或已停用，请重新选。'),
  noFile: no('noFile', 422, '文件没有传上来，请重新传。'),
  future: no('future', 422, '日期还没有到，请核对。'),
  twice: no('twice', 409, '这两个单位已经是牵头和指导，不用再定。'),
  movedOn: no('movedOn', 409, '打开之后有人改过，请刷新看过再办。'),
} as const;
export const constraintRefusals = { guidance_bond_once: refusals.twice, guidance_bond_two: refusals.self };
