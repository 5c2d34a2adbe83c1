import { expect, test } from 'vitest';
import { CountyDate } from '../kernel/dates.ts';
import { boardOf, countsIn, linesOf, rowsLike, termsOf } from './board.ts';
import type { Filing } from './filing.ts';

const day = (text: string) => CountyDate.parse(text);
const duty = (what: string, toOn: string | null, each = 'unit' as const) => ({
  ...{ what, each, clause: '四（一）', toOn: toOn === null ? null : day(toOn) },
});

test('通知写明几时报实施方案、联络员名单的，照通知；专班另定的，照另定的；都没有就没有期限', () => {
  const duties = [
    duty('制定实施方案，10月20日前报专班', '2023-10-20'),
    duty('报送联络员名单', '2023-10-15'),
    duty('纳入年度考核', null),
  ];
  const terms = termsOf(duties, [{ kind: 'contacts', dueOn: day('2023-10-18'), source: '工作群', version: 1 }]);
  expect(terms.map(({ kind, dueOn, source }) => `${kind} ${dueOn} ${source}`)).toEqual([
    'plan 2023-10-20 通知四（一）',
    'contacts 2023-10-18 工作群',
    'agenda null ',
    'mechanism null ',
    'assessment null ',
  ]);
});

const units = ['县残联', '县水利局', '县教育局'].map((name, at) => ({ id: `${at}`, name }));
const filed = (unitId: string, state: Filing['state']) => ({ unitId, kind: 'plan', state }) as Filing;
const terms = termsOf([], [{ kind: 'plan', dueOn: day('2023-10-23'), source: '工作群', version: 1 }]);
const rows = boardOf({ units, filings: [filed('1', 'taken'), filed('2', 'returned')], terms, today: day('2023-11-02') });

test('逾期没报的在最前；退回的过了期限也算逾期；收下的在最后', () => {
  expect(rows.map(({ name, cells }) => `${name} ${cells[0]?.standing}`)).toEqual([
    '县残联 overdue',
    '县教育局 overdue',
    '县水利局 taken',
  ]);
});

test('按事项、按状态筛选，数目、名单和表格说的是同一件事', () => {
  expect(countsIn(rows, 'plan').filter(({ count }) => count > 0)).toEqual([
    { state: 'overdue', count: 2 },
    { state: 'taken', count: 1 },
  ]);
  expect(rowsLike(rows, { kind: 'plan', standing: 'overdue' }).map(({ name }) => name)).toEqual(['县残联', '县教育局']);
  expect(
    linesOf(rows, { kind: 'plan', standing: 'overdue' }, terms).map(({ unit, what, dueOn }) => `${unit} ${what} ${dueOn}`),
  ).toEqual(['县残联 实施方案 2023-10-23', '县教育局 实施方案 2023-10-23']);
});
