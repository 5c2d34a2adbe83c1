import { mayAct, whyNotAct } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { day, id, int, json, orNull, type RowOf, text } from '../kernel/rows.ts';
import type { ElementKey, Value } from './elements.ts';

export const valueStates = {
  pending: '待确认',
  confirmed: '已确认',
  returned: '已退回',
  withdrawn: '已撤回',
  replaced: '已更正',
} as const;
export type ValueState = keyof typeof valueStates;

/** One version of one element with what it rests on. */
export type Entry = RowOf<typeof entryRow>;
export const entryRow = {
  id: id<'projectValue'>(),
  projectId: id<'project'>(),
  element: text<ElementKey>(),
  value: json<Value>(),
  fromOn: day(), // from this day on it holds
  source: text(),
  clause: text(), // '' for none
  statedOn: day(), // of the source
  file: orNull(text()),
  state: text<ValueState>(),
  enteredBy: id<'person'>(),
  enteredByName: text(),
  enteredOn: day(),
  decidedByName: orNull(text()),
  decidedOn: orNull(day()),
  reason: text(),
  version: int(),
};

export const unitRoles = { lead: '牵头', support: '配合' } as const;
export type UnitRole = keyof typeof unitRoles;
/** A unit in a project, from its day on and, once it is out of it, to its last. */
export type Membership = RowOf<typeof membershipRow>;
export const membershipRow = {
  id: id<'projectUnit'>(),
  projectId: id<'project'>(),
  unitId: id<'unit'>(),
  unitName: text(),
  role: text<UnitRole>(),
  fromOn: day(),
  toOn: orNull(day()),
  reason: text(),
  endReason: text(),
  assignedByName: text(),
};

/** Who is in it on that day, the lead first. */
export const membersOn = <M extends Pick<Membership, 'fromOn' | 'toOn' | 'role'>>(all: readonly M[], on: string): M[] =>
  all
    .filter(({ fromOn, toOn }) => fromOn <= on && (toOn === null || toOn >= on))
    .toSorted((a, b) => Number(a.role !== 'lead') - Number(b.role !== 'lead'));

/** Who was asked to see the newest version of an element: it changes with every act upon it. */
export const seenOf = (newest: Pick<Entry, 'id' | 'version'> | undefined): string =>
  newest ? `${newest.id}.${newest.version}` : '';

/** Why this person may not fill elements of a project that this unit leads; null when he may. */
export function whyNotFill(actor: Actor, lead: Pick<Membership, 'unitId'> | undefined): Refusal | null {
  if (!lead) return mayAct(actor, 'project.fill', null) ? null : refusals.noLead;
  return whyNotAct(actor, 'project.fill', lead.unitId, refusals.mayNotFill);
}

/** Why this person may not confirm or return it; null when he may. */
export function whyNotDecide(actor: Actor, { state, enteredBy }: Pick<Entry, 'state' | 'enteredBy'>): Refusal | null {
  if (!mayAct(actor, 'project.confirm', null)) return refusals.mayNotConfirm;
  if (state !== 'pending') return refusals.notPending(state);
  return enteredBy === actor.id ? refusals.own : null;
}

export function whyNotWithdraw(actor: Actor, { state, enteredBy }: Pick<Entry, 'state' | 'enteredBy'>): Refusal | null {
  if (enteredBy !== actor.id) return refusals.notYours;
  return state === 'pending' ? null : refusals.notPending(state);
}

/** What this person may do to a version, and why not. */
export const mayOf = (actor: Actor, entry: Pick<Entry, 'state' | 'enteredBy'>) => ({
  decide: whyNotDecide(actor, entry)?.message ?? null,
  withdraw: whyNotWithdraw(actor, entry)?.message ?? null,
});

const no = (code: string, status: Refusal['status'], message: string) => refusal(`project.${code}`, status, message);
export const refusals = {
  notFound: no('notFound', 404, '没有这个项目，请返回项目列表。'),
  noEntry: no('noEntry', 404, '没有这一条，请返回事实卡。'),
  noLead: no('noLead', 403, '这个项目还没有定牵头单位，请专班先定。'),
  mayNotFill: no('mayNotFill', 403, '事实卡由牵头单位填，要改的请告诉他们或专班。'),
  mayNotConfirm: no('mayNotConfirm', 403, '由专班办公室对着来源确认，请等他们办理。'),
  mayNotAssign: no('mayNotAssign', 403, '牵头、配合单位由专班办公室定，请找他们。'),
  own: no('own', 403, '这一条是您填的，要另一个人对着来源确认。'),
  notYours: no('notYours', 403, '只有填的人能撤回；有不对的，专班可以退回。'),
  notPending: (state: ValueState) => no('notPending', 409, `这一条${valueStates[state]}，没有等着办的。`),
  otherKind: (label: string) => no('otherKind', 422, `“${label}”不是这样填的，请刷新页面再填。`),
  future: no('future', 422, '来源的日期还没有到，请核对。'),
  progressAhead: no('progressAhead', 422, '进度截至的日子还没有到，请核对。'),
  noFile: no('noFile', 422, '来源文件没有传上来，请重新传。'),
  reasonNeeded: no('reasonNeeded', 422, '请写理由，单位看得到。'),
  movedOn: no('movedOn', 409, '打开之后有人改过这一项，请刷新看过再办。'),
  oneLead: no('oneLead', 422, '牵头单位要正好一个，请核对。'),
  unitTwice: no('unitTwice', 422, '同一个单位只能在一处，请核对牵头和配合。'),
  noUnit: no('noUnit', 422, '名录里没有这个单位，或它已停用，请重新选。'),
  sameUnits: no('sameUnits', 422, '和现在的一样，没有要改的。'),
  aheadOfToday: no('aheadOfToday', 422, '起始日还没有到，请到那天再定。'),
  beforeLast: (last: string) => no('beforeLast', 422, `起始日要晚于上一次变动（${last}），请核对。`),
} as const;

export const constraintRefusals = {
  project_value_pending_once: refusals.movedOn,
  project_value_day_once: refusals.movedOn,
  project_value_four_eyes: refusals.own,
  project_lead_once: refusals.movedOn,
  project_unit_once: refusals.movedOn,
};
