import { refusal, refuse } from '../kernel/refusal.ts';
import type { DraftBody, LooseClause } from './draft.ts';
import type { Json } from './json.ts';
import { type Field, fieldsOfKind, fits, headFields, kinds } from './outline.ts';
import { CellFault, empty, fault, leafText, leafValue } from './sheet/leaf.ts';
import { cellOf, isObjects, linesIn, linesOf, takeLine } from './sheet/lines.ts';

/** 细则 as two tables that an office reads and writes in a spreadsheet; back again it is the same scheme. */
export type Sheet = { name: string; rows: readonly (readonly string[])[] };
type Writable = { [key: string]: Json };

const missing = '（缺）';
const headSheet = '总的规定';
const clauseSheet = '条款';
/** A clause's own cells stand in its first row; each row of its table of points has a row. */
const own = [
  ['no', '条号'],
  ['title', '名称'],
  ['kind', '种类'],
  ['for', '只管'],
  ['from', '起'],
  ['to', '止'],
  ['per', '周期'],
  ['counts', '数什么'],
  ['where', '条件'],
  ['not', '除外'],
] as const;
const item = [
  ['title', '分值叫什么'],
  ['where', '分值的条件'],
  ['not', '分值的除外'],
  ['points', '分值'],
] as const;
const tail = [
  ['cap', '封顶'],
  ['floor', '最低到'],
] as const;
const itemRest = '这一行还有';
const rest = '还有';
const paper = '纸面原文';
export const heads: readonly string[] = [
  ...[...own, ...item].map(([, head]) => head),
  itemRest,
  ...tail.map(([, head]) => head),
  rest,
  paper,
];
const at = (head: string) => heads.indexOf(head);

export const noSuch = {
  sheet: (name: string) => refusal('draft.noSheet', 422, `表格里没有叫“${name}”的工作表；请从下载的表格改起。`),
  column: (name: string) => refusal('draft.noColumn', 422, `“${clauseSheet}”第 1 行没有“${name}”这一列；请从下载的表格改起。`),
  cell: (sheet: string, row: number, column: string, why: string) =>
    refusal('draft.badCell', 422, `“${sheet}”第 ${row} 行“${column}”列：${why}。`),
};

/** The list of a kind that becomes rows: 分值, or 分档. */
const listKey = (fields: readonly Field[]) => ['rates', 'bands'].find((key) => fields.some((field) => field.key === key)) ?? '';

export function sheetsOf({ clauses, ...head }: DraftBody): Sheet[] {
  const lines = linesOf(headFields, head as { [key: string]: Json });
  return [
    { name: headSheet, rows: [['哪一项', '是什么'], ...lines.map(({ path, text }) => [path, text])] },
    { name: clauseSheet, rows: [heads, ...clauses.flatMap(clauseRows)] },
  ];
}

function clauseRows(clause: LooseClause): string[][] {
  const fields = fieldsOfKind(clause.kind);
  const list = listKey(fields);
  const { [list]: table, text, ...others } = clause;
  const items = isObjects(table) ? table : [];
  const { cells, left } = taken(others, fields, [...own, ...tail]);
  const first = { ...cells, 种类: typeof clause.kind === 'string' ? (cells.种类 ?? '') : missing };
  const kept = {
    ...left,
    ...(typeof text === 'string' || text === undefined ? {} : { text }),
    ...(table === undefined || isObjects(table) ? {} : { [list]: table }),
  };
  const about = {
    ...first,
    [rest]: cellOf(linesOf(fields, kept)),
    [paper]: typeof text === 'string' ? leafText('text', plain, text, false) : '',
  };
  const inner = itemFields(fields, list);
  const rows = items.map((each) => {
    const { cells, left } = taken(each, inner, item);
    const lines = cellOf(linesOf(inner, left));
    return { ...cells, [itemRest]: Object.keys(each).length === 0 ? empty : lines };
  });
  const [top = {}, ...below] = rows;
  return [{ ...about, ...top }, ...below].map((cells: Record<string, string>) => heads.map((name) => cells[name] ?? ''));
}
const plain = { is: 'text', pattern: null } as const;

const itemFields = (fields: readonly Field[], list: string): readonly Field[] => {
  const node = fields.find(({ key }) => key === list)?.node;
  return node?.is === 'list' && node.item.is === 'object' ? node.item.fields : [];
};

