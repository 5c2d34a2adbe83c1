import { mayAct, whyNotAct } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { day, id, int, json, orNull, type RowOf, text } from '../kernel/rows.ts';

/** What every 责任单位 hands in under the year's plan, once for the year. */
export const filingKinds = {
  plan: '实施方案',
  contacts: '负责领导和信息员',
  agenda: '列入议程',
  mechanism: '建立机制',
  assessment: '纳入年度考核',
} as const;
export type FilingKind = keyof typeof filingKinds;
export const kindsInOrder = Object.keys(filingKinds) as FilingKind[];

export type FilingState = 'filed' | 'taken' | 'returned';
/** How one stands on a day: what is asked for first comes first. */
export const standings = {
  overdue: '逾期未报',
  returned: '退回待改',
  missing: '还没有报',
  filed: '已报待收',
  taken: '已收',
} as const;
export type FilingStanding = keyof typeof standings;

export type Filing = RowOf<typeof filingRow>;
export const filingRow = {
  id: id<'filing'>(),
  unitId: id<'unit'>(),
  kind: text<FilingKind>(),
  state: text<FilingState>(),
  happenedOn: orNull(day()), // of the three statements
  words: text(),
  sha256: orNull(text()),
  leader: text(), // of contacts: 负责领导, with his post
  leaderPost: text(),
  officerId: orNull(id<'person'>()),
  officerName: orNull(text()),
  filedByName: text(),
  filedOn: day(),
  decidedByName: orNull(text()),
  decidedOn: orNull(day()),
  reason: text(),
  version: int(),
};

/** What is handed in; each kind has its own part of it. */
export type Content = Pick<Filing, 'happenedOn' | 'words' | 'sha256' | 'leader' | 'leaderPost' | 'officerId'>;

export const stepWords = { file: '报来', take: '收下', return: '退回' } as const;
export type StepWhat = keyof typeof stepWords;
export type FilingStep = RowOf<typeof stepRow>;
export const stepRow = {
  no: int(),
  what: text<StepWhat>(),
  reason: text(),
  content: json<Partial<Content>>(),
  byName: text(),
  doneOn: day(),
};

export type Standing = { filing: Filing | null; dueOn: CountyDate | null };
export function standingOf({ filing, dueOn }: Standing, today: CountyDate): FilingStanding {
  if (filing && filing.state !== 'returned') return filing.state;
  if (dueOn !== null && dueOn < today) return 'overdue';
  return filing ? 'returned' : 'missing';
}

/** What is missing of a kind's content; null when it is whole. */
export function lackOf(kind: FilingKind, content: Content, today: CountyDate): Refusal | null {
  if (kind === 'contacts')
    return content.leader === '' ? refusals.noLeader : content.officerId === null ? refusals.noOfficer : null;
  if (kind === 'plan') return content.words === '' && content.sha256 === null ? refusals.noPlanText : null;
  if (content.happenedOn === null) return refusals.noDay;
  if (content.happenedOn > today) return refusals.future;
  return content.words === '' ? refusals.noWords : null;
}

/** Of a kind only what belongs to it is kept. */
export function contentOf(kind: FilingKind, { happenedOn, words, sha256, leader, leaderPost, officerId }: Content): Content {
  const contacts = kind === 'contacts';
  return {
    happenedOn: kind === 'plan' || contacts ? null : happenedOn,
    ...{ words, sha256, leader: contacts ? leader : '', leaderPost: contacts ? leaderPost : '' },
    officerId: contacts ? officerId : null,
  };
}

export const whyNotFile = (actor: Actor, unitId: string): Refusal | null =>
  whyNotAct(actor, 'filing.write', unitId, refusals.mayNotFile);

export function whyNotDecide(actor: Actor, filing: Pick<Filing, 'state'> | null): Refusal | null {
  if (!mayAct(actor, 'filing.decide', null)) return refusals.mayNotDecide;
  return filing?.state === 'filed' ? null : refusals.nothingToDecide;
}

const no = (code: string, status: Refusal['status'], message: string) => refusal(`filing.${code}`, status, message);
export const refusals = {
  notFound: no('notFound', 404, '没有这份报备，请返回列表。'),
  noPlan: no('noPlan', 409, '还没有年度方案，请专班先读入通知、建立方案。'),
  notBound: no('notBound', 422, '这个单位不在方案的责任单位里，不用报；确实要报的，请专班先把它写进方案。'),
  mayNotFile: no('mayNotFile', 403, '由责任单位自己报，请等他们报来，或发提醒。'),
  mayNotDecide: no('mayNotDecide', 403, '由专班办公室收下或退回，请等他们办理。'),
  nothingToDecide: no('nothingToDecide', 409, '现在没有等您收的；单位报来以后再办。'),
  noLeader: no('noLeader', 422, '请填负责领导的姓名。'),
  noOfficer: no('noOfficer', 422, '请选一名信息员；名单里没有的，请专班先在“人员”里登记。'),
  notOfficer: no('notOfficer', 422, '选的人不是本单位在用的信息员，请重新选。'),
  noPlanText: no('noPlanText', 422, '请贴上实施方案的正文，或传盖章件的扫描件、PDF。'),
  noDay: no('noDay', 422, '请填是哪一天。'),
  noWords: no('noWords', 422, '请用一两句话写清楚，例如哪次会议、哪份文件。'),
  noFile: no('noFile', 422, '文件没有传上来，请重新传。'),
  future: no('future', 422, '日期还没有到，请核对。'),
  reasonNeeded: no('reasonNeeded', 422, '请写退回的理由，单位照着改。'),
  movedOn: no('movedOn', 409, '打开之后有人办过，请刷新看过再办。'),
} as const;

export const constraintRefusals = { filing_once: refusals.movedOn, filing_term_pkey: refusals.movedOn };
