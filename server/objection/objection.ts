import { effects } from '../assessment/clauses/rule.ts';
import { type FactAttributes, type FactKind, factKinds } from '../fact/fact.ts';
import { at, day, flag, id, int, json, orNull, type RowOf, text, texts } from '../kernel/rows.ts';

/** What is contested: a line of the own account, something that is not in it, or a correction of another unit's. */
export const subjects = { line: '得分单的一行', missing: '漏记的一件事', correction: '别的单位的更正' } as const;
export type Subject = keyof typeof subjects;

export const objectionStates = {
  pending: '待复核',
  upheld: '维持',
  proposed: '更正待确认',
  corrected: '更正',
  withdrawn: '已撤回',
} as const;
export type ObjectionState = keyof typeof objectionStates;

export type Objection = RowOf<typeof objectionRow>;
export const objectionRow = {
  id: id<'objection'>(),
  month: text(),
  unitId: id<'unit'>(),
  unitName: text(),
  unitClosedOn: orNull(day()), // the unit's last day, when it has one
  host: flag(), // the unit in which the office sits
  aboutId: id<'unit'>(), // whose account
  aboutName: text(),
  what: text<Subject>(),
  clause: text(), // '' for something missing
  effect: text(),
  corrects: orNull(text()),
  points: text(),
  kind: orNull(text<FactKind>()),
  happenedOn: orNull(day()),
  title: text(),
  reason: text(),
  raisedBy: id<'person'>(),
  raisedByName: text(),
  raisedOn: day(),
  raisedAt: at(),
  endsOn: day(), // the last day on which it could be raised
  state: text<ObjectionState>(),
  answeredBy: orNull(id<'person'>()),
  answeredByName: orNull(text()),
  answeredOn: orNull(day()),
  answer: text(),
  confirmedByName: orNull(text()),
  confirmedOn: orNull(day()),
  period: orNull(text()), // the month that shows the correction
  facts: texts(),
  evidence: texts(), // the unit's
  documents: texts(), // the office's
  proposal: int(),
  version: int(),
};

export const stepWords = {
  raise: '提出异议',
  withdraw: '撤回',
  uphold: '维持',
  propose: '拟更正',
  confirm: '确认更正',
  reject: '不同意更正',
} as const;
export type StepWhat = keyof typeof stepWords;
export type Step = RowOf<typeof stepRow>;
export const stepRow = { no: int(), what: text<StepWhat>(), reason: text(), byName: text(), doneOn: day(), doneAt: at() };

/** What a correction does to the ledger: takes a fact out, puts another in its place, or adds one that was missing. */
export const verbs = { cancel: '撤销', replace: '改成', record: '补记' } as const;
export type Verb = keyof typeof verbs;
export type Change = RowOf<typeof changeRow>;
export const changeRow = {
  no: int(),
  verb: text<Verb>(),
  undoes: orNull(id<'fact'>()),
  kind: orNull(text<FactKind>()),
  happenedOn: orNull(day()),
  attributes: json<FactAttributes>(),
  late: flag(), // 补记 of what came only after the lock: late evidence of the open month; else a correction of the locked one
};

/** The locked month that a correction is about: what is contested is a line of it, is missing in it, or corrects it. */
export const monthMeant = ({ month, corrects }: Pick<Objection, 'month' | 'corrects'>): string => corrects ?? month;

/** What becomes of a fact that is added, in words; `month` is the locked one. */
export const lateWords = (late: boolean, month: string): string =>
  late
    ? `${month} 锁定以后才交来，按迟到的佐证记入没锁的月份，不改 ${month}`
    : `${month} 锁定以前已经交来，漏记或错退的，更正 ${month}`;

type Line = Pick<Objection, 'clause' | 'effect' | 'corrects'>;
type Missing = Pick<Objection, 'kind' | 'happenedOn' | 'title'>;
type Key = Pick<Objection, 'what' | 'aboutId'> & Line & Missing;

/** Which line it is, so that the same is not contested twice. */
export const keyOf = ({ what, aboutId, clause, effect, corrects, kind, happenedOn, title }: Key) =>
  JSON.stringify(what === 'missing' ? [what, kind, happenedOn, title] : [what, aboutId, clause, effect, corrects]);

type Frozen = { unit: string; clause: string; effect: string; corrects: string | null };
/** Whether a line of the frozen month is the one that is meant. */
export const isLine = (line: Frozen, { aboutId, clause, effect, corrects }: Line & Pick<Objection, 'aboutId'>) =>
  line.unit === aboutId && line.clause === clause && line.effect === effect && line.corrects === corrects;

/** '第五条（三） 得分，更正 2023-09', '漏记 采用 2023-10-19《一渠清水》' */
export function aboutWords({ what, clause, effect, corrects, kind, happenedOn, title }: Omit<Key, 'aboutId'>): string {
  if (what === 'missing') return `漏记 ${kind ? factKinds[kind] : ''} ${happenedOn ?? ''}《${title}》`;
  const named = effect in effects ? effects[effect as keyof typeof effects] : effect;
  return `${clause} ${named}${corrects === null ? '' : `，更正 ${corrects}`}`;
}
