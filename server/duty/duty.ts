import type { Cover } from '../bulletin/covers.ts';
import { refusal } from '../kernel/refusal.ts';

/** Where the rows behind a figure lie: a page of the workbench and what is chosen there. */
export type Place = { to: string; search: Record<string, string> };
export type DutyCell = { state: Cover; words: string; place: Place | null };

/** A column of 职责: what is asked, by which clause. */
export type DutyColumn = {
  key: string;
  group: string; // 措施, 约稿, 报备
  title: string;
  often: string; // how many and how often, '' where nothing is said
  clause: string;
};
export type DutyRow = { id: string; name: string; cells: DutyCell[] };

export const refusals = {
  noMonth: refusal('duty.noMonth', 404, '这个月还没有到，请选一个已经开始的月份。'),
  noWeek: refusal('duty.noWeek', 404, '这一周还没有到，请选已经开始的一周。'),
  mayNotRemind: refusal('duty.mayNotRemind', 403, '提醒由专班办公室发；要转给本单位的人，请自己复制。'),
  gone: refusal('duty.gone', 409, '其中有的已经办好了，没有记；请刷新看看还差哪些。'),
} as const;
