import { firstDay, lastDay, monthOf } from '../assessment/months.ts';
import type { FilingRow, Term } from '../filing/board.ts';
import { filingKinds } from '../filing/filing.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { matterKey } from '../message/message.ts';
import type { Place } from './duty.ts';
import type { Doing, Item } from './queries/home.ts';

/** One thing that waits for somebody, and the one tap to it. `act`: what is written on the button. */
export type Task = Place & {
  key: string;
  kind: string;
  words: string;
  unit: string;
  dueOn: CountyDate | null;
  sinceOn: CountyDate | null;
  act: string;
};

type Way = { kind: string; act: string; place: (id: string) => Place };
const ways: Record<Doing, Way> = {
  review: { kind: '审签', act: '开始审', place: (id) => ({ to: `/articles/${id}`, search: {} }) },
  revise: { kind: '改稿', act: '去改', place: (id) => ({ to: `/articles/${id}`, search: {} }) },
  decide: { kind: '来稿', act: '看稿', place: (at) => ({ to: '/articles', search: { at } }) },
  verify: { kind: '核验', act: '核验', place: (claim) => ({ to: '/claims/verify', search: { claim } }) },
  supplement: { kind: '补交', act: '补交', place: (id) => ({ to: `/claims/${id}`, search: {} }) },
  write: { kind: '约稿', act: '写稿', place: (open) => ({ to: '/commissions', search: { open } }) },
  urge: { kind: '约稿', act: '催办', place: (open) => ({ to: '/commissions', search: { open } }) },
};

/** What appeared in a month that ends is verified before that month is locked. */
type Locking = { month: string; lockBy: CountyDate } | null;
export const itemTasks = (items: readonly Item[], locking: Locking): Task[] =>
  items.map(({ what, id, title, unitName, dueOn, sinceOn, publishedOn }) => {
    const { kind, act, place } = ways[what];
    const inMonth = locking !== null && publishedOn !== null && monthOf(publishedOn) <= locking.month;
    const due = inMonth ? locking.lockBy : dueOn;
    return { key: `${what} ${id}`, kind, act, unit: unitName, words: title || '（没有标题）', dueOn: due, sinceOn, ...place(id) };
  });

/** `told`: on which day a matter, by its key, was last taken to the work group. */
type Filings = {
  rows: readonly FilingRow[];
  terms: readonly Term[];
  told: ReadonlyMap<string, CountyDate>;
  office: boolean;
  takes: boolean;
};

/** A unit's own that are to be handed in; for the office which units are late, and what came in. */
export function filingTasks({ rows, terms, told, office, takes }: Filings): Task[] {
  const dueOf = (wanted: string) => terms.find(({ kind }) => kind === wanted)?.dueOn ?? null;
  return rows.flatMap(({ id: unit, name, cells }) => {
    const task = (kind: keyof typeof filingKinds, words: string, act: string, dueOn = dueOf(kind)): Task => {
      const place = { to: '/filings', search: { unit, open: kind } };
      return { key: `filing ${unit} ${kind}`, kind: '报备', unit: name, words, act, dueOn, sinceOn: null, ...place };
    };
    if (!office) {
      const owed = cells.filter(({ standing }) => standing !== 'taken' && standing !== 'filed');
      return owed.map(({ kind, filing }) =>
        filing
          ? task(kind, `${filingKinds[kind]}退回了：${filing.reason}`, '去改')
          : task(kind, `还没有报${filingKinds[kind]}`, '去报'),
      );
    }
    const late = cells.filter(({ standing }) => standing === 'overdue').map(({ kind }) => kind);
    const [first] = late;
    const came = cells.filter(({ standing }) => takes && standing === 'filed');
    const words = `还没有报${late.map((kind) => filingKinds[kind]).join('、')}`;
    const on = late.map((kind) =>
      told.get(matterKey({ matter: 'filing', subject: kind, unitId: unit, period: dueOf(kind) ?? '' })),
    );
    const since = on.every((day) => day !== undefined) ? on.toSorted().at(-1) : undefined;
    const asked = since ? { words: `${words}，${since.slice(5)} 提醒过`, act: '看看' } : { to: '/reminders', search: {} };
    return [
      ...(first ? [{ ...task(first, words, '提醒'), key: `late ${unit}`, ...asked }] : []),
      ...came.map(({ kind }) => task(kind, `报来${filingKinds[kind]}`, '收下', null)),
    ];
  });
}

export type Quota = {
  month: string;
  count: number;
  units: { id: string; name: string; submitted: number }[];
  workdaysLeft: number;
};

/** What of the month's 报送 the unit still owes, until the month's last day. */
export function quotaTasks({ month, count, units, workdaysLeft }: Quota): Task[] {
  const dueOn = lastDay(month) as CountyDate;
  return units.flatMap(({ id, name, submitted }): Task[] => {
    const lack = count - submitted;
    if (lack <= 0) return [];
    const words = `${Number(month.slice(5))}月报送 ${submitted} 篇，还差 ${lack} 篇，剩 ${workdaysLeft} 个工作日`;
    const place = { to: '/articles/new', search: {} };
    return [
      {
        key: `quota ${id}`,
        kind: '报送',
        unit: name,
        words,
        act: '写稿',
        dueOn,
        sinceOn: firstDay(month) as CountyDate,
        ...place,
      },
    ];
  });
}

/** What is late, then by the day that it is due; what has none comes last, the longest wait first. */
export const inOrder = (tasks: readonly Task[]): Task[] => {
  const text = ({ dueOn, sinceOn }: Task) => `${dueOn ?? '9999'} ${sinceOn ?? '9999'}`;
  return tasks.toSorted((a, b) => (text(a) < text(b) ? -1 : Number(text(a) > text(b))));
};

const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
/** '! 逾期 10 天', '◔ 今天', '◔ 明天', '11-06'; '' without a day. */
export function dueWords(dueOn: string | null, today: string): string {
  if (dueOn === null) return '';
  const left = days(today, dueOn);
  if (left < 0) return `! 逾期 ${-left} 天`;
  return left === 0 ? '◔ 今天' : left === 1 ? '◔ 明天' : dueOn.slice(5);
}

/** '9 件待办，2 件今天到期，2 件已逾期' */
export function headWords(dues: readonly (string | null)[], today: string): string {
  const now = dues.filter((due) => due === today).length;
  const late = dues.filter((due) => due !== null && due < today).length;
  const parts = [`${dues.length} 件待办`, now > 0 && `${now} 件今天到期`, late > 0 && `${late} 件已逾期`];
  return dues.length === 0 ? '没有等您办的事' : parts.filter(Boolean).join('，');
}

/** ISO week of a day. */
export function weekNo(day: string): number {
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000);
  return Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7);
}

/** Whose account was stopped while something lay on his desk. */
export const leftTasks = (left: readonly { id: string; name: string; unitName: string; count: number }[]): Task[] =>
  left.map(({ id, name, unitName: unit, count }) => ({
    ...{ key: `left ${id}`, kind: '交接', unit, words: `${name}停用了，手上 ${count} 篇稿件没有交接`, act: '去接' },
    ...{ dueOn: null, sinceOn: null, to: '/hand-overs', search: { from: id } },
  }));
