import type { CountyDate } from '../kernel/dates.ts';

/** Half of a broken pair, controls, non-characters (no XML may hold them), and marks that turn the reading direction (they can disguise a name). */
const unprintable = /[^\P{Cc}\n\r\t]|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** What no paper can carry becomes a visible �, because a character that vanishes is noticed by nobody. */
export const printable = (text: string) => text.replace(unprintable, '\ufffd');

/** A single line: breaks and tabs become one space. */
export const oneLine = (text: string) =>
  printable(text)
    .replace(/\s*[\n\r\t\u2028\u2029]+\s*/g, ' ')
    .trim();

/** 2023年10月8日: no leading zeros (GB/T 9704). */
export const dayInWords = (day: CountyDate) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1–99 in Chinese: 一, 十, 十一, 二十, 九十九. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[value % 10]}`;
}

/** Width in characters as they are set: Chinese ones count 1, Latin ones and digits a half. */
export const widthInCharacters = (text: string) =>
  [...text].reduce((width, character) => width + (character <= '\u00ff' ? 0.5 : 1), 0);
