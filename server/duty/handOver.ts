import { whyNotAct } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { day, flag, id, int, type RowOf, text } from '../kernel/rows.ts';

export const thingKinds = { article: '稿件', claim: '采用认领', commission: '约稿' } as const;
export type ThingKind = keyof typeof thingKinds;

/** Something that an 信息员 has under way. */
export type Thing = RowOf<typeof thingRow>;
export const thingRow = { kind: text<ThingKind>(), id: id<string>(), title: text(), state: text() };

export type Officer = RowOf<typeof officerRow>;
export const officerRow = { id: id<'person'>(), unitId: id<'unit'>(), name: text(), suspended: flag() };

export type HandOver = RowOf<typeof handOverRow>;
export const handOverRow = {
  id: id<'handOver'>(),
  unitName: text(),
  fromName: text(),
  toName: text(),
  doneOn: day(),
  articles: int(),
  claims: int(),
  commissions: int(),
};

/** Where it is open, as the unit says it. */
export const stateWords: Record<string, string> = {
  draft: '草稿',
  returned: '退回待改',
  inReview: '审签中',
  submitted: '已报送，等专班',
  pending: '待核验',
  refused: '退回待补',
  open: '未交',
};

/** The successor is another 信息员 of the same unit, and does it himself. */
export function whyNotTake(actor: Actor, from: Pick<Officer, 'id' | 'unitId'>): Refusal | null {
  const why = whyNotAct(actor, 'handOver.take', from.unitId, refusals.mayNotTake);
  if (why) return why;
  return from.id === actor.id ? refusals.yourself : null;
}

const no = (code: string, status: Refusal['status'], message: string) => refusal(`handOver.${code}`, status, message);
export const refusals = {
  mayNotTake: no('mayNotTake', 403, '由接手的信息员自己接，请等他办；还没有账号的，请专班登记。'),
  noOfficer: no('noOfficer', 404, '本单位没有这名信息员，请返回重新选。'),
  yourself: no('yourself', 422, '这是您自己手上的，不用交接。'),
  nothing: no('nothing', 409, '他手上没有要接的，不用交接。'),
  movedOn: no('movedOn', 409, '打开之后他手上的事有变化，没有接；请刷新看过再接。'),
} as const;
