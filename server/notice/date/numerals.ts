/** One digit or Chinese numeral, in every form that offices type; for building patterns. */
export const N = '[0-9０-９〇○零一二两三四五六七八九十]';
/** What joins the two ends of a range. */
export const TO = '\\s*(?:-{1,2}|[–—―─－~～〜∼]{1,2}|至|到)\\s*';

const values: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const digitOf = (character: string) => values[character] ?? Number(character.normalize('NFKC'));

/** '28', '２８', '二十八', '二○二三' → a number; null for what is none of these. */
export function numberOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const [tens = '', units = '', rest] = text.split('十');
  if (!text.includes('十')) return read(text);
  return rest === undefined ? (read(tens) ?? 1) * 10 + (read(units) ?? 0) : null;
}

function read(text: string): number | null {
  let value = text === '' ? Number.NaN : 0;
  for (const character of text) value = value * 10 + digitOf(character);
  return Number.isNaN(value) ? null : value;
}
