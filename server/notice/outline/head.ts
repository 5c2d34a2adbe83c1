import type { CountyDate } from '../../kernel/dates.ts';
import type { Paragraph } from '../block/block.ts';
import { isDateLine, isFinished, opensSomething } from '../block/structure.ts';
import { readDates } from '../date/dates.ts';
import { numberOf as numeral } from '../date/numerals.ts';
import { separatedBy, splitOutside } from '../part/split.ts';
import { isOffice } from '../part/units.ts';
import { type Question, question } from '../reading.ts';

export type Head = {
  title: string | null;
  issuer: string | null;
  number: string | null;
  issuedOn: CountyDate | null;
  addressees: string[];
  year: number | null; // of the day of issue, even if that day is none
  questions: Question[];
  lines: ReadonlySet<number>;
};
type Signature = { issuer: string | null; issuedOn: CountyDate | null; year: number | null; questions: Question[] };
type Found<T> = { value: T; lines: number[] } | null;

const docNumber =
  /^\s*(?:(?:发文字号|文\s*号)\s*[:：]\s*)?([\p{Script=Han}（）()]{1,20}[〔[［【（(]\s*\d{4}\s*[〕\]］】）)]\s*(?:第\s*)?\d{1,4}\s*号)\s*$/u;
const planWords = /(?:方案|计划|规划|安排|意见|细则|办法|要点|规则|措施)(?:[（(](?:试行|暂行|草案|征求意见稿)[）)])?$/;
const noticeWords = /(?:通知|函|通告|公告|通报)(?:[（(][^（）()]*[）)])?$/;
/** Of a sheet that is nothing but its table. */
const tableWords = /(?:安排|计划|任务|分工|时间|日程)表$/;
const LONGEST_TITLE = 90;

/** Who tells whom what, and when: read from the paragraphs outside tables. */
export function readHead(paragraphs: readonly Paragraph[]): Head {
  const first = paragraphs.findIndex(({ text }) => /^\s*(?:[一二三四五六七八九十]、|第[一二三四五六七八九十]+[章条])/.test(text));
  const opening = first === -1 ? paragraphs : paragraphs.slice(0, first);
  const [signature, number, addressees] = [signatureOf(paragraphs), numberOf(opening), addresseesOf(opening)];
  const title = titleOf(paragraphs, opening);
  const letterhead = signature?.value.issuer ? null : issuerAbove(opening);
  const issuer = signature?.value.issuer ?? letterhead?.value ?? null;
  const own = opening
    .filter(({ text }) => text.trim() === issuer || (isTitle(text) && (noticeWords.test(text) || /文件$/.test(text))))
    .map(({ line }) => line);
  const lines = [signature, number, addressees, title, letterhead].flatMap((found) => found?.lines ?? []).concat(own);
  return {
    title: title?.value ?? null,
    issuer,
    number: number?.value ?? null,
    issuedOn: signature?.value.issuedOn ?? null,
    addressees: addressees?.value ?? [],
    year: signature?.value.year ?? null,
    questions: signature?.value.questions ?? [],
    lines: new Set(lines),
  };
}

function numberOf(opening: readonly Paragraph[]): Found<string> {
  for (const { text, line } of opening.slice(0, 12)) {
    const [, number] = docNumber.exec(text) ?? [];
    if (number) return { value: number.replaceAll(/\s/g, ''), lines: [line] };
  }
  return null;
}

const betweenAddressees = separatedBy('、，,');
const addressed = /单位|部门|政府|办事处|委员会|街道|局|镇|乡|公司|成员/;
function addresseesOf(opening: readonly Paragraph[]): Found<string[]> {
  const found = opening.find(
    ({ text }) => /[:：]$/.test(text) && addressed.test(text) && text.length <= 200 && !/[。；]|如下|以下|围绕|包括/.test(text),
  );
  if (!found || opensSomething(found.text)) return null;
  const names = splitOutside(joined(found.text.replace(/[:：]$/, '')), betweenAddressees).map((name) =>
    name.trim().replace('\0', '、'),
  );
  return { value: names.filter((name) => name !== ''), lines: [found.line] };
}

