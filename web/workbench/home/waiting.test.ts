import { expect, test } from 'vitest';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { exemptionsWaiting, flagsWaiting, monthWaiting, movesWaiting, reviewsWaiting, supervisionWaiting } from './waiting.ts';

test('核完了轮到分管领导锁定，锁定了轮到专班编文号，编好了轮到分管领导审查公开', () => {
  const says = (state: 'open' | 'locked', number: string | null, role: string, whyNot: string | null = null) =>
    monthWaiting({ month: '2023-10', state, may: { lock: whyNot }, paper: { number, disclosure: 'internal' } }, [role]).map(
      ({ words, to }) => `${words} ${to}`,
    );
  expect(says('open', null, 'officeLead')).toEqual(['10月考评可以锁定了 /assessment']);
  expect(says('open', null, 'officeStaff', '月度锁定由专班分管领导办理，请找他。')).toEqual([]);
  expect(says('locked', null, 'officeLead', '已经锁定')).toEqual([]);
  expect(says('locked', null, 'officeStaff')).toEqual(['10月通报可以编文号、印发了 /bulletins/2023-10']);
  expect(says('locked', '邵民生办〔2023〕12号', 'officeLead')).toEqual(['10月通报已编文号，等您审查公开 /bulletins/2023-10']);
  expect(says('locked', '邵民生办〔2023〕12号', 'unitHead')).toEqual([]);
});

test('别人提出的豁免，能确认的人看得到有几条；自己提出的、已经确认的不提', () => {
  const one = (state: string, confirm: string | null) => ({ state, may: { confirm } });
  const given = [one('proposed', null), one('proposed', '这条是您提出的'), one('confirmed', '已确认')];
  expect(exemptionsWaiting(given).map(({ words }) => words)).toEqual(['豁免 1 条等您确认']);
  expect(exemptionsWaiting(given.slice(1))).toEqual([]);
});

test('专班：异议待复核、更正和登记等您确认，没有的不列', () => {
  const told = reviewsWaiting({ toAnswer: 2, toConfirm: 0 }, 1).map(({ words, to }) => `${words} ${to}`);
  expect(told).toEqual(['2 条异议待复核 /objections', '1 条批示、差错等您确认 /vouchers']);
});

test('没有人判断的提示在办公室的待办里，判断完就不在了', () => {
  const [task] = flagsWaiting({ month: '2023-10', open: 2 });
  expect(task).toMatchObject({ words: '10月提示 2 条等您判断', to: '/flags', search: { month: '2023-10', state: 'open' } });
  expect(flagsWaiting({ month: '2023-10', open: 0 })).toEqual([]);
});

test('督办：单位看到几张等反馈、哪天到期；专班看到等销号、等答复、能升级的；分管领导看到等他同意的', () => {
  const none = { toAnswer: 0, nextDueOn: null, overdue: 0, toJudge: 0, toExtend: 0, toRaise: 0, toApprove: 0, toConfirm: [] };
  const told = (given: object) =>
    supervisionWaiting({ ...none, ...given }, '2023-11-02').map(({ words, due, to }) => `${words} ${due} ${to}`);
  expect(told({ toAnswer: 1, nextDueOn: '2023-11-08' })).toEqual(['督办单 1 张等本单位反馈 11-08 /supervision']);
  expect(told({ toAnswer: 1, nextDueOn: '2023-11-01' })).toEqual(['督办单 1 张等本单位反馈 ! 已到期 /supervision']);
  expect(told({ toJudge: 2, toRaise: 1 })).toEqual([
    '2 张督办单已反馈，等销号  /supervision',
    '1 张督办单到期没有办结，可以升级 ! 已到期 /supervision',
  ]);
  expect(told({ toApprove: 1, toConfirm: [{ month: '2023-10', kind: 'criticise' }] })).toEqual([
    '1 张督办单等您同意  /supervision',
    '10月通报批评名单等您确认  /namings',
  ]);
  expect(told({})).toEqual([]);
});

test('本单位的活动改期：点知道了以前一场一句，说的是最近一次；别的单位的不提', () => {
  const move = (no: number, unit: string, fromOn: string) => ({
    ...{ campaignId: 'c' as never, no, campaignNo: '5', theme: '水利建设', unseen: [{ id: unit, name: '县水利局' }] },
    ...{ wasFrom: null, wasTo: null, wasDays: [], wasText: '', wasPrecision: 'day' as const },
    ...{ fromOn: fromOn as CountyDate, toOn: fromOn as CountyDate, windowText: '', reason: '试', movedByName: '李卫平' },
    movedOn: '2023-10-20' as CountyDate,
  });
  const moves = [move(3, 'w', '2023-11-08'), move(2, 'w', '2023-11-07')];
  expect(movesWaiting(moves, 'w').map(({ words }) => words)).toEqual(['本单位的活动改期：第 5 场 水利建设，改为 11月8日']);
  expect([movesWaiting(moves, 'x'), movesWaiting(moves, null)]).toEqual([[], []]);
});
