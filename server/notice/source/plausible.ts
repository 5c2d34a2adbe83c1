import { dailyCharacters, toSimplified } from '../repair/script.ts';
import { gb18030Length } from './encoding.ts';

const SAMPLE = 32;
const letters = /[\u0080-\u{10ffff}]/u;
const ordinary =
  /[\u00a0\u00b7\u00d7\u2010-\u2049\u2100-\u214f\u2150-\u27bf\u2ff0-\u303f\u3220-\u3247\ufe10-\ufe4f\uff00-\uffef]/u;
const pinyin = /[āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]/u;

/** Index in the text where it stops reading like Chinese, or -1. In a wrong encoding, few characters are of daily use. */
export function implausibleFrom(text: string): number {
  const plain = toSimplified(text);
  const known = plain.length === text.length ? plain : text;
  for (let at = 0; at < text.length; ) {
    const sample = sampleFrom(known, at);
    if (sample.strange * 2 > sample.seen && (at === 0 || sample.seen > 8)) return sample.first;
    at = sample.end;
  }
  return -1;
}

/** Up to 32 characters beyond ASCII, and how many of them are neither of daily use nor punctuation. */
function sampleFrom(text: string, start: number) {
  let [seen, strange, first, at] = [0, 0, -1, start];
  while (at < text.length && seen < SAMPLE) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (letters.test(character)) {
      seen++;
      if (isStrange(character)) [strange, first] = [strange + 1, first === -1 ? at : first];
    }
    at += character.length;
  }
  return { seen, strange, first, end: at };
}

const isStrange = (character: string) => !dailyCharacters.has(character) && !ordinary.test(character) && !pinyin.test(character);

export function gb18030Offset(bytes: Uint8Array, text: string, index: number): number {
  let at = 0;
  for (let read = 0; read < index && at < bytes.length; ) {
    read += (text.codePointAt(read) ?? 0) > 0xffff ? 2 : 1;
    at += gb18030Length(bytes, at) || 1;
  }
  return at;
}

export function utf8Offset(bytes: Uint8Array, text: string, index: number): number {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return mark + new TextEncoder().encode(text.slice(0, index)).length;
}
