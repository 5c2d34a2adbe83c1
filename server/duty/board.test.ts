import { expect, test } from 'vitest';
import type { CoverCell, Kind, Measure } from '../bulletin/measures.ts';
import type { FilingRow } from '../filing/board.ts';
import { kindsInOrder } from '../filing/filing.ts';
import { CountyDate } from '../kernel/dates.ts';
import { columnsOf, countsIn, dutyRows, type Given, linesOf, shownIn } from './board.ts';

const measure = (no: number, title: string, kind: Kind, each: 'unit' | 'county' = 'unit') =>
  ({
    no,
    title,
    kind,
    duties: [{ what: title, each, per: kind === 'quota' ? 'month' : null, count: 3, clause: `三（二）${no}` }],
  }) as never as Measure & {
    kind: Kind;
  };
const measures = [measure(4, '成果宣传', 'other', 'county'), measure(7, '信息报送', 'quota'), measure(5, '主流媒体', 'media')];
const cell = (state: CoverCell['state'], words: string): CoverCell => ({ state, words });
const filings = (id: string, name: string, standing: 'overdue' | 'taken'): FilingRow => ({
  ...{ id, name },
  cells: kindsInOrder.map((kind) => ({ kind, standing, filing: null })),
});
const order = (unitId: string, dueOn: string, standing: 'overdue' | 'waiting' | 'delivered' | 'late' | 'withdrawn') => ({
  ...{ unitId: unitId as never, dueOn: CountyDate.parse(dueOn), standing },
});
const given: Given = {
  month: '2023-10',
  measures,
  units: {
    a: [cell('none', '—'), cell('done', '3篇 完成'), cell('counted', '市级1')],
    b: [cell('none', '—'), cell('short', '1篇 缺2篇'), cell('counted', '0条')],
  },
  commissions: [
    order('a', '2023-10-20', 'late'),
    order('a', '2023-11-20', 'waiting'),
    order('b', '2023-10-20', 'overdue'),
    order('b', '2023-10-27', 'withdrawn'),
  ],
  filings: [filings('a', '县水利局', 'taken'), filings('b', '县残联', 'overdue')],
};
const board = { columns: columnsOf(given), rows: dutyRows(given) };

test('单位 × 职责：措施、约稿、报备一列一项；只归全县的措施不在单位的格子里', () => {
  expect(board.columns.map(({ group, title, often }) => `${group} ${title} ${often}`)).toEqual([
    '措施 信息报送 每月3',
    '措施 主流媒体 3',
    '约稿 约稿 按约定',
    '报备 实施方案 每年1',
    '报备 负责领导和信息员 每年1',
    '报备 列入议程 每年1',
    '报备 建立机制 每年1',
    '报备 纳入年度考核 每年1',
  ]);
  expect(board.rows.map(({ name, cells }) => `${name} ${cells.map(({ words }) => words).join('|')}`)).toEqual([
    '县残联 1篇 缺2篇|0条|1篇 欠1篇|逾期未报|逾期未报|逾期未报|逾期未报|逾期未报',
    '县水利局 3篇 完成|市级1|1篇 迟1篇|已收|已收|已收|已收|已收',
  ]);
});

test('每个数点得到依据：报送到稿件，采用到认领，约稿到约稿，报备到报备', () => {
  const [, water] = board.rows;
  expect(water?.cells.slice(0, 4).map(({ place }) => place)).toEqual([
    { to: '/articles', search: { view: 'all', month: '2023-10', unit: 'a' } },
    { to: '/claims', search: { state: 'accepted', period: '2023-10', unit: 'a' } },
    { to: '/commissions', search: { unit: 'a' } },
    { to: '/filings', search: { unit: 'a', open: 'plan' } },
  ]);
});

test('没有细则的月份，措施都写尚未采集，不算欠', () => {
  const none = dutyRows({ ...given, units: {} });
  expect(none[1]?.cells.slice(0, 2)).toEqual(Array(2).fill({ state: 'unrecorded', words: '尚未采集', place: null }));
});

test('按状态、按职责筛，页面、数目和表格一样', () => {
  expect(countsIn(board).filter(({ count }) => count > 0)).toEqual([
    { state: 'done', count: 7 },
    { state: 'short', count: 7 },
    { state: 'counted', count: 2 },
  ]);
  expect(shownIn(board, { state: 'short', duty: '7' })).toMatchObject({
    columns: [{ key: '7' }],
    rows: [{ name: '县残联', cells: [{}] }],
  });
  expect(
    linesOf(board, { state: 'short', duty: '7' }).map(({ unit, column, cell }) => `${unit} ${column.clause} ${cell.words}`),
  ).toEqual(['县残联 三（二）7 1篇 缺2篇']);
});
