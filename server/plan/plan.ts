import { refusal } from '../kernel/refusal.ts';
import { day, id, int, json, orNull, type RowOf, text } from '../kernel/rows.ts';
import type { CampaignUnit, Duty, Precision } from '../notice/reading.ts';
import { refusals as commissionRefusals } from './commission/commission.ts';

export const projectRanks = { provincial: '省级', municipal: '市级' } as const;
export type ProjectRank = keyof typeof projectRanks;

/** 方案 of a year, as it was read from the notice and settled by a person. */
export type Plan = RowOf<typeof planRow>;
export const planRow = {
  id: id<'plan'>(),
  year: int(),
  title: text(),
  issuer: orNull(text()),
  number: orNull(text()),
  issuedOn: orNull(day()),
  version: int(),
};

/** 实事项目; its rank is nowhere in the notice and is set by a person. */
export type Project = RowOf<typeof projectRow>;
export const projectRow = {
  id: id<'project'>(),
  name: text(),
  theme: orNull(text()),
  rank: orNull(text<ProjectRank>()),
  version: int(),
};

/** 一场宣传. Without days a window counts from its first to its last day. */
export type Campaign = RowOf<typeof campaignRow>;
export const campaignRow = {
  id: id<'campaign'>(),
  no: text(),
  theme: text(),
  fromOn: orNull(day()),
  toOn: orNull(day()),
  days: json<string[]>(),
  windowText: text(),
  precision: text<Precision>(),
  line: int(),
  projects: json<string[]>(),
  units: json<{ id: string; name: string; role: CampaignUnit['role'] }[]>(),
  cancelledOn: orNull(day()),
  cancelReason: orNull(text()),
  version: int(),
};

/** 补充通知 whose difference the plan has taken over. */
export type Amendment = RowOf<typeof amendmentRow>;
export const amendmentRow = { id: id<'amendment'>(), title: text(), number: orNull(text()), issuedOn: orNull(day()) };

/** As it is in force. */
export type PlannedDuty = RowOf<typeof dutyRow>;
export const dutyRow = {
  id: id<'duty'>(),
  place: int(),
  what: text(),
  count: orNull(int()),
  per: orNull(text<NonNullable<Duty['per']>>()),
  each: text<Duty['each']>(),
  fromOn: orNull(day()),
  toOn: orNull(day()),
  dueText: orNull(text()),
  clause: orNull(text()),
  line: int(),
  who: orNull(text()),
};

/** As it stood in these versions of the plan, both ends counted, until a 补充通知 put another in its place. */
export type FormerDuty = RowOf<typeof formerDutyRow>;
export const formerDutyRow = {
  ...dutyRow,
  fromVersion: int(),
  toVersion: int(),
  nextId: id<'duty'>(),
  changedBy: text(), // title of the notice that changed it
  changedOn: orNull(day()), // its day of issue
};

export const dutyPeriods = { week: '每周', month: '每月', quarter: '每季', year: '每年', campaign: '每场' } as const;

export const refusals = {
  exists: (year: number) => refusal('plan.exists', 409, `${year} 年的方案已经建立，不会重复建；请先看新来文与现方案的差别。`),
  noPlan: (year: number) => refusal('plan.noPlan', 409, `${year} 年还没有方案，请先建立方案。`),
  nothingNew: refusal('plan.nothingNew', 422, '来文和现方案相同，没有要改的；要取消某一场，请先勾选并写理由。'),
  noYear: refusal('plan.noYear', 422, '来文里没有读出年份，请填写方案年度。'),
  noCampaigns: refusal('plan.noCampaigns', 422, '没有读出宣传安排，不能建立方案；请检查粘贴的来文是否完整。'),
  unsettled: (count: number) => refusal('plan.unsettled', 422, `还有 ${count} 处疑点没有定，请逐处定完再建立。`),
  noSuchChoice: (choice: string) => refusal('plan.noSuchChoice', 422, `疑点里没有“${choice}”这个选项，请刷新页面重新选。`),
  garbled: refusal('plan.garbled', 422, '您说来文有乱码或读错了，请换一份文件再读。'),
  badWindow: (text: string) =>
    refusal('plan.badWindow', 422, `“${text}”填的日子读不懂，起止日请写成 2023-12-01—2023-12-10，前一天不晚于后一天。`),
  unknownUnits: (names: readonly string[]) =>
    refusal('plan.unknownUnits', 422, `名录里没有 ${names.join('、')}，请先新增或对照名录。`),
  mayNotCreate: refusal('plan.mayNotCreate', 403, '方案由专班办公室建立，请找他们。'),
  mayNotRank: refusal('plan.mayNotRank', 403, '项目级别由专班办公室定，请找他们。'),
  noProject: refusal('plan.noProject', 404, '没有这个项目，请返回方案。'),
  movedOn: refusal('plan.movedOn', 409, '打开之后有人改过，请刷新看过再定。'),
} as const;

export const constraintRefusals = {
  plan_year_once: refusal('plan.exists', 409, '这一年的方案刚由别人建立，没有重复建；请刷新看看。'),
  calendar_link_pkey: refusal('link.taken', 409, '这个链接用过了，请再点一次生成。'),
  commission_county_id_project_id_fkey: commissionRefusals.noProject,
  commission_county_id_campaign_id_fkey: commissionRefusals.noCampaign,
};
