import type { Row } from '../block/block.ts';
import { type Column, type Head, headsOf, refineHeads } from './columns.ts';
import { fitness } from './kinds.ts';

/** `timeless`: no head tells the time, but a column of times stands below. `above`: rows over the heads. */
type Headed = { heads: Head[]; body: Row[]; above: Row[]; printed: string; timeless: boolean };

/** A form may have a line or two over its heads: who filled it in, and when. */
const LATEST_HEADS = 4;

/** The heads of a schedule and the rows under them; null for a table without a time in it: that is no schedule. */
export function headed(rows: readonly Row[]): Headed | null {
  const table = headedRows(rows);
  return table && { ...table, heads: batches(table) };
}

function headedRows(rows: readonly Row[]): Headed | null {
  if (isSheetOfLabels(rows)) return null;
  const first = rows.slice(0, LATEST_HEADS).findIndex((row) => headsOf(texts(row)));
  const upper = headsOf(texts(rows[first]));
  if (!upper) return withoutHeads(rows);
  const lower = rows[first + 1] ? refineHeads(upper, texts(rows[first + 1])) : null;
  const heads = oneTheme(lower ?? upper);
  const scheduled = heads.some(
    ({ column }) => column === 'window' || column === 'month' || column === 'start' || column === 'end',
  );
  const filled = heads.some(({ column }) => column !== 'window' && column !== 'month' && column !== 'no' && column !== 'note');
  const printed = heads.map(({ text }) => text).join(' ');
  const body = rows.slice(first + (lower ? 2 : 1));
  const above = rows.slice(0, first);
  if (scheduled) return filled ? { heads: oneTime(heads), body, above, printed, timeless: false } : null;
  const told = withoutHeads(body);
  return told && { ...told, above, printed, timeless: true };
}

/** 索引号：… | 发文字号：…: what a web page says about the notice stands beside its labels. */
export const isSheetOfLabels = (rows: readonly Row[]): boolean =>
  rows.length > 0 && (rows.every(({ cells }) => cells.length % 2 === 0 && areLabels(cells)) || rows.every(saysItself));

const areLabels = (cells: Row['cells']) => cells.every(({ text }, at) => at % 2 === 1 || text === '' || isLabel(text));
/** 文号：…… | 公开方式：……: the label and what it says in one cell. */
const saysItself = ({ cells }: Row) =>
  cells.every(({ text }) => text === '' || isLabel(/^([^:：]{2,8})[:：]./.exec(text)?.[1] ?? ''));

const isLabel = (text: string) =>
  /[:：]$/.test(text) ||
  /^(?:索引号|信息分类|主题分类|主题词|发文机关|发布机构|公开方式|(?:成文|发布|发文|印发|生成|公开)日期|发布时间|文号|发文字号|标题|信息名称|有效性|来源)$/.test(
    text.replaceAll(/\s/g, ''),
  );

const texts = (row: Row | undefined) => row?.cells.map(({ text }) => text) ?? [];

/** 第一批（4月） sorts the rows and counts none of them. */
const batches = ({ heads, body }: Headed): Head[] =>
  heads.map((head, index) => {
    const said = body.flatMap(({ cells }) => cells[index]?.text.trim() || []);
    const sorting = head.column === 'no' && said.length > 0 && said.every((text) => /^第.{1,3}[批期轮季][^\d]?/.test(text));
    return sorting ? { ...head, column: 'note' } : head;
  });

/** 类别, 领域 beside 主题 only sort the rows; a column called 主题 is the theme wherever it stands. */
function oneTheme(heads: readonly Head[]): Head[] {
  const isNamed = ({ column, text }: Head) => column === 'theme' && /主题|专题/.test(text);
  if (!heads.some(isNamed)) return [...heads];
  return heads.map((head) => (head.column === 'theme' && !isNamed(head) ? { ...head, column: 'note' } : head));
}

/** A last time alone is the whole time; of two, 开始 and 结束 stay a pair. */
function oneTime(heads: readonly Head[]): Head[] {
  if (!heads.some(({ column }) => column === 'window'))
    heads = heads.map((head) => (head.column === 'month' ? { ...head, column: 'window' } : head));
  const paired = heads.some(({ column }) => column === 'start') && heads.some(({ column }) => column === 'end');
  return heads.map((head) =>
    !paired && (head.column === 'start' || head.column === 'end') ? { ...head, column: 'window' } : head,
  );
}

const kinds: readonly Column[] = ['no', 'window', 'responsible'];
const names: Readonly<Partial<Record<Column, string>>> = {
  no: '序号',
  window: '时间',
  responsible: '责任单位',
  theme: '主题',
  project: '项目',
};
const HALF = 0.5;

function withoutHeads(rows: readonly Row[]): Headed | null {
  const width = commonest(rows.map(({ cells }) => cells.length));
  const found = Array.from({ length: width }, (_, index) => kindOf(rows.map(({ cells }) => cells[index]?.text ?? '')));
  const textual: Column[] = ['theme', 'project'];
  const columns = found.map((column) => column ?? textual.shift() ?? 'note');
  const known = columns.includes('window') && (columns.includes('responsible') || columns.includes('theme')) && rows.length >= 2;
  const heads = columns.map((column) => ({ column, text: names[column] ?? '' }));
  return known ? { heads, body: [...rows], above: [], printed: '', timeless: false } : null;
}

function commonest(widths: readonly number[]): number {
  const counted = Map.groupBy(widths, (width) => width);
  return [...counted].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 0;
}

function kindOf(column: readonly string[]): Column | null {
  const filled = column.filter((text) => text.trim() !== '');
  const share = (kind: Column) => filled.filter((text) => fitness(text, kind) === 3).length / Math.max(1, filled.length);
  return kinds.find((kind) => share(kind) > HALF) ?? null;
}
