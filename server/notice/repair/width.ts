import type { Edit } from './edit.ts';

const wide = /[０-９Ａ-Ｚａ-ｚ]+/g;
/** Invisible marks, odd spaces, bars and, from PDF, radicals standing in for characters. Brackets and dashes stay as printed. */
const odd = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|[\u00a0\u2000-\u200a]+|｜|[\u2e80-\u2fdf]+/g;
const either = new RegExp(`${wide.source}|${odd.source}`);

export function widths(source: string): Edit[] {
  if (!either.test(source)) return [];
  const digits = Array.from(source.matchAll(wide), ({ 0: from, index: at }) => ({
    kind: 'digit' as const,
    at,
    from,
    to: narrow(from),
  }));
  const marks = Array.from(source.matchAll(odd), ({ 0: from, index: at }) => ({
    kind: 'punctuation' as const,
    at,
    from,
    to: usual(from),
  }));
  return [...digits, ...marks];
}

const narrow = (text: string) => text.normalize('NFKC');

function usual(text: string): string {
  if (/^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(text)) return '';
  return /^[\u00a0\u2000-\u200a]/.test(text) ? ' ' : text.normalize('NFKC');
}
