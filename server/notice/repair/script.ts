import { Converter } from 'opencc-js/t2cn';

export const toSimplified: (text: string) => string = Converter({ from: 't', to: 'cn' });

/** 6,763 characters that GB 2312 made standard, the 3,755 of daily use first. */
const standard = gb2312(0xb0, 0xf7);
export const dailyCharacters = gb2312(0xb0, 0xd7);

function gb2312(first: number, last: number): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead++) for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail);
  const text = new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  return new Set(text.replaceAll(/\P{Script=Han}/gu, ''));
}

/**
 * Traditional → simplified, for the whole document at once; lengths stay, so columns stay.
 * In a text that is simplified already, characters that are standard themselves (乾, 著, 瞭) are somebody's name, not a variant.
 */
export function simplify(text: string): string {
  const changed = sameLength(text, toSimplified(text));
  return changed === text || isTraditional(text, changed) ? changed : replaceVariants(text, changed);
}

const sameLength = (text: string, changed: string) =>
  changed.length === text.length ? changed : Array.from(text, (each) => keepLength(each, toSimplified(each))).join('');
const keepLength = (before: string, after: string) => (after.length === before.length ? after : before);

/** One character in fifty that no simplified text would have. */
function isTraditional(before: string, after: string): boolean {
  const enough = before.length / 50;
  let count = 0;
  for (let at = 0; at < before.length && count <= enough; at++) {
    if (before.charCodeAt(at) !== after.charCodeAt(at) && !standard.has(before.charAt(at))) count++;
  }
  return count > enough;
}

function replaceVariants(before: string, after: string): string {
  let text = '';
  for (let at = 0; at < before.length; at++) text += standard.has(before.charAt(at)) ? before[at] : after[at];
  return text;
}
