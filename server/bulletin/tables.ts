import { pricesOf } from '../assessment/clauses/prices.ts';
import { effects } from '../assessment/clauses/rule.ts';
import type { MonthExport } from '../assessment/export.ts';
import type { Standing } from '../assessment/ledger.ts';
import { workdaysOf } from '../assessment/workdays.ts';
import { mediaTiers } from '../channel/channel.ts';
import { formatPoints, rounded } from '../kernel/quantity.ts';
import type { Campaign } from '../plan/plan.ts';
import type { Cell, ColumnInput, DocumentInput } from '../render/document.ts';
import { clauseGroups, type Figures, ordinary, sumOf, total, type UnitRow } from './figures.ts';
import { cellOf, kindOf, type Measure } from './measures.ts';

export type Block = DocumentInput['body'][number];
export type TableInput = Extract<Block, { kind: 'table' }>;

const right = { align: 'right' } as const;
const center = { align: 'center' } as const;
const decimal = (text: string): Cell => ({ decimal: text });

const widths = { quota: 1.9, media: 2, noted: 1.1, other: 1.1 } as const;

/** 措施 × 单位. */
export function measureTable(
  measures: readonly Measure[],
  rows: readonly UnitRow[],
  about: { figures: Figures; campaigns: readonly Campaign[] },
): TableInput {
  const heads = measures.map((measure): ColumnInput => {
    return { head: `${measure.no}. ${measure.title}`, ...center, width: widths[kindOf(measure, about.figures)] };
  });
  return {
    kind: 'table',
    caption: '宣传措施完成情况',
    columns: [{ head: '单位', width: 3.1 }, ...heads],
    rows: rows.map((row) => [row.name, ...measures.map((measure) => cellOf(measure, row, about))]),
  };
}

const rate = ({ submitted, adopted }: { submitted: number; adopted: number }) =>
  submitted === 0 ? '—' : `${adopted}/${submitted}`;
const countColumns: ColumnInput[] = [
  { head: '报送（篇）', ...right },
  { head: '采用（条次）', ...right },
  { head: '采用率', ...right },
];
const counts = (row: UnitRow): Cell[] => [row.submitted, row.adoptions, rate(row)];
const countTotals = (rows: readonly UnitRow[]): Cell[] => [
  total(rows, 'submitted'),
  total(rows, 'adoptions'),
  rate({ submitted: total(rows, 'submitted'), adopted: total(rows, 'adopted') }),
];

/** Places, counts and points of those compared; a scheme that only counts gives neither places nor points. */
export function scoreTable(caption: string, rows: readonly UnitRow[], { scheme, counts: scored }: Figures): TableInput {
  const groups = scored ? clauseGroups(scheme) : [];
  const pointsOf = (row: UnitRow) => groups.map(({ clauses }) => decimal(pointsIn(row, clauses)));
  const columns: ColumnInput[] = [
    ...(scored ? [{ head: '名次', ...center, width: 0.8 }] : []),
    { head: '单位', width: 2.4 },
    ...countColumns,
    ...groups.map(({ name }) => ({ head: name, group: '其中', ...right, width: 1.1 })),
    ...(scored ? [{ head: '得分', ...right, width: 1.1 }] : []),
  ];
  const body = rows.map((row) => [
    ...(scored ? [row.rank ?? (row.exempt === null ? '—' : '豁免')] : []),
    row.name,
    ...counts(row),
    ...pointsOf(row),
    ...(scored ? [decimal(row.total)] : []),
  ]);
  const sums = groups.map(({ clauses }) => decimal(sumOf(rows.map((row) => pointsIn(row, clauses)))));
  const totals = [
    ...(scored ? [''] : []),
    '合计',
    ...countTotals(rows),
    ...sums,
    ...(scored ? [decimal(sumOf(rows.map(({ total }) => total)))] : []),
  ];
  return { kind: 'table', caption, columns, rows: body, totals: [totals] };
}

const pointsIn = (row: UnitRow, clauses: readonly string[]) =>
  sumOf(
    ordinary(row)
      .filter(({ clause }) => clauses.includes(clause))
      .map(({ points }) => points),
  );

/** Those that are only shown. */
export const listedTable = (caption: string, rows: readonly UnitRow[]): TableInput => ({
  kind: 'table',
  caption,
  columns: [{ head: '单位', width: 3 }, ...countColumns],
  rows: rows.map((row) => [row.name, ...counts(row)]),
  totals: [['合计', ...countTotals(rows)]],
});

const mostClauses = 12; // of one table across a lying page

/** Only listed, and nothing to show: told as a number instead of a row of noughts. */
export const isQuiet = ({ listed, lines, submitted, adoptions }: UnitRow) =>
  listed && lines.length === 0 && submitted + adoptions === 0;

