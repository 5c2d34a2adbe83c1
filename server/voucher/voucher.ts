import { type FactAttributes, refusals as factRefusals } from '../fact/fact.ts';
import { mayAct } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { at, day, flag, id, int, orNull, type RowOf, text, texts } from '../kernel/rows.ts';

/** What the office enters by hand: words of praise from a leader, and mistakes. */
export const voucherKinds = { instruction: '批示', error: '差错' } as const;
export type VoucherKind = keyof typeof voucherKinds;
/** What the grade of each kind is called. */
export const gradeWords = { instruction: '领导级别', error: '差错性质' } as const satisfies Record<VoucherKind, string>;
/** Offered while nothing else is known; what the county wrote before and what its scheme names come first. */
export const usualGrades = {
  instruction: ['国家领导', '省主要领导', '省其他领导', '市主要领导', '市其他领导', '县主要领导', '县其他领导'],
  error: ['失实', '抄袭', '重复报送', '迟报', '漏报', '瞒报', '误报', '负面报道'],
} as const satisfies Record<VoucherKind, readonly string[]>;

export const voucherStates = {
  pending: '登记中',
  confirmed: '已确认',
  refused: '不予登记',
  withdrawing: '撤销待确认',
  withdrawn: '已撤销',
} as const;
export type VoucherState = keyof typeof voucherStates;

export type Voucher = RowOf<typeof voucherRow>;
export const voucherRow = {
  id: id<'voucher'>(),
  unitId: id<'unit'>(),
  unitName: text(),
  host: flag(), // the unit in which the office sits
  kind: text<VoucherKind>(),
  happenedOn: day(),
  grade: text(), // 领导级别 or 差错性质
  title: text(),
  articleId: orNull(id<'article'>()),
  words: text(),
  number: text(), // 文号; '' for none
  state: text<VoucherState>(),
  enteredBy: id<'person'>(),
  enteredByName: text(),
  enteredOn: day(),
  enteredByLead: flag(),
  decidedByName: orNull(text()),
  decidedOn: orNull(day()),
  askedBy: orNull(id<'person'>()),
  askedByName: orNull(text()),
  reason: text(),
  factId: orNull(id<'fact'>()),
  reviewed: flag(), // an 异议复核 has put another in the fact's place, or none
  period: orNull(text()), // the month in which it counts
  evidence: texts(),
  version: int(),
};

export const stepWords = {
  enter: '登记',
  confirm: '确认',
  refuse: '不予登记',
  askBack: '提出撤销',
  withdraw: '撤销',
  keep: '不撤销',
} as const;
export type StepWhat = keyof typeof stepWords;
export type Step = RowOf<typeof stepRow>;
export const stepRow = { no: int(), what: text<StepWhat>(), reason: text(), byName: text(), doneOn: day(), doneAt: at() };

type Counted = Pick<Voucher, 'kind' | 'grade' | 'title' | 'articleId'>;
/** What the ledger copies of it: the grade as rank or nature, by the words that schemes use. */
export const attributesOf = ({ kind, grade, title, articleId }: Counted): FactAttributes => ({
  ...{ title, ...(kind === 'instruction' ? { rank: grade } : { nature: grade }) },
  ...(articleId === null ? {} : { article: articleId }),
});

type Held = Pick<Voucher, 'state' | 'host' | 'enteredBy' | 'enteredByLead' | 'askedBy' | 'reviewed'>;
const isLead = ({ roles }: Actor) => roles.includes('officeLead');

/** Why this person may not confirm or refuse what was entered, or what somebody wants to take back; null when he may. */
export function whyNotDecide(actor: Actor, voucher: Held): Refusal | null {
  if (!mayAct(actor, 'voucher.confirm', null)) return refusals.mayNotConfirm;
  if (voucher.state === 'pending' && voucher.enteredBy === actor.id) return refusals.own;
  if (voucher.state === 'withdrawing' && voucher.askedBy === actor.id) return refusals.ownAsking;
  if (voucher.state !== 'pending' && voucher.state !== 'withdrawing') return refusals.nothingToDecide(voucher.state);
  return voucher.host && !isLead(actor) && !voucher.enteredByLead ? refusals.hostUnit : null;
}

/** What waits is taken back by whoever entered it; what counts only with a second person. */
export function whyNotWithdraw(actor: Actor, { state, enteredBy, reviewed }: Held): Refusal | null {
  if (!mayAct(actor, 'voucher.enter', null)) return refusals.mayNotEnter;
  if (reviewed) return factRefusals.reviewed;
  if (state === 'pending') return enteredBy === actor.id ? null : refusals.notYours;
  return state === 'confirmed' ? null : refusals.nothingToWithdraw(state);
}

/** What this person may do to it, and why not. */
export const mayOf = (actor: Actor, voucher: Held) => ({
  decide: whyNotDecide(actor, voucher)?.message ?? null,
  withdraw: whyNotWithdraw(actor, voucher)?.message ?? null,
});

const no = (code: string, status: Refusal['status'], message: string) => refusal(`voucher.${code}`, status, message);
export const refusals = {
  notFound: no('notFound', 404, '没有这条登记，请返回列表。'),
  mayNotEnter: no('mayNotEnter', 403, '批示、差错由专班办公室登记；请把文件交给他们。'),
  mayNotConfirm: no('mayNotConfirm', 403, '登记由专班的第二个人确认，请等他们办理。'),
  own: no('own', 403, '这条是您登记的，要另一个人对着文件确认。'),
  ownAsking: no('ownAsking', 403, '撤销是您提出的，要另一个人确认。'),
  notYours: no('notYours', 403, '还没有确认的，由登记的人撤回；不该登的，请选“不予登记”。'),
  hostUnit: no('hostUnit', 403, '专班挂靠单位的登记，要专班分管领导登记或确认。'),
  noUnit: no('noUnit', 422, '名录里没有这个单位，请重新选。'),
  noArticle: no('noArticle', 422, '这个单位没有这篇稿件，请重新选，或不选稿件只写题目。'),
  noEvidence: no('noEvidence', 422, '还没有文件：请交批示件、通报或更正的扫描件，至少一份。'),
  noFile: no('noFile', 422, '有文件没有传上来，请重新传这几份。'),
  future: no('future', 422, '日期还没有到，请核对日期。'),
  twice: no('twice', 409, '同一单位、同一天、同一件事已经登记过，请在列表里找到那一条，不用再登。'),
  reasonNeeded: no('reasonNeeded', 422, '请写理由，单位看得到。'),
  nothingToDecide: (state: VoucherState) => no('nothingToDecide', 409, `这条${voucherStates[state]}，没有等人确认的。`),
  nothingToWithdraw: (state: VoucherState) => no('nothingToWithdraw', 409, `这条${voucherStates[state]}，不用再撤销。`),
  movedOn: ({ state, reason }: Pick<Voucher, 'state' | 'reason'>) =>
    no('movedOn', 409, `打开之后有人办过，现在${voucherStates[state]}${reason && `：${reason}`}。请看过再办。`),
} as const;

export const constraintRefusals = { voucher_once: refusals.twice, voucher_four_eyes: refusals.own };
