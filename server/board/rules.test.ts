import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, CountyDate } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import type { Campaign, PlannedDuty, Project } from '../plan/plan.ts';
import { firstMonday, mondayOf, mondaysOf, weekNo, yearOf } from './board.ts';
import { type Gap, gapsOf } from './gaps.ts';
import { gridOf, weekColumn } from './grid.ts';
import type { Known, Working } from './known.ts';
import { releasesOf } from './releases.ts';

const day = (text: string) => CountyDate.parse(text);
const calendar: Working = {
  workdaysAfter: (from, count) => addDays(from, count),
  lastBefore: (to, today) => (addDays(to, -1) > today ? addDays(to, -1) : addDays(today, 1)),
};

test('周从周一到周日，属于它的星期四所在的那一年；一年的周排满，不重不漏', () => {
  expect([weekNo(day('2023-10-30')), yearOf(day('2024-12-30')), weekNo(day('2024-12-30'))]).toEqual([44, 2025, 1]);
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2090 }), (year) => {
      const weeks = mondaysOf(year);
      expect([52, 53]).toContain(weeks.length);
      expect(addDays(weeks.at(-1) ?? day('2000-01-01'), 7)).toBe(firstMonday(year + 1));
      expect(weeks.map(weekNo)).toEqual(weeks.map((_, at) => at + 1));
      expect(weeks.every((monday) => yearOf(monday) === year && mondayOf(addDays(monday, 6)) === monday)).toBe(true);
    }),
  );
});

test('不在行里的归最后一行，合计是全部；印发那天以前开始的周不算缺', () => {
  const columns = ['2023-10-02', '2023-10-09', '2023-10-16'].map((monday) =>
    weekColumn(day(monday), day('2023-10-12'), day('2023-10-08')),
  );
  expect(columns.map(({ state, head }) => [state, head])).toEqual([
    ['before', '40周'],
    ['now', '本周'],
    ['ahead', '42周'],
  ]);
  const line = {
    id: 'a',
    name: '甲',
    group: '',
    rank: null,
    asked: true,
    places: [],
    orders: [day('2023-10-17'), day('2023-10-03')],
  };
  const counted = [
    { rowId: 'a', key: '2023-10-09', count: 2 },
    { rowId: '别年的', key: '2023-10-09', count: 3 },
    { rowId: null, key: '2023-03-06', count: 4 },
  ];
  const { rows, totals, total } = gridOf(columns, [line], counted, '其他');
  expect(rows.map(({ name, total }) => [name, total])).toEqual([
    ['甲', 2],
    ['其他', 7],
  ]);
  expect([totals, total]).toEqual([[0, 5, 0], 9]);
  expect(rows[0]?.cells.map(({ ordered }) => ordered)).toEqual([0, 0, 1]);
});

const project = (id: string, rank: Project['rank'] = null): Project => {
  return { id: id as Id<'project'>, name: id, theme: '甲', rank, version: 1 };
};
const campaign = (id: string, fromOn: string, toOn: string, projects: string[] = []) =>
  ({
    id,
    no: '1',
    theme: id,
    fromOn,
    toOn,
    projects,
    units: [{ id: 'u', name: '县水利局', role: 'lead' }],
  }) as unknown as Campaign;
const empty: Known = {
  ...{ today: day('2023-11-02'), plan: { issuedOn: day('2023-10-08') }, projects: [], campaigns: [], units: [], told: new Map() },
  ...{ toldCampaigns: new Set(), writers: [], lastByUnit: new Map(), orders: [], inHand: [] },
};
const told = (gaps: readonly Gap[]) => gaps.map(({ subject, words }) => `${subject}：${words}`);

test('缺口按轻重排：临近开场的在前，省级项目先说，再看空了几周；两周以内不说', () => {
  const known: Known = {
    ...empty,
    projects: [project('空三周'), project('省级空两周', 'provincial'), project('上周有过')],
    campaigns: [campaign('四天后', '2023-11-06', '2023-11-10'), campaign('下个月', '2023-12-01', '2023-12-05')],
    told: new Map([
      ['省级空两周', { lastOn: day('2023-10-15'), kinds: ['paper', 'site', 'account', 'broadcast'] }],
      ['上周有过', { lastOn: day('2023-10-23'), kinds: ['paper', 'app', 'account', 'broadcast'] }],
    ]),
  };
  expect(told(gapsOf(known, calendar))).toEqual([
    '第1场 四天后：4 天后开场，一篇也没有约',
    '省级空两周：连续 2 周没有刊播，上次 10-15',
    '空三周：连续 3 周没有刊播，今年还没有过',
  ]);
  const [first] = gapsOf(known, calendar);
  expect(first?.draft).toMatchObject({ unitId: 'u', campaignId: '四天后', dueOn: '2023-11-05' });
});