/** 各乡、镇人民政府 share one government: what stands before the 、 is no name yet. */
const joined = (text: string) => text.replaceAll(/(?<=各[乡镇])、(?=[镇乡][^、，]*政府)/g, '\0');

/** A day alone on a line, below the name of who signed; joint issuers stand one under the other. */
function signatureOf(paragraphs: readonly Paragraph[]): Found<Signature> {
  for (const [index, { text, line }] of paragraphs.entries()) {
    const [, beside = '', day = ''] = /^(?:(.{4,40}?)[\s　]+)?([（(]?\S{4,5}\s*年.{2,10}日[）)]?)$/.exec(text) ?? [];
    if (!isDateLine(day) || (beside && !isOffice(beside))) continue;
    const above = beside ? [] : signersAbove(paragraphs, index);
    const issuer = beside || above.map((each) => each.text.trim()).join('、') || null;
    return { value: { issuer, ...dayOfIssue(day, line) }, lines: [line, ...above.map((each) => each.line)] };
  }
  return null;
}

function dayOfIssue(text: string, line: number): Omit<Signature, 'issuer'> {
  const [day] = readDates(text).items;
  const asked = day?.from ? [] : [question('date', line, text, `成文日期不对：${day?.why ?? '读不出'}`, ['另填日子'])];
  return {
    issuedOn: day?.from ?? null,
    year: numeral(/^[（(]?(\S{4})\s*年/.exec(text)?.[1]) ?? numeral(text.slice(0, 4)),
    questions: asked,
  };
}

function signersAbove(paragraphs: readonly Paragraph[], index: number): Paragraph[] {
  let start = index;
  while (start > 0 && isOffice(paragraphs[start - 1]?.text.trim() ?? '') && index - start < 6) start--;
  return paragraphs.slice(start, index);
}

/** Without a signature: 某某县人民政府办公室文件 at the top, or who stands before 关于 in the title. */
function issuerAbove(opening: readonly Paragraph[]): Found<string> {
  for (const { text, line } of opening.slice(0, 8)) {
    const name = text.trim().replace(/文件$/, '');
    if (
      isOffice(name) &&
      !/^请|\d/.test(name) &&
      !isFinished(text) &&
      /文件$|办公室$|政府$|委员会$|局$|领导小组$|指挥部$/.test(text.trim())
    )
      return { value: name, lines: [line] };
    const before = /^(.{4,40}?)\s*关于.+/.exec(text.trim())?.[1];
    if (before && isOffice(before)) return { value: before, lines: [line] };
  }
  return null;
}

/** The attached plan's title; of a notice without one, its own. */
function titleOf(paragraphs: readonly Paragraph[], opening: readonly Paragraph[]): Found<string> {
  return lineEnding(paragraphs, planWords) ?? lineEnding(opening, noticeWords) ?? lineEnding(opening.slice(0, 3), tableWords);
}

function lineEnding(paragraphs: readonly Paragraph[], words: RegExp): Found<string> {
  const index = paragraphs.findIndex(({ text }) => words.test(text) && isTitle(text));
  const [above, found] = [paragraphs[index - 1], paragraphs[index]];
  if (!found) return null;
  const text = found.text.trim();
  const broken =
    above &&
    !text.includes('关于') &&
    /关于/.test(above.text) &&
    isTitle(above.text) &&
    !words.test(above.text) &&
    !noticeWords.test(above.text);
  return broken ? { value: above.text.trim() + text, lines: [above.line, found.line] } : { value: text, lines: [found.line] };
}

const isTitle = (text: string) =>
  text.trim().length >= 4 &&
  text.length <= LONGEST_TITLE &&
  !opensSomething(text) &&
  !/[。；！？：:|]/.test(text) &&
  !/^[^“”《》]*[，,]/.test(text);
