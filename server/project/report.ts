import { mayAct, whyNotAct } from '../identity/rights.ts';
import type { Actor } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { day, id, int, orNull, type RowOf, text, texts } from '../kernel/rows.ts';
import { money } from './elements.ts';
import { type Membership, refusals as projectRefusals } from './project.ts';
import { type Pace, paceOf } from './schedule.ts';

export const reportStates = { sent: '待核', accepted: '已收', returned: '已退回', replaced: '已换新' } as const;
export type ReportState = keyof typeof reportStates;

/** 月报: a project's money in hundredths of 万元, its progress and its result at the end of a month. */
export type Report = RowOf<typeof reportRow>;
export const reportRow = {
  id: id<'projectReport'>(),
  projectId: id<'project'>(),
  unitId: id<'unit'>(),
  unitName: text(),
  month: text(), // '2023-10'
  no: int(),
  measure: text(), // 户、公里、人
  planned: int(), // in the whole year
  done: int(), // from the year's beginning on
  moneyPlanned: int(),
  moneyArrived: int(),
  moneySpent: int(),
  result: text(),
  dueOn: day(),
  sentBy: id<'person'>(),
  sentByName: text(),
  sentOn: day(),
  state: text<ReportState>(),
  decidedByName: orNull(text()),
  decidedOn: orNull(day()),
  reason: text(),
  evidence: texts(),
  version: int(),
};

/** How a month's report of a project stands on a day. */
export const standings = { overdue: '逾期未报', returned: '已退回', sent: '待核', waiting: '未到期', accepted: '已收' } as const;
export type Standing = keyof typeof standings;

/** The versions of one month, and what they come to; late is told by the day of the first one. */
export type Month = {
  month: string;
  dueOn: CountyDate;
  standing: Standing;
  late: boolean;
  report: Report | null; // the newest
  accepted: Report | null;
  pace: Pace | null; // by what was accepted
};

export function monthOf(reports: readonly Report[], month: string, due: CountyDate, today: CountyDate): Month {
  const versions = reports.filter((report) => report.month === month).toSorted((a, b) => b.no - a.no);
  const [report = null] = versions;
  const first = versions.at(-1);
  const accepted = versions.find(({ state }) => state === 'accepted') ?? null;
  return {
    ...{ month, report, accepted, dueOn: first?.dueOn ?? due },
    standing: standingOf(report, due, today),
    late: first ? first.sentOn > first.dueOn : today > due,
    pace: accepted ? paceOf(accepted, month) : null,
  };
}

function standingOf(newest: Report | null, due: CountyDate, today: CountyDate): Standing {
  if (newest === null) return today > due ? 'overdue' : 'waiting';
  return newest.state === 'replaced' ? 'sent' : newest.state;
}

/** What an attentive reader would ask: nothing is refused for it, and nobody has to find it himself. */
export function doubtsOf(report: Report, before: Report | null): string[] {
  const { done, measure, planned, moneyPlanned, moneyArrived, moneySpent } = report;
  return [
    before && done < before.done && before.measure === measure
      ? `已办 ${done} ${measure}，比 ${Number(before.month.slice(5))} 月报的 ${before.done} ${measure} 少`
      : null,
    before && planned !== before.planned ? `全年任务从 ${before.planned} 改成了 ${planned}` : null,
    moneySpent > moneyArrived ? `已付 ${money(moneySpent)}，比到位的 ${money(moneyArrived)} 多` : null,
    moneyArrived > moneyPlanned ? `到位 ${money(moneyArrived)}，比计划的 ${money(moneyPlanned)} 多` : null,
  ].filter((doubt) => doubt !== null);
}

/** Why this person may not report for a project that this unit leads; null when he may. */
export const whyNotReport = (actor: Actor, lead: Pick<Membership, 'unitId'> | undefined): Refusal | null =>
  lead ? whyNotAct(actor, 'project.report', lead.unitId, refusals.mayNotReport) : projectRefusals.noLead;

export function whyNotDecideReport(actor: Actor, { state }: Pick<Report, 'state'>): Refusal | null {
  if (!mayAct(actor, 'project.confirm', null)) return refusals.mayNotDecide;
  return state === 'sent' ? null : refusals.notSent(state);
}

const no = (code: string, status: Refusal['status'], message: string) => refusal(`report.${code}`, status, message);
export const refusals = {
  notFound: no('notFound', 404, '没有这份月报，请返回列表。'),
  mayNotReport: no('mayNotReport', 403, '月报由牵头单位报，请等他们报来。'),
  mayNotDecide: no('mayNotDecide', 403, '月报由专班办公室核，请等他们办理。'),
  notOver: (month: string) => no('notOver', 422, `${Number(month.slice(5))} 月还没有过完，请过完再报。`),
  otherYear: (year: number) => no('otherYear', 422, `方案是 ${year} 年的，只报这一年的月份。`),
  noEvidence: no('noEvidence', 422, '还没有佐证：请交台账、照片或拨付凭证，至少一份。'),
  noFile: no('noFile', 422, '有文件没有传上来，请重新传这几份。'),
  reasonNeeded: no('reasonNeeded', 422, '请写退回的理由，单位看得到。'),
  notSent: (state: ReportState) => no('notSent', 409, `这份月报${reportStates[state]}，没有等着核的。`),
  movedOn: no('movedOn', 409, '打开之后有人动过这个月的月报，请刷新看过再办。'),
} as const;

export const constraintRefusals = {
  project_report_no_once: refusals.movedOn,
  project_report_sent_once: refusals.movedOn,
  project_report_accepted_once: refusals.movedOn,
};
