import { refusal } from '../kernel/refusal.ts';
import { at, day, id, int, orNull, type RowOf, text } from '../kernel/rows.ts';

/** 公开属性. */
export const disclosures = { internal: '内部使用', onRequest: '依申请公开', public: '主动公开' } as const;
export type Disclosure = keyof typeof disclosures;

/** What the office says around the figures of a month, and how far it may go. */
export type Bulletin = RowOf<typeof bulletinRow>;
export const bulletinRow = {
  month: text(),
  number: orNull(text()),
  issuedOn: orNull(day()),
  opening: text(),
  closing: text(),
  disclosure: text<Disclosure>(),
  secrecyCheckedBy: orNull(text()),
  secrecyCheckedAt: orNull(at()),
  publishedAt: orNull(at()),
  editedBy: orNull(id<'person'>()),
  version: int(),
};

/** Before anybody wrote anything. */
export const blank = (month: string): Bulletin => ({
  ...{ month, number: null, issuedOn: null, opening: '', closing: '', disclosure: 'internal' },
  ...{ secrecyCheckedBy: null, secrecyCheckedAt: null, publishedAt: null, editedBy: null, version: 0 },
});

/** 邵民生办〔2023〕12号; brackets that are easier to type become those of the standard. Null: it is no 文号. */
export function numberOf(typed: string): string | null {
  const plain = typed
    .replace(/\s/g, '')
    .replace(/[[［(（【]/, '〔')
    .replace(/[\]］)）】]/, '〕');
  return /^[\p{Script=Han}]{2,14}〔20\d\d〕[1-9]\d{0,4}号$/u.test(plain) ? plain : null;
}

export const refusals = {
  noMonth: refusal('bulletin.noMonth', 404, '没有这个月的通报，请返回列表。'),
  mayNotWrite: refusal('bulletin.mayNotWrite', 403, '通报由专班办公室起草，请找他们。'),
  mayNotDisclose: refusal('bulletin.mayNotDisclose', 403, '公开属性由专班分管领导定，请找他。'),
  movedOn: refusal('bulletin.movedOn', 409, '打开之后有人改过，请刷新看过再办。'),
  notLocked: (month: string) =>
    refusal('bulletin.notLocked', 409, `${month} 还没有锁定，只能印预览；请锁定以后再编文号、定日期。`),
  badNumber: refusal(
    'bulletin.badNumber',
    422,
    '文号的写法不对，请照登记簿写，如“邵民生办〔2023〕12号”：序号前不加“第”，不编虚位。',
  ),
  numberTaken: refusal('bulletin.numberTaken', 409, '这个文号已经用在另一期通报上，请核对登记簿。'),
  badDay: (end: string) => refusal('bulletin.badDay', 422, `成文日期要在 ${end} 之后、不晚于今天，请核对。`),
  together: refusal('bulletin.together', 422, '文号和成文日期要一起填，请补上。'),
  isPublic: refusal('bulletin.isPublic', 409, '已经公开的通报不能改；要改，请分管领导先收回为内部。'),
  unfinished: refusal('bulletin.unfinished', 409, '还没有文号和成文日期，不能公开；请专班办公室先填好。'),
  unchecked: refusal('bulletin.unchecked', 422, '公开之前要作保密审查，请看过全文后确认。'),
  ownText: refusal('bulletin.ownText', 409, '最后改文字的是您，公开要由另一个人审查，请换人办理。'),
  noReason: refusal('bulletin.noReason', 422, '收回要写明理由，请补上。'),
  same: refusal('bulletin.same', 409, '公开属性没有变，请刷新看看。'),
} as const;

export const constraintRefusals = { bulletin_number_once: refusals.numberTaken };
