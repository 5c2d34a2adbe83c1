import { dailyCharacters, toSimplified } from '../repair/script.ts';
import { gb18030Length } from './encoding.ts';

const SAMPLE = 32;
const FEWEST = 8;
/** At home in Chinese text without being characters: punctuation, figures in circles, full-width forms, pinyin. */
const ordinary =
  /[\u00a0\u00b7\u00d7\u2010-\u2049\u2100-\u27bf\u2ff0-\u303f\u3220-\u3247\ufe10-\ufe4f\uff00-\uffef]|[āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜɡ]/;
const familiar = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const character = String.fromCharCode(code);
  return Number(code < 0x80 || dailyCharacters.has(character) || ordinary.test(character));
});

/** Index in the text where it stops reading like Chinese, or -1. In a wrong encoding, few characters are of daily use. */
export function implausibleFrom(text: string): number {
  for (let at = 0; at < text.length; ) {
    const { seen, strange, end } = sampleFrom(text, at);
    const suspicious = strange * 2 > seen && (at === 0 || seen > FEWEST);
    if (suspicious && isGarbled(text.slice(at, end), seen)) return at + firstStrange(text.slice(at, end));
    at = end;
  }
  return -1;
}

/** Up to 32 characters beyond ASCII, and how many of them are unfamiliar at first sight, as traditional ones are. */
function sampleFrom(text: string, start: number): { seen: number; strange: number; end: number } {
  let [seen, strange, end] = [0, 0, start];
  for (; end < text.length && seen < SAMPLE; end++) {
    const code = text.charCodeAt(end);
    if (code < 0x80) continue;
    seen++;
    if (familiar[code] === 0) strange++;
  }
  return { seen, strange, end };
}

function isGarbled(sample: string, seen: number): boolean {
  const plain = toSimplified(sample);
  let strange = 0;
  for (let at = 0; at < plain.length; at++) if (familiar[plain.charCodeAt(at)] === 0) strange++;
  return strange * 2 > seen;
}

const firstStrange = (sample: string) =>
  Math.max(0, Array.from({ length: sample.length }, (_, at) => familiar[sample.charCodeAt(at)]).indexOf(0));

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