/** 得分一览表: clauses × units; more clauses than a page is wide go on in another table. */
export function clauseTables({ scheme: { clauses }, rows: all }: Figures): TableInput[] {
  const rows = all.filter((row) => !isQuiet(row));
  const parts = Array.from({ length: Math.ceil(clauses.length / mostClauses) }, (_, at) =>
    clauses.slice(at * mostClauses, (at + 1) * mostClauses),
  );
  return parts.map((part, at) => ({
    kind: 'table',
    caption: parts.length > 1 ? `得分一览表（${at + 1}）` : null,
    columns: [
      { head: '单位', width: 2 },
      ...part.map(({ no, title }) => ({ head: `${no} ${title}`, ...right })),
      { head: '得分', ...right },
    ],
    rows: rows.map((row) => [row.name, ...part.map(({ no }) => decimal(pointsIn(row, [no]))), decimal(row.total)]),
    totals: [
      [
        '合计',
        ...part.map(({ no }) => decimal(sumOf(rows.map((row) => pointsIn(row, [no]))))),
        decimal(sumOf(rows.map(({ total }) => total))),
      ],
    ],
  }));
}

/** 采用条目清单: what every appearance is, and what it brings by the scheme's table before caps. */
export function adoptionTable(given: MonthExport, figures: Figures): TableInput {
  const { adoptions, rows, counts: scored } = figures;
  const unitOf = new Map(rows.map((row) => [row.unit, row]));
  const worth = scored ? worthOf(given, figures) : () => ({ clauses: '', points: '' });
  const columns: ColumnInput[] = [
    { head: '单位', width: 2 },
    { head: '标题', width: 4 },
    { head: '载体', width: 2 },
    { head: '层级', ...center, width: 1.5 },
    { head: '日期', ...center, width: 1.3 },
  ];
  const body = adoptions.map((fact) => {
    const { title, article, carrier, tier } = fact.attributes;
    const told = [
      unitOf.get(fact.unit)?.name ?? fact.unit,
      title ?? article ?? '（未记标题）',
      carrier ?? '（未记载体）',
      tier ? mediaTiers[tier] : '待认定',
      fact.day.slice(5),
    ];
    const { clauses, points } = worth(fact, unitOf.get(fact.unit));
    return scored ? [...told, clauses, points] : told;
  });
  const last: ColumnInput[] = scored
    ? [
        { head: '计分条款', width: 2.4 },
        { head: '分值', ...right, width: 1 },
      ]
    : [];
  return { kind: 'table', columns: [...columns, ...last], rows: body, empty: '本月没有采用。' };
}

type Worth = { clauses: string; points: Cell };

/** An item's price in each clause that has counted it; its points are their sum. */
function worthOf({ calendar }: MonthExport, { scheme, month }: Figures) {
  const judge = { workdays: workdaysOf(calendar), deadlines: scheme.deadlines };
  const tables = scheme.clauses.flatMap((clause) =>
    clause.kind === 'points' ? [{ no: clause.no, prices: pricesOf(clause, judge) }] : [],
  );
  return (fact: Standing, row: UnitRow | undefined): Worth => {
    const counting = new Set(
      row &&
        ordinary(row).flatMap(({ clause, effect, facts }) => (effect === 'points' && facts.includes(fact.id) ? [clause] : [])),
    );
    const found = tables.flatMap(({ no, prices }) =>
      counting.has(no)
        ? prices.priced([fact], month).map(({ price }) => ({ no, points: formatPoints(rounded(price.value)) }))
        : [],
    );
    if (found.length === 0) return { clauses: '—', points: '—' };
    return { clauses: found.map(({ no }) => no).join('、'), points: decimal(sumOf(found.map(({ points }) => points))) };
  };
}

/** 更正: lines that change an earlier month, outside this one's totals; null where there are none. */
export function correctionTable({ rows }: Figures): TableInput | null {
  const found = rows.flatMap(({ name, lines }) =>
    lines.filter(({ corrects }) => corrects !== null).map((line) => ({ name, ...line })),
  );
  if (found.length === 0) return null;
  return {
    kind: 'table',
    caption: '对以前月份的更正',
    columns: [
      { head: '单位', width: 2 },
      { head: '更正月份', ...center },
      { head: '条款', width: 1.5 },
      { head: '算式', width: 3 },
      { head: '更正分', ...right },
    ],
    rows: found.map(({ name, corrects, clause, effect, arithmetic, points }) => [
      name,
      corrects ?? '',
      `${clause} ${effects[effect]}`,
      arithmetic,
      decimal(points),
    ]),
    totals: [['合计', '', '', '', decimal(sumOf(found.map(({ points }) => points)))]],
  };
}
