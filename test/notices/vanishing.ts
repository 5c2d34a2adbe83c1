import { isDateLine } from '../../server/notice/block/structure.ts';
import { isBoilerplate, isLeadIn } from '../../server/notice/outline/boilerplate.ts';
import type { Reading } from '../../server/notice/reading.ts';
import { looksDated } from '../../server/notice/table/kinds.ts';

/** Three ways in which a hand slips: a thing is lost, comes twice, or changes places with the next. */
export type Slip = 'drop' | 'double' | 'swap';
export function slipped<Thing>(things: readonly Thing[], at: number, slip: Slip): Thing[] {
  const [one, next] = [things.slice(at, at + 1), things.slice(at + 1, at + 2)];
  const put = { drop: next, double: [...one, ...one, ...next], swap: [...next, ...one] }[slip];
  return things.toSpliced(at, 2, ...put);
}

/** The same for pieces of a text that a pattern finds, such as rows or cells of a page. */
export function slippedIn(text: string, piece: RegExp, place: number, slip: Slip): string {
  const found = [...text.matchAll(piece)].map(({ 0: whole, index }) => ({ whole, from: index, to: index + whole.length }));
  const at = found.length === 0 ? 0 : place % found.length;
  const [one, next] = [found[at], found[at + 1]];
  if (!one) return text;
  if (slip !== 'swap' || !next) {
    return text.slice(0, one.from) + (slip === 'drop' ? '' : one.whole + one.whole) + text.slice(one.to);
  }
  return text.slice(0, one.from) + next.whole + text.slice(one.to, next.from) + one.whole + text.slice(next.to);
}

const numbered =
  /^\s*(?:第[一二三四五六七八九十]+[章节条]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、．.]|[（(]\d{1,2}[）)])/;
const plain = (text: string) => text.replaceAll(/[\s"\\]/g, '');

/** Lines, and cells of rows, that are in nothing that was read, asked, or listed as unread. */
export function vanished(reading: Reading): string[] {
  const { lines, repairs, ...told } = reading;
  const said = plain(JSON.stringify(told));
  const shown = new Set([
    ...reading.campaigns.flatMap(({ line, lastLine, windowLine }) => [...range(line, lastLine), windowLine]),
    ...reading.duties.map(({ line }) => line),
    ...reading.questions.map(({ line }) => line),
    ...reading.unread.map(({ line }) => line),
    ...repairs.filter(({ kind }) => kind === 'break').map(({ line }) => line + 1),
  ]);
  const windows = new Set(reading.campaigns.map(({ windowLine }) => windowLine)); // two in one cell are told apart
  const isTold = (text: string) => said.includes(plain(text)) || !/[\p{Script=Han}\p{L}\d]/u.test(text);
  return lines.flatMap(({ line, text }, at) => {
    if (/[|│\t]/.test(text))
      return cellsOf(text).filter(
        (cell) => !isHead(cell) && !partsOf(cell).every(isTold) && !(windows.has(line) && looksDated(cell)),
      );
    const heading = numbered.test(text) && (!/[，,。；]/.test(text) || numbered.test(lines[at + 1]?.text ?? ''));
    const dated = reading.issuedOn !== null && isDateLine(text);
    const fine = dated || shown.has(line) || isTold(text) || isBoilerplate(text.trim()) || isLeadIn(text.trim()) || heading;
    return fine || isTitle(text) ? [] : [text];
  });
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const cellsOf = (text: string) => text.split(/[|│\t]/).map((cell) => cell.trim());
/** A cell is taken apart into projects and units, and the number of a row may have been given up for one that counts. */
const partsOf = (cell: string) => (/^\d{1,2}$/.test(cell) ? [] : cell.split(/[、和；;]/).map((part) => part.trim()));
const isHead = (cell: string) => /^(?:序号|场次|.{0,4}(?:主题|名称|项目|单位|时间)){1,2}$/.test(cell.replaceAll(/[（()）]/g, ''));
const isTitle = (text: string) => text.trim().length <= 60 && /(?:文件|通知|表|方案)$/.test(text.trim());
