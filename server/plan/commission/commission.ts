import { mayAct, whyNotAct } from '../../identity/rights.ts';
import type { Actor } from '../../kernel/context.ts';
import { addDays, type CountyDate } from '../../kernel/dates.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { refusal } from '../../kernel/refusal.ts';
import { day, id, int, orNull, type RowOf, text } from '../../kernel/rows.ts';

export type CommissionState = 'open' | 'delivered' | 'missed' | 'withdrawn';

/** How a 约稿 stands on a day, in the office's words. */
export const standings = {
  waiting: '未交',
  delivered: '已交',
  late: '迟交',
  overdue: '逾期未交',
  missed: '逾期未交，已记',
  withdrawn: '已撤回',
} as const;
export type Standing = keyof typeof standings;

export type Commission = RowOf<typeof commissionRow>;
export const commissionRow = {
  id: id<'commission'>(),
  unitId: id<'unit'>(),
  unitName: text(),
  title: text(),
  wishes: text(),
  words: orNull(int()),
  projectId: orNull(id<'project'>()),
  projectName: orNull(text()),
  campaignId: orNull(id<'campaign'>()),
  theme: orNull(text()),
  dueOn: day(),
  lateFrom: day(),
  orderedOn: day(),
  deliveredOn: orNull(day()),
  articleId: orNull(id<'article'>()),
  state: text<CommissionState>(),
  standing: text<Standing>(),
  reason: text(),
  factId: orNull(id<'fact'>()),
  version: int(),
};

/** What an article of a project can tell, one by one (通知：政策内容……创新亮点). */
export const elements = [
  ...['政策内容', '实施范围', '补助标准', '申请程序', '受益群体', '资金投入', '实施进度', '实施成效', '创新亮点'],
] as const;

/** What must be in it, as one text: the elements, and the angle in the office's own words. */
export const wishesOf = (chosen: readonly string[], angle: string): string =>
  [elements.filter((each) => chosen.includes(each)).join('、'), angle.trim()].filter(Boolean).join('；');

/** The first day on which it is late however the scheme counts: a last day that nobody works moves on to the next work day. */
export function lateFrom(dueOn: CountyDate, isWorkday: (day: CountyDate) => boolean): CountyDate {
  let last = dueOn;
  for (let ahead = 0; ahead < 60 && !isWorkday(last); ahead++) last = addDays(last, 1);
  return addDays(last, 1);
}

type Due = Pick<Commission, 'lateFrom'>;
/**
 * The day that its fact carries: that of the delivery, or the first late one. So late and missing count in the month in which the
 * time ran out, whenever somebody says so; what is due on a month's last day ran out in the next, where a scheme can see it.
 */
export const factDay = ({ lateFrom }: Due, today: CountyDate): CountyDate => (lateFrom < today ? lateFrom : today);

type Named = Pick<Commission, 'title' | 'dueOn' | 'projectName' | 'theme'>;
export const attributesOf = (
  { title, dueOn, projectName, theme }: Named,
  delivery: { article: string; on: CountyDate } | null,
) => ({
  ...{ title, dueOn, deliveredOn: delivery?.on ?? null },
  ...(delivery ? { article: delivery.article } : {}),
  ...(projectName === null ? {} : { project: projectName }),
  ...(theme === null ? {} : { campaign: theme }),
});

export function whyNotWithdraw(actor: Actor, { unitId, state }: Pick<Commission, 'unitId' | 'state'>): Refusal | null {
  if (!mayAct(actor, 'commission.order', unitId)) return refusals.mayNotOrder;
  return state === 'open' ? null : refusals.notOpen;
}

export function whyNotSettle(actor: Actor, commission: Commission, today: CountyDate): Refusal | null {
  const why = whyNotWithdraw(actor, commission);
  return why ?? (today < commission.lateFrom ? refusals.notOver : null);
}

/** What this person may do to it today, and why not. */
export const mayOf = (actor: Actor, commission: Commission, today: CountyDate) => ({
  withdraw: whyNotWithdraw(actor, commission)?.message ?? null,
  settle: whyNotSettle(actor, commission, today)?.message ?? null,
  write: whyNotAct(actor, 'article.write', commission.unitId, refusals.mayNotWrite)?.message ?? null,
});

export const refusals = {
  notFound: refusal('commission.notFound', 404, '没有这份约稿，请返回约稿列表。'),
  movedOn: refusal('commission.movedOn', 409, '打开之后有人动过这份约稿，请刷新看过再办。'),
  mayNotOrder: refusal('commission.mayNotOrder', 403, '约稿由专班办公室发，请找他们。'),
  mayNotWrite: refusal('commission.mayNotWrite', 403, '稿件由被约的单位写，请等他们报送。'),
  pastDue: refusal('commission.pastDue', 422, '时限已经过了，请填今天或以后的一天。'),
  noUnit: refusal('commission.noUnit', 422, '名录里没有这个单位，它还没有设立或已停用，请重新选。'),
  noProject: refusal('commission.noProject', 422, '方案里没有这个项目，请重新选。'),
  noCampaign: refusal('commission.noCampaign', 422, '方案里没有这场宣传，请重新选。'),
  notOpen: refusal('commission.notOpen', 409, '这份约稿已经交了、记了或撤了，请刷新看看。'),
  notOver: refusal('commission.notOver', 409, '时限还没有过（逢休息日顺延到下一个工作日），过了再记未交。'),
} as const;
