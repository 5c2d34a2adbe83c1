import { at, day, flag, id, int, json, orNull, type RowOf, text } from '../kernel/rows.ts';

/** 三色督办单 and 约谈, in the order in which an order goes up. */
export const colours = { blue: '蓝单', orange: '橙单', red: '红单', talk: '约谈' } as const;
export type Colour = keyof typeof colours;
export const colourMeaning: Record<Colour, string> = { blue: '提醒', orange: '警告', red: '问责', talk: '约谈主要负责人' };
const order = Object.keys(colours) as Colour[];
export const heightOf = (colour: Colour): number => order.indexOf(colour);
/** What comes after it; null after 约谈. */
export const nextColour = (colour: Colour): Colour | null => order[heightOf(colour) + 1] ?? null;
/** Whatever needs the lead's word before it goes out. */
export const needsSecond = (colour: Colour) => colour === 'red' || colour === 'talk';

export const orderStates = {
  proposed: '待签发',
  issued: '待反馈',
  answered: '已反馈',
  closed: '已销号',
  withdrawn: '已撤回',
} as const;
export type OrderState = keyof typeof orderStates;
export const isOpen = (state: OrderState) => state === 'proposed' || state === 'issued' || state === 'answered';

/** A frozen month in which the unit sent less than it was asked for. */
export type BasisMonth = { month: string; submitted: number; quota: number; countOnly: boolean };

/** 督办单. `nextColour`: asked for and not yet agreed to by the lead. `askedDueOn`: the unit asks for more time. */
export type Order = RowOf<typeof orderRow>;
export const orderRow = {
  id: id<'supervisionOrder'>(),
  unitId: id<'unit'>(),
  unitName: text(),
  colour: text<Colour>(),
  matter: text(),
  matterKey: text(),
  requirement: text(),
  dueOn: day(),
  state: text<OrderState>(),
  draftedByName: text(),
  draftedOn: day(),
  issuedOn: orNull(day()),
  proposedBy: orNull(id<'person'>()),
  confirmedByName: orNull(text()),
  nextColour: orNull(text<Colour>()),
  nextDueOn: orNull(day()),
  nextRequirement: orNull(text()),
  askedDueOn: orNull(day()),
  answer: text(),
  answeredOn: orNull(day()),
  endedOn: orNull(day()),
  months: json<readonly BasisMonth[]>(),
  version: int(),
};

export const stepWords = {
  draft: '拟单',
  issue: '发出',
  agree: '同意发出',
  disagree: '不同意',
  answer: '整改反馈',
  ask: '申请延期',
  extend: '同意延期',
  keepDue: '不同意延期',
  raise: '升级',
  proposeRaise: '拟升级',
  sendBack: '退回重新反馈',
  close: '销号',
  withdraw: '撤回',
  reopen: '撤销销号',
} as const;
export type StepWhat = keyof typeof stepWords;
/** What the office and its lead settle among themselves before the unit hears of it. */
export const isInside = (what: StepWhat) => what === 'draft' || what === 'proposeRaise' || what === 'disagree';
export type Step = RowOf<typeof stepRow>;
export const stepRow = { no: int(), what: text<StepWhat>(), reason: text(), byName: text(), doneOn: day(), doneAt: at() };

/** The matter of every order that rests on short months: a unit has one of it at a time. */
export const shortKey = 'short';

/** 'due', 'overdue' or neither: as a list says it. */
export const isOverdue = ({ state, dueOn }: Pick<Order, 'state' | 'dueOn'>, today: string) =>
  (state === 'issued' || state === 'answered') && dueOn < today;

/** '2023-10 报送 1 篇，任务 3 篇，缺 2 篇' */
export const basisWords = ({ month, submitted, quota, countOnly }: BasisMonth) =>
  `${month} 报送 ${submitted} 篇，任务 ${quota} 篇，缺 ${quota - submitted} 篇${countOnly ? '（只统计）' : ''}`;

/** 督办规则 from a day on. `run` 0 and `top`, `bottom` 0: that list is not drawn by it. */
export type Rules = RowOf<typeof rulesRow>;
export const rulesRow = {
  fromOn: day(),
  blue: int(),
  orange: int(),
  red: int(),
  talk: int(),
  zero: int(),
  top: int(),
  bottom: int(),
  run: int(),
  listZero: flag(),
  reason: text(),
  setByName: text(),
  setAt: at(),
};
export type Thresholds = Pick<Rules, 'blue' | 'orange' | 'red' | 'talk' | 'zero' | 'top' | 'bottom' | 'run' | 'listZero'>;
/** Until a county says otherwise. */
export const usualRules: Thresholds = { blue: 1, orange: 2, red: 3, talk: 4, zero: 2, top: 3, bottom: 3, run: 3, listZero: true };

/** Those in force on a day: the latest that began by then. `all` in the order of their days. */
export const rulesOn = (all: readonly (Thresholds & Pick<Rules, 'fromOn'>)[], day: string): Thresholds =>
  all.findLast(({ fromOn }) => fromOn <= day) ?? usualRules;

/** Work days until an order is due, as the form suggests it. */
export const usualWorkdays: Record<Colour, number> = { blue: 5, orange: 5, red: 3, talk: 5 };
