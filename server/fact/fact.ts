import type { MediaTier } from '../channel/channel.ts';
import { refusal } from '../kernel/refusal.ts';
import { day, flag, id, json, orNull, type RowOf, text, texts } from '../kernel/rows.ts';

/** 事实的种类: what can happen and count. */
export const factKinds = {
  submission: '报送',
  adoption: '采用',
  commission: '约稿',
  instruction: '批示',
  error: '差错',
  report: '进度填报',
  activity: '活动',
  broadcast: '播出',
  display: '阵地展示',
  visit: '走访',
  observation: '观察',
  answer: '答复',
  attendance: '参会',
} as const;
export type FactKind = keyof typeof factKinds;

export const forms = { sole: '单条', merged: '综合', brief: '简讯', photo: '图片', repost: '转载' } as const;
export const placements = { front: '头版', top: '头条', frontTop: '头版头条', ordinary: '一般位置' } as const;

/** What the judgement rested on. What a kind has no use for stays away; a `tier` of null is an outlet still 待认定. */
export type FactAttributes = {
  article?: string;
  title?: string;
  carrier?: string; // 载体, by the name that schemes use
  tier?: MediaTier | null;
  outletGroup?: string; // one house's paper, site and app
  form?: keyof typeof forms; // absent: sole
  placement?: keyof typeof placements; // absent: ordinary
  words?: number;
  quantity?: number; // 一条算几条: households, readers, places; absent: 1
  issue?: string; // 期号 of a brief
  genre?: string; // 体裁: 动态、经验、调研……
  rank?: string; // of the leader who wrote an instruction
  nature?: string; // of an error: 失实、抄袭……
  shares?: Readonly<Record<string, number>>; // unit → weight, of a piece made together
  dueOn?: string;
  deliveredOn?: string | null; // null or absent: not yet
  project?: string;
  campaign?: string;
  measure?: string; // of the notice, '1' to '11'
};

/** What happened and counts. A change of mind is a cancelling fact, or a new one that replaces the old. */
export type Fact = RowOf<typeof factRow>;
export const factRow = {
  id: id<'fact'>(),
  unit: id<'unit'>(),
  kind: text<FactKind>(),
  day: day(),
  period: text(), // '2023-10'
  verified: flag(),
  cancels: orNull(id<'fact'>()),
  replaces: orNull(id<'fact'>()),
  corrects: orNull(text()), // the locked month that should have held it: it counts there, and what that changes is a correction in its period
  attributes: json<FactAttributes>(),
  evidence: texts(), // SHA-256 of each file
};

export const refusals = {
  future: refusal('fact.future', 422, '日期还没有到，不能先记；请核对日期。'),
  changed: refusal('fact.changed', 409, '这一条刚由别人改过，请刷新看过再办。'),
  noReceipt: refusal('fact.noReceipt', 404, '没有这张回执，请返回上一页重新打开。'),
  reviewed: refusal('fact.reviewed', 409, '这一条已经异议复核更正，不能在这里再改；有新的佐证，请在下一次异议期提出。'),
  addedAlready: (month: string) =>
    refusal(
      'fact.addedAlready',
      409,
      `这一条异议复核已经补记，算 ${month} 的，再记就算了两次；不是同一件的，请把题目或载体写清楚，补记不对的请在异议期提出。`,
    ),
  gone: refusal('fact.gone', 409, '这一条记录已经不在了，请刷新页面再办。'),
} as const;

export const constraintRefusals = {
  fact_cancelled_once: refusals.changed,
  fact_replaced_once: refusals.changed,
};
