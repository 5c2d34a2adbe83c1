import { refusal } from '../kernel/refusal.ts';
import { day, id, int, type RowOf, text } from '../kernel/rows.ts';

/** What a unit can be reminded of; `subject` tells two of a kind apart, `period` is the month or the day that it is due. */
export const matters = { filing: '报备', commission: '约稿', quota: '报送' } as const;
export type MatterKind = keyof typeof matters;
export type Matter = { matter: MatterKind; subject: string; unitId: string; period: string };
export const matterKey = ({ matter, subject, unitId, period }: Matter) => [matter, subject, unitId, period].join(' ');

/** How often somebody was reminded of it, and when last by whom. */
export type Told = RowOf<typeof toldRow>;
export const toldRow = {
  matter: text<MatterKind>(),
  subject: text(),
  unitId: id<'unit'>(),
  period: text(),
  round: int(),
  byName: text(),
  madeOn: day(),
};

export const refusals = {
  toldAlready: refusal('message.toldAlready', 409, '其中有的刚由别人提醒过，没有再记；请刷新看看还差哪些。'),
} as const;
export const constraintRefusals = { message_matter_pkey: refusals.toldAlready };
