import { expect, test } from 'vitest';
import { kindsInOrder } from '../filing/filing.ts';
import { CountyDate } from '../kernel/dates.ts';
import { dueWords, filingTasks, headWords, inOrder, itemTasks, quotaTasks, weekNo } from './home.ts';

const day = (text: string) => CountyDate.parse(text);
const today = '2023-11-02';
const item = (what: 'decide' | 'verify' | 'write', dueOn: string | null, publishedOn: string | null = null) => ({
  ...{ what, id: what as never, title: `《${what}》`, unitName: '县水利局', sinceOn: day('2023-10-30') },
  ...{ dueOn: dueOn === null ? null : day(dueOn), publishedOn: publishedOn === null ? null : day(publishedOn) },
});

test('一件一行，一点就到：来稿到来稿桌，核验到那一条；上个月刊出的，锁定那天以前核', () => {
  const locking = { month: '2023-10', lockBy: day('2023-11-03') };
  const tasks = itemTasks(
    [item('decide', null), item('verify', null, '2023-10-26'), item('verify', null, '2023-11-01')],
    locking,
  );
  expect(tasks.map(({ kind, act, dueOn, to, search }) => [kind, act, dueOn, to, search])).toEqual([
    ['来稿', '看稿', null, '/articles', { at: 'decide' }],
    ['核验', '核验', '2023-11-03', '/claims/verify', { claim: 'verify' }],
    ['核验', '核验', null, '/claims/verify', { claim: 'verify' }],
  ]);
});

const row = {
  ...{ id: 'u', name: '县残联' },
  cells: kindsInOrder.map((kind) => ({
    kind,
    filing: null,
    standing: kind === 'plan' || kind === 'contacts' ? ('overdue' as const) : ('filed' as const),
  })),
};
const terms = kindsInOrder.map((kind) => ({ kind, dueOn: day('2023-10-23'), source: '', version: 1 }));

test('报备：单位每样一行；专班一个单位逾期的并成一行去提醒，报来的一样一行去收；不收的人不列', () => {
  const told = (office: boolean, takes: boolean) =>
    filingTasks({ rows: [row], terms, told: new Map(), office, takes }).map(({ words, act }) => `${words} ${act}`);
  expect(told(false, false)).toEqual(['还没有报实施方案 去报', '还没有报负责领导和信息员 去报']);
  expect(told(true, true)).toEqual([
    '还没有报实施方案、负责领导和信息员 提醒',
    '报来列入议程 收下',
    '报来建立机制 收下',
    '报来纳入年度考核 收下',
  ]);
  expect(told(true, false)).toHaveLength(1);
  const reminded = (...kinds: string[]) => {
    const on = new Map(kinds.map((kind) => [`filing ${kind} u 2023-10-23`, day('2023-10-24')]));
    const [task] = filingTasks({ rows: [row], terms, told: on, office: true, takes: false });
    return [task?.words, task?.act, task?.to];
  };
  expect(reminded('plan')).toEqual(['还没有报实施方案、负责领导和信息员', '提醒', '/reminders']);
  expect(reminded('plan', 'contacts')).toEqual(['还没有报实施方案、负责领导和信息员，10-24 提醒过', '看看', '/filings']);
});

test('本月报送没有满的，说差几篇、剩几个工作日，月底前', () => {
  const unit = (submitted: number) => ({ id: 'u', name: '县水利局', submitted });
  const quota = { month: '2023-11', count: 3, workdaysLeft: 21 };
  expect(quotaTasks({ ...quota, units: [unit(1)] })[0]).toMatchObject({
    words: '11月报送 1 篇，还差 2 篇，剩 21 个工作日',
    dueOn: '2023-11-30',
  });
  expect(quotaTasks({ ...quota, units: [unit(3)] })).toEqual([]);
});

test('逾期的在前，今天、明天到期的说出来，没有期限的在后、等得久的先', () => {
  const tasks = itemTasks(
    [item('decide', null), item('write', '2023-11-08'), { ...item('write', '2023-10-31'), id: 'late' as never }],
    null,
  );
  expect(inOrder(tasks).map(({ key }) => key)).toEqual(['write late', 'write write', 'decide decide']);
  expect(['2023-10-23', today, '2023-11-03', '2023-11-06', null].map((due) => dueWords(due, today))).toEqual([
    '! 逾期 10 天',
    '◔ 今天',
    '◔ 明天',
    '11-06',
    '',
  ]);
  expect(headWords([null, today, '2023-10-23', '2023-11-06'], today)).toBe('4 件待办，1 件今天到期，1 件已逾期');
  expect(headWords([], today)).toBe('没有等您办的事');
});

test('第几周按周一起算，年头年尾也对', () => {
  expect(['2023-11-02', '2023-01-01', '2024-12-30', '2026-12-31'].map(weekNo)).toEqual([44, 52, 1, 53]);
});
