import type { CountyDate } from '../../../server/kernel/dates.ts';
import { span, stateOf } from '../../../server/portal/words.ts';
import type { PlanNow } from '../plan/planNow.ts';
import type { Told } from '../schedule/schedule.ts';
import type { Counts as Supervised } from '../supervision/orders.ts';

/** Where it is done: a page, the plan if none is named, and the place on it. */
export type Task = {
  key: string;
  kind: string;
  words: string;
  due: string;
  at: string;
  to?: string;
  search?: Record<string, string>;
};
type Plan = Pick<PlanNow, 'campaigns' | 'projects' | 'may'>;

/** What waits for this person: what is still open in the plan for who keeps it, what is on now for who is in it. */
export function waitingFor({ campaigns, projects, may }: Plan, unitId: string | null, today: CountyDate): Task[] {
  const unranked = projects.filter(({ rank }) => rank === null).length;
  const ranks = { key: 'ranks', kind: '方案', words: `${unranked} 个项目还没有定省级、市级`, due: '', at: 'projects' };
  const undated = campaigns
    .filter(({ precision }) => precision === 'fuzzy')
    .map((each) => taskOf(each, '待定', '还没有定起止日'));
  const ours = campaigns.filter((each) => unitId !== null && each.units.some(({ id }) => id === unitId));
  return [
    ...ours.filter((each) => stateOf(each, today) === 'on').map((each) => taskOf(each, '宣传', '正在集中宣传，轮到本单位')),
    ...(may.rank === null && unranked > 0 ? [ranks] : []),
    ...(may.create === null ? undated : []),
  ];
}

/** 本单位的活动改期: what was moved and the unit has not said it knows, once for each campaign. */
export function movesWaiting(moves: readonly Told[], unitId: string | null): Task[] {
  const unseen = moves.filter(({ unseen }) => unseen.some(({ id }) => id === unitId));
  const last = [...Map.groupBy(unseen, ({ campaignId }) => campaignId).values()].flatMap(([first]) => first ?? []);
  return last.map((move) => ({
    ...{ key: `move-${move.campaignId}`, kind: '改期', due: move.fromOn?.slice(5) ?? '', at: '' },
    words: `本单位的活动改期：第 ${move.campaignNo} 场 ${move.theme}，改为 ${span(move)}`,
    ...{ to: '/schedule', search: { campaign: move.campaignId } },
  }));
}

/** What waits for a person of the office: objections to answer, corrections and entries to confirm. */
export function reviewsWaiting({ toAnswer, toConfirm }: { toAnswer: number; toConfirm: number }, toDecide: number): Task[] {
  const task = (count: number, kind: string, words: string, to: string, search: Record<string, string>): Task[] =>
    count > 0 ? [{ key: `${to} ${words}`, kind, words: words.replace('#', `${count}`), due: '', at: '', to, search }] : [];
  return [
    ...task(toAnswer, '异议', '# 条异议待复核', '/objections', { state: 'pending' }),
    ...task(toConfirm, '异议', '# 条更正等您确认', '/objections', { state: 'proposed' }),
    ...task(toDecide, '登记', '# 条批示、差错等您确认', '/vouchers', {}),
  ];
}

type Ended = {
  month: string;
  state: 'open' | 'locked';
  may: { lock: string | null };
  paper?: { number: string | null; disclosure: string } | undefined;
};

/** Last month's next step, for whom it falls to: the lead locks and opens, the office numbers the 通报. */
export function monthWaiting({ month, state, may, paper }: Ended, roles: readonly string[]): Task[] {
  const task = (kind: string, what: string, to: string, search = {}): Task => {
    return { key: `month ${to}`, kind, words: `${Number(month.slice(5))}月${what}`, due: '', at: '', to, search };
  };
  if (state === 'open') return may.lock === null ? [task('考评', '考评可以锁定了', '/assessment', { month })] : [];
  const bulletin = `/bulletins/${month}`;
  if (!paper?.number) return roles.includes('officeStaff') ? [task('通报', '通报可以编文号、印发了', bulletin)] : [];
  const asks = roles.includes('officeLead') && paper.disclosure === 'internal';
  return asks ? [task('通报', '通报已编文号，等您审查公开', bulletin)] : [];
}

/** Exemptions that somebody else proposed and this person may confirm. */
export function exemptionsWaiting(exemptions: readonly { state: string; may: { confirm: string | null } }[]): Task[] {
  const count = exemptions.filter(({ state, may }) => state === 'proposed' && may.confirm === null).length;
  return count > 0
    ? [{ key: 'exemptions', kind: '考评', words: `豁免 ${count} 条等您确认`, due: '', at: '', to: '/exemptions' }]
    : [];
}

/** What a month's facts suggest and nobody has judged, for the office. */
export const flagsWaiting = ({ month, open }: { month: string; open: number }): Task[] =>
  open > 0
    ? [
        {
          ...{
            key: `flags ${month}`,
            kind: '考评',
            words: `${Number(month.slice(5))}月提示 ${open} 条等您判断`,
            due: '',
            at: '',
          },
          ...{ to: '/flags', search: { month, state: 'open' } },
        },
      ]
    : [];

/** 督办单 that wait for the unit, and for the office and its lead what is to be judged, granted, raised or agreed to. */
export function supervisionWaiting(counts: Supervised, today: string): Task[] {
  const task = (count: number, words: string, to = '/supervision', search: Record<string, string> = {}, due = ''): Task[] =>
    count > 0 ? [{ key: `${to} ${words}`, kind: '督办', words: words.replace('#', `${count}`), due, at: '', to, search }] : [];
  const { toAnswer, nextDueOn, toJudge, toExtend, toRaise, toApprove, toConfirm } = counts;
  const late = nextDueOn !== null && nextDueOn < today;
  const due = late ? '! 已到期' : nextDueOn === today ? '◔ 今天' : (nextDueOn?.slice(5) ?? '');
  return [
    ...task(toAnswer, '督办单 # 张等本单位反馈', '/supervision', { state: 'issued' }, due),
    ...task(toApprove, '# 张督办单等您同意'),
    ...toConfirm.flatMap(({ month }) => task(1, `${Number(month.slice(5))}月通报批评名单等您确认`, '/namings', { month })),
    ...task(toExtend, '# 张督办单申请延期，等答复'),
    ...task(toJudge, '# 张督办单已反馈，等销号', '/supervision', { state: 'answered' }),
    ...task(toRaise, '# 张督办单到期没有办结，可以升级', '/supervision', {}, '! 已到期'),
  ];
}

const taskOf = (campaign: PlanNow['campaigns'][number], kind: string, what: string): Task => ({
  key: campaign.id,
  kind,
  words: `第 ${campaign.no} 场 ${campaign.theme}${what}`,
  due: span(campaign),
  at: 'schedule',
});