/** What goes into cells of its own, and what is left. */
function taken(value: LooseClause, fields: readonly Field[], columns: readonly (readonly [string, string])[]) {
  const cells: Record<string, string> = {};
  const left: Writable = {};
  for (const [key, each] of Object.entries(value)) {
    const column = columns.find(([name]) => name === key)?.[1];
    const field = fields.find((one) => one.key === key) ?? (key === 'kind' ? kindField : undefined);
    if (column === undefined || field === undefined) left[key] = each;
    else cells[column] = cellText(field, each);
  }
  return { cells, left };
}
const kindField: Field = { key: 'kind', node: { is: 'choice', values: kinds }, required: true, hint: '', standard: undefined };

const cellText = ({ key, node }: Field, value: Json) =>
  node.is === 'object' && fits(node, value)
    ? cellOf(linesOf(node.fields, value as LooseClause)) || empty
    : leafText(key, node, value, false);

/** Throws `Refused` with sheet, row and column of what cannot be understood. */
export function bodyFrom(sheets: readonly Sheet[]): DraftBody {
  const named = (name: string) => sheets.find((sheet) => sheet.name.trim() === name) ?? refuse(noSuch.sheet(name));
  const [head, clauses] = [named(headSheet), named(clauseSheet)];
  const body: Writable = {};
  for (const [place, [path = '', text = '']] of head.rows.entries()) {
    if (place === 0 || path.trim() === '') continue;
    reading(headSheet, place + 1, path, () => takeLine(headFields, body, { path: path.trim(), text }));
  }
  return { ...body, clauses: clausesIn(clauses.rows) } as DraftBody;
}

function clausesIn([first = [], ...rows]: Sheet['rows']): Writable[] {
  const places = heads.map((name) => first.findIndex((each) => each.trim() === name));
  const lacking = places.findIndex((place) => place < 0);
  if (lacking >= 0) refuse(noSuch.column(heads[lacking] ?? ''));
  const clauses: Writable[] = [];
  for (const [place, row] of rows.entries()) {
    const cells = places.map((each) => row[each] ?? '');
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells[at('种类')] !== '') clauses.push({});
    const clause = clauses.at(-1) ?? refuse(noSuch.cell(clauseSheet, place + 2, '种类', '没有写种类'));
    takeRow(clause, cells, place + 2);
  }
  return clauses;
}

function takeRow(clause: Writable, cells: readonly string[], row: number): void {
  const take = (name: string, run: (text: string) => void) => {
    const text = cells[at(name)] ?? '';
    if (text.trim() !== '') reading(clauseSheet, row, name, () => run(text));
  };
  take('种类', (text) => {
    if (text !== missing) clause.kind = leafValue('kind', kindField.node, text);
  });
  const fields = fieldsOfKind(clause.kind);
  for (const [key, name] of [...own, ...tail]) if (key !== 'kind') take(name, (text) => takeCell(clause, fields, key, text));
  take(rest, (text) => linesIn(text).forEach((line) => void takeLine(fields, clause, line)));
  take(paper, (text) => {
    clause.text = leafValue('text', plain, text);
  });
  takeItemOf(clause, fields, take);
}

function takeItemOf(clause: Writable, fields: readonly Field[], take: (name: string, run: (text: string) => void) => void): void {
  const list = listKey(fields);
  const inner = itemFields(fields, list);
  const found: Writable = {};
  let some = false;
  const put = (run: (text: string) => void) => (text: string) => {
    if (list === '') fault('这一种条款没有分值表');
    some = true;
    run(text);
  };
  for (const [key, name] of item)
    take(
      name,
      put((text) => takeCell(found, inner, key, text)),
    );
  take(
    itemRest,
    put((text) => text !== empty && linesIn(text).forEach((line) => void takeLine(inner, found, line))),
  );
  if (some) clause[list] = [...((clause[list] ?? []) as Json[]), found];
}

function takeCell(into: Writable, fields: readonly Field[], key: string, text: string): void {
  const field = fields.find((each) => each.key === key) ?? fault('这一种条款没有这一项');
  if (field.node.is !== 'object' || text.startsWith('＝')) into[key] = leafValue(key, field.node, text);
  else {
    const object: Writable = {};
    if (text !== empty) for (const line of linesIn(text)) takeLine(field.node.fields, object, line);
    into[key] = object;
  }
}

function reading(sheet: string, row: number, column: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof CellFault) refuse(noSuch.cell(sheet, row, column, error.message));
    throw error;
  }
}
