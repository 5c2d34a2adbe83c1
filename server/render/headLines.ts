import { widthInCharacters } from './text.ts';

/** What stays together: 第五条, （四）, a figure with its measure, and each word of the running text. */
const together =
  /第[一二三四五六七八九十百\d]{1,4}[条章节款项]|（[^（）]{1,4}）|\d+(?:\.\d+)*\.?(?:\s?[篇条次个场期件份分月年日周季%])?|\s+|[^\s\d（第]+|./gu;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const wordsOf = (text: string) =>
  (text.match(together) ?? []).flatMap((part) => (/^[^\s\d（第]/u.test(part) ? segmentsOf(part) : [part]));

/** A character that the segmenter knows in no word belongs to the word before it (中央级) or, at the start, to the one behind it (县工作); several make one (报送满). */
function segmentsOf(text: string): string[] {
  const words: string[] = [];
  let loose = false; // the last word is made of such characters and may take another
  for (const { segment } of segmenter.segment(text)) {
    const single = [...segment].length === 1;
    const last = words.length - 1;
    if (last >= 0 && (single || (loose && words[last]?.length === 1))) words[last] += segment;
    else words.push(segment);
    loose = single && (loose || words.length - 1 > last);
  }
  return words;
}

/** The head of a column on lines of at most `room` characters, broken between words only; a word that is longer has its own line. */
export function headLines(text: string, room: number): string[] {
  const lines = [''];
  for (const word of wordsOf(text)) {
    const longer = lines.at(-1) + word;
    if (lines.at(-1) !== '' && widthInCharacters(longer.trimEnd()) > room) lines.push(word.trimStart());
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