test('已经开场的说已经开场；取消、刊播过的不说；明天开场的时限不早于下一个工作日', () => {
  const campaigns = [campaign('正在办', '2023-10-30', '2023-11-03'), campaign('明天', '2023-11-03', '2023-11-07')];
  const known = { ...empty, campaigns, toldCampaigns: new Set<string>() };
  const found = gapsOf(known, calendar);
  expect(told(found)).toEqual(['第1场 正在办：已经开场，一篇也没有', '第1场 明天：1 天后开场，一篇也没有约']);
  expect(found.map(({ draft }) => draft.dueOn)).toEqual(['2023-11-03', '2023-11-03']);
  expect(gapsOf({ ...known, toldCampaigns: new Set(['正在办', '明天']) }, calendar)).toEqual([]);
});

test('单位过了十号才说本月没报；十号以前，上个月也没有的才说', () => {
  const units = [
    { id: 'a' as Id<'unit'>, name: '上月报过的' },
    { id: 'b' as Id<'unit'>, name: '两个月没有的' },
  ];
  const lastByUnit = new Map([
    ['a', day('2023-10-20')],
    ['b', day('2023-09-20')],
  ]);
  const on = (today: string) =>
    told(gapsOf({ ...empty, plan: { issuedOn: null }, units, lastByUnit, today: day(today) }, calendar));
  expect(on('2023-11-02')).toEqual(['两个月没有的：10月以来还没有报送，上次 09-20']);
  expect(on('2023-11-10')).toEqual(['两个月没有的：11月还没有报送，上次 09-20', '上月报过的：11月还没有报送，上次 10-20']);
});

test('渠道的缺口要约到那个渠道的稿才算有着落；哪个单位写的看记录，不猜', () => {
  const base: Known = {
    ...empty,
    projects: [project('甲')],
    told: new Map([['甲', { lastOn: day('2023-10-30'), kinds: ['paper', 'app'] }]]),
  };
  const order = {
    ...{ id: 'o' as Id<'commission'>, unitId: 'u' as Id<'unit'>, projectId: '甲' as Id<'project'>, campaignId: null },
    ...{ wishes: '政策内容；从农户讲起', state: 'open' as const, dueOn: day('2023-11-08'), articleId: null },
  };
  const stateOf = (orders: Known['orders']) => gapsOf({ ...base, orders }, calendar).map(({ words, state }) => [words, state]);
  expect(stateOf([order])).toEqual([['今年还没有用过：影、声；微', 'open']]);
  expect(stateOf([{ ...order, wishes: '想发到：影、声；微' }])).toEqual([['今年还没有用过：影、声；微', 'ordered']]);
  expect(gapsOf(base, calendar)[0]?.draft).toMatchObject({ unitId: null, angle: '想发到：影、声；微' });
  const writers = [{ unitId: 'w' as Id<'unit'>, projectId: '甲' as Id<'project'> }];
  expect(gapsOf({ ...base, writers }, calendar)[0]?.draft.unitId).toBe('w');
});

test('方案写了每季度公布的，按季列：过了没有公开的是没有发布，刊播不顶公开', () => {
  const duty = { id: 'd', what: '每季度向社会公布一次进度清单', per: 'quarter', clause: '五', fromOn: null, toOn: null };
  const report = { id: 'e', what: '各单位每月报送信息数量不低于3篇', per: 'month', clause: '七', fromOn: null, toOn: null };
  const out = {
    published: [{ what: '4月通报', on: day('2023-05-03'), link: '/bulletins/2023-04' }],
    appeared: [{ on: day('2023-02-01'), count: 9 }],
  };
  const whole = { from: day('2023-02-01'), to: day('2023-12-31') };
  const series = releasesOf([duty, report] as unknown as PlannedDuty[], out, whole, day('2023-08-01'));
  expect(series.map(({ what, releases }) => [what, ...releases.map(({ period, state }) => `${period} ${state}`)])).toEqual([
    [duty.what, '第1季度 missed', '第2季度 done', '第3季度 next', '第4季度 later'],
  ]);
  expect(series[0]?.releases[0]).toMatchObject({ from: '2023-02-01', to: '2023-03-31', appearances: 9 });
  const [months] = releasesOf([report] as unknown as PlannedDuty[], out, whole, day('2023-04-02'));
  expect(months?.releases.slice(0, 4).map(({ state }) => state)).toEqual(['done', 'none', 'next', 'done']);
});
