import { formatPoints, type Hundredths, points } from '../kernel/quantity.ts';
import type { Cell, ColumnInput } from '../render/document.ts';
import type { Year, YearMonth, YearRow } from './year.ts';

export type YearForm = { year: Year; county: string; day: string };

/** 单位 | 各月得分 | 更正 | 年度合计 | 折算 | 名次 | 备注, in two rows of heads, with title, totals and the line for signatures. */
export function formOf({ year, county, day }: YearForm) {
  const rows = year.rows.filter(isShown);
  const ends = year.scored ? pointColumns(year) : countColumns;
  const months = year.scored ? year.months : [];
  const columns: ColumnInput[] = [
    { head: '单位', width: 2.2 },
    ...months.map((month): ColumnInput => ({ head: headOf(month), group: '各月得分', align: 'right', width: 0.9 })),
    ...ends.map(({ of: _, sum: __, ...column }) => column),
  ];
  return {
    name: `${year.year}年度`,
    above: [`${county}${year.year}年度重点民生实事宣传考核得分表`, `截至${day}　单位：${year.scored ? '分' : '篇、条次'}`],
    columns,
    rows: rows.map((row): Cell[] => [
      row.name,
      ...months.map((month, at) => monthCell(month, row.months[at] ?? null)),
      ...ends.map(({ of }) => of(row)),
    ]),
    totals: [
      [
        `${rows.length}个单位合计`,
        ...months.map((_, at) => decimal(sum(rows.map((row) => row.months[at] ?? '0.00')))),
        ...ends.map(({ sum }) => sum(rows)),
      ] as Cell[],
    ],
    below: [...notesOf(year), '制表：　　　　　　　　审核：　　　　　　　　负责人：　　　　　　　　　　年　　月　　日'],
  };
}

/** Who is only listed and did nothing is left out. */
const isShown = ({ rank, submitted, adoptions, total, remarks }: YearRow) =>
  rank !== null || submitted + adoptions > 0 || total !== '0.00' || remarks.length > 0;

const decimal = (text: string): Cell => ({ decimal: text });
const sum = (texts: readonly string[]) => formatPoints(texts.reduce((all, text) => all + points(text), 0) as Hundredths);
const added = (of: (row: YearRow) => string) => (rows: readonly YearRow[]) => decimal(sum(rows.map(of)));
const blank = () => '';

type End = ColumnInput & { of: (row: YearRow) => Cell; sum: (rows: readonly YearRow[]) => Cell };
function pointColumns({ final, rows }: Year): End[] {
  const title = rows.find(({ rescaled }) => rescaled !== null)?.rescaled?.title ?? '折算';
  const right = { align: 'right', width: 1.1 } as const;
  return [
    { head: '更正', ...right, of: ({ corrected }) => decimal(corrected), sum: added(({ corrected }) => corrected) },
    { head: '年度合计', ...right, of: ({ total }) => decimal(total), sum: added(({ total }) => total) },
    ...(final ? [] : [{ head: '含未锁定', ...right, of: soFar, sum: added(({ soFar }) => soFar) }]),
    { head: title, ...right, of: ({ rescaled }) => (rescaled ? decimal(rescaled.points) : '—'), sum: blank },
    { head: final ? '名次' : '暂列名次', align: 'center', width: 0.8, of: ({ rank }) => rank ?? '—', sum: blank },
    { head: '备注', width: 2, of: ({ remarks }) => remarks.join('；'), sum: blank },
  ];
}
const soFar = (row: YearRow) => decimal(row.soFar);

const counted = (of: 'submitted' | 'adopted' | 'adoptions') => ({
  align: 'right' as const,
  of: (row: YearRow): Cell => row[of],
  sum: (rows: readonly YearRow[]): Cell => rows.reduce((all, row) => all + row[of], 0),
});
const countColumns: End[] = [
  { head: '报送（篇）', ...counted('submitted') },
  { head: '采用稿件（篇）', ...counted('adopted') },
  { head: '采用（条次）', ...counted('adoptions') },
  { head: '备注', width: 2, of: ({ remarks }) => remarks.join('；'), sum: blank },
];

const stateWords = { locked: '', open: '（未锁定）', running: '（未过完）', none: '', ahead: '' } as const;
const headOf = ({ month, state, mode }: YearMonth) =>
  `${Number(month.slice(5))}月${mode === 'countOnly' ? '（只统计）' : stateWords[state]}`;
const monthCell = ({ state, mode }: YearMonth, points: string | null): Cell =>
  points === null ? (state === 'ahead' || state === 'none' || mode === 'countOnly' ? '' : '—') : decimal(points);

/** How the figures came about, as far as it is not plain. */
export function notesOf({ months, scored, rows, final }: Year): string[] {
  if (!scored) return ['注：本年度只统计，不计分、不排名。'];
  const open = months
    .filter(({ state }) => state === 'open' || state === 'running')
    .map(({ month }) => `${Number(month.slice(5))}月`);
  const late = [
    ...new Set(
      rows.flatMap(({ corrections }) =>
        corrections.filter(({ made, corrects }) => made.slice(0, 4) > corrects.slice(0, 4)).map(({ made }) => made),
      ),
    ),
  ];
  const sum = '年度合计＝已锁定各月的得分＋对这些月份的更正，精确到0.01分；更正记在被更正的月份所在的年度';
  return [
    `注：${sum}${late.length > 0 ? `（含下一年${late.join('、')}锁定的更正）` : ''}。“—”表示那个月不在名单。`,
    ...(open.length > 0 ? [`${open.join('、')}还没有锁定，只是眼下的数，不进年度合计；没有过完的月份不含未到期的欠额。`] : []),
    ...(final ? [] : ['名次按含未锁定的数暂列；同分的并列，按1、2、2、4排。']),
  ];
}
