const [opens, closes] = ['（(【〔《“‘「『', '）)】〕》”’」』'];

/** What `splitOutside` looks for: the separating characters, and the brackets and quotation marks that shelter them. */
export const separatedBy = (characters: string) => new RegExp(`[${opens}${closes}${characters}]`, 'g');

/** Splits at the separators that stand outside brackets and quotation marks. */
export function splitOutside(text: string, separators: RegExp): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: found, index } of text.matchAll(separators)) {
    if (opens.includes(found)) depth++;
    else if (closes.includes(found)) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}
