import type { FilingRow, Term } from '../filing/board.ts';
import { filingKinds } from '../filing/filing.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { type Matter, matterKey, type Told } from '../message/message.ts';
import type { Commission } from '../plan/commission/commission.ts';
import type { Quota } from './home.ts';

/** Something that a unit can be reminded of; `round`: how often it has been, `told`: when last and by whom. */
export type Reminder = Matter & {
  key: string;
  unit: string;
  words: string; // what of it, without the unit's name
  dueOn: CountyDate;
  round: number;
  told: { byName: string; on: CountyDate } | null;
};

type Given = {
  rows: readonly FilingRow[];
  terms: readonly Term[];
  commissions: readonly Pick<Commission, 'id' | 'unitId' | 'unitName' | 'title' | 'dueOn' | 'state'>[];
  quota: Quota | null;
  told: readonly Told[];
  soon: CountyDate; // what is due by that day is about to be late
  today: CountyDate;
};
/** With fewer work days of the month left, units are told how many articles they lack. */
export const quotaWarning = 5;

/** All that is late or about to be, the earliest first. */
export function remindersOf(given: Given): Reminder[] {
  const told = new Map(given.told.map((each) => [matterKey(each), each]));
  return [...filings(given), ...commissions(given), ...quotas(given)]
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))
    .map((matter) => {
      const key = matterKey(matter);
      const last = told.get(key);
      return { ...matter, key, round: last?.round ?? 0, told: last ? { byName: last.byName, on: last.madeOn } : null };
    });
}

type Bare = Omit<Reminder, 'key' | 'round' | 'told'>;
const filings = ({ rows, terms, soon }: Given): Bare[] =>
  rows.flatMap(({ id: unitId, name: unit, cells }) =>
    cells.flatMap(({ kind, standing }) => {
      const dueOn = terms.find((term) => term.kind === kind)?.dueOn ?? null;
      const open = standing !== 'taken' && standing !== 'filed';
      if (!open || dueOn === null || dueOn > soon) return [];
      return [{ matter: 'filing' as const, subject: kind, unitId, unit, period: dueOn, dueOn, words: filingKinds[kind] }];
    }),
  );

const commissions = ({ commissions, soon }: Given): Bare[] =>
  commissions
    .filter(({ state, dueOn }) => state === 'open' && dueOn <= soon)
    .map(({ id: subject, unitId, unitName: unit, title, dueOn }) => ({
      ...{ matter: 'commission' as const, subject, unitId, unit, period: dueOn, dueOn, words: `《${title}》` },
    }));

function quotas({ quota, today }: Given): Bare[] {
  if (quota === null || quota.workdaysLeft > quotaWarning) return [];
  return quota.units.flatMap(({ id: unitId, name: unit, submitted }) => {
    const lack = quota.count - submitted;
    const about = { matter: 'quota' as const, subject: '', unitId, unit, period: quota.month };
    return lack > 0 ? [{ ...about, dueOn: today, words: `差 ${lack} 篇` }] : [];
  });
}

const named = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

type Chosen = Pick<Reminder, 'matter' | 'subject' | 'unit' | 'words' | 'dueOn' | 'period'>;
/** The words for the work group: grouped by matter and day, names of units and titles only. */
export function remindText(chosen: readonly Chosen[], today: CountyDate, workdaysLeft: number): string {
  const groups = Map.groupBy(chosen, ({ matter, subject, dueOn, period }) =>
    matter === 'filing' ? `filing ${subject} ${dueOn}` : matter === 'commission' ? `commission ${dueOn}` : `quota ${period}`,
  );
  const lines = [...groups.values()].map((group) => sentence(group, today, workdaysLeft));
  const body = lines.map((line, at) => (lines.length > 1 ? `${at + 1}. ${line}` : line));
  return [
    `【提醒】${named(today)}，请有关单位看一看：`,
    ...body,
    '已经办好的请忽略，有困难的请跟我们说。谢谢大家！',
    '专班办公室',
  ].join('\n');
}

function sentence(group: readonly Chosen[], today: CountyDate, workdaysLeft: number): string {
  const [first] = group;
  if (!first) return '';
  const { matter, dueOn, period } = first;
  const when = dueOn < today ? `${named(dueOn)}到期，还没有收到` : dueOn === today ? '今天到期' : `${named(dueOn)}到期`;
  if (matter === 'quota') {
    const units = group.map(({ unit, words }) => `${unit}（${words}）`).join('、');
    return `${Number(period.slice(5))}月报送还没有报满，还剩 ${workdaysLeft} 个工作日：${units}。`;
  }
  if (matter === 'filing') return `${first.words}（${when}）：${group.map(({ unit }) => unit).join('、')}。`;
  return `约稿（${when}）：${group.map(({ unit, words }) => `${unit}${words}`).join('、')}。`;
}
