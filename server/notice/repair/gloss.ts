import { pinyin } from 'pinyin-pro';
import type { Edit } from './edit.ts';

const bracketed = /(?<=\p{Script=Han})[(（]([\u0300-\u030ca-zɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ'’ ]{1,24})[)）]/gu;
const LONGEST_WORD = 4;

/** Pinyin in brackets after the very character it spells, 關(guān): a trace of machine annotation, never the office's words. */
export function glosses(source: string): Edit[] {
  return Array.from(source.matchAll(bracketed))
    .filter(({ 1: spelled = '', index }) => spells(source.slice(Math.max(0, index - LONGEST_WORD * 2), index), plain(spelled)))
    .map(({ 0: from, index: at }) => ({ kind: 'pinyin', at, from, to: '' }));
}

const untidy = /['’ ɡ]|[\u0300-\u030c]/;
const plain = (spelled: string) => (untidy.test(spelled) ? tidied(spelled) : spelled);
const tidied = (spelled: string) => spelled.normalize('NFC').replaceAll('ɡ', 'g').replaceAll(/['’ ]/g, '');

/** Do the last characters before the bracket read like this, from the end backwards? */
function spells(before: string, spelled: string): boolean {
  if (spelled === '') return true;
  const last = /\p{Script=Han}$/u.exec(before)?.[0];
  if (last === undefined) return false;
  const rest = before.slice(0, -last.length);
  return readings(last).some((each) => spelled.endsWith(each) && spells(rest, spelled.slice(0, spelled.length - each.length)));
}

const readings = (character: string) => pinyin(character, { multiple: true, type: 'array' });
