import type { FileDoubt } from './doubt.ts';
import type { SheetRow } from './xlsx.ts';
import { type Cell, dayOfSerial } from './xlsx-cell.ts';

type Hidden = { sheet: string | null; columns: ReadonlySet<number>; line: number };
const LONGEST_QUOTE = 120;

/** What stands in a sheet and was not read, or not as it should be: hidden parts, formulas without a value, days as numbers. */
export function notRead(rows: readonly SheetRow[], { sheet, columns, line }: Hidden): FileDoubt[] {
  const doubt = (part: string, why: string): FileDoubt[] =>
    part === '' ? [] : [{ line, part: part.slice(0, LONGEST_QUOTE), why }];
  const hiddenRows = rows.filter(({ hidden, cells }) => hidden && cells.some(({ text }) => text !== ''));
  const seen = rows.filter(({ hidden }) => !hidden);
  const inColumns = seen.flatMap(({ cells }) => cells.filter(({ text }, column) => columns.has(column) && text !== ''));
  const cells = seen.flatMap((row) => row.cells.filter((_, column) => !columns.has(column)));
  const whatRows = sheet ?? `第 ${hiddenRows.map(({ row }) => row).join('、')} 行`;
  return [
    ...doubt(hiddenRows.map(wordsOf).join('；'), `${whatRows}是隐藏的，没有读。要用的话请取消隐藏、另存后再交。`),
    ...doubt(inColumns.map(({ text }) => text).join('；'), '有一列是隐藏的，没有读。要用的话请取消隐藏、另存后再交。'),
    ...doubt(placesOf(cells, 'formula'), '这些格是公式，文件里没有存下结果，读不出。请用 Excel 或 WPS 打开、保存后再交。'),
    ...doubt(placesOf(cells, 'fault'), '这些格的公式算出的是错误，读不出。请在原件里改好再交。'),
    ...numbers(seen).map(({ place, text }) => ({
      ...{ line, part: `${place} ${text}` },
      why: `时间一栏里是数字 ${text}，像是没有设成日期格式的 ${dayOfSerial(Number(text))}。请在原件里设成日期，或照此另填。`,
    })),
  ];
}

const wordsOf = ({ cells }: SheetRow) =>
  cells
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');
const placesOf = (cells: readonly Cell[], odd: Cell['odd']) =>
  cells
    .filter((cell) => cell.odd === odd)
    .map(({ place }) => place)
    .join('、');

/** Numbers in a column whose head says that it tells when. */
function numbers(rows: readonly SheetRow[]): Cell[] {
  const head = rows.find(({ cells }) => cells.some(({ text }) => isTime(text)));
  if (!head) return [];
  return rows.flatMap(({ cells }) =>
    cells.filter(({ odd }, column) => odd === 'number' && isTime(head.cells[column]?.text ?? '')),
  );
}
const isTime = (text: string) => text.length <= 8 && /时间|日期|时限|起止|开始|结束/.test(text);
